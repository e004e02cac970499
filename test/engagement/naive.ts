import { dueDate } from "../../functions/assignment/due-rules.ts";
import type { MetricId } from "../../functions/engagement/contract.ts";
import { addDays, daysBetween } from "../../functions/platform/dates.ts";
import { testDistrict } from "../support/store.ts";
import type { Person } from "./small-district.ts";

/**
 * The figures as the domain's page words them, straight from the facts and as plainly as they can be written: no
 * summary, no roll-up, no code shared with what is tested. When an assignment falls due is its own capability's word.
 */
export type Counts = { numerator: number; denominator: number };

const localDay = (instant: string): string => new Date(Date.parse(instant) - 5 * 3_600_000).toISOString().slice(0, 10);

const isHere = ({ staff }: Person, schoolId: string | undefined, today: string): boolean =>
  staff.roles.some(
    (role) => (schoolId === undefined || role.schoolId === schoolId) && role.beginOn <= today && today <= (role.endOn ?? "9999"),
  );

/** Everyone in the figures of a school, or of the district. */
export function activePeople(people: Person[], schoolId: string | undefined, today: string): Person[] {
  return people.filter((one) => {
    const { status, leave } = one.staff;
    const isAway = leave !== undefined && leave.from <= today && today <= (leave.to ?? "9999");
    return status === "active" && !isAway && isHere(one, schoolId, today);
  });
}

export function naiveCounts(metric: MetricId, people: Person[], schoolId: string | undefined, today: string): Counts {
  const sum = { numerator: 0, denominator: 0 };
  for (const one of activePeople(people, schoolId, today)) {
    const { numerator, denominator } = countsOf(metric, one, today);
    sum.numerator += numerator;
    sum.denominator += denominator;
  }
  return sum;
}

function countsOf(metric: MetricId, one: Person, today: string): Counts {
  const begun = new Map(one.enrollments.map((enrollment) => [enrollment.moduleId, enrollment]));
  const graceUntil = addDays(one.staff.hiredOn, 45);
  const due = one.sources
    .map(({ due: rule, anchorOn, target }) => ({
      id: target.id,
      on: dueDate({ due: rule, anchorOn, dueDays: 30 }, one.staff, { calendar: testDistrict.calendar, today }).dueOn,
    }))
    .filter(({ on }) => on <= today);
  const count = (all: boolean[]): Counts => ({ numerator: all.filter(Boolean).length, denominator: all.length });
  switch (metric) {
    case "transfer":
      return today < graceUntil
        ? count([])
        : count(due.filter(({ on }) => on >= "2026-07-01").map(({ id }) => begun.get(id)?.practice.state === "accepted"));
    case "current":
      return today < graceUntil || due.length === 0 ? count([]) : count([due.every(({ id }) => begun.get(id)?.completedAt !== undefined)]);
    case "reach":
      return count([one.enrollments.some(({ lastActivityAt }) => localDay(lastActivityAt) >= "2026-07-01")]);
    case "stalled":
      return count(
        one.enrollments
          .filter(({ completedAt }) => completedAt === undefined)
          .map(({ lastActivityAt }) => daysBetween(localDay(lastActivityAt), today) >= 30),
      );
    case "certified":
      return count([
        one.certificates.some(({ expiresOn, revokedOn }) => expiresOn >= today && !(revokedOn !== undefined && revokedOn <= today)),
      ]);
  }
}
