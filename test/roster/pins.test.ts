import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asTheRosterSays, isKeptByHand, withEditsPinned, withoutPin, withPins } from "../../functions/roster/pin-rules.ts";
import type { Staff } from "../../functions/roster/records.ts";
import { person, roleAt } from "../engagement/small-district.ts";

const today = "2026-11-02";
const mark = { by: "Sam Whitfield", at: "2026-11-02T15:00:00.000Z", today };
const ana = person("stf_ana", [roleAt("sch_1")], { rosterHash: "one" }).staff;
const edited = (change: Partial<Staff>, before = ana) => withEditsPinned(before, { ...before, ...change }, mark);
/** What a sync makes of someone of whom the roster says this. */
const synced = (staff: Staff, roster: Partial<Staff>) => withPins({ ...asTheRosterSays(staff, today), ...roster }, staff, today);

describe("an edit by hand", () => {
  it("is marked with who, when and what the roster says; an unchanged field is not", () => {
    expect(edited({ familyName: "Reyes" }).pins).toEqual({
      name: { by: mark.by, at: mark.at, rosterSays: { givenName: ana.givenName, familyName: ana.familyName } },
    });
    expect(edited({}).pins).toBeUndefined();
  });

  it("survives a sync that says otherwise, which is noted beside it", () => {
    const { staff, kept } = synced(edited({ email: "ana.reyes@maple.example" }), { email: "ana2@maple.example", hiredOn: "2021-01-04" });
    expect(staff).toMatchObject({ email: "ana.reyes@maple.example", hiredOn: "2021-01-04" });
    expect(staff.pins?.email?.rosterSays).toBe("ana2@maple.example");
    expect(kept).toEqual(["email"]);
  });

  it("is no edit any more once the roster says the same, or it is edited back to what the roster says", () => {
    const { staff, kept } = synced(edited({ familyName: "Reyes" }), { familyName: "Reyes" });
    expect(staff).toMatchObject({ familyName: "Reyes" });
    expect(staff.pins).toBeUndefined();
    expect(kept).toEqual([]);
    const again = edited({ familyName: "Reyes" });
    expect(edited({ familyName: ana.familyName }, again).pins).toBeUndefined();
  });

  it("of roles is caught up with when the same jobs go on at the same schools, whatever day the roster gives", () => {
    const moved = edited({
      roles: [roleAt("sch_1", "teacher", { endOn: "2026-10-30" }), roleAt("sch_2", "teacher", { beginOn: "2026-10-31" })],
    });
    expect(synced(moved, {}).kept).toEqual(["roles"]);
    const { staff } = synced(moved, {
      roles: [roleAt("sch_1", "teacher", { endOn: today }), roleAt("sch_2", "teacher", { beginOn: today })],
    });
    expect(staff.pins).toBeUndefined();
    expect(staff.roles).toEqual(moved.roles);
  });

  it("that is let go gives the roster's value back, and others stay", () => {
    const both = edited({ hiredOn: "2026-10-01" }, edited({ email: "x@maple.example" }));
    const one = withoutPin(both, "email");
    expect(one).toMatchObject({ email: ana.email, hiredOn: "2026-10-01" });
    expect(Object.keys(one.pins ?? {})).toEqual(["hiredOn"]);
    expect(withoutPin(one, "hiredOn")).toEqual(ana);
    expect(withoutPin(ana, "email")).toBe(ana);
  });

  it("is the same after any number of the same syncs, and gone when the roster agrees (property)", () => {
    const word = fc.constantFrom("a", "b", "c");
    const roster = fc.record({ givenName: word, familyName: word, email: word, hiredOn: fc.constantFrom("2026-08-01", "2026-09-01") });
    fc.assert(
      fc.property(roster, roster, fc.array(roster, { minLength: 1, maxLength: 4 }), (first, edit, syncs) => {
        let staff = edited(edit, { ...ana, ...first });
        for (const said of syncs) {
          const before = staff;
          staff = synced(staff, said).staff;
          for (const field of ["email", "hiredOn"] as const) {
            const isPinned = before.pins?.[field] !== undefined;
            expect(staff[field]).toBe(isPinned ? before[field] : said[field]);
            expect(staff.pins?.[field] !== undefined).toBe(isPinned && said[field] !== before[field]);
          }
          expect(synced(staff, said).staff).toEqual(staff);
          expect(asTheRosterSays(staff, today)).toMatchObject(said);
        }
      }),
    );
  });
});

describe("someone brought back by hand", () => {
  it("is kept although the roster does not name them; someone the roster still named at its last word is not", () => {
    const { rosterHash: _, ...gone } = ana;
    expect(isKeptByHand(edited({ roles: [] }, gone))).toBe(true);
    expect(isKeptByHand(edited({ roles: [] }))).toBe(false);
    expect(isKeptByHand(gone)).toBe(false);
  });
});

describe("someone whose last day has passed", () => {
  it("has left by the word of a person, as far as the roster is concerned", () => {
    expect(asTheRosterSays({ ...ana, lastDayOn: "2026-11-01" }, today)).toMatchObject({ status: "left", endedBy: "person" });
    expect(asTheRosterSays({ ...ana, lastDayOn: today }, today).status).toBe("active");
  });
});
