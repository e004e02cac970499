import { type LocalDate, writtenDate } from "../platform/dates.ts";
import type { Language } from "../platform/language.ts";
import type { ObservationKind, PieceKind } from "../portfolio/contract.ts";

type Observed = { observation: ObservationKind; count: number; percent: number; daysApart?: number | undefined };

/** How the things that a certification asks for are said. */
export type RequirementWords = {
  nothingToLearn: string;
  lessonsAndCheck: (module: string) => string;
  checkedAgain: (module: string, from: LocalDate) => string;
  practiceAccepted: (tasks: number, modules: readonly string[]) => string;
  holds: (titles: readonly string[], months: number | undefined) => string;
  heldElsewhere: (by: { title: string; issuer: string; until?: LocalDate | undefined }) => string;
  observed: (rule: Observed) => string;
  recommended: (rule: { count: number; percent: number }) => string;
  handedIn: (piece: PieceKind, count: number) => string;
  calibrated: (samples: number, percent: number) => string;
  readAgain: (module: string, lessons: readonly string[]) => string;
};

const seen: Record<ObservationKind, [one: string, many: string]> = {
  practice: ["A lesson or routine", "lessons or routines"],
  session: ["A support session", "support sessions"],
  teamMeeting: ["A team meeting you facilitate", "team meetings you facilitate"],
  fidelityReview: ["A fidelity review you facilitate", "fidelity reviews you facilitate"],
  training: ["A training session you deliver", "training sessions you deliver"],
};
const made: Record<PieceKind, [one: string, many: string]> = {
  coachingCycle: ["A whole coaching cycle", "whole coaching cycles"],
  fidelityRecord: ["The complete record of a fidelity review", "complete records of fidelity reviews"],
  communityOfPractice: ["A community-of-practice session", "community-of-practice sessions"],
  delivery: ["A training session you delivered", "training sessions you delivered"],
  learnerOutcomes: ["How your learners' practice was received", "summaries of how your learners' practice was received"],
};
const oneOf = (all: readonly string[], or: string): string =>
  [all.slice(0, -1).join(", "), all.at(-1)].filter((part) => part).join(` ${or} `);
const counted = ([one, many]: [string, string], count: number): string => (count === 1 ? one : `${count} ${many}`);

/** The requirements' own words, which other languages say after them. */
const englishRequirements: RequirementWords = {
  nothingToLearn: "Nothing to learn stands on your path yet",
  lessonsAndCheck: (module) => `Lessons and check: ${module}`,
  checkedAgain: (module, from) => `Check passed again since ${writtenDate(from)}: ${module}`,
  practiceAccepted: (tasks, modules) =>
    `${tasks === 1 ? "One practice task accepted by your coach" : `${tasks} practice tasks accepted by your coach`}${
      modules.length > 0
        ? `, from ${oneOf(
            modules.map((title) => `“${title}”`),
            "or",
          )}`
        : ""
    }`,
  holds: (titles, months) =>
    `${titles.length > 2 ? "An MTSS Practitioner certificate in force" : `${oneOf(titles, "or")} in force`}${months === undefined ? "" : `, held for ${months} months`}`,
  heldElsewhere: ({ title, issuer, until }) =>
    `Met by “${title}” of ${issuer}${until === undefined ? "" : `, which counts until ${writtenDate(until)}`}`,
  observed: ({ observation, count, percent, daysApart }) =>
    `${counted(seen[observation], count)} observed at ${percent}% or better${daysApart !== undefined && count > 1 ? `, ${daysApart} days apart` : ""}`,
  recommended: ({ count, percent }) =>
    count === 1 ? `A colleague's recommendation at ${percent}% or better` : `${count} colleagues' recommendations at ${percent}% or better`,
  handedIn: (piece, count) => `${counted(made[piece], count)}, accepted by a reviewer`,
  calibrated: (samples, percent) =>
    `${samples === 1 ? "One sample" : `${samples} samples`} rated in agreement with another reviewer (${percent}% or better)`,
  readAgain: (module, lessons) => `Read what changed in “${module}”: ${lessons.join("; ")}`,
};

const seenEs: Record<ObservationKind, [string, string]> = {
  practice: ["Una clase o rutina", "clases o rutinas"],
  session: ["Una sesión de apoyo", "sesiones de apoyo"],
  teamMeeting: ["Una reunión de equipo que usted facilita", "reuniones de equipo que usted facilita"],
  fidelityReview: ["Una revisión de fidelidad que usted facilita", "revisiones de fidelidad que usted facilita"],
  training: ["Una sesión de formación que usted imparte", "sesiones de formación que usted imparte"],
};
const madeEs: Record<PieceKind, [string, string]> = {
  coachingCycle: ["Un ciclo completo de coaching", "ciclos completos de coaching"],
  fidelityRecord: ["El registro completo de una revisión de fidelidad", "registros completos de revisiones de fidelidad"],
  communityOfPractice: ["Una sesión de comunidad de práctica", "sesiones de comunidad de práctica"],
  delivery: ["Una sesión de formación que impartió", "sesiones de formación que impartió"],
  learnerOutcomes: ["Cómo se recibió la práctica de sus participantes", "resúmenes de cómo se recibió la práctica de sus participantes"],
};

/** What certification says to whoever is on the way to a certificate. */
export const requirementWords: Record<Language, RequirementWords> = {
  en: englishRequirements,
  es: {
    nothingToLearn: "Todavía no hay nada que aprender en su ruta",
    lessonsAndCheck: (module) => `Lecciones y comprobación: ${module}`,
    checkedAgain: (module, from) => `Comprobación aprobada de nuevo desde el ${writtenDate(from, "es")}: ${module}`,
    practiceAccepted: (tasks, modules) =>
      `${tasks === 1 ? "Una tarea práctica aceptada por su coach" : `${tasks} tareas prácticas aceptadas por su coach`}${
        modules.length > 0
          ? `, de ${oneOf(
              modules.map((title) => `«${title}»`),
              "o",
            )}`
          : ""
      }`,
    holds: (titles, months) =>
      `${titles.length > 2 ? "Un certificado MTSS Practitioner vigente" : `${oneOf(titles, "o")} vigente`}${months === undefined ? "" : `, desde hace ${months} meses`}`,
    heldElsewhere: ({ title, issuer, until }) =>
      `Se cumple con «${title}» de ${issuer}${until === undefined ? "" : `, que cuenta hasta el ${writtenDate(until, "es")}`}`,
    observed: ({ observation, count, percent, daysApart }) =>
      `${counted(seenEs[observation], count)}: observación con ${percent} % o más${daysApart !== undefined && count > 1 ? `, con ${daysApart} días de diferencia` : ""}`,
    recommended: ({ count, percent }) =>
      count === 1 ? `La recomendación de un colega con ${percent} % o más` : `Recomendaciones de ${count} colegas con ${percent} % o más`,
    handedIn: (piece, count) => `${counted(madeEs[piece], count)}: aceptado por una persona revisora`,
    calibrated: (samples, percent) =>
      `${samples === 1 ? "Una muestra" : `${samples} muestras`} con valoraciones que coinciden con las de otra persona revisora (${percent} % o más)`,
    readAgain: (module, lessons) => `Lea lo que cambió en «${module}»: ${lessons.join("; ")}`,
  },
};
