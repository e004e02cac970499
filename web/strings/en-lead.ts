import type { CountOnIt, LeftOut, MetricId, Rate, SchoolRate } from "../../functions/engagement/contract.ts";
import type { SchoolLevel } from "../../functions/roster/contract.ts";
import { count, locale, words } from "./en.ts";
import { localized } from "./language.ts";

const levels: Record<SchoolLevel, string> = { elementary: "Elementary", middle: "Middle", high: "High", district: "District office" };

const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const percent = (n: number) => `${one.format(n)}%`;
const points = (n: number) => `${one.format(n)} ${n === 1 ? "point" : "points"}`;
const ofCount = ({ numerator, denominator }: Pick<Rate, "numerator" | "denominator">) =>
  `${words.number(numerator)} of ${words.number(denominator)}`;
/** A share in short, as it stands in a cell or a tile. */
const share = (value: Rate | SchoolRate): string => {
  if ("isHidden" in value && value.isHidden) return "hidden";
  if (value.percent === undefined) return "–";
  return "coded" in value ? `${value.coded === "atLeast" ? "≥" : "≤"} ${percent(value.percent)}` : percent(value.percent);
};
/** A share with its count, in words. */
const rate = (value: Rate | SchoolRate): string => {
  if ("isHidden" in value && value.isHidden) return "hidden";
  if (value.percent === undefined) return "nothing to count yet";
  if ("coded" in value) return `${percent(value.percent)} or ${value.coded === "atLeast" ? "more" : "less"}, of fewer than 20 people`;
  return `${percent(value.percent)}, ${ofCount(value)}`;
};

const time = (instant: string, zone: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: "long", timeStyle: "short" }).format(new Date(instant));

/** What the leaders' pages say. */
export const lead = localized("lead", {
  levels,
  percent,
  ofCount,
  rate,
  share,
  nothingYet: "nothing to count yet",
  noFigure: "no figure",
  hidden: "hidden",
  hiddenNote: "“Hidden” stands where fewer than 5 people are behind a figure, or where showing it would give such a figure away.",
  time,
  leftOut: ({ people, schools }: LeftOut) =>
    `Without ${count(people, "person", "people")} in ${count(schools, "school whose figure is", "schools whose figures are")} hidden`,
  asOf: (instant: string, zone: string) => `As of ${time(instant, zone)}`,

  metrics: "Figures",
  short: {
    transfer: "Transfer to practice",
    current: "Current",
    reach: "Reach",
    stalled: "Stalled",
    certified: "Certified",
    onboarded: "On-boarded",
    coachingReach: "Coaching reach",
    lapsing: "Lapsing soon",
    lapsed: "Lapsed",
  } satisfies Record<MetricId, string>,

  filter: {
    legend: "Show",
    level: "School level",
    allLevels: "All schools",
    role: "Role",
    allRoles: "All roles",
    clear: "Show everything",
    refreshing: "Refreshing…",
    announced: (metric: string, value: string) => `${metric}: ${value}`,
  },

  district: {
    title: "What we can count on",
    lead: (district: string, schools: number) => `${district} · ${count(schools, "school", "schools")}`,
    export: "Export as CSV",
    assign: "Assign learning",
    report: "Board report (PDF)",
    noneTitle: "No school in this view",
    none: "No school fits what is chosen above. Choose another level, or show everything.",
    emptyTitle: "There is nothing to show yet",
    empty: "Figures appear once the roster is in and the first module has fallen due. Unknown is not shown as zero.",
  },

  headline: {
    counted: (value: Rate | SchoolRate) => ("numerator" in value ? ofCount(value) : "of fewer than 20 people"),
    nothing: "There is nothing to count yet, so there is no figure. Unknown is not zero.",
    hidden: "The groups in this view are too small for a figure to be shown. Choose more schools or all roles.",
    inReview: (n: number) =>
      n === 0
        ? "Nothing waits for a review."
        : `${words.number(n)} more ${n === 1 ? "waits" : "wait"} for a review: neither accepted nor missing.`,
  },

  score: {
    title: "Count-on-it score",
    sentence: (score: number, isHigherBetter: boolean) =>
      isHigherBetter
        ? `Pick two of our schools at random: on average the weaker one is at ${percent(score)}.`
        : `Pick two of our schools at random: on average the one further behind is at ${percent(score)}. Lower is better here.`,
    level: "Level",
    levelHint: "the mean of our schools, each counting once",
    gap: "Gap",
    gapHint: "the mean difference between two schools",
    gapValue: points,
    known: ({ known, schools }: CountOnIt) => `${known} of ${count(schools, "school is", "schools are")} known.`,
    bounds: (lower: number, upper: number) =>
      `Whatever the unknown schools are, the score lies between ${percent(lower)} and ${percent(upper)}.`,
    boundsLabel: "Count on it: somewhere here",
    fewSchools: (schools: number): string =>
      schools <= 1
        ? "There is one school in view. A score across schools needs at least three."
        : "There are two schools in view. A score across schools needs at least three.",
    noPoint: "Too few schools are known for one score.",
    nothingKnown: "No school has a figure that can be shown, so there is no score.",
  },

  spread: {
    title: "How evenly it holds",
    figure: (metric: string) => `${metric}, school by school`,
    summary: (known: number, lowest: number, highest: number, unknown: number) =>
      `${count(known, "school", "schools")} from ${percent(lowest)} to ${percent(highest)}.${unknown === 0 ? "" : ` ${count(unknown, "school is", "schools are")} hidden or not yet known and not in the picture.`}`,
    none: "No school has a figure that can be shown.",
    level: (value: number) => `Level ${percent(value)}`,
    floor: (value: number) => `Count on it ${percent(value)}`,
    dot: (name: string, value: Rate | SchoolRate) => `${name}: ${rate(value)}`,
    readout: (value: Rate | SchoolRate) => rate(value),
    people: "See its people",
    peopleOf: (name: string) => name,
    table: "Schools, by name",
    columns: { school: "School", level: "Level", staff: "Staff" },
    find: "Find a school",
    showAll: (n: number) => `Show all ${words.number(n)} schools`,
    cell: (metric: string, school: string) => `${metric} at ${school}: see the people`,
    total: (metric: string, value: Rate | SchoolRate) => `All of them, ${metric}: ${rate(value)}.`,
  },

  trend: {
    title: "Week by week",
    figure: (metric: string) => `${metric} over the year`,
    level: "Level",
    floor: "Count on it",
    rate: "Share",
    week: (on: string, parts: string[]) => `Week to ${words.shortDate(on)}: ${parts.length === 0 ? "not known" : parts.join(", ")}`,
    weekLevel: (value: number) => `level ${percent(value)}`,
    weekFloor: (value: number) => `count on it ${percent(value)}`,
    weekRate: (value: Rate | SchoolRate) => rate(value),
    summary: (weeks: number, first: string, from: number, to: number, name: string) =>
      `${name}: ${percent(from)} in the week to ${words.shortDate(first)}, ${percent(to)} in the latest of ${count(weeks, "week", "weeks")}. Weeks that are past never change.`,
    summaryUnknown: "Weeks that are past never change.",
    none: "The first week is written on Sunday night. From then on this shows how it moves.",
    hiddenNote:
      "Each week is without the schools that were hidden in it. A week in which a school counted that is hidden now is not shown, so that the school cannot be worked out.",
    noneKnown: "No week has a figure that can be shown.",
    table: "Weeks, the latest first",
    columns: { week: "Week to", rate: "Share", level: "Level", gap: "Gap", floor: "Count on it" },
  },

  definition: {
    title: "How this is computed",
    rows: {
      question: "Question",
      numerator: "Counted",
      denominator: "Out of",
      window: "Window",
      excluded: "Left out",
      missing: "Missing",
      version: "Definition",
    },
    version: (n: number) => `Version ${n}`,
    asOf: "As of",
    leftOut: "Left out today",
    leftOutAll: (reasons: { reason: string; count: number }[]) =>
      reasons.length === 0 ? "Nobody" : reasons.map(({ reason, count: n }) => `${reason}: ${words.number(n)}`).join("; "),
    several: "Someone who works at several schools counts in each school's figure, and once in the district's.",
    score:
      "The count-on-it score is the level less half the gap: the mean, over all pairs of schools, of the lower of the two. Raising any school never lowers it; raising the weakest helps most.",
  },

  school: {
    noneTitle: "You lead no school at the moment",
    none: "This page opens for people whose role on the roster is school administrator. If that is you, ask your district administrator to check the roster.",
    switch: "Your schools",
    lead: (level: SchoolLevel, staff: number) => `${levels[level]} · ${words.number(staff)} active staff`,
    back: "District",
    assign: "Assign learning here",
    waiting: (n: number) => `${words.number(n)} ${n === 1 ? "waits" : "wait"} for a review`,
    reviewsTitle: "Waiting for a review",
    reviewsLead: (n: number) =>
      n === 0 ? "Nothing waits here now." : `${count(n, "practice task", "practice tasks")}, the longest wait first.`,
    reviewsNoCoach: "Nobody is named as their coach",
    reviewsWithCoach: "Their coach can answer",
    reviewsWithCoachLead: "You may answer these too, so that nobody waits when a coach is away.",
    placeTitle: "Among the other schools",
    placeFigure: (metric: string) => `${metric}: this school and the others`,
    placeOwn: (value: number) => `This school ${percent(value)}`,
    place: (others: number, lowest: number, highest: number, from: number, to: number) =>
      others < 4
        ? `${count(others, "other school", "other schools")}, from ${percent(lowest)} to ${percent(highest)}. Their names are not shown.`
        : `${words.number(others)} other schools, from ${percent(lowest)} to ${percent(highest)}; the middle half of them from ${percent(from)} to ${percent(to)}. Their names are not shown.`,
    placeNone: "There is no other school to compare with in this view.",
    placeOwnNone: "This school has no figure for this yet.",
    placeTable: "Other schools' figures, sorted, without names",
    placeColumn: "Share",
    placeNumber: "No.",
    compare: "Compare with",
    rolesTitle: "By role",
    rolesTable: "Figures by role",
    columns: { role: "Role", staff: "Staff" },
    cell: (metric: string, role: string) => `${metric}, ${role}: see the people`,
    peopleTitle: "People",
  },

  people: {
    title: (metric: string, school: string) => `${metric}: ${school}`,
    lead: (value: Rate, role: string | undefined) =>
      `${rate(value)}${role === undefined ? "" : ` · ${role}`}. The people below are those who were counted; their parts add up to the figure.`,
    show: "Show",
    shows: { all: "Everyone in the figure", counted: "Those counted in it", rest: "Those with something missing" },
    showsStalled: { all: "Everyone in the figure", counted: "Those who stalled", rest: "Those who go on" },
    role: "Role",
    table: (n: number) => `${count(n, "person", "people")}, by name`,
    none: "Nobody here fits what is chosen.",
    columns: {
      name: "Name",
      roles: "Roles",
      part: "Counts here",
      completed: "Modules done",
      overdue: "Past a date",
      nextDue: "Next date",
      lastActivity: "Last active",
    },
    part: (numerator: number, denominator: number) => `${words.number(numerator)} of ${words.number(denominator)}`,
    completed: (completed: number, assigned: number) => `${words.number(completed)} of ${words.number(assigned)}`,
    done: "done",
    late: "past a date",
    showAll: (n: number) => `Show all ${words.number(n)}`,
    never: "not yet",
    notes: {
      onLeave: "On leave",
      inGrace: "New here",
      stalled: "Stalled",
      certified: "Certified",
      inReview: (n: number) => `${words.number(n)} in review`,
    },
    private: "You see where people stand, never their answers or evidence, and never for an evaluation.",
  },
});
