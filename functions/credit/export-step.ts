import { readCatalog } from "../curriculum/queries.ts";
import type { Context } from "../platform/context.ts";
import { type CsvCell, toCsv } from "../platform/csv.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import type { Step } from "../platform/task.ts";
import { everyoneEver } from "../roster/everyone-ever.ts";
import { keepExportPart, keepPiece, readExportPart } from "../roster/export-files.ts";
import { activityHeader, activityLines, withCompletions } from "./activity-lines.ts";
import { givenOn } from "../learning/evaluation-rules.ts";
import type { CreditEntry, CreditExport, CreditExportCheckpoint, CreditExportInput } from "./contract.ts";
import { type CreditFacts, readCredit } from "./queries.ts";
import { readCreditRules } from "./read-purposes.ts";
import type { CreditRule } from "./rule-contract.ts";
import { creditedMinutes, creditedShares, creditedUnits, topicNames, within } from "./rules.ts";

const width = 16;
/** So many people are read in one step, and stand in one piece of the file: at most some three thousand lines. */
const peopleInStep = 250;

const person = ["family name", "given name", "roster id", "e-mail address"] as const;
const headers: Record<CreditExportInput["what"], readonly string[]> = {
  credits: [
    ...person,
    "date",
    "what",
    "kind",
    "minutes",
    "provider",
    "edition",
    "evidence",
    "link",
    "standard",
    "topics",
    "approved beforehand on",
    "approved by",
    "evaluation",
  ],
  activities: activityHeader,
  totals: [
    ...person,
    "purpose",
    "rule edition",
    "rule verified on",
    "from",
    "to",
    "approved minutes",
    "credited minutes",
    "units",
    "unit",
    "shares",
  ],
};
type At = { taskId: string; input: CreditExportInput; checkpoint: CreditExportCheckpoint | undefined };

/**
 * Does the next part of an export: first who there is and was, then a few hundred people's credit, each part a piece of
 * the file as it will be fetched. A part that is done again replaces what it kept; nothing holds more than one.
 */
export async function creditExportStep(
  ctx: Context,
  { taskId, input, checkpoint }: At,
): Promise<Step<CreditExportCheckpoint, CreditExport>> {
  if (!checkpoint) {
    const ids = await everyoneEver(ctx);
    await keepExportPart(ctx, taskId, "ids", ids);
    await keepPiece(ctx, taskId, 0, new TextEncoder().encode(toCsv(headers[input.what], [])));
    return { checkpoint: { done: 0, total: ids.length, people: 0, lines: 0, asOf: ctx.today }, done: 0, total: ids.length };
  }
  const { done, total } = checkpoint;
  if (done >= total) return { outcome: await finished(ctx, { taskId, input, checkpoint }) };
  const ids = (await readExportPart(ctx, taskId, "ids")).slice(done, done + peopleInStep);
  if (input.what === "activities") {
    const next = await counted(ctx, ids, { input, checkpoint });
    return { checkpoint: next, done: next.done, total };
  }
  const { people, lines } = await linesOf(ctx, ids, input);
  await keepLines(ctx, taskId, done / peopleInStep + 1, lines);
  const next = {
    ...checkpoint,
    done: Math.min(done + peopleInStep, total),
    people: checkpoint.people + people,
    lines: checkpoint.lines + lines.length,
  };
  return { checkpoint: next, done: next.done, total };
}

/** Keeps lines as a piece, without the mark and the header that a whole file begins with. */
async function keepLines(ctx: Context, taskId: string, piece: number, lines: CsvCell[][]): Promise<void> {
  const [, ...rest] = toCsv([], lines).split("\r\n");
  await keepPiece(ctx, taskId, piece, new TextEncoder().encode(rest.join("\r\n")));
}

async function finished(ctx: Context, { taskId, input, checkpoint }: At & { checkpoint: CreditExportCheckpoint }): Promise<CreditExport> {
  const { total, people, lines, activities, asOf } = checkpoint;
  const fileName = `credit-${input.what}-${ctx.district.slug}-${input.from}-to-${input.to}.csv`;
  if (input.what !== "activities") return { fileName, people, lines, pieces: 1 + Math.ceil(total / peopleInStep) };
  const { modules } = await readCatalog(ctx);
  const days = { from: input.from, to: input.to, asOf };
  const rows = activityLines(activities ?? {}, { modules, districtName: ctx.district.name, days });
  await keepLines(ctx, taskId, 1, rows);
  return { fileName, people, lines: rows.length, pieces: 2 };
}

/** The next few hundred people's completions, added up by module: nothing of a person is kept. */
async function counted(
  ctx: Context,
  staffIds: readonly string[],
  { input, checkpoint }: { input: CreditExportInput; checkpoint: CreditExportCheckpoint },
): Promise<CreditExportCheckpoint> {
  const { done, total } = checkpoint;
  let { people, activities = {} } = checkpoint;
  await sideBySide(staffIds, width, async (staffId) => {
    const facts = await readCredit(ctx, staffId);
    if (!facts) return;
    const after = withCompletions(activities, facts, { ...input, zone: ctx.district.zone });
    if (sumOfPeople(after) > sumOfPeople(activities)) people++;
    activities = after;
  });
  return { ...checkpoint, done: Math.min(done + peopleInStep, total), people, activities };
}

const sumOfPeople = (tallies: NonNullable<CreditExportCheckpoint["activities"]>): number =>
  Object.values(tallies).reduce((sum, { people }) => sum + people, 0);

async function linesOf(ctx: Context, staffIds: readonly string[], input: CreditExportInput) {
  const rules = (await readCreditRules(ctx)).filter(({ terms }) => terms.isOffered);
  const found = new Map<string, CsvCell[][]>();
  await sideBySide(staffIds, width, async (staffId) => {
    const facts = await readCredit(ctx, staffId);
    if (facts)
      found.set(staffId, input.what === "credits" ? creditLines(facts, input, ctx.district.zone) : totalLines(facts, rules, input));
  });
  const inOrder = staffIds.map((id) => found.get(id) ?? []).filter((lines) => lines.length > 0);
  return { people: inOrder.length, lines: inOrder.flat() };
}

const personCells = ({ staff }: CreditFacts): CsvCell[] => [staff.familyName, staff.givenName, staff.sourcedId, staff.email];

/** What is said of a credit's evaluation; words rather than an empty cell, which could be a lost one. Courses elsewhere are their providers' to evaluate. */
function evaluationCell({ evaluations }: CreditFacts, { id, kind }: CreditEntry, zone: string): string {
  if (kind === "outside") return "none collected";
  const evaluation = evaluations.find(({ moduleId }) => id === `module:${moduleId}`);
  return evaluation ? `given on ${givenOn(evaluation, zone)}` : "not given";
}

function creditLines(facts: CreditFacts, { from, to }: CreditExportInput, zone: string): CsvCell[][] {
  const approvers = new Map(
    facts.outside.map(({ id, reviews }) => [`outside:${id}`, reviews.findLast(({ decision }) => decision === "approve")?.reviewerName]),
  );
  return within(facts.entries, { from, until: to })
    .toReversed()
    .map((entry) => {
      const { id, on, title, kind, minutes, provider, edition, evidence, link, standard, topics, agreedOn } = entry;
      return [
        ...personCells(facts),
        on,
        title,
        kind,
        minutes,
        provider,
        edition,
        evidence,
        link,
        standard,
        topicNames(topics),
        agreedOn,
        approvers.get(id),
        evaluationCell(facts, entry, zone),
      ];
    });
}

/** By the terms as they are now, for the days that were asked for: a cycle is each person's own, an audit's years are not. */
function totalLines(facts: CreditFacts, rules: readonly CreditRule[], { from, to }: CreditExportInput): CsvCell[][] {
  const entries = within(facts.entries, { from, until: to });
  if (entries.length === 0) return [];
  const approved = entries.reduce((sum, { minutes }) => sum + minutes, 0);
  return rules.map(({ edition, terms }) => [
    ...personCells(facts),
    terms.name,
    edition,
    terms.verifiedOn,
    from,
    to,
    approved,
    creditedMinutes(terms, entries),
    creditedUnits(terms, entries),
    terms.unit.many,
    creditedShares(terms, entries)
      .map(({ topics, units, unitsNeeded }) => `${topicNames(topics)}: ${units} of ${unitsNeeded}`)
      .join(" | "),
  ]);
}
