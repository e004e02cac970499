import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Enrollment } from "../../functions/learning/records.ts";
import {
  doneAtWithin,
  enrollmentState,
  enrollmentView,
  newEnrollment,
  withAcceptedPractice,
  withAttempt,
  withLesson,
  withOpenAttempt,
  withPlace,
  withSubmittedPractice,
} from "../../functions/learning/rules.ts";
import { moduleOf } from "./world.ts";

const { content: module } = moduleOf({ id: "m01", lessons: ["one", "two", "three"] });
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 2, 15, minute)).toISOString();
const start = (from = module): Enrollment => newEnrollment("stf_1", from, at(0));
const attempt = (percent: number, minute: number) => ({ percent, itemIds: [], at: at(minute) });

/** Someone who has done everything, minute by minute. */
function finished(from = module): Enrollment {
  const read = from.lessons.reduce((enrollment, { id }, i) => withLesson(enrollment, from, id, at(i + 1)), start(from));
  const passed = withAttempt(withOpenAttempt(read, from, at(20)), from, attempt(80, 21));
  return withAcceptedPractice(withSubmittedPractice(passed, from, "evd_1", at(30)), from, at(40));
}

describe("progress in a module", () => {
  it("goes from not started to completed, and each state follows from the facts", () => {
    expect(enrollmentState(undefined)).toBe("notStarted");
    let enrollment = withLesson(start(), module, "one", at(1));
    expect(enrollmentState(enrollment)).toBe("started");
    enrollment = withLesson(withLesson(enrollment, module, "two", at(2)), module, "three", at(3));
    enrollment = withAttempt(withOpenAttempt(enrollment, module, at(4)), module, attempt(100, 5));
    expect(enrollmentState(enrollment)).toBe("contentComplete");
    enrollment = withSubmittedPractice(enrollment, module, "evd_1", at(6));
    expect(enrollmentState(enrollment)).toBe("practiceSubmitted");
    enrollment = withAcceptedPractice(enrollment, module, at(7));
    expect(enrollmentView(enrollment, module)).toMatchObject({ state: "completed", completedAt: at(7), creditMinutes: 40 });
  });

  it("is dated by the last fact it needed, also when that fact arrives late", () => {
    const accepted = withAcceptedPractice(withAttempt(start(), module, attempt(90, 10)), module, at(20));
    const late = ["three", "two", "one"].reduce((enrollment, id, i) => withLesson(enrollment, module, id, at(3 - i)), accepted);
    expect(late).toMatchObject({ contentCompletedAt: at(10), completedAt: at(20) });
  });

  it("converges whatever the order and number of times lessons arrive in", () => {
    const facts = [...module.lessons.map(({ id }, i) => ({ id, minute: i + 1 })), { id: "one", minute: 1 }, { id: "three", minute: 3 }];
    const base = withAttempt(start(), module, attempt(90, 2));
    const apply = (order: typeof facts) =>
      order.reduce((enrollment, { id, minute }) => withLesson(enrollment, module, id, at(minute)), base);
    const expected = apply(facts);
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (order) => {
        expect(apply(order)).toEqual(expected);
      }),
    );
  });

  it("converges in every fact also when a lesson is read again on another device, and with a pass and a review in between", () => {
    const steps: [string, (enrollment: Enrollment) => Enrollment][] = [
      ["one", (enrollment) => withLesson(enrollment, module, "one", at(9))],
      ["one, earlier", (enrollment) => withLesson(enrollment, module, "one", at(1))],
      ["two", (enrollment) => withLesson(enrollment, module, "two", at(2))],
      ["three", (enrollment) => withLesson(enrollment, module, "three", at(3))],
      ["pass", (enrollment) => withAttempt(enrollment, module, attempt(80, 5))],
      ["fail", (enrollment) => withAttempt(enrollment, module, attempt(20, 6))],
      ["accept", (enrollment) => withAcceptedPractice(enrollment, module, at(12))],
    ];
    const apply = (order: typeof steps) => {
      const { contentCompletedAt: _, ...facts } = order.reduce((enrollment, [, step]) => step(enrollment), start());
      return facts;
    };
    fc.assert(
      fc.property(fc.shuffledSubarray(steps, { minLength: steps.length }), (order) => {
        expect(apply(order)).toEqual(apply(steps));
      }),
    );
  });

  it("never goes back: no later fact takes away a lesson, a pass, a best result or a completion", () => {
    const step = fc.oneof(
      fc.tuple(fc.constantFrom("one", "two", "three", "gone"), fc.nat(50)).map(
        ([id, minute]) =>
          (e: Enrollment) =>
            withLesson(e, module, id, at(minute)),
      ),
      fc.tuple(fc.nat(100), fc.nat(50)).map(
        ([percent, minute]) =>
          (e: Enrollment) =>
            withAttempt(e, module, attempt(percent, minute)),
      ),
      fc.nat(50).map((minute) => (e: Enrollment) => withAcceptedPractice(e, module, at(minute))),
      fc.nat(50).map((minute) => (e: Enrollment) => withPlace(e, module, "two", at(minute))),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let before = start();
        for (const next of steps) {
          const after = next(before);
          expect(Object.keys(after.lessons)).toEqual(expect.arrayContaining(Object.keys(before.lessons)));
          expect(after.check.bestPercent ?? 0).toBeGreaterThanOrEqual(before.check.bestPercent ?? 0);
          expect((after.check.passedAt ?? "9") <= (before.check.passedAt ?? "9")).toBe(true);
          expect(after.contentCompletedAt).toBe(before.contentCompletedAt ?? after.contentCompletedAt);
          const frozen = ({ completedAt, creditMinutes, hash }: Enrollment) => ({ completedAt, creditMinutes, hash });
          expect(frozen(after)).toEqual(frozen(before.completedAt === undefined ? after : before));
          const { lessonsDone, lessonCount } = enrollmentView(after, module);
          expect(lessonsDone.length).toBeLessThanOrEqual(lessonCount);
          before = after;
        }
      }),
    );
  });
});

describe("content edited while people learn", () => {
  const longer = moduleOf({ id: "m01", hash: "v2", lessons: ["one", "two", "three", "four"] }).content;
  const shorter = moduleOf({ id: "m01", hash: "v2", lessons: ["one", "two"] }).content;

  it("leaves what was completed completed, with its date, its version and its credit", () => {
    const before = finished();
    for (const edited of [longer, shorter, moduleOf({ id: "m01", hash: "v2", lessons: ["new"] }).content]) {
      const after = withAttempt(withLesson(before, edited, edited.lessons[0]!.id, at(50)), edited, attempt(0, 51));
      expect(after).toMatchObject({ completedAt: before.completedAt, hash: "v1", creditMinutes: before.creditMinutes });
      const view = enrollmentView(after, edited);
      expect(view).toMatchObject({ state: "completed", hash: "v1", lessonCount: edited.lessons.length });
      expect(view.lessonsDone).toHaveLength(edited.lessons.length);
    }
  });

  it("counts today's lessons only, so that progress is never above the whole", () => {
    const read = ["one", "two", "three"].reduce((enrollment, id, i) => withLesson(enrollment, module, id, at(i)), start());
    expect(enrollmentView(read, shorter)).toMatchObject({ lessonsDone: ["one", "two"], lessonCount: 2 });
    expect(enrollmentView(read, longer)).toMatchObject({ state: "started", lessonCount: 4 });
    expect(enrollmentView(read, longer).lessonsDone).toHaveLength(3);
  });

  it("leaves nobody stuck: when the last unread lesson is taken away, the rest is content complete", () => {
    const read = withAttempt(withLesson(withLesson(start(), module, "one", at(1)), module, "two", at(2)), module, attempt(80, 9));
    expect(enrollmentView(read, module).state).toBe("started");
    expect(enrollmentView(read, shorter).state).toBe("contentComplete");
  });

  it("keeps content complete when a lesson is added before the practice is accepted", () => {
    const read = module.lessons.reduce((enrollment, { id }, i) => withLesson(enrollment, module, id, at(i)), start());
    const passed = withAttempt(read, module, attempt(80, 9));
    expect(enrollmentView(passed, longer)).toMatchObject({
      state: "contentComplete",
      lessonCount: 4,
      lessonsDone: ["one", "two", "three", "four"],
    });
    expect(enrollmentView(withAcceptedPractice(passed, longer, at(30)), longer).state).toBe("completed");
  });

  it("does not take a module without lessons for complete", () => {
    const { content: empty } = moduleOf({ id: "m01", lessons: [] });
    const accepted = withAcceptedPractice(withAttempt(start(empty), empty, attempt(100, 1)), empty, at(2));
    expect(enrollmentView(accepted, empty)).toMatchObject({ state: "started", completedAt: undefined, creditMinutes: 0 });
  });

  it("forgets a place that no longer exists", () => {
    expect(enrollmentView(withPlace(start(), module, "three", at(1)), shorter).place).toBeUndefined();
  });
});

describe("the knowledge check", () => {
  const read = module.lessons.reduce((enrollment, { id }, i) => withLesson(enrollment, module, id, at(i)), start());

  it("is not passed below 80%, however often it is tried", () => {
    const tried = [0, 40, 79].reduce((enrollment, percent, i) => withAttempt(enrollment, module, attempt(percent, 10 + i)), read);
    expect(enrollmentView(tried, module)).toMatchObject({ state: "started", check: { bestPercent: 79, passedAt: undefined } });
    expect(enrollmentView(withAcceptedPractice(tried, module, at(30)), module).state).toBe("started");
  });

  it("keeps an earlier pass and the best result when a later attempt fails", () => {
    const later = withAttempt(withAttempt(read, module, attempt(100, 10)), module, attempt(20, 11));
    expect(later.check).toMatchObject({ bestPercent: 100, passedAt: at(10), lastPassedAt: at(10) });
    expect(withAttempt(later, module, attempt(80, 12)).check).toMatchObject({ passedAt: at(10), lastPassedAt: at(12) });
  });

  it("does not count an attempt that is still open", () => {
    const open = withOpenAttempt(read, module, at(10));
    expect(enrollmentView(open, module).check).toMatchObject({ attempts: 0, openAttempt: 1 });
    expect(enrollmentView(withAttempt(open, module, attempt(20, 11)), module).check).toMatchObject({ attempts: 1, openAttempt: undefined });
  });
});

describe("the time a device gives", () => {
  const now = new Date("2026-11-02T15:00:00.000Z");
  it("is kept when it is recent, in one form whatever form it came in", () => {
    expect(doneAtWithin("2026-11-01T10:00:00Z", now)).toBe("2026-11-01T10:00:00.000Z");
  });
  it("is never later than now, and never longer ago than a device may be offline", () => {
    expect(doneAtWithin("2031-01-01T00:00:00Z", now)).toBe(now.toISOString());
    expect(doneAtWithin("2001-01-01T00:00:00Z", now)).toBe("2026-10-03T15:00:00.000Z");
    expect(doneAtWithin(undefined, now)).toBe(now.toISOString());
  });
});
