import { expect, it } from "vitest";
import { DefinitionChoices, RequirementRule } from "../../functions/certification/definition-contract.ts";
import { shippedLadder } from "../../functions/certification/ladder-rules.ts";
import { differences, newRule, numbersOf, withNumber } from "../../web/admin/certification-draft.ts";

it("whatever can be added is a rule as the API takes it", () => {
  for (const kind of ["practice", "observations", "references", "pieces", "calibration", "core", "changedModules"] as const)
    expect(RequirementRule.parse(newRule(kind)).kind).toBe(kind);
});

it("each number that is shown can be changed, and changes nothing else of the rule", () => {
  const rules = shippedLadder.flatMap(({ requirements, renewal }) => [...requirements, ...renewal]);
  for (const rule of rules)
    for (const [name, before] of numbersOf(rule)) {
      const after = withNumber(rule, name, before + 1);
      expect(numbersOf(after)).toEqual(numbersOf(rule).map(([one, value]) => [one, one === name ? value + 1 : value]));
      expect(withNumber(after, name, before)).toEqual(rule);
    }
});

it("a district's choices differ from what ships in exactly what was changed", () => {
  const [shipped] = shippedLadder.map((one) => DefinitionChoices.parse(one));
  if (!shipped) throw new Error("the ladder has a first level");
  expect(differences({ choices: shipped, shipped })).toEqual([]);
  expect(differences({ choices: { ...shipped, reviewers: 2, validity: { ...shipped.validity, years: 5 } }, shipped })).toEqual([
    "validity",
    "reviewers",
  ]);
});
