import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueDate, dueDates, onSchoolDay } from "../../functions/assignment/due-rules.ts";
import { addDays, daysBetween, fromDayNumber, weekday } from "../../functions/platform/dates.ts";
import type { SchoolCalendar } from "../../functions/platform/district.ts";
import { calendar, person } from "./people.ts";

const day = fc.integer({ min: 20_454, max: 21_184 }).map(fromDayNumber);
/** School years that begin between July and September and end in May or June, with some breaks. */
const someYear: fc.Arbitrary<SchoolCalendar> = fc
  .record({
    starts: fc.integer({ min: 0, max: 80 }),
    ends: fc.integer({ min: 0, max: 60 }),
    pauses: fc.array(fc.tuple(day, fc.integer({ min: 0, max: 20 })), { maxLength: 6 }),
  })
  .map(({ starts, ends, pauses }) => ({
    yearStartsOn: addDays("2026-07-01", starts),
    yearEndsOn: addDays("2027-05-01", ends),
    breaks: pauses.map(([from, days], i) => ({ name: `break ${i}`, from, to: addDays(from, days) })),
  }));
const monthAndDay = (date: string) => date.slice(5);
const isSummer = (date: string, { yearStartsOn, yearEndsOn }: SchoolCalendar) =>
  monthAndDay(yearEndsOn) < monthAndDay(date) && monthAndDay(date) < monthAndDay(yearStartsOn);
const isOff = (date: string, year: SchoolCalendar) =>
  weekday(date) > 5 || isSummer(date, year) || year.breaks.some(({ from, to }) => from <= date && date <= to);
/** School all year round. */
const noBreaks = { yearStartsOn: "2026-07-01", yearEndsOn: "2027-06-30", breaks: [] };
const today = "2026-11-02";
const due = (
  input: Parameters<typeof dueDate>[0],
  staff = person(),
  options: { calendar: SchoolCalendar; today: string } = { calendar, today },
) => dueDate(input, staff, options);

describe("a school day", () => {
  it("is never a weekend, never in a break or the summer, never earlier, and no school day is passed over", () => {
    fc.assert(
      fc.property(day, someYear, (date, year) => {
        const { dueOn } = onSchoolDay(date, year);
        expect(isOff(dueOn, year)).toBe(false);
        for (let passed = date; passed < dueOn; passed = addDays(passed, 1)) expect(isOff(passed, year)).toBe(true);
      }),
    );
  });

  it("is its own school day, and later dates never come earlier", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), someYear, (date, days, year) => {
        const { dueOn } = onSchoolDay(date, year);
        expect(onSchoolDay(dueOn, year)).toEqual({ dueOn });
        expect(onSchoolDay(addDays(date, days), year).dueOn >= dueOn).toBe(true);
      }),
    );
  });

  it("names the break that moved a date; a weekend alone needs no name", () => {
    expect(onSchoolDay("2026-12-24", calendar)).toEqual({ dueOn: "2027-01-04", movedBy: "winter break" });
    // A Saturday that runs into a break on Monday.
    expect(onSchoolDay("2026-12-19", calendar)).toEqual({ dueOn: "2027-01-04", movedBy: "winter break" });
    expect(onSchoolDay("2026-11-07", calendar)).toEqual({ dueOn: "2026-11-09" });
    expect(onSchoolDay("2026-11-09", calendar)).toEqual({ dueOn: "2026-11-09" });
  });

  it("is never between two school years: the next year's first day is the first after the summer, whose name is said", () => {
    expect(onSchoolDay("2027-06-11", calendar)).toEqual({ dueOn: "2027-06-11" });
    expect(onSchoolDay("2027-06-14", calendar)).toEqual({ dueOn: "2027-08-17", movedBy: "summer" });
    // The last school day is a Friday: the Saturday after it lies in the summer already.
    expect(onSchoolDay("2027-06-12", calendar)).toEqual({ dueOn: "2027-08-17", movedBy: "summer" });
    expect(onSchoolDay("2027-08-17", calendar)).toEqual({ dueOn: "2027-08-17" });
  });

  it("is the same before and after the district enters its next school year", () => {
    const next = { ...calendar, yearStartsOn: "2027-08-17", yearEndsOn: "2028-06-11", breaks: [] };
    for (const date of ["2026-08-03", "2027-07-06", "2028-07-04"]) {
      expect(onSchoolDay(date, next)).toEqual(onSchoolDay(date, calendar));
      expect(onSchoolDay(date, next).movedBy).toBe("summer");
    }
  });

  it("has no summer where one school year ends on the day before the next", () => {
    expect(onSchoolDay("2027-07-06", noBreaks)).toEqual({ dueOn: "2027-07-06" });
  });

  it("of a school year within one calendar year is not in the summer over New Year", () => {
    const southern = { yearStartsOn: "2026-01-27", yearEndsOn: "2026-12-11", breaks: [] };
    expect(onSchoolDay("2026-12-14", southern)).toEqual({ dueOn: "2027-01-27", movedBy: "summer" });
    expect(onSchoolDay("2026-01-05", southern)).toEqual({ dueOn: "2026-01-27", movedBy: "summer" });
  });
});

describe("a due date", () => {
  const anchorOn = "2026-09-01";

  it("is counted in calendar days from its anchor, at the module's pace, or is one date for all", () => {
    expect(due({ due: { kind: "paced" }, anchorOn, dueDays: 10 })).toEqual({ dueOn: "2026-09-11" });
    expect(due({ due: { kind: "relative", days: 14 }, anchorOn, dueDays: 10 })).toEqual({ dueOn: "2026-09-15" });
    expect(due({ due: { kind: "fixed", on: "2026-10-01" }, anchorOn, dueDays: 10 })).toEqual({ dueOn: "2026-10-01" });
  });

  it("is always a date and never on a day off, whatever the leave, the hiring and the breaks", () => {
    fc.assert(
      fc.property(
        day,
        day,
        day,
        fc.option(day, { nil: undefined }),
        fc.integer({ min: 1, max: 400 }),
        someYear,
        (anchor, hiredOn, from, to, days, year) => {
          const leave = { from, ...(to !== undefined && { to }) };
          const { dueOn } = due({ due: { kind: "relative", days }, anchorOn: anchor, dueDays: 1 }, person({ hiredOn, leave }), {
            calendar: year,
            today,
          });
          expect(dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
          expect(isOff(dueOn, year)).toBe(false);
          expect(dueOn >= addDays(anchor, days)).toBe(true);
          expect(dueOn >= addDays(hiredOn, 45)).toBe(true);
        },
      ),
    );
  });

  it("of a newcomer waits for the end of the first 45 days, and says so", () => {
    const newcomer = person({ hiredOn: "2026-10-19" });
    expect(due({ due: { kind: "fixed", on: "2026-11-02" }, anchorOn, dueDays: 1 }, newcomer)).toEqual({
      dueOn: "2026-12-03",
      graceEndsOn: "2026-12-03",
    });
    expect(due({ due: { kind: "fixed", on: "2026-12-08" }, anchorOn, dueDays: 1 }, newcomer)).toEqual({ dueOn: "2026-12-08" });
  });

  it("is put off by the days of leave between its start and itself, so that the remaining days resume on return", () => {
    const away = person({ leave: { from: "2026-09-06", to: "2026-09-15" } });
    expect(due({ due: { kind: "paced" }, anchorOn, dueDays: 10 }, away)).toEqual({ dueOn: "2026-09-21", leaveDays: 10 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 90 }),
        (days, startsAfter, length) => {
          const from = addDays(anchorOn, startsAfter);
          const leave = { from, to: addDays(from, length) };
          const planned = addDays(anchorOn, days);
          const { dueOn } = due({ due: { kind: "relative", days }, anchorOn, dueDays: 1 }, person({ leave }), {
            calendar: noBreaks,
            today,
          });
          const moved = from <= planned ? length + 1 : 0;
          expect(dueOn).toBe(onSchoolDay(addDays(planned, moved), noBreaks).dueOn);
        },
      ),
    );
  });

  it("counts only the part of a leave after its start, and a day in two leaves once", () => {
    const before = person({ leave: { from: "2026-08-01", to: "2026-09-03" } });
    expect(due({ due: { kind: "paced" }, anchorOn, dueDays: 10 }, before)).toMatchObject({ leaveDays: 3 });
    const twice = person({ earlierLeaves: [{ from: "2026-09-02", to: "2026-09-05" }], leave: { from: "2026-09-04", to: "2026-09-07" } });
    expect(due({ due: { kind: "paced" }, anchorOn, dueDays: 10 }, twice)).toMatchObject({ leaveDays: 6 });
  });

  it("is pushed by a second leave that only the first one pushed it into", () => {
    const twice = person({ earlierLeaves: [{ from: "2026-09-07", to: "2026-09-16" }], leave: { from: "2026-09-18", to: "2026-09-19" } });
    expect(due({ due: { kind: "paced" }, anchorOn, dueDays: 10 }, twice)).toMatchObject({ leaveDays: 12 });
  });

  it("during a leave without an end moves on with every day", () => {
    const away = person({ leave: { from: "2026-09-06" } });
    const on = (now: string) => due({ due: { kind: "paced" }, anchorOn, dueDays: 10 }, away, { calendar: noBreaks, today: now }).leaveDays;
    expect([on("2026-09-05"), on("2026-09-06"), on("2026-09-30")]).toEqual([undefined, 1, 25]);
  });

  it("keeps its distance from its anchor across a change to or from daylight-saving time", () => {
    expect(daysBetween("2026-10-25", due({ due: { kind: "relative", days: 15 }, anchorOn: "2026-10-25", dueDays: 1 }).dueOn)).toBe(15);
  });
});

describe("the dates of a path at its own pace", () => {
  const anchorOn = "2026-09-01";
  const core = [10, 17, 24, 31, 38, 45, 75].map((dueDays, i) => ({ id: `m${i + 1}`, dueDays }));
  const datesOf = (staff = person(), start = anchorOn) =>
    dueDates({ due: { kind: "paced" }, anchorOn: start }, core, staff, { calendar: { ...calendar, breaks: [] }, today });

  it("are each module's own where nothing puts them off", () => {
    expect([...datesOf()].map(([id, { dueOn }]) => `${id} ${dueOn}`)).toEqual([
      "m1 2026-09-11",
      "m2 2026-09-18",
      "m3 2026-09-25",
      "m4 2026-10-02",
      "m5 2026-10-09",
      "m6 2026-10-16",
      "m7 2026-11-16",
    ]);
  });

  it("are a week apart from the end of the first 45 days, and say so, until the path's own pace is slower", () => {
    const dates = [...datesOf(person({ hiredOn: "2026-09-01" }), "2026-08-17")];
    expect(dates.map(([id, { dueOn, isSpaced = false }]) => `${id} ${dueOn} ${isSpaced}`)).toEqual([
      "m1 2026-10-16 false",
      "m2 2026-10-23 true",
      "m3 2026-10-30 true",
      "m4 2026-11-06 true",
      "m5 2026-11-13 true",
      "m6 2026-11-20 true",
      "m7 2026-11-27 true",
    ]);
    expect(datesOf(person({ hiredOn: "2026-08-10" }), "2026-08-17").get("m7")).toEqual({ dueOn: "2026-11-02" });
  });

  it("of someone hired in spring go on a week apart after the summer", () => {
    const dates = [...datesOf(person({ hiredOn: "2027-04-12" }), "2027-04-12")];
    expect(dates.map(([id, { dueOn, movedBy = "" }]) => `${id} ${dueOn} ${movedBy}`)).toEqual([
      "m1 2027-05-27 ",
      "m2 2027-06-03 ",
      "m3 2027-06-10 ",
      "m4 2027-08-17 summer",
      "m5 2027-08-24 ",
      "m6 2027-08-31 ",
      "m7 2027-09-07 summer",
    ]);
  });

  it("never stack or overtake one another, and are never earlier than by themselves, whatever puts them off", () => {
    const paces = fc
      .uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 14 })
      .map((all) => all.toSorted((a, b) => a - b).map((dueDays, i) => ({ id: `m${i}`, dueDays })));
    fc.assert(
      fc.property(paces, day, day, day, fc.option(day, { nil: undefined }), someYear, (modules, start, hiredOn, from, to, year) => {
        const staff = person({ hiredOn, leave: { from, ...(to !== undefined && { to }) } });
        const on = { calendar: year, today };
        const dates = dueDates({ due: { kind: "paced" }, anchorOn: start }, modules, staff, on);
        let before = "";
        for (const { id, dueDays } of modules) {
          const { dueOn = "" } = dates.get(id) ?? {};
          expect(dueOn > before).toBe(true);
          expect(isOff(dueOn, year)).toBe(false);
          expect(dueOn >= due({ due: { kind: "paced" }, anchorOn: start, dueDays }, staff, on).dueOn).toBe(true);
          before = dueOn;
        }
      }),
    );
  });

  it("stay on one day where the path itself puts two modules there, and where one date was chosen for all", () => {
    const twins = [
      { id: "a", dueDays: 10 },
      { id: "b", dueDays: 10 },
      { id: "c", dueDays: 12 },
    ];
    const newcomer = person({ hiredOn: anchorOn });
    const on = { calendar, today };
    const dates = [...dueDates({ due: { kind: "paced" }, anchorOn }, twins, newcomer, on).values()].map(({ dueOn }) => dueOn);
    expect(dates).toEqual(["2026-10-16", "2026-10-16", "2026-10-23"]);
    const chosen = dueDates({ due: { kind: "fixed", on: "2026-12-08" }, anchorOn }, twins, newcomer, on);
    expect(new Set([...chosen.values()].map(({ dueOn }) => dueOn))).toEqual(new Set(["2026-12-08"]));
  });
});

describe("a date that is counted back from a day to come", () => {
  it("waits for a leave that lies between the day it was asked and that day", () => {
    const back = { due: { kind: "relative", days: -60 }, anchorOn: "2027-05-28", dueDays: 0 } as const;
    const away = person({ leave: { from: "2027-02-01", to: "2027-04-30" } });
    const options = { calendar: noBreaks, today };
    expect(due({ ...back, assignedAt: "2026-11-02T15:00:00.000Z" }, person(), options).dueOn).toBe("2027-03-29");
    expect(due({ ...back, assignedAt: "2026-11-02T15:00:00.000Z" }, away, options)).toMatchObject({ leaveDays: 89 });
    // Asked after the leave, it has nothing to wait for.
    expect(due({ ...back, assignedAt: "2027-05-03T15:00:00.000Z" }, away, options).dueOn).toBe("2027-03-29");
  });
});
