import type { LocalDate } from "../platform/dates.ts";
import type { Versioned } from "../platform/record.ts";
import type { School, Staff } from "../roster/records.ts";
import { rolesFrom } from "../roster/rules.ts";
import type { RuleInput } from "./contract.ts";
import type { Rule, Source } from "./records.ts";

type Audience = RuleInput["audience"];
type Levels = ReadonlyMap<string, Pick<School, "level">>;
type Start = Pick<Source, "anchorOn" | "anchor" | "lastOn">;

/** Whether a job at a school is one that an audience is for. */
export function isInAudience(audience: Audience, job: { role: string; schoolId: string }, schools: Levels): boolean {
  const { roles, schoolIds, levels } = audience;
  const level = schools.get(job.schoolId)?.level;
  return (
    roles.some((role) => role === job.role) &&
    (schoolIds.length === 0 || schoolIds.includes(job.schoolId)) &&
    (levels.length === 0 || (level !== undefined && levels.includes(level)))
  );
}

/**
 * Since when a rule asks something of a person and, where the roster says so, until when. Roles that begin later count
 * already, so that nobody has to wake up on the day they begin. Undefined for someone it asks nothing of.
 */
export function startInRule(
  rule: Pick<RuleInput, "audience" | "effectiveFrom">,
  staff: Pick<Staff, "roles" | "status">,
  schools: Levels,
  today: LocalDate,
): Start | undefined {
  if (staff.status === "left") return undefined;
  const jobs = rolesFrom(staff, today).filter((job) => isInAudience(rule.audience, job, schools));
  const [first] = jobs.map(({ beginOn }) => beginOn).toSorted();
  if (first === undefined) return undefined;
  const ends = jobs.flatMap(({ endOn }) => endOn ?? []).toSorted();
  const lastOn = ends.length === jobs.length ? ends.at(-1) : undefined;
  return {
    ...(first > rule.effectiveFrom ? { anchorOn: first, anchor: "roleStart" } : { anchorOn: rule.effectiveFrom, anchor: "ruleStart" }),
    ...(lastOn !== undefined && { lastOn }),
  };
}

/** The ledger line that a rule keeps for a person; its id follows from the rule, so there is never a second one. */
const ruleSourceId = (ruleId: string): string => `r-${ruleId}`;

/**
 * The lines to write so that a person's ledger says what the rules say: nothing where it does already. Someone who comes
 * back to an audience finds their line as it was, with its first start; a line that a person made, or ended, is left alone.
 */
export function ledgerChanges(input: {
  staff: Staff;
  rules: readonly (Rule & Versioned)[];
  ledger: readonly (Source & Versioned)[];
  schools: Levels;
  today: LocalDate;
  at: string;
}): (Source & Versioned)[] {
  const { staff, rules, ledger, schools, today } = input;
  const lines = new Map(ledger.map((line) => [line.id, line]));
  return rules.flatMap((rule) => {
    const line = lines.get(ruleSourceId(rule.id));
    if (line?.endedBy === "person") return [];
    const start = rule.isActive ? startInRule(rule, staff, schools, today) : undefined;
    const next = start ? opened(rule, staff.id, start, line, input.at) : line && ended(line, rule, today);
    return next && !isSame(next, line) ? [next] : [];
  });
}

function opened(
  rule: Rule & Versioned,
  staffId: string,
  start: Start,
  line: (Source & Versioned) | undefined,
  at: string,
): Source & Versioned {
  const { anchorOn, anchor, lastOn } = start;
  return {
    staffId,
    id: ruleSourceId(rule.id),
    origin: { kind: "rule", ruleId: rule.id, ruleName: rule.name, ruleVersion: rule.version },
    target: rule.target,
    due: rule.due,
    ...(line ? keptAnchor(line, rule) : { anchorOn, anchor }),
    assignedAt: line?.assignedAt ?? at,
    ...(lastOn !== undefined && { lastOn }),
    version: line?.version ?? 0,
  };
}

/** A start is kept for good, unless the rule's own start was moved. */
function keptAnchor({ anchorOn, anchor }: Start, { effectiveFrom }: Rule): Pick<Start, "anchorOn" | "anchor"> {
  if (anchor === "ruleStart" || anchorOn < effectiveFrom) return { anchorOn: effectiveFrom, anchor: "ruleStart" };
  return { anchorOn, anchor };
}

function ended(line: Source & Versioned, rule: Rule, today: LocalDate): Source & Versioned {
  if (line.endedOn !== undefined) return line;
  return {
    ...line,
    endedOn: today,
    ...(rule.isActive
      ? { endedBy: "audience", endReason: "You are no longer in the group that this rule is for." }
      : { endedBy: "rule", endReason: "Your district has switched this rule off." }),
  };
}

/** Whether two lines say the same, the version of the rule included: "why me" names the version in force. */
function isSame(next: Source, before: Source | undefined): boolean {
  const essence = (line: Source): string =>
    JSON.stringify([line.origin, line.target, line.due, line.anchorOn, line.anchor, line.lastOn, line.endedOn]);
  return before !== undefined && essence(next) === essence(before);
}

/**
 * One line out of two with the same id, of a person who had two accounts. What a person decided about either holds: a
 * waiver is a decision about the human, not the account. Otherwise an open line wins over an ended one, and the earlier start.
 */
export function mergedLine(kept: Source, other: Source): Source {
  if (kept.endedBy === "person") return kept;
  if (other.endedBy === "person") return other;
  const isKeptOpen = kept.endedOn === undefined;
  const isOtherOpen = other.endedOn === undefined;
  if (isKeptOpen !== isOtherOpen) return isKeptOpen ? kept : other;
  const isOtherEarlier = other.anchorOn < kept.anchorOn || (other.anchorOn === kept.anchorOn && other.assignedAt < kept.assignedAt);
  return isOtherEarlier ? other : kept;
}
