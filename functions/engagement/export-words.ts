import type { JobRole, SchoolLevel } from "../roster/contract.ts";
import { fewestPeople } from "./suppression.ts";

/** What stands where a figure is hidden. */
export const hiddenWords = `hidden (a group of fewer than ${fewestPeople})`;

/** What stands for the counts where only a bound is said. */
export const codedWords = "not shown (fewer than 20 people)";

/** A share of which only a bound is said, in percent. */
export const extremeWords = ({ coded, percent }: { coded: "atLeast" | "atMost"; percent: number }): string =>
  coded === "atLeast" ? `${percent} or more` : `${percent} or less`;

/** Job roles as the screen names them. */
export const roleWords: Record<JobRole, string> = {
  teacher: "Teacher",
  interventionist: "Interventionist",
  specialEducator: "Special educator",
  counselor: "Counselor or social worker",
  psychologist: "School psychologist",
  paraprofessional: "Paraprofessional",
  schoolAdministrator: "School administrator",
  coach: "MTSS coach",
  districtLeader: "District leader",
  dataCoordinator: "Data coordinator",
};

/** School levels as the screen names them. */
export const levelWords: Record<SchoolLevel, string> = {
  elementary: "Elementary",
  middle: "Middle",
  high: "High",
  district: "District office",
};

/** Which of the people behind a figure a list shows. */
export const showWords = {
  all: "Everyone in the figure",
  counted: "Those counted in it",
  rest: "Those with something missing",
} as const;

/** An instant as the screen prints it, in the district's zone. */
export function timeWords(instant: string, zone: string): string {
  return new Intl.DateTimeFormat("en-US", { timeZone: zone, dateStyle: "long", timeStyle: "short" }).format(new Date(instant));
}

/** A file's name from its parts, each in words that a file system takes. */
export function fileNameOf(...parts: (string | undefined)[]): string {
  const words = parts.filter((part) => part !== undefined).map((part) => part.replaceAll(/[^\p{L}\p{N}]+/gu, "-"));
  return `${words.join("-").toLowerCase()}.csv`;
}
