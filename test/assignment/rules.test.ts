import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Source } from "../../functions/assignment/records.ts";
import { noDecisions } from "../../functions/assignment/decision-rules.ts";
import { assignmentsInForce, type Ledger, nextStep } from "../../functions/assignment/rules.ts";
import { addDays } from "../../functions/platform/dates.ts";
import { calendar, catalog, fixed, module, path, person, progress, sourceOf } from "./people.ts";

const today = "2026-11-02";
const inForce = (sources: Source[], more: Partial<Ledger> = {}) =>
  assignmentsInForce({ sources, catalog, enrollments: [], decisions: noDecisions, staff: person(), calendar, today, ...more });
const ids = (all: { moduleId: string }[]) => all.map(({ moduleId }) => moduleId);

const target = fc.constantFrom(path("teacher"), path("coach"), module("m1"), module("m9"), module("gone"));
const someSources = fc
  .array(fc.record({ target, days: fc.integer({ min: 1, max: 300 }), start: fc.integer({ min: 0, max: 200 }), isEnded: fc.boolean() }), {
    maxLength: 8,
  })
  .map((all) =>
    all.map(({ target: what, days, start, isEnded }, i) =>
      sourceOf(
        `m-${i}`,
        what,
        { kind: "relative", days },
        { anchorOn: addDays("2026-08-17", start), ...(isEnded && { endedOn: today, endedBy: "person" as const }) },
      ),
    ),
  );

describe("what is in force", () => {
  it("is the union of the open lines, each module once, whatever order the lines are read in", () => {
    fc.assert(
      fc.property(someSources, fc.infiniteStream(fc.nat()), (sources, chance) => {
        const all = inForce(sources);
        expect(new Set(ids(all)).size).toBe(all.length);
        const shuffled = sources
          .map((one) => ({ one, key: chance.next().value }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(inForce(shuffled)).toEqual(all);
      }),
    );
  });

  it("is due on the earliest date of all that ask for it, and the first reason is the one that decides", () => {
    fc.assert(
      fc.property(someSources, (sources) => {
        for (const { dueOn, reasons, moduleId } of inForce(sources)) {
          expect(dueOn).toBe(reasons[0]?.dueOn);
          expect(reasons.map((reason) => reason.dueOn)).toEqual(reasons.map((reason) => reason.dueOn).toSorted());
          expect(reasons.every(({ target: what }) => what.kind === "path" || what.id === moduleId)).toBe(true);
        }
      }),
    );
  });

  it("never gets a later date, or fewer modules, from one more reason", () => {
    fc.assert(
      fc.property(someSources, target, fc.integer({ min: 1, max: 300 }), (sources, what, days) => {
        const before = inForce(sources);
        const after = new Map(
          inForce([...sources, sourceOf("m-new", what, { kind: "relative", days })]).map((one) => [one.moduleId, one.dueOn]),
        );
        for (const { moduleId, dueOn } of before) expect((after.get(moduleId) ?? "9999") <= dueOn).toBe(true);
      }),
    );
  });

  it("is the same as if lines that have ended had never been", () => {
    fc.assert(
      fc.property(someSources, (sources) => {
        expect(inForce(sources)).toEqual(inForce(sources.filter(({ endedOn }) => endedOn === undefined)));
      }),
    );
  });

  it("settles equal dates by the line's id, so that the reason named does not change from read to read", () => {
    const [b, a] = [sourceOf("m-b", module("m1"), fixed("2026-12-01")), sourceOf("m-a", module("m1"), fixed("2026-12-01"))];
    expect(inForce([b, a])[0]?.reasons.map(({ sourceId }) => sourceId)).toEqual(["m-a", "m-b"]);
  });

  it("keeps the other reason when one of two is removed, at that one's date", () => {
    const [early, late] = [sourceOf("m-a", module("m1"), fixed("2026-12-01")), sourceOf("m-b", module("m1"), fixed("2027-02-01"))];
    const [only, ...others] = inForce([{ ...early, endedOn: today }, late]);
    expect(only).toMatchObject({ dueOn: "2027-02-01", reasons: [{ sourceId: "m-b" }] });
    expect(others).toEqual([]);
  });

  it("ends by itself the day after the last on which a line applies", () => {
    const line = sourceOf("r-1", module("m1"), fixed("2026-12-01"), { lastOn: "2026-11-02" });
    expect(ids(inForce([line]))).toEqual(["m1"]);
    expect(inForce([line], { today: "2026-11-03" })).toEqual([]);
  });

  it("spaces a path by its own days, and counts a module alone by the days chosen", () => {
    expect(inForce([sourceOf("m-a", path(), { kind: "paced" })]).map(({ dueOn }) => dueOn)).toEqual([
      "2026-09-11",
      "2026-09-21",
      "2026-10-12",
    ]);
  });

  it("says who asked, what for, since when and what moved the date", () => {
    const [first] = inForce([sourceOf("m-a", module("m9"), fixed("2026-12-24"), { note: "We spoke about it." })]);
    expect(first?.reasons).toEqual([
      {
        sourceId: "m-a",
        origin: { kind: "person", staffId: "stf_coach", name: "Jo Coach" },
        target: module("m9"),
        targetTitle: "Module m9",
        anchorOn: "2026-09-01",
        anchor: "assigned",
        due: fixed("2026-12-24"),
        dueOn: "2027-01-04",
        movedBy: "winter break",
        note: "We spoke about it.",
      },
    ]);
  });
});

describe("lateness", () => {
  const late = sourceOf("m-a", module("m1"), fixed("2026-10-01"));
  const isOverdue = (more: Partial<Ledger>) => inForce([late], more)[0]?.isOverdue;

  it("begins on the day after the date", () => {
    expect([isOverdue({ today: "2026-10-01" }), isOverdue({ today: "2026-10-02" })]).toEqual([false, true]);
  });

  it("never is of what is complete, of a newcomer, or of someone away, suspended or gone", () => {
    expect(isOverdue({ enrollments: [progress("m1", "completed")] })).toBe(false);
    const newcomer = inForce([late], { staff: person({ hiredOn: "2026-10-19" }) })[0];
    expect(newcomer).toMatchObject({ isOverdue: false, isInGrace: true, dueOn: "2026-12-03" });
    expect(isOverdue({ staff: person({ leave: { from: "2026-10-26" } }) })).toBe(false);
    for (const status of ["suspended", "left"] as const) expect(isOverdue({ staff: person({ status }) })).toBe(false);
  });
});

describe("progress", () => {
  const line = sourceOf("m-a", path(), { kind: "paced" });

  it("that is complete stays complete, with its date, however the assignment changes", () => {
    const enrollments = [progress("m1", "completed")];
    for (const sources of [[line], [sourceOf("m-b", module("m1"), fixed("2027-03-01"))], [{ ...line, due: fixed("2026-09-02") }]])
      expect(inForce(sources, { enrollments })[0]).toMatchObject({
        state: "completed",
        completedAt: "2026-09-20T12:00:00.000Z",
        minutesLeft: 0,
      });
  });

  it("leaves the honest sum of what is still to do", () => {
    const left = (stage: Parameters<typeof progress>[1]) => inForce([line], { enrollments: [progress("m1", stage)] })[0]?.minutesLeft;
    expect(inForce([line])[0]?.minutesLeft).toBe(40);
    expect(["opened", "oneLesson", "learned", "submitted", "returned", "completed"].map((stage) => left(stage as "opened"))).toEqual([
      40, 30, 12, 0, 12, 0,
    ]);
  });

  it("waits for what it builds on until that is learned, not until its practice is accepted", () => {
    const waits = (stage: Parameters<typeof progress>[1]) => inForce([line], { enrollments: [progress("m1", stage)] })[1]?.waitsFor;
    expect(waits("oneLesson")).toEqual([{ moduleId: "m1", title: "Module m1" }]);
    for (const stage of ["learned", "submitted", "returned", "completed"] as const) expect(waits(stage)).toEqual([]);
  });
});

describe("the next step", () => {
  const line = sourceOf("m-a", path(), { kind: "paced" });
  const next = (sources: Source[], more: Partial<Ledger> = {}) => nextStep(inForce(sources, more))?.moduleId;

  it("is the earliest due that is not complete", () => {
    expect(next([line])).toBe("m1");
    expect(next([line], { enrollments: [progress("m1", "completed")] })).toBe("m2");
  });

  it("passes over what is with the coach", () => {
    expect(next([line], { enrollments: [progress("m1", "submitted")] })).toBe("m2");
  });

  it("is what a coach sent back, whatever else is due before it or waits for it", () => {
    expect(next([line], { enrollments: [progress("m2", "returned")] })).toBe("m2");
    expect(next([line], { enrollments: [progress("m3", "returned"), progress("m1", "learned")] })).toBe("m3");
    expect(next([line], { enrollments: [progress("m3", "returned"), progress("m2", "returned")] })).toBe("m2");
  });

  it("passes over what builds on something else that is still to do, even when it is due earlier", () => {
    expect(next([line, sourceOf("m-b", module("m3"), fixed("2026-09-02"))])).toBe("m1");
  });

  it("does not wait for something that nobody asked for", () => {
    expect(next([sourceOf("m-b", module("m3"), fixed("2026-12-01"))])).toBe("m3");
  });

  it("is nothing when everything is done, with the coach, or never was", () => {
    expect(next([])).toBeUndefined();
    const all = sourceOf("m-b", module("m1"), fixed("2026-12-01"));
    expect(next([all], { enrollments: [progress("m1", "completed")] })).toBeUndefined();
    expect(next([all], { enrollments: [progress("m1", "submitted")] })).toBeUndefined();
  });

  it("exists whenever something is left for the person to do", () => {
    const stage = fc.constantFrom("opened", "oneLesson", "learned", "submitted", "returned", "completed");
    fc.assert(
      fc.property(someSources, fc.dictionary(fc.constantFrom("m1", "m2", "m3", "m9"), stage), (sources, stages) => {
        const all = inForce(sources, { enrollments: Object.entries(stages).map(([id, at]) => progress(id, at as "opened")) });
        expect(nextStep(all) === undefined).toBe(all.every(({ minutesLeft }) => minutesLeft === 0));
      }),
    );
  });
});
