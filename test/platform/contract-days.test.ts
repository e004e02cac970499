import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addContractDays, contractDaysBetween, isContractDay } from "../../functions/platform/contract-days.ts";
import { addDays } from "../../functions/platform/dates.ts";
import { testDistrict } from "../support/store.ts";

const { calendar } = testDistrict;
const anyDay = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays("2025-01-01", days));

describe("contract days", () => {
  it("are weekdays inside the school year and outside its breaks", () => {
    expect(isContractDay("2026-11-02", calendar)).toBe(true);
    expect(isContractDay("2026-11-07", calendar)).toBe(false);
    expect(isContractDay("2026-12-24", calendar)).toBe(false);
    expect(addContractDays("2026-12-18", 1, calendar)).toBe("2027-01-04");
    expect(contractDaysBetween("2026-12-18", "2027-01-04", calendar)).toBe(1);
  });

  it("lead to a contract day from any day, and as many lie between as were added", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, days) => {
        const start = addContractDays(from, 0, calendar);
        const end = addContractDays(start, days, calendar);
        expect(isContractDay(end, calendar)).toBe(true);
        expect(contractDaysBetween(start, end, calendar)).toBe(days);
        expect(contractDaysBetween(end, start, calendar) + days).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});
