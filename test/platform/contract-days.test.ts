import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addContractDays,
  calendarFor,
  contractDaysBetween,
  enteredYears,
  isContractDay,
  pauseOn,
  correctedYearStart,
  schoolYearStart,
} from "../../functions/platform/contract-days.ts";
import { addDays, addYears, daysBetween, fromDayNumber, localDate, startOfDay, weekday } from "../../functions/platform/dates.ts";
import type { SchoolCalendar, SchoolYear } from "../../functions/platform/district.ts";

/** From 2022 to 2033: entered years, the years around them, and three 29ths of February. */
const someDay = fc.integer({ min: 18_993, max: 23_375 }).map(fromDayNumber);
const someYears = (first: number, count: number): fc.Arbitrary<SchoolYear[]> =>
  fc
    .array(
      fc.record({
        starts: fc.integer({ min: 0, max: 70 }),
        ends: fc.integer({ min: 0, max: 59 }),
        pauses: fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 16 })), { maxLength: 5 }),
      }),
      { minLength: count, maxLength: count },
    )
    .map((years) =>
      years.map(({ starts, ends, pauses }, i) => {
        const yearStartsOn = addDays(`${first + i}-07-01`, starts);
        return {
          yearStartsOn,
          yearEndsOn: addDays(`${first + i + 1}-05-01`, ends),
          breaks: pauses.map(([after, days], n) => ({
            name: `break ${n}`,
            from: addDays(yearStartsOn, after),
            to: addDays(yearStartsOn, after + days),
          })),
        };
      }),
    );
/** One to four entered years in any order, with a year left out here and there. */
const someCalendar: fc.Arbitrary<SchoolCalendar> = fc
  .tuple(fc.integer({ min: 2024, max: 2026 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }))
  .chain(([first, count, without]) =>
    someYears(first, count).chain((years) => {
      const kept = years.length > 1 ? years.filter((_, i) => i !== without) : years;
      return fc.shuffledSubarray(kept, { minLength: kept.length });
    }),
  )
  .map(([year, ...otherYears]) => ({ ...(year as SchoolYear), ...(otherYears.length > 0 && { otherYears }) }));

/** Teachers of a district with two years entered: long weekends, a summer of nine weeks, one leap year. */
const teachers: SchoolCalendar = {
  yearStartsOn: "2026-08-17",
  yearEndsOn: "2027-06-11",
  breaks: [{ name: "Thanksgiving break", from: "2026-11-25", to: "2026-11-27" }],
  otherYears: [
    { yearStartsOn: "2027-08-23", yearEndsOn: "2028-06-09", breaks: [{ name: "staff day", from: "2027-10-11", to: "2027-10-11" }] },
  ],
};

describe("a contract day", () => {
  it("is a weekday of a school year that no break covers", () => {
    expect(isContractDay("2026-11-24", teachers)).toBe(true);
    expect(isContractDay("2026-11-25", teachers)).toBe(false);
    expect(isContractDay("2026-11-28", teachers)).toBe(false);
    expect(isContractDay("2027-10-11", teachers)).toBe(false);
    expect(pauseOn("2027-10-11", teachers)).toEqual({ kind: "break", name: "staff day", from: "2027-10-11", to: "2027-10-11" });
  });

  it("is not in the summer, which lies between the very years that were entered", () => {
    expect(pauseOn("2027-07-04", teachers)).toEqual({ kind: "summer", from: "2027-06-12", to: "2027-08-22" });
    expect(isContractDay("2027-08-20", teachers)).toBe(false);
    expect(isContractDay("2027-08-23", teachers)).toBe(true);
  });

  it("of a year nobody has entered yet lies where it lies in the nearest year that was", () => {
    expect(pauseOn("2030-07-04", teachers)).toEqual({ kind: "summer", from: "2030-06-10", to: "2030-08-22" });
    expect(pauseOn("2021-07-04", teachers)).toEqual({ kind: "summer", from: "2021-06-12", to: "2021-08-16" });
    expect(isContractDay("2028-02-29", teachers)).toBe(true);
  });

  it("is in the time between two entered years, if a year was left out between them, where the earlier one says", () => {
    const [first, second] = enteredYears(teachers) as [SchoolYear, SchoolYear];
    const gap = { ...first, otherYears: [{ ...second, yearStartsOn: "2028-08-21", yearEndsOn: "2029-06-08" }] };
    expect(isContractDay("2027-10-12", gap)).toBe(true);
    expect(pauseOn("2027-07-04", gap)).toMatchObject({ kind: "summer", from: "2027-06-12", to: "2027-08-16" });
    expect(pauseOn("2028-07-04", gap)).toMatchObject({ kind: "summer", from: "2028-06-12", to: "2028-08-20" });
  });

  it("does not depend on the order in which years were entered", () => {
    fc.assert(
      fc.property(someCalendar, someDay, (calendar, day) => {
        const years = enteredYears(calendar);
        const [first, ...others] = years as [SchoolYear, ...SchoolYear[]];
        expect(pauseOn(day, { ...first, otherYears: others })?.kind).toBe(pauseOn(day, calendar)?.kind);
        expect(isContractDay(day, { ...first, otherYears: others })).toBe(isContractDay(day, calendar));
      }),
    );
  });

  it("stays where it is when the district enters a next year like the last one", () => {
    fc.assert(
      fc.property(someYears(2026, 1), someDay, ([year], day) => {
        const last = { ...(year as SchoolYear), breaks: [] };
        const next = { yearStartsOn: addYears(last.yearStartsOn, 1), yearEndsOn: addYears(last.yearEndsOn, 1), breaks: [] };
        expect(isContractDay(day, { ...last, otherYears: [next] })).toBe(isContractDay(day, last));
      }),
    );
  });
});

describe("counting in contract days", () => {
  it("adds days of work, not days of the week", () => {
    expect(addContractDays("2026-11-20", 3, teachers)).toBe("2026-11-30");
    expect(addContractDays("2027-06-10", 2, teachers)).toBe("2027-08-23");
    expect(addContractDays("2027-08-23", -1, teachers)).toBe("2027-06-11");
    expect(addContractDays("2026-11-26", 0, teachers)).toBe("2026-11-30");
    expect(contractDaysBetween("2026-11-20", "2026-11-30", teachers)).toBe(3);
  });

  it("always lands on a contract day, in any year, entered or not", () => {
    fc.assert(
      fc.property(someCalendar, someDay, fc.integer({ min: -260, max: 260 }), (calendar, day, days) => {
        expect(isContractDay(addContractDays(day, days, calendar), calendar)).toBe(true);
      }),
    );
  });

  it("forth and back are inverse", () => {
    fc.assert(
      fc.property(someCalendar, someDay, fc.integer({ min: -120, max: 120 }), (calendar, day, days) => {
        const start = addContractDays(day, 0, calendar);
        const end = addContractDays(start, days, calendar);
        expect(contractDaysBetween(start, end, calendar)).toBe(days);
        expect(addContractDays(end, -days, calendar)).toBe(start);
        if (days > 0) expect(contractDaysBetween(day, addContractDays(day, days, calendar), calendar)).toBe(days);
      }),
    );
  });

  it("never comes earlier for a later date or for more days", () => {
    fc.assert(
      fc.property(
        someCalendar,
        someDay,
        fc.nat({ max: 40 }),
        fc.nat({ max: 60 }),
        fc.nat({ max: 10 }),
        (calendar, day, later, days, more) => {
          const end = addContractDays(day, days, calendar);
          expect(addContractDays(addDays(day, later), days, calendar) >= end).toBe(true);
          expect(addContractDays(day, days + more, calendar) >= end).toBe(true);
          expect(contractDaysBetween(day, addDays(end, later), calendar)).toBeGreaterThanOrEqual(contractDaysBetween(day, end, calendar));
        },
      ),
    );
  });

  it("adds up: the days from the first to the last are those to the middle and from there", () => {
    fc.assert(
      fc.property(someCalendar, someDay, fc.nat({ max: 90 }), fc.nat({ max: 90 }), (calendar, day, a, b) => {
        const [middle, end] = [addDays(day, a), addDays(day, a + b)];
        const sum = contractDaysBetween(day, middle, calendar) + contractDaysBetween(middle, end, calendar);
        expect(contractDaysBetween(day, end, calendar)).toBe(sum);
      }),
    );
  });

  it("goes over 29 February and over each change of the clocks as over any other day", () => {
    for (const [before, after] of [
      ["2028-02-28", "2028-03-01"],
      ["2027-03-12", "2027-03-16"],
      ["2026-10-30", "2026-11-03"],
    ] as const) {
      expect(contractDaysBetween(before, after, teachers)).toBe(2);
      expect(addContractDays(before, 2, teachers)).toBe(after);
    }
    fc.assert(
      fc.property(fc.constantFrom("America/New_York", "America/Los_Angeles", "Pacific/Honolulu"), someDay, (zone, day) => {
        const landed = addContractDays(day, 5, teachers);
        expect(localDate(startOfDay(landed, zone), zone)).toBe(landed);
      }),
    );
  });

  it("ends, whatever calendar it is given", () => {
    const nothing: SchoolCalendar = {
      yearStartsOn: "2026-07-01",
      yearEndsOn: "2026-07-01",
      breaks: [{ name: "always", from: "1900-01-01", to: "2999-12-31" }],
    };
    const backwards: SchoolCalendar = { yearStartsOn: "2027-06-30", yearEndsOn: "2026-07-01", breaks: [] };
    const leapDay: SchoolCalendar = { yearStartsOn: "2028-02-29", yearEndsOn: "2028-02-29", breaks: [], otherYears: [] };
    for (const calendar of [nothing, backwards, leapDay])
      for (const days of [-3, 0, 3]) expect(addContractDays("2026-11-02", days, calendar)).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe("the school year of a date", () => {
  it("begins on or before it, at most about a year and two months before, and on the day that was entered", () => {
    expect(schoolYearStart("2027-01-15", teachers)).toBe("2026-08-17");
    expect(schoolYearStart("2027-07-04", teachers)).toBe("2026-08-17");
    expect(schoolYearStart("2027-08-23", teachers)).toBe("2027-08-23");
    expect(schoolYearStart("2029-01-15", teachers)).toBe("2028-08-23");
    fc.assert(
      fc.property(someCalendar, someDay, (calendar, day) => {
        const start = schoolYearStart(day, calendar);
        expect(start <= day).toBe(true);
        expect(daysBetween(start, day)).toBeLessThan(440);
      }),
    );
  });
});

describe("the start of a school year, once the calendar was corrected", () => {
  it("is the start nearest to it: the day of that year, never of the one before or after", () => {
    const corrected = { ...teachers, yearStartsOn: "2026-08-24" };
    expect(correctedYearStart("2026-08-17", corrected)).toBe("2026-08-24");
    expect(correctedYearStart("2026-08-24", teachers)).toBe("2026-08-17");
    expect(correctedYearStart("2027-08-23", corrected)).toBe("2027-08-23");
    fc.assert(
      fc.property(someCalendar, someDay, (calendar, day) => {
        const start = schoolYearStart(day, calendar);
        expect(correctedYearStart(start, calendar)).toBe(start);
      }),
    );
  });
});

describe("the calendar of an employee group", () => {
  const paraprofessionals = { id: "paras", name: "Paraprofessionals", calendar: { ...teachers, yearEndsOn: "2027-06-04" } };
  const district = { calendar: teachers, employeeGroups: { groups: [paraprofessionals], groupOfRole: {} } };

  it("is the group's own, and the district's for everyone else", () => {
    expect(calendarFor(district, "paras")).toBe(paraprofessionals.calendar);
    expect(calendarFor(district)).toBe(teachers);
    expect(calendarFor(district, "unheard of")).toBe(teachers);
    expect(calendarFor({ calendar: teachers }, "paras")).toBe(teachers);
    expect(weekday("2027-06-07")).toBe(1);
    expect(isContractDay("2027-06-07", calendarFor(district, "paras"))).toBe(false);
    expect(isContractDay("2027-06-07", calendarFor(district))).toBe(true);
  });
});
