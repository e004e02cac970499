import type { LocalDate } from "../platform/dates.ts";
import type { Versioned } from "../platform/record.ts";
import { anchorFor, type InRule, inRule, type Levels, type RuleFacts } from "./audience-rules.ts";
import type { Rule, Source } from "./records.ts";

/** The ledger line that a rule keeps for a person; its id follows from the rule, so there is never a second one. */
export const ruleSourceId = (ruleId: string): string => `r-${ruleId}`;

type Line = Source & Versioned;

/** All that decides which lines the rules keep for one person. */
export type LedgerInput = {
  facts: RuleFacts;
  rules: readonly (Rule & Versioned)[];
  ledger: readonly Line[];
  schools: Levels;
  today: LocalDate;
  at: string;
};

/**
 * The lines to write so that a person's ledger says what the rules say: nothing where it does already. Someone who comes
 * back to an audience finds their line as it was, with its first start; a line that a person made, or ended, is left alone.
 * A rule that cannot be worked out is named to `onFailure` and changes nothing.
 */
export function ledgerChanges(input: LedgerInput, onFailure: (rule: Rule & Versioned, error: unknown) => void): Line[] {
  const lines = new Map(input.ledger.map((line) => [line.id, line]));
  return input.rules.flatMap((rule) => {
    const line = lines.get(ruleSourceId(rule.id));
    if (line?.endedBy === "person") return [];
    try {
      const next = lineOf(rule, line, input);
      return next && !isSame(next, line) ? [next] : [];
    } catch (error) {
      onFailure(rule, error);
      return [];
    }
  });
}

/** A person's ledger as the rules would have it, without writing; what cannot be worked out stays as it is. */
export function ledgerAfter(input: LedgerInput): Line[] {
  const changes = new Map(ledgerChanges(input, () => {}).map((line) => [line.id, line]));
  return [...input.ledger.filter(({ id }) => !changes.has(id)), ...changes.values()];
}

function lineOf(rule: Rule & Versioned, line: Line | undefined, input: LedgerInput): Line | undefined {
  const { facts, schools, today } = input;
  // A later version has been here: this one is the rule as it was.
  if (line?.origin.kind === "rule" && line.origin.ruleVersion > rule.version) return line;
  const inside = rule.isActive ? inRule(rule, facts, schools, today) : undefined;
  if (inside) return opened(rule, inside, line, input);
  // A rule whose time was up has ended its lines by their own last day.
  if (!line || (line.lastOn !== undefined && line.lastOn < today)) return line;
  return ended(line, rule, today);
}

function opened(rule: Rule & Versioned, { beganOn, lastOn }: InRule, line: Line | undefined, input: LedgerInput): Line {
  const { facts, today, at } = input;
  return {
    staffId: facts.staff.id,
    id: ruleSourceId(rule.id),
    origin: originOf(rule),
    target: rule.target,
    due: rule.due,
    ...anchorFor(rule, { beganOn, facts, today }, line),
    assignedAt: line?.assignedAt ?? at,
    ...(lastOn !== undefined && { lastOn }),
    version: line?.version ?? 0,
  };
}

const originOf = ({ id, name, version }: Rule & Versioned): Source["origin"] => ({
  kind: "rule",
  ruleId: id,
  ruleName: name,
  ruleVersion: version,
});

function ended(line: Line, rule: Rule & Versioned, today: LocalDate): Line {
  if (line.endedOn !== undefined) return line;
  return {
    ...line,
    origin: originOf(rule),
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
