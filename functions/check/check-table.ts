import { type Context, createContext, type Services } from "../platform/context.ts";
import { listDistricts, loadDistrict } from "../platform/district.ts";
import { districtOf } from "../platform/record.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import type { Item } from "../platform/table.ts";
import { listEverySchool } from "../roster/queries.ts";
import { checkMessage } from "./check-message.ts";
import { checkPerson } from "./check-person.ts";
import { checkRow, rowName } from "./check-row.ts";
import { checkSchool, peopleIn } from "./check-school.ts";
import { checkSchoolWeeks, checkWeek, frozenWeeks } from "./check-weeks.ts";
import type { Finding } from "./contract.ts";
import { holding } from "./reading.ts";
import { rowsTable } from "./rows-table.ts";
import { tiesOf, vouchedBy } from "./ties.ts";

/** A whole table, page by page, as often as it is asked for; in whatever order. */
export type Pages = () => AsyncIterable<Item[]> | Iterable<Item[]>;

/** A finding and the district it was made in; `""` for rows outside every district. */
export type Found = Finding & { districtId: string };

/**
 * Facts of a district, by type, that were last written by a version whose audit did not mark what it wrote yet: whether anyone
 * altered them since cannot be told. Each is covered from its next change on.
 */
export type NotCovered = { districtId: string; rows: number; types: Record<string, number> };

/** What a check of the whole table saw. */
export type TableCheck = { rows: number; people: number; schools: number; findings: Found[]; notCovered: NotCovered[] };

const width = 16;

/** Checks a set of rows as it stands, and nothing else: every finding there is in it. */
export async function checkRows(services: Services, items: readonly Item[]): Promise<Found[]> {
  return (await checkTable({ ...services, table: rowsTable(items) }, () => [[...items]])).findings;
}

/**
 * Checks a whole table. Each row by itself; then that whatever a row needs elsewhere is there; then everything that
 * follows from facts, person by person and school by school. What is held in memory is a number for each tie and an id
 * for each person, never rows.
 */
export async function checkTable(services: Services, pages: Pages): Promise<TableCheck> {
  const seen = await lookAtRows(services, pages);
  const loose = await looseEnds(pages, seen);
  const findings = [...seen.findings, ...loose.findings];
  let schools = 0;
  for (const { districtId } of await listDistricts(services.table)) {
    const ctx = await checkingContext(services, districtId);
    if (!ctx) continue;
    const schoolIds = (await listEverySchool(ctx)).map(({ id }) => id);
    schools += schoolIds.length;
    const weeks = await frozenWeeks(ctx);
    const at = new Map<string, string[]>();
    const add = (all: Finding[]): void => void findings.push(...all.map((one) => ({ ...one, districtId })));
    await sideBySide(schoolIds, width, async (schoolId) => {
      const items = await ctx.table.collection(`S#${schoolId}`);
      for (const staffId of peopleIn(items)) at.set(staffId, [...(at.get(staffId) ?? []), schoolId]);
      add(await checkSchool(ctx, schoolId, items));
      add(await checkSchoolWeeks(ctx, schoolId, items, weeks));
    });
    await sideBySide(weeks, width, async (week) => add(await checkWeek(ctx, week)));
    for (const staffId of seen.staffIds.get(districtId) ?? []) if (!at.has(staffId)) at.set(staffId, []);
    await sideBySide([...at], width, async ([staffId, schoolsSeen]) =>
      add(await checkPerson(ctx, staffId, await ctx.table.collection(`U#${staffId}`), schoolsSeen)),
    );
  }
  const people = [...seen.staffIds.values()].reduce((sum, ids) => sum + ids.size, 0);
  const order = ({ districtId, kind, row }: Found): string => `${districtId} ${kind} ${row}`;
  const ordered = findings.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  return { rows: seen.rows, people, schools, findings: ordered, notCovered: loose.notCovered };
}

/** The context in which a district is checked: it reads, and is granted nothing. */
async function checkingContext(services: Services, districtId: string): Promise<Context | undefined> {
  const district = await loadDistrict(services.table, districtId);
  return district && holding(createContext(services, { actor: { kind: "job", name: "check" }, district, requestId: "check" }));
}

async function lookAtRows(services: Services, pages: Pages) {
  const ties = new Set<number>();
  const vouched = new Set<number>();
  const staffIds = new Map<string, Set<string>>();
  const findings: Found[] = [];
  // Districts whose audit is older than its marks.
  const older = new Set<string>();
  const now = services.clock.now();
  let rows = 0;
  for await (const page of pages()) {
    for (const item of page) {
      rows++;
      const districtId = districtOf(item.PK) ?? "";
      for (const finding of [...checkRow(item), ...(item.type === "message" ? checkMessage(item, now) : [])])
        findings.push({ ...finding, districtId });
      for (const { mark } of tiesOf(item)) if (!vouched.has(mark)) ties.add(mark);
      if (item.type === "audit") {
        if (item.covers === undefined) older.add(districtId);
        continue;
      }
      for (const mark of vouchedBy(item)) {
        vouched.add(mark);
        ties.delete(mark);
      }
      const staffId = /^D#[^#]+#U#([^#]+)$/.exec(item.PK)?.[1];
      if (staffId === undefined) continue;
      const known = staffIds.get(districtId);
      if (known) known.add(staffId);
      else staffIds.set(districtId, new Set([staffId]));
    }
  }
  return { rows, ties, staffIds, findings, older };
}

/**
 * The ties that nothing holds. The audit is gone through last, against what is still open: it alone grows for ever, so
 * its marks are not kept. What is left then is named by going through the rows once more. A fact that names no audit row
 * is not covered where the district's history is older than that; in a younger district it was written past the audit.
 */
async function looseEnds(
  pages: Pages,
  { ties, older }: { ties: Set<number>; older: ReadonlySet<string> },
): Promise<Pick<TableCheck, "findings" | "notCovered">> {
  if (ties.size === 0) return { findings: [], notCovered: [] };
  for await (const page of pages())
    for (const item of page) if (item.type === "audit") for (const mark of vouchedBy(item)) ties.delete(mark);
  if (ties.size === 0) return { findings: [], notCovered: [] };
  const findings: Found[] = [];
  const notCovered = new Map<string, NotCovered>();
  for await (const page of pages())
    for (const item of page) {
      const districtId = districtOf(item.PK) ?? "";
      const isOlder = item.auditId === undefined && (districtId === "" ? older.size > 0 : older.has(districtId));
      for (const { mark, kind, expected } of tiesOf(item)) {
        if (!ties.has(mark)) continue;
        if (kind === "unauditedFact" && isOlder) note(notCovered, districtId, item.type);
        else findings.push({ kind, row: rowName(item), expected, found: "there is none", districtId });
      }
    }
  return { findings, notCovered: [...notCovered.values()] };
}

function note(notCovered: Map<string, NotCovered>, districtId: string, type: string): void {
  const sum = notCovered.get(districtId) ?? { districtId, rows: 0, types: {} };
  sum.rows++;
  sum.types[type] = (sum.types[type] ?? 0) + 1;
  notCovered.set(districtId, sum);
}
