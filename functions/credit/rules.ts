import { type LearningStandard, type LearningTopic, standardNames } from "../curriculum/alignment-contract.ts";
import type { Catalog } from "../curriculum/content.ts";
import type { Enrollment } from "../learning/records.ts";
import { addDays, addYears, type LocalDate, localDate } from "../platform/dates.ts";
import type { FieldError } from "../platform/errors.ts";
import type { CreditEntry, OutsideDecision, OutsideState, PurposeTotal } from "./contract.ts";
import { leastWords } from "./contract.ts";
import type { CreditCycle, OutsideCredit } from "./records.ts";
import type { CreditRule, CreditTerms, Rounding } from "./rule-contract.ts";

/**
 * Every credit of a person, the latest first: derived from completions and from approved courses, so that it can never
 * disagree with them. A completion's minutes, day and edition were frozen when it happened.
 */
export function entriesOf(
  { enrollments, outside }: { enrollments: readonly Enrollment[]; outside: readonly OutsideCredit[] },
  { catalog, districtName, zone }: { catalog: Catalog; districtName: string; zone: string },
): CreditEntry[] {
  const known = new Map(catalog.modules.map((module) => [module.id, module]));
  const modules = enrollments.flatMap(({ moduleId, completedAt, creditMinutes, hash, check }): CreditEntry[] =>
    completedAt === undefined || creditMinutes === 0
      ? []
      : [
          {
            id: `module:${moduleId}`,
            kind: "module",
            title: known.get(moduleId)?.title ?? moduleId,
            minutes: creditMinutes,
            on: localDate(new Date(completedAt), zone),
            provider: districtName,
            edition: hash,
            ...alignmentOf(known.get(moduleId)),
            ...(check.bestPercent !== undefined && { evidence: `check ${check.bestPercent}%, practice task accepted` }),
          },
        ],
  );
  const elsewhere = outside.flatMap((course): CreditEntry[] => {
    const { id, state, title, minutes, completedOn, provider, evidence, link, standard, topics, agreed } = course;
    return state !== "approved"
      ? []
      : [
          {
            id: `outside:${id}`,
            kind: "outside",
            title,
            minutes,
            on: completedOn,
            provider,
            ...(evidence !== "" && { evidence }),
            ...(link !== undefined && { link }),
            ...(standard !== undefined && { standard }),
            ...(topics && { topics }),
            ...(agreed && { agreedOn: agreed.on }),
          },
        ];
  });
  return once([...modules, ...elsewhere]).toSorted((a, b) => b.on.localeCompare(a.on) || a.id.localeCompare(b.id));
}

/** What a module is filed under today: no version of its text depends on it, so what was completed before is filed so too. */
function alignmentOf(module: Catalog["modules"][number] | undefined): Pick<CreditEntry, "topics" | "standard"> {
  const { topics, standards } = module ?? {};
  const standard = standardsOf(standards);
  return { ...(topics && { topics }), ...(standard !== undefined && { standard }) };
}

/** Learning standards by the names that forms ask for, and whose they are. */
export function standardsOf(standards: readonly LearningStandard[] = []): string | undefined {
  return standards.length === 0 ? undefined : `Learning Forward (2022): ${standards.map((one) => standardNames[one]).join("; ")}`;
}

/** What something is about, as files name it: `languageLearners` as "language learners". */
export function topicNames(topics: readonly LearningTopic[] = []): string {
  return topics.map((topic) => topic.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)).join("; ");
}

/** What makes two courses taken elsewhere the same one, however they were typed. */
export function courseKey({ title, provider, completedOn }: Pick<OutsideCredit, "title" | "provider" | "completedOn">): string {
  const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, " ");
  return [plain(title), plain(provider), completedOn].join("\n");
}

/** The same credit once, whichever way it came twice: entered in two accounts that were merged, say. */
function once(entries: readonly CreditEntry[]): CreditEntry[] {
  const keyOf = (entry: CreditEntry): string =>
    entry.kind === "module" ? entry.id : courseKey({ title: entry.title, provider: entry.provider, completedOn: entry.on });
  // The last of a map's entries stays: of those approved beforehand, or else of all, the first by id, in whatever order they come.
  const isAgreed = ({ agreedOn }: CreditEntry): number => Number(agreedOn !== undefined);
  const lastFirst = entries.toSorted((a, b) => isAgreed(a) - isAgreed(b) || b.id.localeCompare(a.id));
  return [...new Map(lastFirst.map((entry): [string, CreditEntry] => [keyOf(entry), entry])).values()];
}

/** Minutes as a rounding has them; whole minutes in and out, so that nothing is lost to fractions of hours. */
export function rounded(minutes: number, { stepMinutes, direction }: Pick<Rounding, "stepMinutes" | "direction">): number {
  const steps = minutes / stepMinutes;
  return (direction === "down" ? Math.floor(steps) : Math.floor(steps + 0.5)) * stepMinutes;
}

/**
 * The cycle that holds today: counted from the day on which the person's own began, in whole cycles. Where they have not
 * said it, the years up to today, without an end that nobody knows.
 */
export function cycleOn(
  { cycleYears }: Pick<CreditTerms, "cycleYears">,
  startedOn: LocalDate | undefined,
  today: LocalDate,
): { from: LocalDate; until?: LocalDate } {
  if (startedOn === undefined) return { from: addDays(addYears(today, -cycleYears), 1) };
  let passed = 0;
  while (addYears(startedOn, (passed + 1) * cycleYears) <= today) passed++;
  while (passed > -100 && addYears(startedOn, passed * cycleYears) > today) passed--;
  const from = addYears(startedOn, passed * cycleYears);
  return { from, until: addDays(addYears(startedOn, (passed + 1) * cycleYears), -1) };
}

/** What of a cycle's credits counts for a purpose, and why the rest does not. The district's modules reach the minimum together. */
function countedFor(terms: CreditTerms, entries: readonly CreditEntry[]) {
  const isFor = ({ kind }: CreditEntry): boolean => (kind === "module" ? terms.counts.modules : terms.counts.outside);
  const bundled = sumOf(entries.filter((entry) => entry.kind === "module" && isFor(entry)));
  const whyNot = (entry: CreditEntry): PurposeTotal["notCounted"][number]["why"] | undefined => {
    const { kind, minutes, agreedOn, on } = entry;
    if (!isFor(entry)) return "notForThis";
    if (terms.approvedBefore && kind === "outside" && (agreedOn === undefined || agreedOn > on)) return "notApprovedBefore";
    return (kind === "module" ? bundled : minutes) < terms.minimumMinutes ? "belowMinimum" : undefined;
  };
  const notCounted = entries.flatMap((entry): PurposeTotal["notCounted"] => {
    const why = whyNot(entry);
    return why ? [{ entryId: entry.id, why }] : [];
  });
  return { counted: entries.filter((entry) => whyNot(entry) === undefined), notCounted };
}

const sumOf = (entries: readonly Pick<CreditEntry, "minutes">[]): number => entries.reduce((sum, { minutes }) => sum + minutes, 0);
/** Units of whole minutes; two places are exact for every step that anyone uses, and enough for the others. */
const inUnits = (minutes: number, { minutesPerUnit }: Pick<CreditTerms, "minutesPerUnit">): number =>
  Math.floor((minutes * 100) / minutesPerUnit) / 100;
const unitsLeft = (needed: number, units: number): number => Math.max(0, Math.round((needed - units) * 100) / 100);

/** Approved minutes of a cycle as a purpose credits them: rounded each or, once, as their sum. A credit that comes twice counts once. */
export function creditedMinutes(terms: CreditTerms, entries: readonly CreditEntry[]): number {
  return roundedSum(terms, countedFor(terms, once(entries)).counted);
}

function roundedSum({ rounding }: CreditTerms, counted: readonly CreditEntry[]): number {
  if (rounding.of === "sum") return rounded(sumOf(counted), rounding);
  return counted.reduce((sum, { minutes }) => sum + rounded(minutes, rounding), 0);
}

/** How much of what counts is about each share's topics. A credit of several topics stands in every share that names one of them. */
function sharesOf(terms: CreditTerms, counted: readonly CreditEntry[]): PurposeTotal["shares"] {
  return (terms.shares ?? []).map(({ topics, units: unitsNeeded }) => {
    const about = counted.filter((entry) => entry.topics?.some((topic) => topics.includes(topic)));
    const units = inUnits(roundedSum(terms, about), terms);
    return { topics, units, unitsNeeded, unitsLeft: unitsLeft(unitsNeeded, units) };
  });
}

/** The same in the purpose's own units. */
export const creditedUnits = (terms: CreditTerms, entries: readonly CreditEntry[]): number =>
  inUnits(creditedMinutes(terms, entries), terms);

/** How far each share of it is. */
export const creditedShares = (terms: CreditTerms, entries: readonly CreditEntry[]): PurposeTotal["shares"] =>
  sharesOf(terms, countedFor(terms, once(entries)).counted);

/** The credits of a cycle. */
export function within(
  entries: readonly CreditEntry[],
  { from, until }: { from: LocalDate; until?: LocalDate | undefined },
): CreditEntry[] {
  return entries.filter(({ on }) => on >= from && (until === undefined || on <= until));
}

/** A person's hours for one purpose in the cycle of today. */
export function purposeTotal(
  { id, edition, terms }: CreditRule,
  entries: readonly CreditEntry[],
  { cycles, today }: { cycles: readonly CreditCycle[]; today: LocalDate },
): PurposeTotal {
  const cycle = cycleOn(terms, cycles.find(({ ruleId }) => ruleId === id)?.startedOn, today);
  const inCycle = within(once(entries), cycle);
  const { counted, notCounted } = countedFor(terms, inCycle);
  const units = creditedUnits(terms, inCycle);
  const { name, kind, unit, cycleYears, unitsPerCycle, minimumMinutes, verifiedOn, source } = terms;
  return {
    ruleId: id,
    edition,
    name,
    kind,
    unit,
    cycleYears,
    minimumMinutes,
    source,
    ...cycle,
    minutes: sumOf(counted),
    units,
    ...(unitsPerCycle !== undefined && { unitsPerCycle, unitsLeft: unitsLeft(unitsPerCycle, units) }),
    shares: sharesOf(terms, counted),
    approvedBefore: terms.approvedBefore === true,
    ...(verifiedOn !== undefined && { verifiedOn }),
    notCounted,
  };
}

/** What is wrong with a district's decision about a purpose. */
export function termsProblems(terms: CreditTerms, today: LocalDate): FieldError[] {
  const problems: FieldError[] = [];
  const say = (path: string, message: string): void => void problems.push({ path: `json.terms.${path}`, message });
  if (terms.verifiedOn !== undefined && terms.verifiedOn > today) say("verifiedOn", "Choose today or a day before it.");
  if (terms.isOffered && terms.kind !== "other" && terms.verifiedOn === undefined)
    say("verifiedOn", "Before people see it, check it with whoever decides it, and enter the day on which you did.");
  if (terms.isOffered && terms.source === "") say("source", "Say where it is written, so that the next person can check it.");
  const tooLarge = terms.shares?.some(({ units }) => terms.unitsPerCycle !== undefined && units > terms.unitsPerCycle);
  if (tooLarge) say("shares", "A share is no more than all that is asked for in a cycle.");
  if (!terms.counts.modules && !terms.counts.outside) say("counts", "Choose at least one kind of credit that counts.");
  return problems;
}

/** What a reviewer's decision makes of a course; undefined where it stands otherwise by now. */
export function decidedState(state: OutsideState, decision: OutsideDecision["decision"]): OutsideState | undefined {
  const next: Partial<Record<OutsideState, Partial<Record<OutsideDecision["decision"], OutsideState>>>> = {
    asked: { agree: "agreed", refuse: "refused" },
    agreed: { takeBack: "refused" },
    submitted: { approve: "approved", return: "returned" },
    approved: { takeBack: "returned" },
  };
  return next[state]?.[decision];
}

/** What is wrong with a reviewer's decision. */
export function decisionProblems({ decision, comment }: Pick<OutsideDecision, "decision" | "comment">): FieldError[] {
  return decision !== "approve" && decision !== "agree" && comment.length < leastWords
    ? [{ path: "json.comment", message: "Say in a sentence what is missing, so that it can be put right." }]
    : [];
}
