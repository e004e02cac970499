import type { Language } from "../platform/language.ts";

/** What a certification asks for and how long it lasts; issued by the district, never a state licence. */
export type CertificationDefinition = {
  id: string;
  /** As it stands on the certificate. A title is never used for two certifications: the public page looks up by it. */
  title: string;
  level: string;
  summary: string;
  /** What the title stands for, to a stranger; true of any certificate with it, also of one that is no longer in force. */
  meaning: string;
  /** The same in Spanish. The title is a name and stays as it is issued. */
  spanish: { level: string; summary: string; meaning: string };
  /** The shared core. A person needs those that stand on the path of a role they hold. */
  coreModuleIds: readonly string[];
  /** How many practice tasks a coach must have accepted. */
  practiceTasks: number;
  validYears: number;
  /** How long before its last day a certificate can be renewed, in calendar days. */
  renewalWindowDays: number;
};

/** The first level of the ladder: the shared core learned, and one task of it done on the job (docs/domain.md, certification). */
export const foundations: CertificationDefinition = {
  id: "foundations",
  title: "MTSS Foundations",
  level: "Foundations",
  summary: "The shared core of your path, every check passed at 80% or better, and one practice task accepted by your coach.",
  meaning:
    "It is issued to people who have completed the district's shared training in its multi-tiered system of supports (MTSS) for their role, passed a " +
    "scenario-based check at 80% or better in every module, and carried out at least one practice task on the job, which a coach or school leader " +
    "reviewed against a rubric and accepted.",
  spanish: {
    level: "Fundamentos",
    summary: "La formación común de su ruta, cada comprobación aprobada con 80 % o más, y una tarea práctica aceptada por su coach.",
    meaning:
      "Se emite a quien completó la formación común del distrito en su sistema de apoyo de varios niveles (MTSS) para su puesto, aprobó en cada módulo " +
      "una comprobación basada en situaciones con 80 % o más, y llevó a cabo en su trabajo al menos una tarea práctica, que un coach o la dirección " +
      "de la escuela revisó con una rúbrica y aceptó.",
  },
  coreModuleIds: ["m01", "m02", "m03", "m04", "m05", "m06"],
  practiceTasks: 1,
  validYears: 3,
  renewalWindowDays: 90,
};

/** A certification's words in the reader's language. */
export function inLanguage(definition: CertificationDefinition, language: Language): CertificationDefinition {
  return language === "en" ? definition : { ...definition, ...definition.spanish };
}

/** Every certification there is, in the order of the ladder. */
export const certifications: readonly CertificationDefinition[] = [foundations];

/** Said on every certificate and wherever one is shown. */
export const districtIssued = "This certificate is issued by the school district named on it. It is not a state license or endorsement.";
