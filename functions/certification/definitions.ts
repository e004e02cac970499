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
export const districtIssued: Record<Language, string> = {
  en: "This certificate is issued by the school district named on it. It is not a state license or endorsement.",
  es: "Este certificado lo emite el distrito escolar que se nombra en él. No es una licencia ni un aval del estado.",
};

const byException: Record<Language, string> = {
  en: "It was issued by exception: an administrator of the district decided so, with a reason on record. Its holder need not have shown all that the certificate usually asks for.",
  es: "Se emitió por excepción: así lo decidió quien administra el distrito, con un motivo registrado. Su titular no tuvo que mostrar todo lo que el certificado suele pedir.",
};
const fromHistory: Record<Language, string> = {
  en: "It was entered from the district's earlier records, with the days that stand there. What it asked for was what the district asked for then.",
  es: "Se registró a partir de los archivos anteriores del distrito, con las fechas que constan en ellos. Pedía lo que el distrito pedía entonces.",
};
const byOwnChoice: Record<Language, string> = {
  en: "It is issued to people who have shown all that this district asks for the certificate. The district has decided that itself, and publishes it with its badges.",
  es: "Se emite a quien mostró todo lo que este distrito pide para el certificado. El distrito lo decidió por su cuenta, y lo publica con sus insignias.",
};

/**
 * What a certificate stands for, in words that are true of that very one: what the certification means as it ships is claimed
 * neither by an exception nor by an entry of earlier years nor by an edition of the district's own.
 */
export function claimOf(
  { origin, definitionVersion = 1 }: { origin?: string | undefined; definitionVersion?: number | undefined },
  definition: Pick<CertificationDefinition, "meaning" | "spanish">,
  language: Language,
): string {
  if (origin === "exception") return byException[language];
  if (origin === "history") return fromHistory[language];
  if (definitionVersion > 1) return byOwnChoice[language];
  return language === "en" ? definition.meaning : definition.spanish.meaning;
}
