import type { ContentLanguage } from "../../functions/curriculum/content.ts";
import { study } from "../strings/en-study.ts";
import { language } from "../strings/language.ts";
import { Notice } from "../ui/notice.tsx";

/** The `lang` of a module's words on a page of another language; nothing where both are the same. */
export const foreignLang = (of: ContentLanguage): ContentLanguage | undefined => (of === language ? undefined : of);

/** Says that a module is shown in another language than the one chosen, because it is not translated yet; nothing where it is. */
export function LanguageNotice({ of }: { of: ContentLanguage }) {
  if (foreignLang(of) === undefined) return null;
  return (
    <div className="no-print">
      <Notice kind="info">{study.notTranslated(of)}</Notice>
    </div>
  );
}
