import type { Language } from "../../platform/language.ts";

/** Words in each language. */
type Both = Record<Language, string>;
type ItemSource = { id: string; text: Both; anchors: [Both, Both, Both] };
/** A form as it is written: in both languages, each part with its items. */
export type FormSource = { version: number; title: Both; parts: { id: string; title: Both; items: ItemSource[] }[] };

/** A sentence in both languages. */
export const both = (en: string, es: string): Both => ({ en, es });

/** An item: what is looked for, then what "not seen", "in part" and "fully" look like. */
export function item(id: string, en: [string, string, string, string], es: [string, string, string, string]): ItemSource {
  const [text, no, part, fully] = en.map((sentence, i) => both(sentence, es[i] ?? sentence)) as [Both, Both, Both, Both];
  return { id, text, anchors: [no, part, fully] };
}

/** A form in one language, each item named by its part and itself: the same word may stand in two parts. */
export function inLanguage({ version, title, parts }: FormSource, language: Language) {
  return {
    version,
    title: title[language],
    parts: parts.map((part) => ({
      id: part.id,
      title: part.title[language],
      items: part.items.map(({ id, text, anchors: [no, some, fully] }) => ({
        id: `${part.id}.${id}`,
        text: text[language],
        anchors: [no[language], some[language], fully[language]] as [string, string, string],
      })),
    })),
  };
}
