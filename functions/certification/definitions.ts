import type { Language } from "../platform/language.ts";
import type { Level } from "./definition-contract.ts";
import { type CertificationDefinition, shippedLadder } from "./ladder-rules.ts";

/** The levels as they are called, in each language. */
export const levelNames: Record<Language, Record<Level, string>> = {
  en: { foundations: "Foundations", practitioner: "Practitioner", endorsement: "Endorsement", coach: "Coach", trainer: "Trainer" },
  es: { foundations: "Fundamentos", practitioner: "Practicante", endorsement: "Especialidad", coach: "Coach", trainer: "Formación" },
};

/** A certification's words in the reader's language. */
export function inLanguage(definition: CertificationDefinition, language: Language): CertificationDefinition {
  return language === "en" ? definition : { ...definition, ...definition.spanish };
}

/** Every certification there is, as it ships, in the order of the ladder. */
export const certifications: readonly CertificationDefinition[] = shippedLadder;

const [first] = shippedLadder;
if (!first) throw new Error("the ladder has a first level");
/** The first level of the ladder: the shared core learned, and one task of it done on the job. */
export const foundations: CertificationDefinition = first;

/** Said on every certificate and wherever one is shown. */
export const districtIssued = "This certificate is issued by the school district named on it. It is not a state license or endorsement.";
