import type { Language } from "../platform/language.ts";
import { writtenDate } from "../platform/dates.ts";
import { englishRequirements, type RequirementWords } from "./rules.ts";

/** What certification says to whoever is on the way to a certificate. */
export const requirementWords: Record<Language, RequirementWords> = {
  en: englishRequirements,
  es: {
    lessonsAndCheck: (module) => `Lecciones y comprobación: ${module}`,
    checkedAgain: (module, from) => `Comprobación aprobada de nuevo desde el ${writtenDate(from, "es")}: ${module}`,
    practiceAccepted: (tasks) =>
      tasks === 1 ? "Una tarea práctica aceptada por su coach" : `${tasks} tareas prácticas aceptadas por su coach`,
  },
};
