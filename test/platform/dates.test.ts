import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addYears, dayNumber, daysBetween, fromDayNumber, isoWeek, localDate, weekday } from "../../functions/platform/dates.ts";

const anyDay = fc.integer({ min: -30_000, max: 40_000 });
const anyDate = anyDay.map(fromDayNumber);

describe("local dates", () => {
  it("count days from 1970-01-01 and back again", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(dayNumber("2000-03-01")).toBe(11_017);
    fc.assert(fc.property(anyDay, (day) => dayNumber(fromDayNumber(day)) === day));
  });

  it("sort as text in the order of the calendar", () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => fromDayNumber(a) < fromDayNumber(b) === a < b));
  });

  it("move by days and back without loss, over leap days and year ends", () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: -4_000, max: 4_000 }), (date, days) => addDays(addDays(date, days), -days) === date));
    fc.assert(fc.property(anyDate, anyDate, (from, to) => addDays(from, daysBetween(from, to)) === to));
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2100-02-28", 1)).toBe("2100-03-01");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });

  it("move by years to the same day, and from 29 February to 28 February where there is none", () => {
    expect(addYears("2024-02-29", 1)).toBe("2025-02-28");
    expect(addYears("2024-02-29", 4)).toBe("2028-02-29");
    expect(addYears("2096-02-29", 4)).toBe("2100-02-28");
    expect(addYears("2026-06-30", 3)).toBe("2029-06-30");
    fc.assert(
      fc.property(
        anyDate.filter((date) => !date.endsWith("-02-29")),
        fc.integer({ min: -50, max: 50 }),
        (date, years) => addYears(date, years).slice(5) === date.slice(5),
      ),
    );
  });

  it("know their weekday, before 1970 too", () => {
    expect(weekday("1970-01-01")).toBe(4);
    expect(weekday("1969-12-28")).toBe(7);
    expect(weekday("2026-11-02")).toBe(1);
    fc.assert(fc.property(anyDate, (date) => weekday(date) === (new Date(`${date}T12:00:00Z`).getUTCDay() || 7)));
  });

  it.each([
    // The examples of ISO 8601 at the turn of the year.
    ["2005-01-01", "2004-W53"],
    ["2005-01-02", "2004-W53"],
    ["2005-12-31", "2005-W52"],
    ["2006-01-01", "2005-W52"],
    ["2006-01-02", "2006-W01"],
    ["2006-12-31", "2006-W52"],
    ["2007-01-01", "2007-W01"],
    ["2007-12-30", "2007-W52"],
    ["2007-12-31", "2008-W01"],
    ["2008-12-28", "2008-W52"],
    ["2008-12-29", "2009-W01"],
    ["2009-12-31", "2009-W53"],
    ["2010-01-03", "2009-W53"],
    ["2026-12-31", "2026-W53"],
    ["2027-01-03", "2026-W53"],
    ["2027-01-04", "2027-W01"],
  ])("%s lies in ISO week %s", (date, week) => {
    expect(isoWeek(date)).toBe(week);
  });

  it("keep one ISO week from Monday to Sunday and begin the next on Monday", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const monday = addDays(date, 1 - weekday(date));
        const week = isoWeek(monday);
        expect(Array.from({ length: 7 }, (_, n) => isoWeek(addDays(monday, n)))).toEqual(Array(7).fill(week));
        expect(isoWeek(addDays(monday, 7)) > week).toBe(true);
      }),
    );
  });
});

describe("the date on the wall", () => {
  it("is the zone's, not the machine's", () => {
    const instant = new Date("2026-11-02T03:30:00Z");
    expect(localDate(instant, "America/New_York")).toBe("2026-11-01");
    expect(localDate(instant, "Pacific/Auckland")).toBe("2026-11-02");
    expect(localDate(instant, "UTC")).toBe("2026-11-02");
  });

  it("turns at local midnight on the days when clocks go forward and back", () => {
    // 2027-03-14: 23 hours long in New York, from 05:00Z to 04:00Z.
    expect(localDate(new Date("2027-03-14T04:59:59Z"), "America/New_York")).toBe("2027-03-13");
    expect(localDate(new Date("2027-03-14T05:00:00Z"), "America/New_York")).toBe("2027-03-14");
    expect(localDate(new Date("2027-03-15T03:59:59Z"), "America/New_York")).toBe("2027-03-14");
    expect(localDate(new Date("2027-03-15T04:00:00Z"), "America/New_York")).toBe("2027-03-15");
    // 2026-11-01: 25 hours long, from 04:00Z to 05:00Z.
    expect(localDate(new Date("2026-11-01T03:59:59Z"), "America/New_York")).toBe("2026-10-31");
    expect(localDate(new Date("2026-11-01T04:00:00Z"), "America/New_York")).toBe("2026-11-01");
    expect(localDate(new Date("2026-11-02T04:59:59Z"), "America/New_York")).toBe("2026-11-01");
    expect(localDate(new Date("2026-11-02T05:00:00Z"), "America/New_York")).toBe("2026-11-02");
  });

  it("never runs backwards as time goes on, in any zone", () => {
    const zones = fc.constantFrom("America/New_York", "America/Phoenix", "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico");
    const from = Date.UTC(2026, 0, 1);
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 730 * 24 * 60 }), fc.integer({ min: 0, max: 1_500 }), (zone, minute, later) => {
        const earlier = new Date(from + minute * 60_000);
        return localDate(earlier, zone) <= localDate(new Date(earlier.getTime() + later * 60_000), zone);
      }),
    );
  });
});
