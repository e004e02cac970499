import { addContractDays, isContractDay } from "../../platform/contract-days.ts";
import { addDays, isoWeek, type LocalDate, weekday } from "../../platform/dates.ts";
import { accessOn } from "../../roster/rules.ts";
import { type PersonNow, reminderKind } from "./kind.ts";

/** What stands for the whole district where otherwise a school's id does. */
export const wholeDistrict = "district";

/**
 * How a school or the district stands, for whoever leads it: told on the first contract day of each week. The step is the
 * week, so that a later week stands for the ones before it and no week is told twice; a week without a contract day has
 * none, and neither has one that began before the kind was turned on.
 */
export const leaderDigest = reminderKind({
  id: "leaderDigest",
  numbers: {},
  occasions(person, _, since) {
    const days = firstDays(person).filter((on) => on >= since);
    return placesLed(person).flatMap((item) =>
      days.map((on) => ({ kind: "leaderDigest" as const, item, cycle: "weekly", step: stepOf(on), on, hearer: "self" as const })),
    );
  },
});

/** The schools that a person leads, and the district where they lead that. */
function placesLed({ staff, today }: PersonNow): string[] {
  return accessOn(staff, today).flatMap((held) => {
    if (held.role === "districtLeader") return [wholeDistrict];
    return held.role === "schoolLeader" ? held.schoolIds : [];
  });
}

/** The first contract day of this week, and of the next week that has one. */
function firstDays({ today, calendar }: PersonNow): LocalDate[] {
  const monday = addDays(today, 1 - weekday(today));
  const days = [monday, addDays(monday, 7)].map((day) => addContractDays(day, 0, calendar));
  return [...new Set(days)].filter((day) => isContractDay(day, calendar));
}

/** 202645 for the 45th week of 2026: a later week is a larger number. */
const stepOf = (on: LocalDate): number => Number(isoWeek(on).replace("-W", ""));
