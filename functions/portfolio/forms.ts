import type { Language } from "../platform/language.ts";
import type { ObservationForm, ObservationKind } from "./contract.ts";
import { type FormSource, inLanguage } from "./forms/source.ts";
import { formsWithLearners } from "./forms/with-learners.ts";
import { formsWithTeams } from "./forms/with-teams.ts";

// The wording is ours. A form that has been used is never changed: a change is a new version with items of its own.
const forms: Record<ObservationKind, FormSource> = { ...formsWithLearners, ...formsWithTeams };

/** The current edition of a form, in a language. */
export function observationForm(kind: ObservationKind, language: Language = "en"): ObservationForm {
  return { kind, ...inLanguage(forms[kind], language) };
}

/** All forms, in a language. */
export function observationForms(language: Language): ObservationForm[] {
  return (Object.keys(forms) as ObservationKind[]).map((kind) => observationForm(kind, language));
}
