import type { Language } from "../platform/language.ts";
import { recommendation } from "./forms/recommendation.ts";
import { inLanguage } from "./forms/source.ts";
import type { ReferenceForm } from "./reference-contract.ts";

/** The current edition of the form on which a colleague recommends someone, in a language. */
export const referenceForm = (language: Language = "en"): ReferenceForm => inLanguage(recommendation, language);
