import { expect, it } from "vitest";
import { DefinitionChoices, RequirementRule } from "../../functions/certification/definition-contract.ts";
import { shippedLadder } from "../../functions/certification/ladder-rules.ts";
import {
  addableKinds,
  differences,
  eachYearOf,
  isWhole,
  newRule,
  numbersOf,
  toggled,
  withEachYear,
  withModules,
  withNumber,
} from "../../web/admin/certification-draft.ts";

it("whatever can be added is a rule as the API takes it", () => {
  const kinds = addableKinds({ isRenewal: true, isFirst: false });
  expect(kinds.toSorted()).toEqual(RequirementRule.options.map(({ shape }) => shape.kind.value).toSorted());
  for (const kind of kinds) {
    const rule = newRule(kind, { moduleId: "m07", certificationId: "foundations" });
    expect(RequirementRule.parse(rule).kind).toBe(kind);
    expect(isWhole(rule)).toBe(true);
  }
  expect(addableKinds({ isRenewal: false, isFirst: true })).not.toContain("holds");
});

it("what a rule names can be chosen and taken back, in the order of the list; a rule of nothing is not whole", () => {
  const all = ["m07", "m08", "m09"].map((id) => ({ id }));
  expect(toggled(["m09"], "m07", all)).toEqual(["m07", "m09"]);
  expect(toggled(["m07", "m09"], "m09", all)).toEqual(["m07"]);
  const modules = newRule("modules", { moduleId: "m07", certificationId: undefined });
  expect(isWhole(withModules(modules, []))).toBe(false);
  const practice = withModules(newRule("practice", { moduleId: "m07", certificationId: undefined }), ["m07"]);
  expect(practice).toEqual({ kind: "practice", count: 1, moduleIds: ["m07"] });
  expect(withModules(practice, [])).toEqual({ kind: "practice", count: 1 });
  expect(isWhole(newRule("holds", { moduleId: undefined, certificationId: undefined }))).toBe(false);
});

it("what can be asked for each year can be asked so and again not, and nothing else changes", () => {
  const rules = shippedLadder.flatMap(({ requirements, renewal }) => [...requirements, ...renewal]);
  for (const rule of rules.filter((one) => eachYearOf(one) !== undefined)) {
    const isEach = eachYearOf(rule) === true;
    expect(eachYearOf(withEachYear(rule, !isEach))).toBe(!isEach);
    expect(withEachYear(withEachYear(rule, !isEach), isEach)).toEqual(rule);
  }
});

it("each number that is shown can be changed, and changes nothing else of the rule", () => {
  const rules = shippedLadder.flatMap(({ requirements, renewal }) => [...requirements, ...renewal]);
  for (const rule of rules)
    for (const [name, before] of numbersOf(rule)) {
      const after = withNumber(rule, name, (before ?? 0) + 1);
      expect(numbersOf(after)).toEqual(numbersOf(rule).map(([one, value]) => [one, one === name ? (before ?? 0) + 1 : value]));
      // Emptied, a number that may be left out is left out.
      expect(withNumber(after, name, before ?? Number.NaN)).toEqual(rule);
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
