import { correctedYearStart, schoolYearStart } from "../platform/contract-days.ts";
import type { HeldCertificate } from "../platform/context.ts";
import { addDays, type LocalDate } from "../platform/dates.ts";
import type { SchoolCalendar } from "../platform/district.ts";
import type { JobRole } from "../roster/contract.ts";
import type { School, Staff } from "../roster/records.ts";
import { rolesFrom, statusOn } from "../roster/rules.ts";
import type { Seat } from "../roster/team-contract.ts";
import type { Condition, RuleAudience, RuleInput } from "./rule-contract.ts";

/** The schools that conditions about a level look at. */
export type Levels = ReadonlyMap<string, Pick<School, "level">>;

/** All that conditions ask of one person. */
export type RuleFacts = {
  staff: Pick<Staff, "id" | "roles" | "status" | "lastDayOn" | "hiredOn">;
  certificates: readonly HeldCertificate[];
  /** Seats on teams: held, over and to come. */
  seats: readonly Pick<Seat, "team" | "role" | "isBackup" | "from" | "until">[];
  calendar: SchoolCalendar;
};

/** Since when someone is in an audience and, where it is known beforehand, until when. */
type Span = { from: LocalDate; to?: LocalDate };

/** The day from which a rule asks something of a person, and the last one where it is known. */
export type InRule = { beganOn: LocalDate; lastOn?: LocalDate };

type JobCondition = Extract<Condition, { about: "role" | "level" | "school" }>;
type Job = { role: string; schoolId: string };

const isAboutJob = (condition: Condition): condition is JobCondition =>
  condition.about === "role" || condition.about === "level" || condition.about === "school";

function jobMeets(condition: JobCondition, job: Job, schools: Levels): boolean {
  const options: readonly string[] = condition.anyOf;
  if (condition.about === "role") return options.includes(job.role);
  if (condition.about === "school") return options.includes(job.schoolId);
  return options.includes(schools.get(job.schoolId)?.level ?? "");
}

/** Whether someone who stands on a school's list with these roles may be in an audience: what its conditions about jobs say alone. */
export function mayConcern(
  audience: RuleAudience,
  { roles, schoolId }: { roles: readonly string[]; schoolId: string },
  schools: Levels,
): boolean {
  return audience.anyOf.some(({ allOf }) => {
    const asked = allOf.filter(isAboutJob);
    return asked.length === 0 || roles.some((role) => asked.every((condition) => jobMeets(condition, { role, schoolId }, schools)));
  });
}

/** The job roles an audience is limited to; undefined when one of its groups is for people whatever their role. */
export function rolesOf({ anyOf }: RuleAudience): JobRole[] | undefined {
  const groups = anyOf.map(({ allOf }) => allOf.flatMap((condition) => (condition.about === "role" ? [condition.anyOf] : [])));
  if (groups.some((group) => group.length === 0)) return undefined;
  return [...new Set(groups.flatMap(([first = []]) => first))];
}

/** Whether an audience asks for something that comes about by a date passing, with no row of the person changed. */
export function changesByItself({ anyOf }: RuleAudience): boolean {
  return anyOf.some(({ allOf }) => allOf.some((condition) => condition.about === "certificate" && condition.is !== "neverHeld"));
}

/**
 * Since when a rule asks something of a person and, where that is known, until when. Roles that begin later count
 * already, so that nobody has to wake up on the day they begin. Undefined for someone it asks nothing of.
 */
export function inRule(
  { audience, effectiveUntil }: Pick<RuleInput, "audience" | "effectiveUntil">,
  facts: RuleFacts,
  schools: Levels,
  today: LocalDate,
): InRule | undefined {
  if (statusOn(facts.staff, today) === "left" || (effectiveUntil !== undefined && effectiveUntil < today)) return undefined;
  const spans = audience.anyOf.flatMap(({ allOf }) => spanOf(allOf, facts, schools, today) ?? []);
  const [first] = spans.map(({ from }) => from).toSorted();
  if (first === undefined) return undefined;
  const last = latest(spans);
  const ends = [last, effectiveUntil].filter((end) => end !== undefined).toSorted();
  return { beganOn: first, ...(ends[0] !== undefined && { lastOn: ends[0] }) };
}

/** When the last of these is over; undefined when one of them has no end. */
function latest(spans: readonly Span[]): LocalDate | undefined {
  const ends = spans.flatMap(({ to }) => to ?? []);
  return ends.length === spans.length ? ends.toSorted().at(-1) : undefined;
}

function spanOf(group: readonly Condition[], facts: RuleFacts, schools: Levels, today: LocalDate): Span | undefined {
  const { staff } = facts;
  const asked = group.filter(isAboutJob);
  const jobs = rolesFrom(staff, today).filter((job) => asked.every((condition) => jobMeets(condition, job, schools)));
  if (asked.length > 0 && jobs.length === 0) return undefined;
  const [begin] = jobs.map(({ beginOn }) => beginOn).toSorted();
  const jobSpans = jobs.map(({ beginOn, endOn }): Span => ({ from: beginOn, ...(endOn !== undefined && { to: endOn }) }));
  const jobEnd = asked.length > 0 ? latest(jobSpans) : undefined;
  const spans: Span[] = [{ from: begin ?? staff.hiredOn, ...(jobEnd !== undefined && { to: jobEnd }) }];
  for (const condition of group) {
    if (isAboutJob(condition)) continue;
    const span = personSpan(condition, facts, today);
    if (!span) return undefined;
    spans.push(span);
  }
  const [end] = spans.flatMap(({ to }) => to ?? []).toSorted();
  return {
    from:
      spans
        .map(({ from }) => from)
        .toSorted()
        .at(-1) ?? today,
    ...(end !== undefined && { to: end }),
  };
}

/** Longer ago than anything: a condition that has always been met. */
const always = "0000-01-01";

function personSpan(condition: Exclude<Condition, JobCondition>, facts: RuleFacts, today: LocalDate): Span | undefined {
  const { hiredOn } = facts.staff;
  switch (condition.about) {
    case "hired":
      return (condition.is === "before") === hiredOn < condition.on ? { from: always } : undefined;
    case "newlyHired": {
      const to = addDays(hiredOn, condition.days);
      return today <= to ? { from: hiredOn, to } : undefined;
    }
    case "seat":
      return seatSpan(condition, facts.seats, today);
    case "certificate":
      return certificateSpan(condition, facts.certificates, today);
  }
}

/** Seats that begin later count already, like jobs. */
function seatSpan(
  { teams, roles, withBackups }: Extract<Condition, { about: "seat" }>,
  seats: RuleFacts["seats"],
  today: LocalDate,
): Span | undefined {
  const spans = seats
    .filter(({ until }) => until === undefined || today <= until)
    .filter(
      ({ team, role, isBackup }) => teams.includes(team) && (roles.length === 0 || roles.includes(role)) && (withBackups || !isBackup),
    )
    .map(({ from, until }): Span => ({ from, ...(until !== undefined && { to: until }) }));
  const [from] = spans.map((span) => span.from).toSorted();
  const to = latest(spans);
  return from === undefined ? undefined : { from, ...(to !== undefined && { to }) };
}

function certificateSpan(
  { certificationId, is, days = 90 }: Extract<Condition, { about: "certificate" }>,
  held: readonly HeldCertificate[],
  today: LocalDate,
): Span | undefined {
  const last = lastCertificate(held, certificationId);
  if (!last) return is === "neverHeld" ? { from: always } : undefined;
  const opens = addDays(last.lastOn, -days);
  switch (is) {
    case "neverHeld":
      return undefined;
    case "held":
      return { from: last.issuedOn };
    case "holds":
      return today <= last.lastOn ? { from: last.issuedOn, to: last.lastOn } : undefined;
    case "expiring":
      return opens <= today ? { from: opens } : undefined;
  }
}

/** The certificate of a certification that lasts longest; of any, where none is named. */
function lastCertificate(held: readonly HeldCertificate[], certificationId?: string): HeldCertificate | undefined {
  const own = held.filter((one) => certificationId === undefined || one.certificationId === certificationId);
  return own.toSorted((a, b) => a.lastOn.localeCompare(b.lastOn)).at(-1);
}

/** The day from which a rule's dates count for someone, and what that day is. A start is kept, unless the rule's own was moved. */
export function anchorFor(
  { due, effectiveFrom, audience }: Pick<RuleInput, "due" | "effectiveFrom" | "audience">,
  { beganOn, facts, today }: { beganOn: LocalDate; facts: RuleFacts; today: LocalDate },
  before: { anchorOn: LocalDate; anchor: string } | undefined,
) {
  const asked = due.kind === "relative" ? due.anchor : undefined;
  const kept = before?.anchor === asked ? before?.anchorOn : undefined;
  const later = beganOn > effectiveFrom ? beganOn : effectiveFrom;
  switch (asked) {
    case "hired":
      return { anchorOn: facts.staff.hiredOn, anchor: "hired" as const };
    case "assigned":
      return { anchorOn: kept ?? today, anchor: "assigned" as const };
    case "ruleStart":
      return { anchorOn: effectiveFrom, anchor: "ruleStart" as const };
    case "roleStart":
      return { anchorOn: kept ?? beganOn, anchor: "roleStart" as const };
    case "schoolYearStart": {
      const earliest = schoolYearStart(effectiveFrom, facts.calendar);
      // The year is kept; the day on which it begins is the calendar's.
      const same = kept === undefined ? undefined : correctedYearStart(kept, facts.calendar);
      const own = same !== undefined && same >= earliest ? same : schoolYearStart(later, facts.calendar);
      return { anchorOn: own, anchor: "schoolYearStart" as const };
    }
    case "certificateExpiry": {
      const last = lastCertificateOf(audience, facts.certificates);
      if (last) return { anchorOn: last.lastOn, anchor: "certificateExpiry" as const };
      return ownStart(later, effectiveFrom);
    }
    case undefined: {
      const isOwn = before?.anchor === "roleStart" || before?.anchor === "ruleStart";
      if (!before || !isOwn) return ownStart(later, effectiveFrom);
      if (before.anchor === "ruleStart" || before.anchorOn < effectiveFrom) return ownStart(effectiveFrom, effectiveFrom);
      return { anchorOn: before.anchorOn, anchor: "roleStart" as const };
    }
  }
}

/** The certificate a rule is about: of those its conditions name, the one that lasts longest; of all, where they name none. */
function lastCertificateOf({ anyOf }: RuleInput["audience"], held: readonly HeldCertificate[]): HeldCertificate | undefined {
  const named = anyOf.flatMap(({ allOf }) => allOf.flatMap((one) => (one.about === "certificate" ? [one.certificationId] : [])));
  return lastCertificate(named.length === 0 ? held : held.filter(({ certificationId }) => named.includes(certificationId)));
}

function ownStart(later: LocalDate, effectiveFrom: LocalDate) {
  return { anchorOn: later, anchor: later > effectiveFrom ? ("roleStart" as const) : ("ruleStart" as const) };
}
