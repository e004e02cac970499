import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { completeLesson } from "../../functions/learning/actions/complete-lesson.ts";
import { openAttempt } from "../../functions/learning/actions/open-attempt.ts";
import { saveAnswers } from "../../functions/learning/actions/save-answers.ts";
import { submitAttempt } from "../../functions/learning/actions/submit-attempt.ts";
import type { AttemptView } from "../../functions/learning/contract.ts";
import { readEnrollment } from "../../functions/learning/queries.ts";
import { attemptPage } from "../../functions/learning/read-attempt.ts";
import { attempts } from "../../functions/learning/records.ts";
import { bankOf, contentOf, moduleOf, openWorld, personOf, type World } from "./world.ts";

const content = contentOf([moduleOf({ id: "m01" })]);
let world: World;
let staffId: string;
let people = 0;
beforeAll(async () => {
  world = await openWorld(content);
});
afterAll(() => world.close());
beforeEach(async () => {
  staffId = (await world.put(personOf(`stf_${++people}`))).id;
  world.deploy(content);
});

const open = () => openAttempt(world.learner(staffId), { staffId, moduleId: "m01" });
const save = (number: number, answers: Record<string, string>) =>
  saveAnswers(world.learner(staffId), { staffId, moduleId: "m01", number, answers });
const submit = (number: number, answers: Record<string, string>) =>
  submitAttempt(world.learner(staffId), { staffId, moduleId: "m01", number, answers });
const stored = () => readEnrollment(world.learner(staffId), staffId, "m01");
const rows = () => world.learner(staffId).table.list(attempts, `U#${staffId}#WORK`, { prefix: "Q#m01#" });
/** Answers every question; `right` of them with the key. */
const answer = ({ items }: AttemptView, right: number) =>
  Object.fromEntries(items.map(({ id }, i) => [id, `${id}-${i < right ? "b" : "a"}`]));

describe("opening an attempt", () => {
  it("answers the same attempt while one is open: two tabs are one attempt", async () => {
    const first = await open();
    expect(first.items).toHaveLength(5);
    expect(await open()).toEqual(first);
  });

  it("makes one attempt when ten arrive at the same moment", async () => {
    const views = await Promise.all(Array.from({ length: 10 }, open));
    for (const view of views) expect(view).toEqual(views[0]);
    expect(await rows()).toHaveLength(1);
    expect((await stored())?.check).toMatchObject({ attempts: 1, openAttempt: 1 });
  });

  it("draws other questions after a failed attempt", async () => {
    const first = await open();
    await submit(1, answer(first, 0));
    const second = await open();
    expect(second.number).toBe(2);
    const seen = new Set(first.items.map(({ id }) => id));
    expect(second.items.filter(({ id }) => seen.has(id))).toEqual([]);
  });

  it("replaces questions that were edited meanwhile and keeps the answers that still fit", async () => {
    const first = await open();
    const [gone, kept] = first.items.map(({ id }) => id) as [string, string];
    await save(1, { [gone]: `${gone}-a`, [kept]: `${kept}-b` });
    world.deploy(contentOf([moduleOf({ id: "m01", hash: "v2", bank: bankOf("m01", 14).filter(({ id }) => id !== gone) })]));
    await expect(submit(1, answer(first, 5))).rejects.toMatchObject({ code: "not-ready" });
    const again = await open();
    expect(again).toMatchObject({ number: 1, answers: { [kept]: `${kept}-b` } });
    expect(again.items).toHaveLength(5);
    expect(again.items.map(({ id }) => id)).not.toContain(gone);
  });

  it("never passes a check whose bank is empty", async () => {
    world.deploy(contentOf([moduleOf({ id: "m01", bank: [] })]));
    expect((await open()).items).toEqual([]);
    expect(await submit(1, {})).toMatchObject({ percent: 0, isPassed: false });
  });
});

describe("answers kept as one goes", () => {
  it("are merged, and the latest answer to a question counts", async () => {
    const { items } = await open();
    const [a, b] = items.map(({ id }) => id) as [string, string];
    await save(1, { [a]: `${a}-a` });
    await save(1, { [b]: `${b}-c` });
    expect((await save(1, { [a]: `${a}-b` })).answers).toEqual({ [a]: `${a}-b`, [b]: `${b}-c` });
    expect((await open()).answers).toEqual({ [a]: `${a}-b`, [b]: `${b}-c` });
  });

  it("are all kept when two tabs save at the same moment", async () => {
    const { items } = await open();
    await Promise.all(items.map(({ id }) => save(1, { [id]: `${id}-a` })));
    expect(Object.keys((await open()).answers)).toHaveLength(5);
  });

  it("change nothing once the attempt is submitted", async () => {
    const view = await open();
    const result = await submit(1, answer(view, 5));
    await save(1, answer(view, 0));
    expect(await attemptPage(world.learner(staffId), staffId, "m01", 1)).toEqual({ state: "submitted", result });
  });

  it("are refused by name for a question or a choice that was not shown", async () => {
    const { items } = await open();
    const shown = items[0]!.id;
    const other = bankOf("m01", 14).find(({ id }) => items.every((item) => item.id !== id))!.id;
    await expect(save(1, { [other]: `${other}-a`, [shown]: "made-up" })).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: `json.answers.${other}` }, { path: `json.answers.${shown}` }],
    });
  });
});

describe("submitting an attempt", () => {
  it("refuses gaps and names the questions by their place", async () => {
    const view = await open();
    const missing = view.items[2]!.id;
    const { [missing]: _, ...rest } = answer(view, 5);
    await expect(submit(1, rest)).rejects.toMatchObject({
      code: "invalid-input",
      detail: "Question 3 has no answer yet. Your other answers are kept on this page.",
      fields: [{ path: `json.answers.${missing}`, message: "Question 3 has no answer yet." }],
    });
    expect((await stored())?.check).toMatchObject({ openAttempt: 1 });
  });

  it("scores on the server and teaches: feedback on each answer, and the key's where it was wrong", async () => {
    const view = await open();
    const result = await submit(1, answer(view, 4));
    expect(result).toMatchObject({ percent: 80, isPassed: true, enrollment: { check: { attempts: 1, bestPercent: 80 } } });
    expect(result.items.map(({ isCorrect }) => isCorrect)).toEqual([true, true, true, true, false]);
    const wrong = result.items[4]!;
    expect(wrong).toMatchObject({
      chosen: `${wrong.id}-a`,
      feedback: `Feedback a of ${wrong.id}`,
      correctFeedback: `Feedback b of ${wrong.id}`,
    });
    expect(result.items[0]).not.toHaveProperty("correctFeedback");
  });

  it("counts answers that were saved before", async () => {
    const view = await open();
    await save(1, answer(view, 5));
    expect(await submit(1, {})).toMatchObject({ percent: 100 });
  });

  it("has its effect once when ten arrive at the same moment, and all get the same result", async () => {
    const view = await open();
    const results = await Promise.all(Array.from({ length: 10 }, (_, i) => submit(1, answer(view, i % 2 === 0 ? 5 : 0))));
    for (const result of results) expect(result).toEqual(results[0]);
    const { check } = (await stored())!;
    expect(check).toMatchObject({ attempts: 1, bestPercent: results[0]!.percent });
    expect(check.seen).toHaveLength(5);
    expect(check.openAttempt).toBeUndefined();
  });

  it("answers the first result to a later submission of the same attempt", async () => {
    const view = await open();
    const first = await submit(1, answer(view, 1));
    world.clock.set("2026-11-03T15:00:00Z");
    expect(await submit(1, answer(view, 5))).toEqual(first);
    world.clock.set("2026-11-02T15:00:00Z");
  });

  it("never counts a failed attempt as a pass, and keeps an earlier pass", async () => {
    for (const lessonId of ["one", "two"]) await completeLesson(world.learner(staffId), { staffId, moduleId: "m01", lessonId });
    expect(await submit(1, answer(await open(), 3))).toMatchObject({ percent: 60, isPassed: false, enrollment: { state: "started" } });
    expect(await submit(2, answer(await open(), 5))).toMatchObject({ isPassed: true, enrollment: { state: "contentComplete" } });
    const later = await submit(3, answer(await open(), 0));
    expect(later).toMatchObject({
      percent: 0,
      isPassed: false,
      enrollment: { state: "contentComplete", check: { bestPercent: 100, attempts: 3 } },
    });
    expect(later.enrollment.check.passedAt).toBeDefined();
  });

  it("does not find an attempt that was never opened", async () => {
    await expect(submit(7, {})).rejects.toMatchObject({ code: "not-found" });
  });

  it("answers what it answered to the same request, sent again with its key", async () => {
    const view = await open();
    const ctx = () => world.learner(staffId, "key-1");
    const input = { staffId, moduleId: "m01", number: 1, answers: answer(view, 5) };
    const first = await submitAttempt(ctx(), input);
    expect(await submitAttempt(ctx(), input)).toEqual(first);
  });
});
