import type { DefinitionView } from "../../functions/certification/decision-contract.ts";
import type { DefinitionChoices, RequirementRule } from "../../functions/certification/definition-contract.ts";

/** What can be added in one press; what names modules or certificates keeps those that ship. */
export type AddedKind = "practice" | "observations" | "references" | "pieces" | "calibration" | "core" | "changedModules";

const usual = 80;

/** A rule of a kind as it is added, with numbers to begin from. */
export function newRule(kind: AddedKind): RequirementRule {
  switch (kind) {
    case "core":
    case "changedModules":
      return { kind };
    case "practice":
      return { kind, count: 1 };
    case "observations":
      return { kind, observation: "practice", count: 1, percent: usual };
    case "references":
      return { kind, count: 1, percent: usual };
    case "pieces":
      return { kind, piece: "coachingCycle", count: 1 };
    case "calibration":
      return { kind, samples: 1, percent: usual };
  }
}

/** The numbers of a rule that can be changed where it stands. */
type RuleNumber = "howOften" | "percent" | "daysApart";

/** A rule's numbers as they are. */
export function numbersOf(rule: RequirementRule): [RuleNumber, number][] {
  return [
    ...("count" in rule ? [["howOften", rule.count] as [RuleNumber, number]] : []),
    ...("samples" in rule ? [["howOften", rule.samples] as [RuleNumber, number]] : []),
    ...("percent" in rule ? [["percent", rule.percent] as [RuleNumber, number]] : []),
    ...(rule.kind === "observations" && rule.daysApart !== undefined ? [["daysApart", rule.daysApart] as [RuleNumber, number]] : []),
  ];
}

/** The rule with one of its numbers changed. */
export function withNumber(rule: RequirementRule, name: RuleNumber, value: number): RequirementRule {
  if (name === "howOften") return "samples" in rule ? { ...rule, samples: value } : "count" in rule ? { ...rule, count: value } : rule;
  if (name === "percent") return "percent" in rule ? { ...rule, percent: value } : rule;
  return rule.kind === "observations" ? { ...rule, daysApart: value } : rule;
}

/** In which of its choices a district differs from what ships. */
export function differences({ choices, shipped }: Pick<DefinitionView, "choices" | "shipped">): (keyof DefinitionChoices)[] {
  const names: (keyof DefinitionChoices)[] = ["isOffered", "requirements", "renewal", "validity", "typicalHours", "reviewers"];
  return names.filter((name) => JSON.stringify(choices[name]) !== JSON.stringify(shipped[name]));
}
