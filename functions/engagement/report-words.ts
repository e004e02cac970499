import type { Language } from "../platform/language.ts";
import type { JobRole, SchoolLevel } from "../roster/contract.ts";
import type { CountOnIt, Coverage, DistrictChange } from "./contract.ts";
import { levelWords, roleWords } from "./export-words.ts";
import { spanishReport } from "./report-words-es.ts";

/** What the board report says, in one language. */
export type ReportWords = {
  locale: string;
  title: string;
  subject: string;
  levels: Record<SchoolLevel, string>;
  roles: Record<JobRole, string>;
  allSchools: string;
  allRoles: string;
  asOf: (time: string) => string;
  frozen: (date: string) => string;
  view: (level: string, role: string) => string;
  summary: string;
  headline: (title: string, rate: string) => string;
  score: (score: string, isHigherBetter: boolean) => string;
  levelAndGap: (level: string, gap: string) => string;
  bounds: (counts: CountOnIt, lower: string, upper: string) => string;
  noScore: string;
  change: (change: DistrictChange, since: string, gaps: [then: string, now: string]) => string;
  noChange: string;
  changeRule: string;
  support: (n: number) => string;
  inReview: (n: number) => string;
  figures: string;
  figure: string;
  share: string;
  counted: string;
  outOf: string;
  leftOut: string;
  leftOutOf: (people: number, schools: number) => string;
  nothing: string;
  hidden: string;
  coded: (bound: "atLeast" | "atMost", percent: string) => string;
  notShown: string;
  even: string;
  spreadCaption: (title: string) => string;
  spreadAlt: (title: string, known: number, lowest: string, highest: string, unknown: number) => string;
  levelMark: string;
  scoreMark: string;
  schools: string;
  schoolsCaption: (part: number, parts: number) => string;
  school: string;
  level: string;
  staff: string;
  known: string;
  knownOf: (coverage: Coverage) => string;
  roleGap: string;
  points: (value: string) => string;
  supportTitle: string;
  supportLead: string;
  why: string;
  behind: (title: string, rate: string, distance: string, level: string) => string;
  gapBetween: (low: string, lowShare: string, high: string, highShare: string) => string;
  byRole: string;
  role: string;
  trend: string;
  trendAlt: (title: string, weeks: number, first: string, last: string) => string;
  week: string;
  countOnIt: string;
  unknown: string;
  out: string;
  nobodyOut: string;
  smallNumbers: string;
  definitions: string;
  definitionsLead: string;
  question: string;
  numerator: string;
  denominator: string;
  window: string;
  excluded: string;
  missing: string;
  version: string;
  scoreDefinition: string;
  foot: (page: number, pages: number, name: string, asOf: string) => string;
};

const plural = (n: number, one: string, many: string): string => `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;

const englishReport: ReportWords = {
  locale: "en-US",
  title: "What we can count on",
  subject: "Board report on adult learning and practice in MTSS, school by school",
  levels: levelWords,
  roles: roleWords,
  allSchools: "all schools",
  allRoles: "all roles",
  asOf: (time) => `As of ${time}`,
  frozen: (date) => `As the figures were frozen on ${date}; nothing in them has been worked out anew.`,
  view: (level, role) => `In this report: ${level}; ${role}. It holds no figure about a group of fewer than five people.`,
  summary: "In short",
  headline: (title, rate) => `${title}: ${rate}.`,
  score: (score, isHigherBetter) =>
    isHigherBetter
      ? `Pick two of our schools at random: on average the weaker one is at ${score}. That is the count-on-it score.`
      : `Pick two of our schools at random: on average the one further behind is at ${score}. Lower is better here.`,
  levelAndGap: (level, gap) =>
    `The level, the mean of our schools, is ${level}; the gap, the mean difference between two schools, is ${gap}.`,
  bounds: ({ known, schools }, lower, upper) =>
    `${known} of ${plural(schools, "school is", "schools are")} known. Whatever the others are, the score lies between ${lower} and ${upper}.`,
  noScore: "Too few schools are known for a count-on-it score.",
  change: ({ verdict, schools, up, down }, since, [then, now]) => {
    const said = {
      closer: "Schools came closer together",
      apart: "Schools moved further apart",
      noClearChange: "No clear change",
      unknown: "Unknown",
    }[verdict];
    return `${said} since ${since}: the gap went from ${then} to ${now} over the ${plural(schools, "school", "schools")} known both times; ${up} went up, ${down} down.`;
  },
  noChange: "Too few schools are known in an earlier week to say whether they came closer together.",
  changeRule: "It is called a change only when the gap moved by 5 points or more and two thirds of the schools moved the same way.",
  support: (n) =>
    n === 0
      ? "No school is far behind the others in a figure that can be shown."
      : `${plural(n, "school needs", "schools need")} support first; each is named below, with why.`,
  inReview: (n) =>
    n === 0
      ? "No practice waits for a review."
      : `${plural(n, "practice task waits", "practice tasks wait")} for a review: neither accepted nor missing.`,
  figures: "The figures",
  figure: "Figure",
  share: "Share",
  counted: "Counted",
  outOf: "Out of",
  leftOut: "Without",
  leftOutOf: (people, schools) => `${plural(people, "person", "people")} in ${plural(schools, "hidden school", "hidden schools")}`,
  nothing: "nothing to count yet",
  hidden: "hidden",
  coded: (bound, percent) => (bound === "atLeast" ? `${percent} or more` : `${percent} or less`),
  notShown: "not shown",
  even: "How evenly it holds",
  spreadCaption: (title) => `${title}: each dot is a school`,
  spreadAlt: (title, known, lowest, highest, unknown) =>
    `${title} on a scale from 0 to 100 percent, one dot for each school: ${plural(known, "school", "schools")} from ${lowest} to ${highest}${unknown === 0 ? "" : `; ${plural(unknown, "school is", "schools are")} hidden or not known and not drawn`}. The table below has every school.`,
  levelMark: "level",
  scoreMark: "count on it",
  schools: "School by school",
  schoolsCaption: (part, parts) => (parts === 1 ? "Schools, by name" : `Schools, by name: part ${part} of ${parts}`),
  school: "School",
  level: "Level",
  staff: "Active staff",
  known: "Known",
  knownOf: ({ known, of }) => `${known} of ${of}`,
  roleGap: "Gap between roles",
  points: (value) => `${value} ${value === "1" ? "point" : "points"}`,
  supportTitle: "Who needs support first, and why",
  supportLead: "Schools stand here by name. It is a place to ask first what is in the way, not a verdict and not a ranking.",
  why: "Why",
  behind: (title, rate, distance, level) => `${title}: ${rate}, ${distance} from the schools' level of ${level}`,
  gapBetween: (low, lowShare, high, highShare) => `Current, by role: ${low} at ${lowShare}, ${high} at ${highShare}`,
  byRole: "By role",
  role: "Role",
  trend: "Week by week",
  trendAlt: (title, weeks, first, last) =>
    `${title} over ${plural(weeks, "week", "weeks")}, from ${first} to ${last}. The table below has every week.`,
  week: "Week of",
  countOnIt: "Count-on-it",
  unknown: "unknown",
  out: "Who is left out, and what is hidden",
  nobodyOut: "Nobody is left out of the figures.",
  smallNumbers:
    "“Hidden” stands where fewer than five people are behind a figure, or where showing it would give such a figure away. Of fewer than twenty people, a share of 95 percent or more, or of 5 percent or less, is said as just that and without its count.",
  definitions: "How each figure is computed",
  definitionsLead: "The same definitions are used by the product's pages, its exports and this report.",
  question: "Question",
  numerator: "Counted",
  denominator: "Out of",
  window: "When",
  excluded: "Left out",
  missing: "Where something is missing",
  version: "Version",
  scoreDefinition:
    "Count-on-it score: the mean, over all pairs of schools, of the lower of the two; that is the level less half the gap. Each school counts once. A school without a figure is unknown and never guessed: the bounds are the score with the unknown at 0 and at 100.",
  foot: (page, pages, name, asOf) => `${name} · ${asOf} · page ${page} of ${pages}`,
};

/** The board report's words in the reader's language. */
export const reportWords = (language: Language): ReportWords => (language === "es" ? spanishReport : englishReport);
