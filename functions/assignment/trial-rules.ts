import type { Catalog } from "../curriculum/content.ts";
import type { Enrollment } from "../learning/records.ts";
import type { LocalDate } from "../platform/dates.ts";
import type { Versioned } from "../platform/record.ts";
import type { School, Staff } from "../roster/records.ts";
import { fullName, membershipsOf, schoolsOn } from "../roster/rules.ts";
import { mayConcern, type RuleFacts } from "./audience-rules.ts";
import type { AssignmentInForce } from "./contract.ts";
import type { Decisions } from "./decision-rules.ts";
import { ledgerChanges, ruleSourceId } from "./membership-rules.ts";
import type { Rule, Source } from "./records.ts";
import type { RuleEffect } from "./rule-contract.ts";
import { assignmentsInForce, isOpen } from "./rules.ts";

/** One person as they stand, for whom saving a rule is tried out. */
export type Trialist = {
  staff: Staff;
  facts: RuleFacts;
  ledger: readonly (Source & Versioned)[];
  decisions: Decisions;
  enrollments: readonly Enrollment[];
};

export type TrialSurroundings = { catalog: Catalog; schools: ReadonlyMap<string, School>; today: LocalDate; at: string };

/** What saving does to someone: which list they are on, as which entry; and whether something is overdue from then on. */
export type TrialEffect = { list: "added" | "removed" | "redated" | "unchanged"; effect: RuleEffect; isOverdueAtOnce: boolean };

/** What saving a rule would do to one person: their ledger before and after, by the very functions that will be used. */
export function effectOf(rule: Rule & Versioned, who: Trialist, around: TrialSurroundings): TrialEffect {
  const { staff, facts, ledger } = who;
  const { schools, today, at } = around;
  const changes = ledgerChanges({ facts, rules: [rule], ledger, schools, today, at }, (_, error) => {
    throw error;
  });
  const after = [...ledger.filter(({ id }) => !changes.some((line) => line.id === id)), ...changes];
  const [old, next] = [inForce(ledger, who, around), inForce(after, who, around)];
  const lineId = ruleSourceId(rule.id);
  const isOn = (lines: readonly Source[]): boolean => lines.some((line) => line.id === lineId && isOpen(line, today));
  const schoolNames = schoolsOn(staff, today).map((id) => schools.get(id)?.name ?? "");
  const named = { id: staff.id, name: fullName(staff), schoolNames };
  const wasOverdue = new Set(old.filter(({ isOverdue }) => isOverdue).map(({ moduleId }) => moduleId));
  const isOverdueAtOnce = next.some(({ isOverdue, moduleId }) => isOverdue && !wasOverdue.has(moduleId));
  const { list, ...amounts } = amountsTo([isOn(ledger), isOn(after)], asked(old, lineId), asked(next, lineId), { old, next });
  return { list, effect: { ...named, ...amounts }, isOverdueAtOnce };
}

function inForce(sources: readonly Source[], { decisions, enrollments, facts, staff }: Trialist, { catalog, today }: TrialSurroundings) {
  return assignmentsInForce({ sources, decisions, catalog, enrollments, staff, calendar: facts.calendar, today });
}

/** What the rule's own line asks for. */
function asked(assignments: readonly AssignmentInForce[], lineId: string): AssignmentInForce[] {
  return assignments.filter(({ reasons }) => reasons.some(({ sourceId }) => sourceId === lineId));
}

type Paths = { old: readonly AssignmentInForce[]; next: readonly AssignmentInForce[] };
type Amount = Pick<RuleEffect, "outcome" | "was" | "dueOn"> & { list: TrialEffect["list"] };

function amountsTo([wasOn, isOn]: [boolean, boolean], before: AssignmentInForce[], after: AssignmentInForce[], paths: Paths): Amount {
  if (!wasOn && isOn) return { list: "added", ...newlyAsked(after, paths) };
  if (wasOn && !isOn) {
    const left = before.filter(({ moduleId }) => !paths.next.some((one) => one.moduleId === moduleId));
    return { list: "removed", outcome: left.length > 0 ? "ends" : "stillAsked" };
  }
  if (!isOn) return { list: "unchanged", outcome: "changed" };
  const ids = new Set([...before, ...after].map(({ moduleId }) => moduleId));
  for (const id of ids) {
    const [was, now] = [paths.old, paths.next].map((all) => all.find((one) => one.moduleId === id));
    if (was?.dueOn === now?.dueOn || (now ?? was)?.state === "completed") continue;
    if (!was || !now) return { list: "redated", outcome: "changed", ...(now && { dueOn: now.dueOn }) };
    return { list: "redated", outcome: now.dueOn > was.dueOn ? "later" : "earlier", was: was.dueOn, dueOn: now.dueOn };
  }
  return { list: "unchanged", outcome: "changed" };
}

function newlyAsked(after: AssignmentInForce[], { old }: Paths): Pick<RuleEffect, "outcome" | "dueOn"> {
  if (after.length === 0) return { outcome: "waived" };
  const open = after.filter(({ state }) => state !== "completed");
  const last = open.at(-1);
  if (!last) return { outcome: "completed" };
  const isNew = open.some(({ moduleId, dueOn }) => old.find((one) => one.moduleId === moduleId)?.dueOn !== dueOn);
  return { outcome: isNew ? "new" : "alreadyAsked", dueOn: last.dueOn };
}

/**
 * The one school at whose list a walk counts someone who stands on several: the first of those at which the rule may
 * concern them. So totals count people, not jobs.
 */
export function countedAt(
  staff: Staff,
  rules: readonly Rule[],
  { schools, today }: Pick<TrialSurroundings, "schools" | "today">,
): string | undefined {
  const places = membershipsOf(staff, today).filter((place) => rules.some((rule) => isWithin(rule, place, schools)));
  return places.map(({ schoolId }) => schoolId).toSorted()[0];
}

/** Whether someone on a school's list may be, or may have been, one whom a rule is for. */
export function isWithin(
  rule: Rule,
  place: { roles: readonly string[]; schoolId: string },
  schools: TrialSurroundings["schools"],
): boolean {
  const roles: readonly string[] = rule.rolesEver;
  return rule.isForAnyRole === true || place.roles.some((role) => roles.includes(role)) || mayConcern(rule.audience, place, schools);
}
