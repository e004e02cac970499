import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueDate, onSchoolDay } from "../../functions/assignment/due-rules.ts";
import { addDays, daysBetween, fromDayNumber, weekday } from "../../functions/platform/dates.ts";
import type { SchoolCalendar } from "../../functions/platform/district.ts";
import { calendar, person } from "./people.ts";

const day = fc.integer({ min: 20_454, max: 21_184 }).map(fromDayNumber);
const someBreaks: fc.Arbitrary<Pick<SchoolCalendar, "breaks">> = fc
  .array(fc.tuple(day, fc.integer({ min: 0, max: 20 })), { maxLength: 6 })
  .map((all) => ({ breaks: all.map(([from, days], i) => ({ name: `break ${i}`, from, to: addDays(from, days) })) }));
const isOff = (date: string, { breaks }: Pick<SchoolCalendar, "breaks">) =>
  weekday(date) > 5 || breaks.some(({ from, to }) => from <= date && date <= to);
const noBreaks = { breaks: [] };
const today = "2026-11-02";
const due = (
  input: Parameters<typeof dueDate>[0],
  staff = person(),
  options: { calendar: Pick<SchoolCalendar, "breaks">; today: string } = { calendar, today },
) => dueDate(input, staff, options);

describe("a school day", () => {
  it("is never a weekend, never in a break, never earlier, and no school day is passed over", () => {
    fc.assert(
      fc.property(day, someBreaks, (date, year) => {
        const { dueOn } = onSchoolDay(date, year);
        expect(isOff(dueOn, year)).toBe(false);
        for (let passed = date; passed < dueOn; passed = addDays(passed, 1)) expect(isOff(passed, year)).toBe(true);
      }),
    );
  });

  it("is its own school day, and later dates never come earlier", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), someBreaks, (date, days, year) => {
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

  it("after the known year is any weekday", () => {
    expect(onSchoolDay("2028-07-04", calendar)).toEqual({ dueOn: "2028-07-04" });
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
        someBreaks,
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
