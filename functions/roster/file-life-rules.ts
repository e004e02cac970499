import { addDays, type LocalDate, localDate } from "../platform/dates.ts";
import type { ImportRecord } from "./import-contract.ts";

/** What an import keeps of people beside its row is let go of so many days after it was applied or put away, or else taken in. */
export const importFileDays = 90;

/** A file that was made of the roster is for taking away, and is let go of so many days after it was asked for. */
export const exportFileDays = 7;

type Life = Pick<ImportRecord, "state" | "startedAt" | "finishedAt">;

/** The last day on which an import's lists can be read. */
export function filesUntil({ startedAt, finishedAt }: Life, zone: string): LocalDate {
  return addDays(localDate(new Date(finishedAt ?? startedAt), zone), importFileDays);
}

/** Whether an import's lists are gone on a day; one that is being applied still needs them. */
export function areFilesGone(one: Life, { zone, today }: { zone: string; today: LocalDate }): boolean {
  return one.state !== "applying" && filesUntil(one, zone) < today;
}
