import { expect, test } from "vitest";
import type { EnrollmentView, ModulePage } from "../../functions/learning/contract.ts";
import { nextStepOf, withKeptLessons } from "../../web/learn/next-step.ts";

const lessons = ["a", "b", "c"].map((id) => ({ id, title: id, minutes: 5, objectives: [], body: [] }));

function page(enrollment: Partial<EnrollmentView>): ModulePage {
  return {
    module: { lessons } as unknown as ModulePage["module"],
    enrollment: {
      moduleId: "m01",
      state: "started",
      hash: "h",
      lessonsDone: [],
      lessonCount: 3,
      readAgain: [],
      check: { attempts: 0 },
      practice: { submissions: 0 },
      creditMinutes: 0,
      ...enrollment,
    },
  };
}

const passed = { attempts: 1, passedAt: "2026-11-20T10:00:00Z", bestPercent: 100 };

test("a module begins with its first lesson and goes on where it was left", () => {
  expect(nextStepOf(page({ state: "notStarted" }))).toEqual({ kind: "lesson", lessonId: "a", number: 1 });
  expect(nextStepOf(page({ lessonsDone: ["a"], place: "b" }))).toEqual({ kind: "lesson", lessonId: "b", number: 2 });
});

test("a lesson that is read again on this device is no longer asked for, and stays done", () => {
  const changed = page({ state: "completed", lessonsDone: ["a", "b", "c"], readAgain: ["a", "b"] });
  expect(withKeptLessons(changed, new Set(["a"])).enrollment).toMatchObject({
    lessonsDone: ["a", "b", "c"],
    readAgain: ["b"],
    state: "completed",
  });
  expect(withKeptLessons(changed, new Set())).toBe(changed);
});

test("a lesson skipped earlier is not forgotten at the end", () => {
  expect(nextStepOf(page({ lessonsDone: ["c"], place: "c" }))).toEqual({ kind: "lesson", lessonId: "a", number: 1 });
});

test("a place in a lesson that the module no longer has leads to the first open one", () => {
  expect(nextStepOf(page({ lessonsDone: ["a"], place: "gone" }))).toEqual({ kind: "lesson", lessonId: "b", number: 2 });
});

test("after the lessons comes the check, and after the check the practice", () => {
  expect(nextStepOf(page({ lessonsDone: ["a", "b", "c"] }))).toEqual({ kind: "check" });
  expect(nextStepOf(page({ lessonsDone: ["a", "b", "c"], check: passed, state: "contentComplete" }))).toEqual({ kind: "practice" });
});

test("what is with the coach or completed asks for nothing, and what came back asks for another try", () => {
  expect(nextStepOf(page({ state: "practiceSubmitted", lessonsDone: ["a", "b", "c"], check: passed }))).toEqual({ kind: "overview" });
  expect(nextStepOf(page({ state: "completed" }))).toEqual({ kind: "overview" });
  expect(nextStepOf(page({ state: "practiceReturned" }))).toEqual({ kind: "practice" });
});

test("practice sent early does not hide the lessons and the check that are still open", () => {
  expect(nextStepOf(page({ state: "practiceSubmitted", lessonsDone: ["a"] }))).toEqual({ kind: "lesson", lessonId: "b", number: 2 });
  expect(nextStepOf(page({ state: "practiceSubmitted", lessonsDone: ["a", "b", "c"] }))).toEqual({ kind: "check" });
  const accepted = { submissions: 1, acceptedAt: "2026-11-20T10:00:00Z" };
  expect(nextStepOf(page({ lessonsDone: ["a", "b", "c"], practice: accepted }))).toEqual({ kind: "check" });
});

test("lessons kept on the device count as done, in the module's order, and start the module", () => {
  const shown = withKeptLessons(page({ state: "notStarted", lessonsDone: [] }), new Set(["b", "a", "gone"]));
  expect(shown.enrollment).toMatchObject({ state: "started", lessonsDone: ["a", "b"] });
  expect(nextStepOf(shown)).toEqual({ kind: "lesson", lessonId: "c", number: 3 });
});

test("a page with nothing kept is the very page", () => {
  const read = page({ lessonsDone: ["a"] });
  expect(withKeptLessons(read, new Set(["a"]))).toBe(read);
});
