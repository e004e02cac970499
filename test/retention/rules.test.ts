import { describe, expect, it } from "vitest";
import { holdsThisMonth, lastDayOver, nextRun, pieceDoneWith } from "../../functions/retention/rules.ts";
import { testDistrict } from "../support/store.ts";

const { calendar } = testDistrict;

describe("the last day of what is over", () => {
  it.each([
    ["2026-11-02", 1, "2025-06-30"],
    ["2027-06-30", 1, "2025-06-30"],
    ["2027-07-01", 1, "2026-06-30"],
    ["2026-11-02", 3, "2023-06-30"],
    ["2028-02-29", 8, "2019-06-30"],
  ] as const)("on %s, for %i school years after, is %s", (today, years, day) => expect(lastDayOver(today, years, calendar)).toBe(day));

  it("never reaches into the school years that are kept, and never goes back as time goes on", () => {
    let before = "";
    for (let day = Date.parse("2024-01-01"); day < Date.parse("2030-01-01"); day += 86_400_000) {
      const last = lastDayOver(new Date(day).toISOString().slice(0, 10), 1, calendar);
      expect(day - Date.parse(last)).toBeGreaterThan(365 * 86_400_000);
      expect(last >= before).toBe(true);
      before = last;
    }
  });
});

it("runs in each month, the next after today, by what was chosen before the month began", () => {
  expect(nextRun("2026-11-01")).toBe("2026-12-01");
  expect(nextRun("2026-12-31")).toBe("2027-01-01");
  const chosen = ["2026-11-30", "2026-12-01", "2026-12-02"];
  expect(chosen.map((day) => holdsThisMonth(day, "2026-12-02"))).toEqual([true, false, false]);
  expect(holdsThisMonth("2026-12-31", "2027-01-01")).toBe(true);
});

describe("a piece", () => {
  const piece = { state: "accepted", doneOn: "2026-03-01", lastOn: "2026-03-09" };
  it("that was accepted is needed until a certificate that asks for it was issued after it was done", () => {
    expect(pieceDoneWith(piece, [])).toBeUndefined();
    expect(pieceDoneWith(piece, ["2025-05-01"])).toBeUndefined();
    expect(pieceDoneWith(piece, ["2029-05-01", "2025-05-01", "2026-04-01"])).toBe("2026-04-01");
    expect(pieceDoneWith(piece, ["2026-03-05"])).toBe("2026-03-09");
  });
  it("that was sent or taken back is needed until then, and one that waits, or is empty, is left", () => {
    expect(pieceDoneWith({ ...piece, state: "returned" }, [])).toBe("2026-03-09");
    expect(pieceDoneWith({ ...piece, state: "withdrawn" }, [])).toBe("2026-03-09");
    expect(pieceDoneWith({ ...piece, state: "submitted" }, ["2026-04-01"])).toBeUndefined();
    expect(pieceDoneWith({ ...piece, state: "purged" }, ["2026-04-01"])).toBeUndefined();
  });
});
