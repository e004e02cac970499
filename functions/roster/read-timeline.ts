import { additionIn, type AuditRow, auditRows } from "../platform/commit.ts";
import type { Context } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import type { TimelineEntry, TimelinePage } from "./person-contract.ts";
import { findStaff, listEverySchool, readStaff } from "./queries.ts";
import { mergesOf } from "./read-merges.ts";
import { fullName } from "./rules.ts";
import { factsOf, isInTimeline, isUndoable, type Names, peopleNamedIn } from "./timeline-facts.ts";

const pageSize = 30;
/** Rows read at a time of each account; what is left out of a timeline makes one page read several times. */
const readAtOnce = 60;
const mostReads = 8;

type Row = AuditRow;
const keyOf = ({ at, id }: { at: string; id: string }): string => `${at}#${id}`;

/**
 * A page of what happened to a person, the latest first: every change of their record, what they were assigned and
 * released from, what they were certified in, by whom and when; also what happened to accounts that are merged into
 * theirs. Read from the audit, so it lags a moment and can hold nothing that did not happen.
 */
export async function readTimeline(ctx: Context, staffId: string, cursor?: string): Promise<TimelinePage> {
  if (cursor !== undefined && !/^\d{4}-[\dT:.Z-]{10,30}#aud_[0-9a-z]+$/.test(cursor))
    throw new AppError("invalid-cursor", "This page of the timeline cannot be found any more. Begin again from the first page.");
  await readStaff(ctx, staffId);
  const merged = (await mergesOf(ctx, staffId)).filter(({ state }) => state === "merged" || state === "merging");
  const accounts = [staffId, ...merged.map(({ duplicateId }) => duplicateId)];
  const found = await Promise.all(accounts.map((account) => entriesBefore(ctx, account, cursor)));
  // Where an account was not read to its end, only what is as new as its last row read is known to be in order.
  const horizon = found
    .flatMap(({ readTo }) => readTo ?? [])
    .toSorted()
    .at(-1);
  const rows = found
    .flatMap(({ rows: some }) => some)
    .filter((row) => horizon === undefined || keyOf(row) >= horizon)
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const next = rows.length > pageSize && last ? keyOf(last) : horizon;
  return { entries: await inWords(ctx, staffId, page), ...(next !== undefined && { next }) };
}

/** The newest rows of an account that belong into a timeline, as many as fill a page; `readTo` where there are older ones. */
async function entriesBefore(ctx: Context, account: string, cursor: string | undefined): Promise<{ rows: Row[]; readTo?: string }> {
  const rows: Row[] = [];
  let to = cursor;
  for (let reads = 0; reads < mostReads; reads++) {
    const read = await rowsBefore(ctx, account, to);
    rows.push(...read.rows.filter(isInTimeline));
    const last = read.rows.at(-1);
    if (!read.isMore || !last) return { rows: [...rows, ...(await coming(ctx, account, cursor))] };
    to = keyOf(last);
    if (rows.length > pageSize) break;
  }
  return { rows, ...(to !== undefined && { readTo: to }) };
}

/** Where someone came with many others, the row that tells of all of them is found by their record. */
async function coming(ctx: Context, account: string, before: string | undefined): Promise<Row[]> {
  const { addedIn } = (await findStaff(ctx, account)) ?? {};
  const row = addedIn === undefined ? undefined : await additionIn(ctx, addedIn, `staff:${account}`);
  return row && (before === undefined || keyOf(row) < before) ? [row] : [];
}

async function rowsBefore(ctx: Context, account: string, before: string | undefined) {
  const limit = readAtOnce;
  const range = { index: "index2", descending: true, limit, ...(before !== undefined && { to: before }) } as const;
  const { rows, next } = await ctx.table.page(auditRows, `AUDS#staff:${account}`, range);
  return { rows: rows.filter((row) => keyOf(row) !== before), isMore: next !== undefined };
}

async function inWords(ctx: Context, staffId: string, rows: Row[]): Promise<TimelineEntry[]> {
  const schools = new Map((await listEverySchool(ctx)).map(({ id, name }) => [id, name]));
  const people = new Map<string, string>();
  const ids = new Set(rows.flatMap((row) => [...peopleNamedIn(row), ...(actorOf(row) ?? [])]));
  await sideBySide([...ids], 8, async (id) => {
    const staff = await findStaff(ctx, id);
    if (staff) people.set(id, fullName(staff));
  });
  const groups = new Map(ctx.district.employeeGroups?.groups.map(({ id, name }) => [id, name]));
  const names: Names = {
    school: (id) => schools.get(id) ?? "A closed school",
    person: (id) => people.get(id) ?? "Someone",
    group: (id) => groups.get(id) ?? id,
  };
  return rows.map((row) => {
    const [by] = actorOf(row) ?? [];
    const account = row.subject.replace("staff:", "");
    return {
      id: keyOf(row),
      at: row.at,
      ...(by === undefined ? { job: row.actor.replace("job:", "") } : { by: { id: by, name: names.person(by) } }),
      action: row.action,
      facts: factsOf(row, names),
      ...(account !== staffId && { ofAccount: account }),
      isUndoable: account === staffId && isUndoable(row),
    };
  });
}

function actorOf({ actor }: Pick<Row, "actor">): [string] | undefined {
  return actor.startsWith("staff:") ? [actor.slice("staff:".length)] : undefined;
}

/** One row of a person's audit by the id that their timeline gave it. */
export async function readTimelineRow(ctx: Context, staffId: string, entryId: string): Promise<Row> {
  const rows = await ctx.table.list(auditRows, `AUDS#staff:${staffId}`, { index: "index2", from: entryId, to: entryId });
  const [row = (await coming(ctx, staffId, undefined)).find((one) => keyOf(one) === entryId)] = rows;
  if (!row) throw new AppError("not-ready", "There is no such step in this timeline. Nothing was changed.");
  return row;
}
