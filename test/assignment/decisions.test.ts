import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RuleFacts } from "../../functions/assignment/audience-rules.ts";
import type { Decisions } from "../../functions/assignment/decision-rules.ts";
import { noDecisions } from "../../functions/assignment/decision-rules.ts";
import { ledgerChanges } from "../../functions/assignment/membership-rules.ts";
import type { Rule, Source } from "../../functions/assignment/records.ts";
import { assignmentsInForce } from "../../functions/assignment/rules.ts";
import { addDays } from "../../functions/platform/dates.ts";
import type { Versioned } from "../../functions/platform/record.ts";
import type { Staff } from "../../functions/roster/records.ts";
import { audienceOf, calendar, catalog, fixed, module, path, person, roleAt, ruleOf, schools, sourceOf } from "./people.ts";

const by = { staffId: "stf_lead", name: "Lee Lead" };
const start = "2026-11-02";
type Line = Source & Versioned;
type World = { staff: Staff; rules: (Rule & Versioned)[]; ledger: Line[]; decisions: Decisions; day: string };

const facts = (staff: Staff): RuleFacts => ({ staff, certificates: [], seats: [], calendar });
function applied({ staff, rules, ledger, day }: World): Line[] {
  const input = { facts: facts(staff), rules, ledger, schools, today: day, at: `${day}T12:00:00.000Z` };
  return ledgerChanges(input, (_, error) => {
    throw error;
  });
}
function sync(world: World): World {
  const changes = applied(world);
  const written = changes.map((line) => ({ ...line, version: line.version + 1 }));
  return { ...world, ledger: [...world.ledger.filter(({ id }) => !changes.some((line) => line.id === id)), ...written] };
}
const inForce = ({ staff, ledger, decisions, day }: World) =>
  assignmentsInForce({ sources: ledger, decisions, catalog, enrollments: [], staff, calendar, today: day });
const dueOf = (world: World, id: string) => inForce(world).find(({ moduleId }) => moduleId === id)?.dueOn;
const begin: World = { staff: person(), rules: [ruleOf()], ledger: [], decisions: noDecisions, day: start };
const waiver = (target: Source["target"], more: { until?: string } = {}) => ({
  staffId: "stf_1",
  id: "w",
  target,
  reason: "Teaches it",
  by,
  decidedOn: start,
  ...more,
});
const granted = (moduleId: string, dueOn: string) => ({
  staffId: "stf_1",
  id: "x",
  moduleId,
  state: "granted" as const,
  askedOn: start,
  decidedOn: start,
  dueOn,
  by,
});
const equivalent = (moduleId: string) => ({
  staffId: "stf_1",
  id: "q",
  moduleId,
  evidence: "State course",
  learnedOn: "2025-06-01",
  by,
  decidedOn: start,
});

describe("a decision about one person", () => {
  it("to exempt them from a module holds whoever asks for it, until its day, and comes back after it", () => {
    const manual = { ...sourceOf("m-1", module("m2"), fixed("2026-12-01")), version: 1 };
    const world = sync({
      ...begin,
      ledger: [manual],
      decisions: { ...noDecisions, waivers: [waiver(module("m2"), { until: "2026-11-20" })] },
    });
    expect(inForce(world).map(({ moduleId }) => moduleId)).toEqual(["m1", "m3"]);
    expect(inForce({ ...world, day: "2026-11-21" }).map(({ moduleId }) => moduleId)).toContain("m2");
  });

  it("to exempt them from a path leaves what is asked apart from that path", () => {
    const manual = { ...sourceOf("m-1", module("m2"), fixed("2026-12-01")), version: 1 };
    const world = sync({ ...begin, ledger: [manual], decisions: { ...noDecisions, waivers: [waiver(path())] } });
    expect(inForce(world)).toMatchObject([{ moduleId: "m2", dueOn: "2026-12-01" }]);
  });

  it("to give more time puts the date off, rules what is overdue, and never brings a later date forward", () => {
    const world = sync({ ...begin, decisions: { ...noDecisions, extensions: [granted("m1", "2026-11-30")] } });
    expect(inForce(world).find(({ moduleId }) => moduleId === "m1")).toMatchObject({
      dueOn: "2026-11-30",
      isOverdue: false,
      extension: { wasDueOn: "2026-08-27", byName: "Lee Lead" },
    });
    const early = { ...world, decisions: { ...noDecisions, extensions: [granted("m1", "2026-08-20")] } };
    expect(dueOf(early, "m1")).toBe("2026-08-27");
  });

  it("to count prior learning is done for the path and for what builds on it, without a day of completion", () => {
    const world = sync({ ...begin, decisions: { ...noDecisions, equivalencies: [equivalent("m1")] } });
    const [first, second] = inForce(world);
    expect(first).toMatchObject({ moduleId: "m1", state: "completed", isOverdue: false, minutesLeft: 0 });
    expect(first).not.toHaveProperty("completedAt");
    expect(second).toMatchObject({ moduleId: "m2", waitsFor: [] });
  });

  it("that prior learning counts until a day is followed by thirty contract days, not by a date long past", () => {
    const world = sync({ ...begin, decisions: { ...noDecisions, equivalencies: [{ ...equivalent("m1"), until: "2026-11-20" }] } });
    const on = (day: string, more: Partial<typeof world> = {}) =>
      inForce({ ...world, day, ...more }).find(({ moduleId }) => moduleId === "m1");
    expect(on("2026-11-20")).toMatchObject({ state: "completed", dueOn: "2026-08-27" });
    // Thirty contract days after 20 November, over the winter break.
    const open = { state: "notStarted", dueOn: "2027-01-15", isOverdue: false };
    expect(on("2026-11-21")).toMatchObject({ ...open, priorLearning: { wasDueOn: "2026-08-27", endedOn: "2026-11-20" } });
    expect(on("2027-01-15")).toMatchObject({ isOverdue: false });
    expect(on("2027-01-18")).toMatchObject({ dueOn: "2027-01-15", isOverdue: true });
  });

  it("that it counts, taken back or withdrawn by whoever issued it, gives the same time from that day; a mistake of one day gives none", () => {
    const revoked = (on: string) => ({ ...equivalent("m1"), revoked: { on, by: { staffId: "stf_lead", name: "Lee Lead" } } });
    const dueAfter = (on: string, day: string) =>
      dueOf({ ...sync({ ...begin, decisions: { ...noDecisions, equivalencies: [revoked(on)] } }), day }, "m1");
    expect(dueAfter("2026-11-10", "2026-11-10")).toBe("2027-01-05");
    expect(dueAfter(equivalent("m1").decidedOn, "2026-11-10")).toBe("2026-08-27");
  });

  it("that it counts until a day brings no date forward, and more time that was granted still holds", () => {
    const ended = { ...equivalent("m1"), until: "2026-11-20" };
    const late = { ...sourceOf("m-1", module("m9"), fixed("2027-05-03")), version: 1 };
    const world = sync({ ...begin, ledger: [late], decisions: { ...noDecisions, equivalencies: [{ ...ended, moduleId: "m9" }] } });
    expect(dueOf({ ...world, day: "2026-11-21" }, "m9")).toBe("2027-05-03");
    const more = sync({ ...begin, decisions: { ...noDecisions, equivalencies: [ended], extensions: [granted("m1", "2027-02-01")] } });
    expect(dueOf({ ...more, day: "2026-11-21" }, "m1")).toBe("2027-02-01");
  });
});

describe("two rules that ask for one thing", () => {
  const early = ruleOf({
    id: "rul_early",
    name: "Early",
    target: module("m9"),
    due: fixed("2026-12-01"),
    audience: audienceOf(["teacher"]),
  });
  const late = ruleOf({ id: "rul_late", name: "Late", target: module("m9"), due: fixed("2027-01-12"), audience: audienceOf(["coach"]) });

  it("are one assignment at the earlier date; when someone moves from one to the other in one sync, the other's date and name", () => {
    const both = sync({ ...begin, rules: [early, late], staff: person({ roles: [roleAt("s1", "teacher"), roleAt("s2", "coach")] }) });
    expect(inForce(both)).toMatchObject([
      { moduleId: "m9", dueOn: "2026-12-01", reasons: [{ origin: { ruleName: "Early" } }, { origin: { ruleName: "Late" } }] },
    ]);
    const moved = sync({ ...sync({ ...begin, rules: [early, late] }), staff: person({ roles: [roleAt("s2", "coach")] }) });
    expect(inForce(moved)).toMatchObject([{ moduleId: "m9", dueOn: "2027-01-12", reasons: [{ origin: { ruleName: "Late" } }] }]);
    expect(inForce(moved)[0]?.reasons).toHaveLength(1);
  });
});

/** What can happen to a person and to the rules, in any order. */
const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant("roles" as const),
      roles: fc.uniqueArray(fc.constantFrom("teacher" as const, "coach" as const, "counselor" as const)),
    }),
    fc.record({
      kind: fc.constant("rule" as const),
      roles: fc.uniqueArray(fc.constantFrom("teacher" as const, "coach" as const), { minLength: 1 }),
      isActive: fc.boolean(),
      days: fc.integer({ min: 5, max: 60 }),
    }),
    fc.record({
      kind: fc.constantFrom("waive" as const, "extend" as const, "equivalency" as const),
      moduleId: fc.constantFrom("m1", "m2", "m9"),
    }),
    fc.record({ kind: fc.constantFrom("assign" as const, "unassign" as const), moduleId: fc.constantFrom("m1", "m9") }),
  ),
  { maxLength: 10 },
);

function after(world: World, step: typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never): World {
  const { decisions } = world;
  switch (step.kind) {
    case "roles":
      return { ...world, staff: person({ roles: step.roles.map((role) => roleAt("s1", role)) }) };
    case "rule": {
      const version = (world.rules[0]?.version ?? 0) + 1;
      const due = { kind: "relative" as const, days: step.days };
      return { ...world, rules: [ruleOf({ audience: audienceOf(step.roles), isActive: step.isActive, due, version })] };
    }
    case "waive":
      return { ...world, decisions: { ...decisions, waivers: [...decisions.waivers, waiver(module(step.moduleId))] } };
    case "extend":
      return {
        ...world,
        decisions: { ...decisions, extensions: [...decisions.extensions, granted(step.moduleId, addDays(world.day, 90))] },
      };
    case "equivalency":
      return { ...world, decisions: { ...decisions, equivalencies: [...decisions.equivalencies, equivalent(step.moduleId)] } };
    case "assign":
      return {
        ...world,
        ledger: [
          ...world.ledger.filter(({ id }) => id !== `m-${step.moduleId}`),
          { ...sourceOf(`m-${step.moduleId}`, module(step.moduleId), fixed("2027-02-01")), version: 1 },
        ],
      };
    case "unassign":
      return {
        ...world,
        ledger: world.ledger.map((line) =>
          line.id === `m-${step.moduleId}` ? { ...line, endedOn: world.day, endedBy: "person" as const } : line,
        ),
      };
  }
}

describe("whatever happens in whatever order", () => {
  it("a second run of the rules changes nothing, what people decided stands, and nothing in force is without a date", () => {
    fc.assert(
      fc.property(steps, (happened) => {
        let world = begin;
        for (const step of happened) {
          world = sync(after({ ...world, day: addDays(world.day, 1) }, step));
          expect(applied(world)).toEqual([]);
          const waived = new Set(world.decisions.waivers.map(({ target }) => target.id));
          const known = new Set(world.decisions.equivalencies.map(({ moduleId }) => moduleId));
          for (const one of inForce(world)) {
            expect(one.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
            expect(waived.has(one.moduleId)).toBe(false);
            if (known.has(one.moduleId)) expect(one).toMatchObject({ state: "completed", isOverdue: false });
          }
          // What is in force follows from the lines alone, in whatever order they are read.
          expect(inForce({ ...world, ledger: world.ledger.toReversed() })).toEqual(inForce(world));
        }
      }),
      { numRuns: 60 },
    );
  });
});
