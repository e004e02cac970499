import type { Coverage, DistrictChange, RoleGap, SupportReason } from "../../functions/engagement/contract.ts";
import { count, t, words } from "./en.ts";
import { lead } from "./en-lead.ts";
import { localized } from "./language.ts";

const points = lead.score.gapValue;

/** What the leaders' pages say of every school beside every figure, of roles, of support, of change and of the past. */
export const figures = localized("figures", {
  heat: {
    caption: "Every school beside every figure",
    lead: "The stronger the shade, the further a figure is from where it should be. Each cell says its number, and leads to the people behind it where you may see them.",
    level: "Level",
    staff: "Staff",
    roleGap: "Gap between roles",
    sortName: "By name",
    sortLevel: "By school level",
    sort: "Order",
    page: (first: number, last: number, all: number) =>
      `${words.number(first)} to ${words.number(last)} of ${count(all, "school", "schools")}`,
    previous: "Earlier schools",
    next: "Later schools",
    found: (n: number) => count(n, "school fits", "schools fit"),
    none: "No school has this in its name.",
    known: ({ known, of }: Coverage) => `${words.number(known)} of ${words.number(of)} known`,
    knownNote: (percent: number) =>
      `Hatched cells are hidden, or known for less than ${words.number(percent)}% of the people there; then the cell says of how many.`,
    codedNote:
      "Of fewer than 20 people, a share of 95% or more, or of 5% or less, is said as just that and without its count: the count would speak of everyone there, or of nobody.",
  },

  gap: {
    known: ({ points: apart, isAtLeast }: Extract<RoleGap, { state: "known" }>) => `${isAtLeast ? "≥ " : ""}${points(apart)}`,
    hidden: "hidden",
    few: "too few",
    between: ({ highest, lowest }: Extract<RoleGap, { state: "known" }>) =>
      `${t.jobRoles[highest.role]} ${lead.percent(highest.percent)}, ${t.jobRoles[lowest.role]} ${lead.percent(lowest.percent)}`,
    sentence: (gap: Extract<RoleGap, { state: "known" }>) =>
      gap.points === 0
        ? "Every role with five or more people is equally current."
        : `Between roles, ${gap.isAtLeast ? "at least " : ""}${points(gap.points)} lie apart in who is current: ${t.jobRoles[gap.highest.role]} at ${lead.percent(gap.highest.percent)}, ${t.jobRoles[gap.lowest.role]} at ${lead.percent(gap.lowest.percent)}.`,
    sentenceFew: "Fewer than two roles here have five people with something due, so roles are not compared.",
  },

  roles: {
    title: "By role",
    caption: (metric: string) => `${metric}, by role`,
    role: "Role",
    share: "Share",
    none: "Nobody in this view holds a role with a figure.",
  },

  support: {
    title: "Who needs support first, and why",
    lead: (n: number) =>
      n === 0
        ? "No school in this view is far behind the others or leaves a role behind, as far as the figures shown can say."
        : `${count(n, "school stands", "schools stand")} far behind the schools' level in something, or ${n === 1 ? "has" : "have"} a role far behind the others. By name; it is a place to ask first, not a verdict.`,
    school: "School",
    why: "Why",
    people: "People",
    see: "See the people",
    seeOf: (school: string) => `at ${school}`,
    showAll: (n: number) => `Show all ${words.number(n)} schools`,
    title1: "Where this school needs support first",
    own: "Nothing here is far behind the schools' level, and no role is far behind the others.",
    reason: (reason: SupportReason): string => {
      if (reason.kind === "behind") {
        const { metric, rate, level, distance } = reason;
        return `${lead.short[metric]}: ${lead.rate(rate)}, ${points(distance)} from the schools' level of ${lead.percent(level)}.`;
      }
      const { gap } = reason;
      return gap.state === "known"
        ? `Current, by role: ${t.jobRoles[gap.lowest.role]} at ${lead.percent(gap.lowest.percent)}, ${t.jobRoles[gap.highest.role]} at ${lead.percent(gap.highest.percent)}.`
        : "";
    },
  },

  change: {
    title: "Closer together or further apart?",
    sentence: ({ verdict, since, schools, gapThen, gapNow, up, down }: DistrictChange): string => {
      if (verdict === "unknown" || since === undefined || gapThen === undefined || gapNow === undefined)
        return "Too few schools are known in an earlier week to say whether they came closer together.";
      const gaps = `the mean difference between two schools went from ${points(gapThen)} to ${points(gapNow)}, over the ${count(schools, "school", "schools")} known both times; ${words.number(up)} went up, ${words.number(down)} down`;
      const said = {
        closer: "Schools came closer together",
        apart: "Schools moved further apart",
        noClearChange: "No clear change",
      }[verdict];
      return `${said} since ${words.fullDate(since.asOf)}: ${gaps}.`;
    },
    rule: "It is called a change only when the gap moved by 5 points or more and two thirds of the schools moved the same way.",
  },

  past: {
    field: "As of",
    clear: "Today",
    note: (asOf: string) =>
      `These are the figures as they were frozen on ${words.fullDate(asOf)}; nothing is worked out anew. What is hidden today is hidden here too. Lists of people are of today alone.`,
    eyebrow: (asOf: string) => `Week of ${words.fullDate(asOf)}`,
  },

  coverage: ({ known, of }: Coverage) =>
    known === of
      ? `All ${count(of, "record", "records")} could be read.`
      : `${words.number(known)} of ${count(of, "record", "records")} could be read in full.`,
  coverageTitle: "Known",

  caseload: {
    title: "Your people in figures",
    lead: "Counts, because a caseload is small. The same definitions as on the district's page.",
    figure: "Figure",
    counted: "Counted",
    about: "What is counted",
    nothing: "nothing to count yet",
  },
});
