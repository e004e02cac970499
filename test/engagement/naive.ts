import { dueDate } from "../../functions/assignment/due-rules.ts";
import type { MetricId } from "../../functions/engagement/contract.ts";
import { isContractDay } from "../../functions/platform/contract-days.ts";
import { addDays, daysBetween } from "../../functions/platform/dates.ts";
import { testDistrict } from "../support/store.ts";
import { moduleIds, type Person } from "./small-district.ts";

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

/** Weekdays outside breaks and summers, both ends included. */
function schoolDays(from: string, to: string): number {
  const { calendar } = testDistrict;
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));
  return days.filter((day) => isContractDay(day, calendar)).length;
}

/** Everyone in the figures of a school, or of the district. */
export function activePeople(people: Person[], schoolId: string | undefined, today: string): Person[] {
  return people.filter((one) => {
    const { status, leave } = one.staff;
    const isAway = leave !== undefined && leave.from <= today && today <= (leave.to ?? "9999");
    const isLong = leave !== undefined && (leave.to === undefined || schoolDays(leave.from, leave.to) > 20);
    return status === "active" && !(isAway && isLong) && isHere(one, schoolId, today);
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
      return count([isHeld(one, today)]);
    case "lapsed":
      return count(one.certificates.length > 0 ? [!isHeld(one, today)] : []);
    case "lapsing":
      return count(isHeld(one, today) ? [one.certificates.every((certificate) => isForgotten(certificate, one, today))] : []);
    case "onboarded":
      return count(
        graceUntil >= "2026-07-01" && graceUntil <= today
          ? [moduleIds.every((id) => localDay(begun.get(id)?.completedAt ?? "9999-01-01T00:00:00Z") <= graceUntil)]
          : [],
      );
    case "coachingReach":
      return count(one.staff.coachId === undefined ? [] : [one.enrollments.some(({ practice }) => isRecent(practice.reviewedAt, today))]);
  }
}

const isHeld = (one: Person, today: string): boolean =>
  one.certificates.some(({ expiresOn, revokedOn }) => expiresOn >= today && !(revokedOn !== undefined && revokedOn <= today));

/** Ends within ninety days, and no check was passed since it can be renewed. */
const isForgotten = ({ expiresOn, renewalOpensOn }: Person["certificates"][number], one: Person, today: string): boolean =>
  daysBetween(today, expiresOn) <= 90 &&
  !one.enrollments.some(({ check: { passedAt } }) => passedAt !== undefined && localDay(passedAt) >= renewalOpensOn);

const isRecent = (at: string | undefined, today: string): boolean => at !== undefined && daysBetween(localDay(at), today) < 90;
