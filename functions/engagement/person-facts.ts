import { assignmentsFrom } from "../assignment/queries.ts";
import { assignmentsInForce } from "../assignment/rules.ts";
import { foundations } from "../certification/definitions.ts";
import { certificatesFrom } from "../certification/queries.ts";
import { readCatalog } from "../curriculum/queries.ts";
import { enrollmentsFrom } from "../learning/queries.ts";
import type { Context } from "../platform/context.ts";
import { addDays, type LocalDate } from "../platform/dates.ts";
import { log } from "../platform/log.ts";
import type { Item } from "../platform/table.ts";
import { calendarOf } from "../roster/calendar-rules.ts";
import { staffFrom } from "../roster/queries.ts";
import type { PersonFacts } from "./summary.ts";

/** What one query of a person's partition says; `isUnreadable` when their own record is there but cannot be read. */
export type PersonRead = { person: PersonFacts | undefined; isUnreadable: boolean; bad: number };

/**
 * Reads all that the figures need of one person in one strongly consistent query. A row that cannot be read is left
 * out, counted and logged by its key; it spoils nothing else.
 */
export async function readPersonFacts(ctx: Context, staffId: string): Promise<PersonRead> {
  const [items, catalog] = await Promise.all([ctx.table.collection(`U#${staffId}`), readCatalog(ctx)]);
  const unreadable = new Set<string>();
  const onBad = ({ SK }: Item): void => {
    unreadable.add(SK);
    log("warn", "a row cannot be read and is left out of the figures", { districtId: ctx.district.id, row: `U#${staffId} / ${SK}` });
  };
  const staff = staffFrom(items, onBad);
  if (!staff) return { person: undefined, isUnreadable: items.some(({ SK }) => SK === "PROFILE"), bad: 1 };
  const sources = assignmentsFrom(items, onBad);
  const enrollments = enrollmentsFrom(items, onBad);
  const certificates = certificatesFrom(items, onBad);
  const calendar = calendarOf(staff, ctx.district, ctx.today);
  const assignments = assignmentsInForce({ staff, sources, enrollments, catalog, calendar, today: ctx.today });
  const ends = sources.flatMap(({ endedOn, lastOn }) =>
    endedOn === undefined && lastOn !== undefined && lastOn >= ctx.today ? [addDays(lastOn, 1)] : [],
  );
  return {
    person: { staff, assignments, enrollments, certifiedUntil: lastDay(certificates), changesOn: ends, bad: unreadable.size },
    isUnreadable: false,
    bad: unreadable.size,
  };
}

type Term = { certificationId: string; expiresOn: LocalDate; revokedOn?: LocalDate | undefined };

/** The last day on which a Foundations certificate is in force: its own last day, or the day before it was revoked. */
function lastDay(certificates: readonly Term[]): LocalDate | undefined {
  const days = certificates
    .filter(({ certificationId }) => certificationId === foundations.id)
    .map(({ expiresOn, revokedOn }) => (revokedOn !== undefined && revokedOn <= expiresOn ? addDays(revokedOn, -1) : expiresOn));
  return days.toSorted().at(-1);
}
