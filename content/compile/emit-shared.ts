import type { CommonModel, Glossary, Inventory, Library, Term } from "../../functions/curriculum/reference-content.ts";
import type { SharedSource } from "./content-source.ts";

/** The shared files as everything else reads them; a part whose file is missing or wrong is empty. */
export interface SharedContent {
  glossary: Glossary;
  model: CommonModel;
  inventories: Inventory[];
  library: Library;
}

/** Emits what the modules share. */
export function emitShared({ glossary, model, inventories, library }: SharedSource): SharedContent {
  return {
    glossary: { terms: emitTerms(glossary) },
    model: model?.value ?? { version: "0", elements: [] },
    inventories: inventories.map(({ value }) => value),
    library: {
      resources: (library?.value.resources ?? []).map(({ captions, transcript, ...resource }) => ({
        ...resource,
        hasCaptions: captions,
        ...(transcript !== undefined && { transcriptUrl: transcript }),
      })),
    },
  };
}

/** The glossary's terms in alphabetical order. */
export function emitTerms(glossary: SharedSource["glossary"]): Term[] {
  return (glossary?.value.terms ?? []).toSorted((a, b) => a.term.localeCompare(b.term, "en"));
}
