import fc from "fast-check";
import { expect, test } from "vitest";
import type { Reason } from "../../functions/assignment/contract.ts";
import { daysBetween, localDateOf } from "../../web/app/dates.ts";
import { words } from "../../web/strings/en.ts";
import { coach } from "../../web/strings/en-coach.ts";
import { whyWords } from "../../web/strings/en-why.ts";
import { coach as coachInSpanish } from "../../web/strings/es/coach.ts";
import { whyWords as whyWordsInSpanish } from "../../web/strings/es/why.ts";

const today = "2026-12-01";

test("a due date is said as today, tomorrow or its weekday, and past ones as past", () => {
  expect(words.due("2026-12-01", today)).toBe("due today, Tuesday, December 1");
  expect(words.due("2026-12-02", today)).toBe("due tomorrow, Wednesday, December 2");
  expect(words.due("2026-12-04", today)).toBe("due Friday, December 4");
  expect(words.due("2026-11-27", today)).toBe("was due Friday, November 27");
});

test("why a date is what it is reads as a sentence, whether the date is ahead, today or past", () => {
  const reason = (dueOn: string): Reason => ({
    sourceId: "r-1",
    origin: { kind: "rule", ruleId: "rul_1", ruleName: "Teachers", ruleVersion: 1 },
    target: { kind: "path", id: "teacher" },
    targetTitle: "Teacher path",
    anchorOn: "2026-11-02",
    anchor: "ruleStart",
    due: { kind: "paced" },
    dueOn,
  });
  const dates = ["2026-11-27", "2026-12-01", "2026-12-04"];
  const english = [
    "this one was due Friday, November 27.",
    "this one is due today, Tuesday, December 1.",
    "this one is due Friday, December 4.",
  ];
  const spanish = [
    "este paso era para el viernes, 27 de noviembre.",
    "este paso es para hoy, martes, 1 de diciembre.",
    "este paso es para el viernes, 4 de diciembre.",
  ];
  for (const [i, dueOn] of dates.entries()) {
    for (const say of [whyWords.due, coach.why.due]) expect(say(reason(dueOn), today)).toContain(`; ${english[i]}`);
    for (const say of [whyWordsInSpanish.due, coachInSpanish.why.due]) expect(say(reason(dueOn), today)).toContain(`; ${spanish[i]}`);
  }
});

test("a date in another year carries its year", () => {
  expect(words.due("2027-01-11", today)).toBe("due Monday, January 11, 2027");
  expect(words.date("2025-11-30", today)).toBe("November 30, 2025");
  expect(words.date("2026-11-30", today)).toBe("November 30");
});

test("distance in days is said in words", () => {
  expect(words.fromNow("2026-12-01", today)).toBe("today");
  expect(words.fromNow("2026-12-02", today)).toBe("tomorrow");
  expect(words.fromNow("2026-11-30", today)).toBe("yesterday");
  expect(words.fromNow("2026-12-11", today)).toBe("in 10 days");
  expect(words.fromNow("2026-11-21", today)).toBe("10 days ago");
});

test("durations are said in hours and minutes, estimates rounded, credit rounded down to a quarter hour", () => {
  expect(words.minutes(1)).toBe("1 minute");
  expect(words.minutes(25)).toBe("25 minutes");
  expect(words.minutes(60)).toBe("1 hour");
  expect(words.minutes(135)).toBe("2 hours 15 minutes");
  expect(words.aboutMinutes(21)).toBe("about 20 minutes");
  expect(words.aboutMinutes(1)).toBe("about 5 minutes");
  expect(words.aboutMinutes(256)).toBe("about 4 hours 15 minutes");
  expect(words.creditHours(59)).toBe("0.75 hours");
  expect(words.creditHours(60)).toBe("1 hour");
});

test("a local date is worded as itself wherever the browser is", () => {
  const before = process.env.TZ;
  try {
    for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"]) {
      process.env.TZ = zone;
      expect(words.due("2026-03-08", "2026-03-01")).toBe("due Sunday, March 8");
    }
  } finally {
    process.env.TZ = before;
  }
});

test("days between dates are whole across daylight-saving changes, both ways", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: -800, max: 800 }), (start, days) => {
      const date = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect(daysBetween(date(start), date(start + days))).toBe(days);
    }),
  );
});

test("an instant's date is the one on the district's wall", () => {
  expect(localDateOf("2026-12-02T04:30:00Z", "America/New_York")).toBe("2026-12-01");
  expect(localDateOf("2026-12-02T04:30:00Z", "UTC")).toBe("2026-12-02");
});
