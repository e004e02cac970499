import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContentNode } from "../../functions/curriculum/content.ts";
import { adherenceOf, agreementOf, type StepScore } from "../../web/blocks/adherence.ts";
import { mixed } from "../../web/blocks/block-nodes.ts";
import { outcomeOf, readProgress, tallyOf, untouched, withAnswer, withChecked } from "../../web/blocks/exercise-state.ts";
import { decideFrom, decision, scoreFrom, sortFrom, statementFrom } from "../../web/blocks/exercises.ts";
import { compiled, decide, score, sort, statement } from "../content/all-blocks.ts";

const inside = (text: string): ContentNode[] => (compiled(text)[0] as unknown[]).slice(2) as ContentNode[];

describe("what a block asks", () => {
  test("is every card of its table, each with its group and reason, in an order that stays the same", () => {
    const found = sortFrom(inside(sort), "Which kind?");
    expect(found?.groups).toEqual(["Screening", "Progress monitoring"]);
    expect(found?.cards.map(({ key }) => key).toSorted()).toEqual([
      "A check of everyone in January",
      "A check of everyone in September",
      "A graph of eight weeks",
      "The same short measure each week",
    ]);
    expect(found?.cards.find(({ key }) => key.startsWith("A graph"))).toMatchObject({
      group: "Progress monitoring",
      why: ["It shows change."],
    });
    expect(sortFrom(inside(sort), "Which kind?")).toEqual(found);
  });

  test("is a decision with its graph, its question and exactly one choice that holds up", () => {
    const found = decideFrom(inside(decide), "Four weeks");
    expect(found?.items).toMatchObject([{ key: decision, right: "Ask whether it was delivered" }]);
    expect(found?.before).toEqual([["p", {}, "A group of four, four weeks."]]);
    expect(found?.question).toEqual([["p", {}, "What should the team do first?"]]);
    expect(found?.choices.filter(({ isRight }) => isRight)).toHaveLength(1);
  });

  test("is a statement's parts in the order written, each with one precise choice", () => {
    const found = statementFrom(inside(statement), "After lunch");
    expect(found?.parts.map(({ name }) => name)).toEqual(["What", "Who", "Where", "When"]);
    expect(found?.items.map(({ right }) => right)).toEqual([
      "Pushing in the line",
      "Grade 6, all homerooms",
      "In the hallway by the gym",
      "Between 12:20 and 12:30",
    ]);
  });

  test("is a session's steps in their order, each with the sample's score", () => {
    expect(scoreFrom(inside(score))?.steps.map((step) => step.score)).toEqual(["done", "notApplicable", "partly", "notDone"]);
  });

  test("is nothing where the table is not what the compiler emits, so that the plain table is shown", () => {
    const plain: ContentNode[] = [["p", {}, "Only words."]];
    expect([sortFrom(plain, ""), decideFrom(plain, ""), statementFrom(plain, ""), scoreFrom(plain)]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });

  test("is read the same from Spanish answers", () => {
    const spanish = score
      .replace("Does not apply", "No corresponde")
      .replace("Not done", "No hecho")
      .replace("Partly", "En parte")
      .replace("| Done |", "| Hecho |");
    expect(scoreFrom(inside(spanish))?.steps.map((step) => step.score)).toEqual(["done", "notApplicable", "partly", "notDone"]);
    const decided = decide.replace("| yes |", "| sí |").replace("Goal line", "Línea de meta");
    expect(decideFrom(inside(decided), "")?.items[0]?.right).toBe("Ask whether it was delivered");
  });
});

describe("the order of choices", () => {
  test("says nothing about which is right: over many blocks the first written one is seldom the first shown", () => {
    const firsts = Array.from({ length: 400 }, (_, n) => mixed(["right", "wrong", "other"], (words) => words, `block ${n}`)[0]);
    const share = firsts.filter((words) => words === "right").length / firsts.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.47);
  });

  test("loses and adds nothing, and is the same at each visit", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 12 }), fc.string(), (words, about) => {
        const once = mixed(words, (one) => one, about);
        expect(once.toSorted()).toEqual(words.toSorted());
        expect(mixed(words.toReversed(), (one) => one, about).toSorted()).toEqual(once.toSorted());
        expect(mixed(words, (one) => one, about)).toEqual(once);
      }),
    );
  });
});

describe("an exercise under way", () => {
  const items = ["a", "b", "c"].map((key) => ({ key, right: "1", options: ["1", "2"] }));
  const [a] = items;
  if (!a) throw new Error("no items");

  test("says nothing of an answer before it is checked, and checks only what is answered", () => {
    const answered = withAnswer(withAnswer(untouched, "a", "1"), "b", "2");
    expect(outcomeOf(answered, a)).toBeUndefined();
    const checked = withChecked(answered, items);
    expect(items.map((item) => outcomeOf(checked, item))).toEqual([true, false, undefined]);
    expect(tallyOf(checked, items)).toEqual({ right: 1, checked: 2, open: 1 });
  });

  test("wants a changed answer checked again, and keeps the check of one chosen anew", () => {
    const checked = withChecked(withAnswer(untouched, "a", "1"), items);
    expect(outcomeOf(withAnswer(checked, "a", "1"), a)).toBe(true);
    expect(outcomeOf(withAnswer(checked, "a", "2"), a)).toBeUndefined();
  });

  test("is kept and read back whole", () => {
    const progress = { ...withChecked(withAnswer(untouched, "a", "2"), items), isShown: true };
    expect(readProgress(JSON.stringify(progress), items)).toEqual(progress);
  });

  test("forgets what a changed lesson no longer asks or offers, and survives whatever storage holds", () => {
    const kept = JSON.stringify({ answers: { a: "1", gone: "1", b: "no such" }, checked: ["a", "gone", "b"], isShown: false });
    expect(readProgress(kept, items)).toEqual({ answers: { a: "1" }, checked: ["a"], isShown: false });
    for (const text of [undefined, "", "null", "[]", "7", "{", '{"answers":null,"checked":{}}', '{"answers":{"a":1}}'])
      expect(readProgress(text, items)).toEqual(untouched);
  });
});

describe("a session's score", () => {
  const scores = (done: number, partly: number, notDone: number, notApplicable: number): StepScore[] => [
    ...Array.from({ length: done }, () => "done" as const),
    ...Array.from({ length: partly }, () => "partly" as const),
    ...Array.from({ length: notDone }, () => "notDone" as const),
    ...Array.from({ length: notApplicable }, () => "notApplicable" as const),
  ];

  test("follows the rule that module m12 teaches, with its own two examples", () => {
    const taught = adherenceOf(scores(7, 1, 1, 1));
    expect({ ...taught, percent: Math.round(taught.percent ?? 0) }).toEqual({ done: 7, applicable: 9, percent: 78 });
    const thursday = adherenceOf(scores(6, 2, 1, 1));
    expect({ ...thursday, percent: Math.round(thursday.percent ?? 0) }).toEqual({ done: 6, applicable: 9, percent: 67 });
  });

  test("has no percent where no step applied", () => {
    expect(adherenceOf(scores(0, 0, 0, 3))).toEqual({ done: 0, applicable: 0, percent: undefined });
  });

  test("agrees step by step, not by totals, and counts only steps that both scored", () => {
    expect(
      agreementOf([
        ["done", "notDone"],
        ["notDone", "done"],
        ["partly", "partly"],
        [undefined, "done"],
      ]),
    ).toEqual({ same: 1, scored: 3 });
  });
});
