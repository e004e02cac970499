import { createContext, useContext } from "react";
import type { ContentLanguage, ModuleContent } from "../../functions/curriculum/content.ts";
import { type Language, language } from "../strings/language.ts";

/** Where training content stands: what it may explain, in which language it is, and where it keeps what is tried in it. */
export type ContentPlace = {
  /** The glossary's words that it uses; without them they stay plain words. */
  terms: ModuleContent["terms"];
  /** The language of its words, where it is known. */
  language: ContentLanguage | undefined;
  /** The name under which this device keeps what a person tries in it; without it nothing outlasts the page. */
  keptAs: string | undefined;
};

/** What the content around a part of it says of itself. */
export const ContentContext = createContext<ContentPlace>({ terms: [], language: undefined, keptAs: undefined });

/** The `lang` of the product's own words inside content of another language; nothing where both are the same. */
export function useOwnLang(): Language | undefined {
  const { language: contents } = useContext(ContentContext);
  return contents === undefined || contents === language ? undefined : language;
}
