import type { DefinitionView } from "../../functions/certification/decision-contract.ts";
import type { DefinitionChoices, RequirementRule } from "../../functions/certification/definition-contract.ts";

/** Every kind of thing that a certification can ask for. */
export type RuleKind = RequirementRule["kind"];

const usual = 80;

/** What a new rule names to begin with, where it must name something: the first module, the first certificate. */
export type Firsts = { moduleId: string | undefined; certificationId: string | undefined };

const listOf = (one: string | undefined): string[] => (one === undefined ? [] : [one]);

/** A rule of a kind as it is added, with numbers to begin from. */
export function newRule(kind: RuleKind, { moduleId, certificationId }: Firsts): RequirementRule {
  switch (kind) {
    case "core":
    case "changedModules":
      return { kind };
    case "path":
      return { kind, role: "teacher" };
    case "modules":
      return { kind, moduleIds: listOf(moduleId) };
    case "holds":
      return { kind, certificationIds: listOf(certificationId) };
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

/** The kinds that can be added: a first certificate rests on nothing that could have changed, and the first one on no other. */
export function addableKinds({ isRenewal, isFirst }: { isRenewal: boolean; isFirst: boolean }): RuleKind[] {
  return [
    "practice",
    "observations",
    "references",
    "pieces",
    "calibration",
    "core",
    "path",
    "modules",
    ...(isFirst ? [] : ["holds" as const]),
    ...(isRenewal ? ["changedModules" as const] : []),
  ];
}

/** The numbers of a rule that can be changed where it stands. */
type RuleNumber = "howOften" | "percent" | "daysApart" | "forMonths";

/** A rule's numbers as they are; one that may be left out is undefined then. */
export function numbersOf(rule: RequirementRule): [RuleNumber, number | undefined][] {
  return [
    ...("count" in rule ? [["howOften", rule.count] as [RuleNumber, number]] : []),
    ...("samples" in rule ? [["howOften", rule.samples] as [RuleNumber, number]] : []),
    ...("percent" in rule ? [["percent", rule.percent] as [RuleNumber, number]] : []),
    ...(rule.kind === "observations" ? [["daysApart", rule.daysApart] as [RuleNumber, number | undefined]] : []),
    ...(rule.kind === "holds" ? [["forMonths", rule.forMonths] as [RuleNumber, number | undefined]] : []),
  ];
}

/** Whether a rule can do without the number. */
export const isOptionalNumber = (name: RuleNumber): boolean => name === "daysApart" || name === "forMonths";

/** The rule with one of its numbers changed; one that may be left out is left out when it is emptied. */
export function withNumber(rule: RequirementRule, name: RuleNumber, value: number): RequirementRule {
  const given = Number.isNaN(value) ? undefined : value;
  if (name === "howOften") return "samples" in rule ? { ...rule, samples: value } : "count" in rule ? { ...rule, count: value } : rule;
  if (name === "percent") return "percent" in rule ? { ...rule, percent: value } : rule;
  if (name === "daysApart" && rule.kind === "observations") {
    const { daysApart: _, ...rest } = rule;
    return given === undefined ? rest : { ...rest, daysApart: given };
  }
  if (name === "forMonths" && rule.kind === "holds") {
    const { forMonths: _, ...rest } = rule;
    return given === undefined ? rest : { ...rest, forMonths: given };
  }
  return rule;
}

/** Whether a rule can be asked for each year of a term, and whether it is. */
export function eachYearOf(rule: RequirementRule): boolean | undefined {
  const canBe = rule.kind === "practice" || rule.kind === "observations" || rule.kind === "pieces" || rule.kind === "calibration";
  return canBe ? rule.eachYear === true : undefined;
}

/** The rule asked for each year, or once for the term. */
export function withEachYear(rule: RequirementRule, isEach: boolean): RequirementRule {
  if (eachYearOf(rule) === undefined) return rule;
  const { eachYear: _, ...rest } = rule as Extract<RequirementRule, { kind: "practice" }>;
  return isEach ? { ...rest, eachYear: true } : rest;
}

/** The modules that a rule names; undefined for one that names none. Practice names some, or comes from any. */
export function modulesOf(rule: RequirementRule): string[] | undefined {
  if (rule.kind === "modules") return rule.moduleIds;
  return rule.kind === "practice" ? (rule.moduleIds ?? []) : undefined;
}

/** The rule with other modules, in the order of the catalogue; practice of none comes from any. */
export function withModules(rule: RequirementRule, moduleIds: string[]): RequirementRule {
  if (rule.kind === "modules") return { ...rule, moduleIds };
  if (rule.kind !== "practice") return rule;
  const { moduleIds: _, ...rest } = rule;
  return moduleIds.length === 0 ? rest : { ...rest, moduleIds };
}

/** A list with one of its names in or out, in the order of all. */
export function toggled(chosen: readonly string[], id: string, all: readonly { id: string }[]): string[] {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return all.map((one) => one.id).filter((one) => next.has(one));
}

/** Whether a rule names everything that it must: nobody is asked for one of nothing. */
export function isWhole(rule: RequirementRule): boolean {
  if (rule.kind === "modules") return rule.moduleIds.length > 0;
  if (rule.kind === "holds") return rule.certificationIds.length > 0;
  return numbersOf(rule).every(([name, value]) => isOptionalNumber(name) || (value !== undefined && value >= 1));
}

/** In which of its choices a district differs from what ships. */
export function differences({ choices, shipped }: Pick<DefinitionView, "choices" | "shipped">): (keyof DefinitionChoices)[] {
  const names: (keyof DefinitionChoices)[] = ["isOffered", "requirements", "renewal", "validity", "typicalHours", "reviewers"];
  return names.filter((name) => JSON.stringify(choices[name]) !== JSON.stringify(shipped[name]));
}
