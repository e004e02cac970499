import type { Catalog } from "../curriculum/content.ts";
import type { FieldError } from "../platform/errors.ts";
import type { DefinitionChoices, RequirementRule } from "./definition-contract.ts";
import { shippedLadder } from "./ladder-rules.ts";

/**
 * What is wrong with a district's choices: something named that does not exist, a certificate that asks for itself or for
 * one that comes after it, a window as long as the term.
 */
export function definitionProblems(certificationId: string, choices: DefinitionChoices, catalog: Catalog): FieldError[] {
  const place = shippedLadder.findIndex(({ id }) => id === certificationId);
  const problems: FieldError[] = [];
  for (const list of ["requirements", "renewal"] as const)
    for (const [i, rule] of choices[list].entries())
      for (const message of ruleProblems(rule, place, catalog)) problems.push({ path: `json.choices.${list}.${i}`, message });
  if (choices.requirements.some(({ kind }) => kind === "changedModules"))
    problems.push({
      path: "json.choices.requirements",
      message: "Only a renewal can ask for what has changed: a first certificate rests on nothing yet.",
    });
  const { years, windowDays, minimumMonths } = choices.validity;
  if (windowDays >= years * 365)
    problems.push({ path: "json.choices.validity.windowDays", message: "The renewal window must be shorter than the certificate's term." });
  if (minimumMonths > years * 12)
    problems.push({ path: "json.choices.validity.minimumMonths", message: "The shortest term cannot be longer than the usual one." });
  if (choices.typicalHours.to < choices.typicalHours.from)
    problems.push({ path: "json.choices.typicalHours.to", message: "The second number must not be below the first." });
  return problems;
}

function ruleProblems(rule: RequirementRule, place: number, catalog: Catalog): string[] {
  const known = new Set(catalog.modules.map(({ id }) => id));
  const unknown = "moduleIds" in rule ? (rule.moduleIds ?? []).filter((id) => !known.has(id)) : [];
  const problems = unknown.map((id) => `There is no module ${id} in the catalogue.`);
  if (rule.kind === "path" && catalog.paths.every(({ role }) => role !== rule.role)) problems.push("There is no path for this role.");
  if (rule.kind === "practice" && rule.moduleIds && rule.eachYear !== true && rule.count > rule.moduleIds.length)
    problems.push(`${rule.count} tasks cannot come from ${rule.moduleIds.length} modules: each has one.`);
  if (rule.kind === "holds")
    for (const id of rule.certificationIds) {
      const at = shippedLadder.findIndex((one) => one.id === id);
      if (at < 0) problems.push(`There is no certification ${id}.`);
      else if (at >= place) problems.push("A certificate can only ask for those that stand before it on the ladder.");
    }
  return problems;
}
