import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summariesOf } from "../../functions/engagement/summary.ts";
import { addDays } from "../../functions/platform/dates.ts";
import { AppError } from "../../functions/platform/errors.ts";
import { type ChangeContext, changedStaff } from "../../functions/roster/change-rules.ts";
import { mergedProfiles, requireMergeable } from "../../functions/roster/merge-rules.ts";
import type { PersonChange } from "../../functions/roster/person-contract.ts";
import type { Staff } from "../../functions/roster/records.ts";
import { schoolsOn } from "../../functions/roster/rules.ts";
import { testDistrict } from "../support/store.ts";
import { person, roleAt } from "../engagement/small-district.ts";

const begin = "2026-09-01";
const schools = ["sch_1", "sch_2", "sch_3"];
const zone = "America/New_York";

type Step = { who: number; other: number; kind: PersonChange["kind"] | "merge"; from: number; to: number; in: number };
const kinds = ["transfer", "transfer", "leave", "return", "suspend", "lift", "end", "rehire", "roles", "merge"] as const;
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(3),
  other: fc.nat(3),
  kind: fc.constantFrom(...kinds),
  from: fc.nat(2),
  to: fc.nat(2),
  in: fc.integer({ min: 0, max: 9 }),
});

const schoolOf = (n: number): string => schools[n] ?? "sch_1";

function changeOf({ kind, from, to, in: days }: Step, today: string): PersonChange | undefined {
  const on = addDays(today, days);
  const job = { role: "teacher" as const, isPrimary: true, beginOn: on };
  switch (kind) {
    case "transfer":
      return { kind, fromSchoolId: schoolOf(from), toSchoolId: schoolOf(to), on };
    case "leave":
      return { kind, from: on, to: addDays(on, 5) };
    case "return":
    case "end":
      return { kind, on };
    case "suspend":
    case "lift":
      return { kind };
    case "rehire":
      return { kind, on, roles: [{ ...job, schoolId: schoolOf(to) }] };
    case "roles":
      return {
        kind,
        roles: [
          { ...job, schoolId: schoolOf(to), beginOn: today },
          { ...job, schoolId: schoolOf(from), isPrimary: false, share: 0.4 },
        ],
      };
    case "edit":
    case "unpin":
    case "merge":
      return undefined;
  }
}

/** Four people after some steps of their working lives, a day or more apart, as far as each step was possible. */
function lived(steps: readonly Step[], onStep: (before: Staff, after: Staff, today: string) => void): { people: Staff[]; today: string } {
  const people = [0, 1, 2, 3].map((n) => person(`stf_${n}`, [roleAt(schoolOf(n % 3))]).staff);
  let today = begin;
  for (const one of steps) {
    today = addDays(today, 1 + (one.in % 3));
    const before = people[one.who];
    const other = people[one.other];
    if (!before || !other) continue;
    const ctx: ChangeContext = {
      by: "Sam",
      at: `${today}T12:00:00.000Z`,
      today,
      schools: new Map(schools.map((id) => [id, { name: id, isActive: true }])),
    };
    try {
      if (one.kind === "merge") {
        requireMergeable(before, other, [], today);
        const both = mergedProfiles(before, other, ctx);
        people[one.who] = both.kept;
        people[one.other] = both.duplicate;
      } else {
        const change = changeOf(one, today);
        if (!change) continue;
        const after = changedStaff(before, change, ctx);
        onStep(before, after, today);
        people[one.who] = after;
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return { people, today };
}

const rowsOn = (staff: Staff, today: string) =>
  summariesOf(
    {
      staff,
      assignments: [],
      enrollments: [],
      calendar: testDistrict.calendar,
      certifiedUntil: undefined,
      renewalOpensOn: undefined,
      coreModuleIds: [],
      contacts: [],
      changesOn: [],
      bad: 0,
    },
    { today, zone },
  );

describe("a district's total (property)", () => {
  it("counts each person once, after any transfers, leaves, returns, rehires and merges, on any day", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), fc.integer({ min: -30, max: 30 }), (steps, days) => {
        const { people, today } = lived(steps, () => undefined);
        const day = addDays(today, days);
        for (const staff of people) {
          const rows = rowsOn(staff, day);
          const isAnywhere = schoolsOn(staff, day).length > 0;
          expect(rows.filter(({ isHome }) => isHome)).toHaveLength(isAnywhere ? 1 : 0);
          expect(new Set(rows.map(({ schoolId }) => schoolId)).size).toBe(rows.length);
          if (staff.mergedInto !== undefined) expect(rows).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("of a day that is over stays at the schools where it was, whatever is changed later", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), fc.integer({ min: 1, max: 40 }), (steps, ago) => {
        lived(steps, (before, after, today) => {
          const day = addDays(today, -ago);
          expect(schoolsOn(after, day).toSorted()).toEqual(schoolsOn(before, day).toSorted());
        });
      }),
      { numRuns: 300 },
    );
  });
});
