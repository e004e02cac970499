import type { LocalDate } from "../platform/dates.ts";
import type { Language } from "../platform/language.ts";

const longDate = {
  en: new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }),
  es: new Intl.DateTimeFormat("es-US", { dateStyle: "long", timeZone: "UTC" }),
} satisfies Record<Language, Intl.DateTimeFormat>;

/** A local date as people write it: November 2, 2026. */
export function writtenDate(date: LocalDate, language: Language = "en"): string {
  return longDate[language].format(new Date(`${date}T00:00:00Z`));
}

type Words = {
  lessonsAndCheck: (module: string) => string;
  checkedAgain: (module: string, from: LocalDate) => string;
  practiceAccepted: (tasks: number) => string;
};

/** What certification says to whoever is on the way to a certificate. */
export const requirementWords: Record<Language, Words> = {
  en: {
    lessonsAndCheck: (module) => `Lessons and check: ${module}`,
    checkedAgain: (module, from) => `Check passed again since ${writtenDate(from)}: ${module}`,
    practiceAccepted: (tasks) => (tasks === 1 ? "One practice task accepted by your coach" : `${tasks} practice tasks accepted by your coach`),
  },
  es: {
    lessonsAndCheck: (module) => `Lecciones y comprobación: ${module}`,
    checkedAgain: (module, from) => `Comprobación aprobada de nuevo desde el ${writtenDate(from, "es")}: ${module}`,
    practiceAccepted: (tasks) => (tasks === 1 ? "Una tarea práctica aceptada por su coach" : `${tasks} tareas prácticas aceptadas por su coach`),
  },
};
