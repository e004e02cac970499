import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Validity } from "../../functions/certification/definition-contract.ts";
import { addMonths, termDates } from "../../functions/certification/term-rules.ts";
import { addDays, daysBetween, fromDayNumber, dayNumber } from "../../functions/platform/dates.ts";

const validity = (change: Partial<Validity> = {}): Validity => ({
  basis: "lastExpiry",
  years: 3,
  endsOn: "06-30",
  minimumMonths: 6,
  windowDays: 90,
  graceDays: 60,
  ...change,
});

const day = fc.integer({ min: dayNumber("2024-01-01"), max: dayNumber("2032-12-31") }).map(fromDayNumber);
const everyMonth = Array.from({ length: 12 }, (_, month) => addMonths("2027-01-31", month));
const first = (earnedOn: string, change: Partial<Validity> = {}) => termDates(validity(change), { earnedOn, follows: undefined });

/** How late after its last day, in days, or how early within the window (negative), each of five terms is renewed. */
const renewals = fc.array(fc.integer({ min: -90, max: 60 }), { minLength: 5, maxLength: 5 });

/** Five cycles of a certificate, each renewed so many days from the last day of the one before. */
function lived(change: Partial<Validity>, earnedOn: string, offsets: readonly number[]) {
  const terms = [{ earnedOn, ...first(earnedOn, change) }];
  for (const offset of offsets) {
    const last = terms.at(-1)!;
    const on = addDays(last.expiresOn, offset);
    terms.push({ earnedOn: on, ...termDates(validity(change), { earnedOn: on, follows: last }) });
  }
  return terms;
}

describe("the dates of a term", () => {
  it("are counted from the day it is earned, the last day included", () => {
    expect(first("2026-11-02")).toEqual({
      expiresOn: "2029-11-02",
      renewalOpensOn: "2029-08-04",
      graceEndsOn: "2030-01-01",
      anchorDay: "11-02",
    });
  });

  it("never open the window on the day it is earned: what earned it would renew it", () => {
    const short = first("2026-12-15", { basis: "schoolYear", years: 1, windowDays: 200 });
    expect(short).toMatchObject({ expiresOn: "2027-06-30", renewalOpensOn: "2026-12-16" });
  });

  it("do not drift over five cycles renewed early, on time or late in grace, for every day of the year", () => {
    fc.assert(
      fc.property(day, renewals, (earnedOn, offsets) => {
        const terms = lived({}, earnedOn, offsets);
        expect(terms.map(({ anchorDay }) => anchorDay)).toEqual(terms.map(() => earnedOn.slice(5)));
        expect(terms.map(({ expiresOn }) => Number(expiresOn.slice(0, 4)))).toEqual(
          terms.map((_, i) => Number(earnedOn.slice(0, 4)) + 3 * (i + 1)),
        );
      }),
    );
  });

  it("come back to 29 February in each leap year", () => {
    const ends = lived({ years: 1 }, "2028-02-29", [0, -30, 10, 0, 0]).map(({ expiresOn }) => expiresOn);
    expect(ends).toEqual(["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29", "2033-02-28", "2034-02-28"]);
  });

  it("keep the last day of a long month whatever the month", () => {
    for (const earnedOn of everyMonth)
      expect(lived({ years: 1 }, earnedOn, [-1, 0, 1, 0, -90]).map(({ expiresOn }) => expiresOn.slice(5))).toEqual(
        Array.from({ length: 6 }, () => earnedOn.slice(5)),
      );
  });

  it("end on the school year's day, and five cycles later still do", () => {
    fc.assert(
      fc.property(day, renewals, fc.constantFrom("06-30", "08-31", "02-29"), (earnedOn, offsets, endsOn) => {
        const terms = lived({ basis: "schoolYear", years: 1, endsOn, minimumMonths: 0 }, earnedOn, offsets);
        for (const { expiresOn } of terms) expect([endsOn, "02-28"]).toContain(expiresOn.slice(5));
        for (const [i, { expiresOn }] of terms.entries())
          expect(Number(expiresOn.slice(0, 4))).toBe(Number(terms[0]!.expiresOn.slice(0, 4)) + i);
      }),
    );
  });

  it("never give a late hire a certificate that is over before the shortest term, on any basis", () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom("completion", "lastExpiry", "schoolYear"),
        fc.integer({ min: 0, max: 12 }),
        (earnedOn, basis, months) => {
          const { expiresOn } = first(earnedOn, { basis, years: 1, minimumMonths: months });
          expect(expiresOn >= addMonths(earnedOn, months)).toBe(true);
          expect(expiresOn > earnedOn || basis === "schoolYear").toBe(true);
        },
      ),
    );
    expect(first("2027-06-15", { basis: "schoolYear", years: 1 }).expiresOn).toBe("2028-06-30");
    expect(first("2026-09-01", { basis: "schoolYear", years: 1 }).expiresOn).toBe("2027-06-30");
    expect(first("2026-09-01", { basis: "schoolYear", years: 3 }).expiresOn).toBe("2029-06-30");
  });

  it("begin anew from the day of completion on that basis, however the last term ended", () => {
    const [one, two] = lived({ basis: "completion", years: 2 }, "2026-11-02", [-40]);
    expect([one?.expiresOn, two?.expiresOn]).toEqual(["2028-11-02", "2030-09-23"]);
  });

  it("open the window and close the grace by whole local days, across changes of the clock", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 365 }), fc.integer({ min: 0, max: 365 }), (earnedOn, windowDays, graceDays) => {
        const { expiresOn, renewalOpensOn, graceEndsOn } = first(earnedOn, { windowDays, graceDays });
        expect([daysBetween(renewalOpensOn, expiresOn), daysBetween(expiresOn, graceEndsOn)]).toEqual([windowDays, graceDays]);
      }),
    );
  });
});
