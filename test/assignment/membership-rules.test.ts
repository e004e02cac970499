import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorFor, inRule, type RuleFacts } from "../../functions/assignment/audience-rules.ts";
import { ledgerChanges } from "../../functions/assignment/membership-rules.ts";
import type { Rule, Source } from "../../functions/assignment/records.ts";
import type { Versioned } from "../../functions/platform/record.ts";
import { addDays } from "../../functions/platform/dates.ts";
import type { JobRole, SchoolLevel } from "../../functions/roster/contract.ts";
import type { Staff } from "../../functions/roster/records.ts";
import { audienceOf, calendar, fixed, module, person, roleAt, ruleOf, schools, sourceOf } from "./people.ts";

const today = "2026-11-02";
type Ledger = (Source & Versioned)[];
const factsOf = (staff: Staff): RuleFacts => ({ staff, certificates: [], seats: [], calendar });

/** A run of the rules on a day, as the action does it: what changed, and the ledger afterwards. */
function run(staff: Staff, rules: (Rule & Versioned)[], ledger: Ledger, day = today): { changes: Ledger; ledger: Ledger } {
  const input = { facts: factsOf(staff), rules, ledger, schools, today: day, at: `${day}T12:00:00.000Z` };
  const changes = ledgerChanges(input, (_, error) => {
    throw error;
  });
  const written = changes.map((line) => ({ ...line, version: line.version + 1 }));
  return { changes, ledger: [...ledger.filter(({ id }) => !changes.some((line) => line.id === id)), ...written] };
}
function startOf(rule: Rule, staff: Staff, day = today) {
  const inside = inRule(rule, factsOf(staff), schools, day);
  if (!inside) return undefined;
  const { beganOn, ...last } = inside;
  return { ...anchorFor(rule, { beganOn, facts: factsOf(staff), today: day }, undefined), ...last };
}

describe("an audience", () => {
  const rule = ({ roles = ["teacher"], ...where }: { roles?: JobRole[]; levels?: SchoolLevel[]; schoolIds?: string[] }) =>
    ruleOf({ audience: audienceOf(roles, where) });

  it("is everyone in one of the roles, at one of the schools, of one of the levels", () => {
    expect(startOf(rule({}), person())).toBeDefined();
    expect(startOf(rule({ roles: ["coach"] }), person())).toBeUndefined();
    expect(startOf(rule({ schoolIds: ["s2"] }), person())).toBeUndefined();
    expect(startOf(rule({ levels: ["elementary"] }), person())).toBeDefined();
    expect(startOf(rule({ levels: ["middle"], schoolIds: ["s1"] }), person())).toBeUndefined();
  });

  it("holds role and school together: a role at one school is not a role at another", () => {
    const both = person({ roles: [roleAt("s1", "teacher"), roleAt("s2", "coach")] });
    expect(startOf(rule({ schoolIds: ["s2"] }), both)).toBeUndefined();
  });

  it("has nobody who left, and nobody whose role has ended", () => {
    expect(startOf(rule({}), person({ status: "left" }))).toBeUndefined();
    expect(startOf(rule({}), person({ roles: [roleAt("s1", "teacher", { endOn: "2026-11-01" })] }))).toBeUndefined();
  });

  it("starts with the role or with the rule, whichever is later, and says which", () => {
    expect(startOf(ruleOf(), person())).toEqual({ anchorOn: "2026-08-17", anchor: "ruleStart" });
    expect(startOf(ruleOf(), person({ roles: [roleAt("s1", "teacher", { beginOn: "2026-10-05" })] }))).toEqual({
      anchorOn: "2026-10-05",
      anchor: "roleStart",
    });
  });

  it("knows roles that are still to begin, and the day on which they all will have ended", () => {
    expect(startOf(ruleOf(), person({ roles: [roleAt("s1", "teacher", { beginOn: "2027-01-11" })] }))).toEqual({
      anchorOn: "2027-01-11",
      anchor: "roleStart",
    });
    const endings = person({ roles: [roleAt("s1", "teacher", { endOn: "2026-12-18" }), roleAt("s2", "teacher", { endOn: "2027-01-29" })] });
    expect(startOf(ruleOf(), endings)).toMatchObject({ lastOn: "2027-01-29" });
    expect(startOf(ruleOf(), person({ roles: [...endings.roles, roleAt("s2")] }))).not.toHaveProperty("lastOn");
  });
});

describe("a run of the rules", () => {
  it("writes only what differs: run again, it writes nothing", () => {
    const roles = fc.constantFrom<Staff["roles"][number]["role"]>("teacher", "coach", "counselor");
    const someRoles = fc.array(
      fc.tuple(
        roles,
        fc.constantFrom("s1", "s2"),
        fc.integer({ min: 0, max: 200 }),
        fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
      ),
      { maxLength: 4 },
    );
    const someRules = fc.array(fc.tuple(fc.uniqueArray(roles, { minLength: 1 }), fc.boolean(), fc.integer({ min: 0, max: 150 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(someRoles, someRules), { minLength: 1, maxLength: 4 }), (days) => {
        let ledger: Ledger = [];
        for (const [i, [held, saved]] of days.entries()) {
          const staff = person({
            roles: held.map(([role, schoolId, from, to]) =>
              roleAt(schoolId, role, {
                beginOn: addDays("2026-07-01", from),
                ...(to !== undefined && { endOn: addDays("2026-07-01", from + to) }),
              }),
            ),
          });
          const rules = saved.map(([who, isActive, from], n) =>
            ruleOf({
              id: `rul_${n}`,
              audience: audienceOf(who),
              isActive,
              effectiveFrom: addDays("2026-07-01", from),
              version: i + 1,
            }),
          );
          const day = addDays(today, i);
          ({ ledger } = run(staff, rules, ledger, day));
          expect(run(staff, rules, ledger, day).changes).toEqual([]);
          // Never two lines for one rule, and an open line always has a start.
          expect(new Set(ledger.map(({ id }) => id)).size).toBe(ledger.length);
          expect(ledger.every(({ anchorOn }) => /^\d{4}-\d\d-\d\d$/.test(anchorOn))).toBe(true);
        }
      }),
    );
  });

  it("ends the line of someone who drops out and opens the same line, with its first start, when they come back", () => {
    const late = person({ roles: [roleAt("s1", "teacher", { beginOn: "2026-10-05" })] });
    const first = run(late, [ruleOf()], []).ledger;
    const out = run(person({ roles: [roleAt("s1", "coach")] }), [ruleOf()], first, "2026-11-03").ledger;
    expect(out).toMatchObject([{ endedOn: "2026-11-03", endedBy: "audience" }]);
    const back = run(person({ roles: [roleAt("s1", "teacher", { beginOn: "2027-02-01" })] }), [ruleOf()], out, "2027-02-01").ledger;
    expect(back).toEqual([{ ...first[0], version: 3 }]);
  });

  it("keeps a start through a transfer, and through a new name, date or target of the rule", () => {
    const first = run(person({ roles: [roleAt("s1", "teacher", { beginOn: "2026-10-05" })] }), [ruleOf()], []).ledger;
    const moved = person({ roles: [roleAt("s2", "teacher", { beginOn: "2026-11-02" })] });
    expect(run(moved, [ruleOf()], first).changes).toEqual([]);
    const edited = ruleOf({ name: "All teachers", due: fixed("2027-01-15"), target: module("m9"), version: 2 });
    expect(run(moved, [edited], first).ledger).toMatchObject([
      { anchorOn: "2026-10-05", target: module("m9"), due: fixed("2027-01-15"), origin: { ruleName: "All teachers", ruleVersion: 2 } },
    ]);
  });

  it("follows the rule's own start when that is moved", () => {
    const first = run(person(), [ruleOf()], []).ledger;
    expect(run(person(), [ruleOf({ effectiveFrom: "2026-11-16", version: 2 })], first).ledger).toMatchObject([
      { anchorOn: "2026-11-16", anchor: "ruleStart" },
    ]);
  });

  it("ends every line of a rule that is switched off, and opens them when it is switched on", () => {
    const first = run(person(), [ruleOf()], []).ledger;
    const off = run(person(), [ruleOf({ isActive: false, version: 2 })], first).ledger;
    expect(off).toMatchObject([{ endedOn: today, endedBy: "rule" }]);
    expect(run(person(), [ruleOf({ version: 3 })], off).ledger[0]).not.toHaveProperty("endedOn");
  });

  it("leaves alone what a person assigned, and what a person ended", () => {
    const manual = { ...sourceOf("m-1", module("m9"), fixed("2026-12-01")), version: 1 };
    const waived = {
      ...sourceOf("r-rul_1", module("m9"), fixed("2026-12-01")),
      origin: { kind: "rule" as const, ruleId: "rul_1", ruleName: "x", ruleVersion: 1 },
      endedOn: today,
      endedBy: "person" as const,
      version: 1,
    };
    for (const rule of [ruleOf(), ruleOf({ isActive: false, version: 9 })])
      for (const staff of [person(), person({ roles: [] }), person({ status: "left" })])
        expect(run(staff, [rule], [manual, waived]).changes).toEqual([]);
  });

  it("touches nothing of someone who is suspended or on leave", () => {
    const first = run(person(), [ruleOf()], []).ledger;
    for (const staff of [person({ status: "suspended" }), person({ leave: { from: "2026-10-01" } })])
      expect(run(staff, [ruleOf()], first).changes).toEqual([]);
  });
});

describe("a date before the last day of a certificate", () => {
  it("is counted from the certificate that the rule names, whatever else someone holds", () => {
    const about = { about: "certificate", certificationId: "foundations", is: "holds" } as const;
    const held = [
      { certificationId: "foundations", issuedOn: "2024-01-31", lastOn: "2027-01-31" },
      { certificationId: "team-facilitator", issuedOn: "2026-06-30", lastOn: "2029-06-30" },
    ];
    const due = { kind: "relative", days: -30, anchor: "certificateExpiry" } as const;
    const start = (audience: Rule["audience"]) =>
      anchorFor(ruleOf({ audience, due }), { beganOn: today, facts: { ...factsOf(person()), certificates: held }, today }, undefined);
    expect(start({ anyOf: [{ allOf: [about] }] })).toEqual({ anchorOn: "2027-01-31", anchor: "certificateExpiry" });
    expect(start(audienceOf(["teacher"], {}))).toMatchObject({ anchorOn: "2029-06-30" });
  });
});
