import type { Language } from "../platform/language.ts";
import type { ObservationForm, ObservationKind } from "./contract.ts";
import type { FormSource } from "./forms/source.ts";
import { formsWithLearners } from "./forms/with-learners.ts";
import { formsWithTeams } from "./forms/with-teams.ts";

// The wording is ours. A form that has been used is never changed: a change is a new version with items of its own.
const forms: Record<ObservationKind, FormSource> = { ...formsWithLearners, ...formsWithTeams };

/** The current edition of a form, in a language. */
export function observationForm(kind: ObservationKind, language: Language = "en"): ObservationForm {
  const { version, title, parts } = forms[kind];
  return {
    kind,
    version,
    title: title[language],
    parts: parts.map((part) => ({
      id: part.id,
      title: part.title[language],
      items: part.items.map(({ id, text, anchors: [no, some, fully] }) => ({
        // The same word may stand in two parts; an answer names its item once.
        id: `${part.id}.${id}`,
        text: text[language],
        anchors: [no[language], some[language], fully[language]],
      })),
    })),
  };
}

/** All forms, in a language. */
export function observationForms(language: Language): ObservationForm[] {
  return (Object.keys(forms) as ObservationKind[]).map((kind) => observationForm(kind, language));
}
