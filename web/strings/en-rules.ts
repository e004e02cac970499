import type { Anchor, Due } from "../../functions/assignment/contract.ts";
import type { Condition, RuleAudience, RuleEffect, RulePreview, RuleTrouble, RuleView } from "../../functions/assignment/rule-contract.ts";
import type { SchoolLevel } from "../../functions/roster/contract.ts";
import type { SeatRole, TeamKind } from "../../functions/roster/team-contract.ts";
import { count, list, locale, quoted, sentenceCase, t, words } from "./en.ts";
import { localized } from "./language.ts";

const either = (parts: string[]) => new Intl.ListFormat(locale, { type: "disjunction" }).format(parts);
const levels: Record<SchoolLevel, string> = {
  elementary: "an elementary school",
  middle: "a middle school",
  high: "a high school",
  district: "the district office",
};
const teams: Record<TeamKind, string> = {
  tier1: "Tier 1",
  tier2: "Tier 2",
  tier3: "Tier 3",
  schoolLeadership: "school leadership",
  districtLeadership: "district leadership",
};
const seatRoles: Record<SeatRole, string> = {
  facilitator: "facilitator",
  dataAnalyst: "data analyst",
  minuteTaker: "minute taker",
  tierLead: "tier lead",
  coach: "coach",
  administrator: "administrator",
  executive: "executive",
  specialEducation: "special education",
};
const anchors: Record<Anchor, string> = {
  roleStart: "the start of their role",
  hired: "the day they were hired",
  ruleStart: "the day the rule starts",
  assigned: "the day it reaches them",
  schoolYearStart: "the start of the school year in which it starts for them",
  certificateExpiry: "the last day of their certificate",
};

const dueWords = (due: Due): string => {
  if (due.kind === "paced") return "at the path's own pace";
  if (due.kind === "fixed") return `by ${words.fullDate(due.on)}`;
  const days = Math.abs(due.days);
  const spoken = due.unit === "contractDays" ? count(days, "contract day", "contract days") : count(days, "day", "days");
  const from = due.anchor === undefined ? "it starts for them" : anchors[due.anchor];
  return `${spoken} ${due.days < 0 ? "before" : "after"} ${from}`;
};

type Names = { school: (id: string) => string; certification: (id: string) => string };

const condition = (one: Condition, names: Names): string => {
  switch (one.about) {
    case "role":
      return `whose role is ${either(one.anyOf.map((role) => t.jobRoles[role]))}`;
    case "level":
      return `at ${either(one.anyOf.map((level) => levels[level]))}`;
    case "school":
      return `at ${either(one.anyOf.map(names.school))}`;
    case "hired":
      return `hired ${one.is === "before" ? "before" : "on or after"} ${words.fullDate(one.on)}`;
    case "newlyHired":
      return `in the first ${count(one.days, "day", "days")} after they were hired`;
    case "seat": {
      const seat = one.roles.length === 0 ? "in a seat" : `as ${either(one.roles.map((role) => seatRoles[role]))}`;
      return `${seat} on a ${either(one.teams.map((team) => teams[team]))} team${one.withBackups ? "" : " (not as a backup)"}`;
    }
    case "certificate": {
      const title = quoted(names.certification(one.certificationId));
      if (one.is === "expiring") return `whose certificate ${title} runs out within ${count(one.days ?? 90, "day", "days")}, or has`;
      return { holds: `who hold ${title} today`, held: `who hold or once held ${title}`, neverHeld: `who never held ${title}` }[one.is];
    }
  }
};

/** What the pages about assignment rules say. */
export const ruleWords = localized("ruleWords", {
  list: {
    title: "Rules",
    lead: "A rule gives the people it is for their learning, from their first day on. A change reaches people within minutes; nobody loses what they have done.",
    new: "New rule",
    noneTitle: "No rule yet",
    none: "Without a rule, nobody is assigned anything by itself. The usual start is one rule for each role path.",
    version: (n: number) => `Version ${words.number(n)}`,
    states: { on: "On", off: "Switched off", stopped: "Stopped", applying: "Reaching people" },
    applying: (done: number, total: number) =>
      total === 0 ? "Finding out whom it reaches" : `Reaching people: ${words.number(done)} of ${words.number(total)}`,
    halted: "It has not reached everyone yet: the work was interrupted. Open the rule to go on.",
    stoppedTitle: (n: number) => `${count(n, "rule is", "rules are")} stopped and needs you`,
    stoppedText: "Nobody has lost anything, and nobody gets anything new from it until you look at it.",
    stoppedOpen: (name: string) => `Look at ${quoted(name)}`,
  },

  audience: ({ anyOf }: RuleAudience, names: Names) =>
    `${anyOf.map(({ allOf }, i) => `${i === 0 ? "Anyone" : "or anyone"} ${allOf.map((one) => condition(one, names)).join(", ")}`).join("; ")}.`,
  gives: ({
    targetTitle,
    due,
    effectiveFrom,
    effectiveUntil,
  }: Pick<RuleView, "targetTitle" | "due" | "effectiveFrom" | "effectiveUntil">) =>
    `Gives ${quoted(targetTitle)}, due ${dueWords(due)}. In force from ${words.fullDate(effectiveFrom)}${effectiveUntil === undefined ? "" : ` to ${words.fullDate(effectiveUntil)}`}.`,
  unknownSchool: "a school that is closed",
  troubles: {
    targetGone: () => "What it gives is no longer in the catalogue.",
    schoolGone: (what: string) => `It names a school that was closed: ${what}.`,
    certificationGone: (what: string) => `It names a certificate that no longer exists: ${what}.`,
    failed: (what: string) => `It could not be worked out for someone: ${what}.`,
  } satisfies Record<RuleTrouble["because"], (what: string) => string>,
  stopped: (since: string) =>
    `This rule was stopped on ${words.fullDate(since)}. Whoever has something from it keeps it; nobody gets anything new. Change what it says, or switch it off, and save it.`,

  preview: {
    title: "Before you save",
    summary: ({ added, removed, redated, unchanged }: RulePreview) => {
      const parts = [
        ...(added.total > 0 ? [`${count(added.total, "person gets", "people get")} it new`] : []),
        ...(removed.total > 0 ? [`${count(removed.total, "person no longer has", "people no longer have")} it`] : []),
        ...(redated.total > 0 ? [`for ${count(redated.total, "person", "people")} a date changes`] : []),
        ...(unchanged > 0 ? [`for ${count(unchanged, "person", "people")} nothing changes`] : []),
      ];
      return parts.length === 0 ? "It is for nobody at the moment." : `${sentenceCase(list(parts))}.`;
    },
    mailed: "Nobody is mailed: a rule sends nothing by itself. Reminders come later, by your reminder settings.",
    overdue: (n: number) =>
      n === 1 ? "For 1 person something would be late at once." : `For ${words.number(n)} people something would be late at once.`,
    overdueHint: "Choose a later start, or count from the day it reaches them, if that is not what you mean.",
    added: (n: number) => `Added (${words.number(n)})`,
    removed: (n: number) => `Removed (${words.number(n)})`,
    redated: (n: number) => `Other dates (${words.number(n)})`,
    removedNote: "What they have done stays on record.",
    personAt: (name: string, schools: string[]) => (schools.length === 0 ? name : `${name}, ${list(schools)}`),
    outcome: ({ outcome, was, dueOn }: RuleEffect, today: string): string => {
      const day = (date: string | undefined) => (date === undefined ? "" : words.date(date, today));
      return {
        new: `due ${day(dueOn)}`,
        alreadyAsked: "has it for another reason already; no date changes",
        completed: "has finished all of it",
        waived: "is exempt from it",
        ends: "no longer asked of them",
        stillAsked: "keeps it for another reason",
        later: `${day(was)} becomes ${day(dueOn)}`,
        earlier: `${day(was)} becomes ${day(dueOn)}: earlier`,
        changed: dueOn === undefined ? "something else is asked" : `something else is asked, due ${day(dueOn)}`,
      }[outcome];
    },
    more: (n: number) => `and ${words.number(n)} more`,
  },

  history: {
    title: (name: string) => `Versions of ${name}`,
    lead: "Every version that was saved, the latest first. None is ever lost; an old one comes back by being saved again.",
    back: (name: string) => name,
    saved: (by: string | undefined, instant: string | undefined, zone: string) =>
      by === undefined || instant === undefined
        ? "Saved before versions were kept"
        : `${by}, ${new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: "long", timeStyle: "short" }).format(new Date(instant))}`,
    now: "In force",
    first: "The first version.",
    same: "Saved again without a change.",
    changed: "What changed",
    was: "Was",
    became: "Became",
    parts: { name: "Name", who: "Who", what: "What and by when", active: "State" },
    on: "On",
    off: "Switched off",
    restore: "Use this version again",
  },
});
