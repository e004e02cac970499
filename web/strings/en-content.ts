import { localized } from "./language.ts";

/** What stands around the words of a lesson: of the glossary, and of a block that is shown as its plain table. */
export const content = localized("content", {
  answers: "The answers, as a table",
  moreInGlossary: "More in the glossary",
});
