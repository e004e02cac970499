import type { Contact } from "../assignment/contacts.ts";
import type { Enrollment } from "../learning/records.ts";
import { contractDaysBetween } from "../platform/contract-days.ts";
import { addDays, dayNumber, type LocalDate, localDate } from "../platform/dates.ts";
import type { SchoolCalendar } from "../platform/district.ts";
import type { Staff } from "../roster/records.ts";
import { fullName, graceEndsOn, jobRolesOn, leaveAround, leavesOf, rolesOn, schoolsOn, statusOn } from "../roster/rules.ts";
import type { Seat } from "../roster/team-contract.ts";
import { itemFlags, type StaffSummary } from "./records.ts";

/** All that is known of one person and matters to the figures. */
export type PersonFacts = {
  staff: Staff;
  /** The modules in force, each with the date that decides. */
  assignments: { moduleId: string; dueOn: LocalDate; equivalency?: unknown }[];
  enrollments: Enrollment[];
  /** The one that applies to them. */
  calendar: SchoolCalendar;
  /** The last day of the Foundations certificate that lasts longest and is not revoked. */
  certifiedUntil: LocalDate | undefined;
  /** The day on which that certificate's renewal window opens. */
  renewalOpensOn: LocalDate | undefined;
  /** The shared core, as far as it stands on the person's path. */
  coreModuleIds: string[];
  /** The last message of each person who wrote to them. */
  contacts: Contact[];
  /** Later days on which an assignment has ended by itself. */
  changesOn: LocalDate[];
  /** Their seats on teams, held, over and to come. */
  seats?: Seat[];
  /** How many of the person's rows could not be read. */
  bad: number;
};

/**
 * A person's rows: one for each school they work at today, the primary school's first. A pure function of the facts and
 * the day, so making them twice, late or in any order gives the same rows.
 */
export function summariesOf(facts: PersonFacts, { today, zone }: { today: LocalDate; zone: string }): StaffSummary[] {
  const { staff } = facts;
  const schoolIds = schoolsOn(staff, today);
  const learning = { ...learningOf(facts, zone), ...tracesOf(facts, zone) };
  return schoolIds.map((schoolId, i) => ({
    schoolId,
    staffId: staff.id,
    name: fullName(staff),
    roles: jobRolesOn({ roles: staff.roles.filter((role) => role.schoolId === schoolId) }, today),
    isHome: i === 0,
    districtRoles: i === 0 ? jobRolesOn(staff, today) : [],
    schoolIds,
    status: statusOn(staff, today),
    leave: leaveDays(leaveAround(staff, today), facts.calendar),
    graceEndsOn: dayNumber(graceEndsOn(staff)),
    coachId: staff.coachId,
    recheckOn: recheckOn(facts, today),
    bad: facts.bad,
    ...learning,
  }));
}

/** A leave of more school days than this leaves a person out of the figures. */
const longestShortLeave = 20;

function leaveDays(leave: Staff["leave"], calendar: SchoolCalendar): StaffSummary["leave"] {
  if (leave?.to === undefined) return leave && { from: dayNumber(leave.from) };
  const { from, to } = leave;
  const isShort = contractDaysBetween(addDays(from, -1), to, calendar) <= longestShortLeave;
  return { from: dayNumber(from), to: dayNumber(to), ...(isShort && { isShort }) };
}

type Traces = Pick<StaffSummary, "coreDoneOn" | "renewalOn" | "coachedOn">;

/** The last days of what was done: of the core, towards a renewal, by a coach. */
function tracesOf({ staff, enrollments, renewalOpensOn, coreModuleIds, contacts }: PersonFacts, zone: string): Traces {
  const dayOf = (instant: string): number => dayNumber(localDate(new Date(instant), zone));
  const core = coreModuleIds.map((id) => enrollments.find(({ moduleId }) => moduleId === id));
  const completed = core.flatMap((one) => (one?.completedAt === undefined ? [] : [dayOf(one.completedAt)]));
  const passed = core
    .flatMap((one) => one?.check.lastPassedAt ?? one?.check.passedAt ?? [])
    .map(dayOf)
    .filter((day) => renewalOpensOn !== undefined && day >= dayNumber(renewalOpensOn));
  const reviewed = enrollments.flatMap(({ practice: { reviewedAt } }) => (reviewedAt === undefined ? [] : [dayOf(reviewedAt)]));
  const written = contacts.filter(({ byId }) => byId === staff.coachId).map(({ lastOn }) => dayNumber(lastOn));
  return {
    coreDoneOn: core.length > 0 && completed.length === core.length ? latest(completed) : undefined,
    renewalOn: latest(passed),
    coachedOn: latest([...reviewed, ...written]),
  };
}

const latest = (days: readonly number[]): number | undefined => (days.length === 0 ? undefined : Math.max(...days));

/** The modules a person has completed, in the order of their ids. */
export function completedIn(enrollments: readonly Enrollment[]): string[] {
  return enrollments.flatMap(({ moduleId, completedAt }) => (completedAt === undefined ? [] : moduleId)).toSorted();
}

type Learning = Pick<StaffSummary, "items" | "beyond" | "open" | "lastActivityOn" | "certifiedUntil" | "reviews">;

function learningOf({ assignments, enrollments, certifiedUntil }: PersonFacts, zone: string): Learning {
  const dayOf = (instant: string): number => dayNumber(localDate(new Date(instant), zone));
  const byModule = new Map(enrollments.map((enrollment) => [enrollment.moduleId, enrollment]));
  const flags = (moduleId: string, isEquivalent: boolean): number => {
    const enrollment = byModule.get(moduleId);
    if (isEquivalent) return itemFlags.completed | itemFlags.equivalent;
    const completed = enrollment?.completedAt === undefined ? 0 : itemFlags.completed;
    return completed | (enrollment?.practice.acceptedAt === undefined ? 0 : itemFlags.accepted);
  };
  const activity = enrollments.map(({ lastActivityAt }) => dayOf(lastActivityAt));
  const sorted = enrollments.toSorted((a, b) => a.moduleId.localeCompare(b.moduleId));
  const asked = new Set(assignments.map(({ moduleId }) => moduleId));
  const beyond = completedIn(enrollments).filter((moduleId) => !asked.has(moduleId));
  return {
    ...(beyond.length > 0 && { beyond }),
    items: assignments
      .map(({ moduleId, dueOn, equivalency }): [string, number, number] => [
        moduleId,
        dayNumber(dueOn),
        flags(moduleId, equivalency !== undefined),
      ])
      .toSorted(([a, dueA], [b, dueB]) => dueA - dueB || a.localeCompare(b)),
    open: sorted
      .filter(({ completedAt }) => completedAt === undefined)
      .map(({ moduleId, lastActivityAt }) => [moduleId, dayOf(lastActivityAt)]),
    lastActivityOn: latest(activity),
    certifiedUntil: certifiedUntil === undefined ? undefined : dayNumber(certifiedUntil),
    reviews: sorted.flatMap(({ moduleId, practice: { state, evidenceId, submittedAt } }) =>
      state === "submitted" && evidenceId !== undefined && submittedAt !== undefined ? [[moduleId, evidenceId, submittedAt]] : [],
    ),
  };
}

/** The next day on which the person's roles or assignments differ from today's by themselves. */
function recheckOn({ staff, changesOn }: PersonFacts, today: LocalDate): number | undefined {
  const begins = staff.roles.map(({ beginOn }) => beginOn).filter((day) => day > today);
  const ends = rolesOn(staff, today).flatMap(({ endOn }) => (endOn === undefined ? [] : [addDays(endOn, 1)]));
  // The row holds one leave: once that is over, the next one.
  const leaves = leavesOf(staff).flatMap(({ to }) => (to === undefined || to < today ? [] : [addDays(to, 1)]));
  const days = [...begins, ...ends, ...(leaves.length > 1 ? leaves : []), ...changesOn].map(dayNumber);
  return days.length === 0 ? undefined : Math.min(...days);
}
