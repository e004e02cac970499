import type { Context } from "../platform/context.ts";
import type { RecordType, RecordWrite, Versioned } from "../platform/record.ts";
import type { Item, Key } from "../platform/table.ts";
import { isAt, mergesOf, readRows } from "./read-merges.ts";
import { givenUpList, type MovedRow, merges, movedRows } from "./records.ts";

/**
 * Where a row of a person's may stand besides its own place: with each account that was ever one with theirs, and in what was kept so
 * that those merges can be taken back.
 */
export type MergedCopies = { rows: readonly Item[]; moved: readonly (MovedRow & Versioned)[] };

/** Reads where copies of a person's rows may stand: nothing but two short queries for someone whose account was never merged. */
export async function readMergedCopies(ctx: Context, staffId: string): Promise<MergedCopies> {
  const accounts = new Set([staffId]);
  const mergeIds = new Set<string>();
  // Whoever is found is looked at in turn: one account may have been with several, one after the other.
  for (const account of accounts)
    for (const { id, keptId, duplicateId } of [
      ...(await mergesOf(ctx, account)),
      ...(await ctx.table.list(merges, givenUpList(account), { index: "index2" })),
    ]) {
      mergeIds.add(id);
      accounts.add(keptId).add(duplicateId);
    }
  if (mergeIds.size === 0) return { rows: [], moved: [] };
  const [rows, moved] = await Promise.all([
    Promise.all([...accounts].map((account) => readRows(ctx, account))),
    Promise.all([...mergeIds].map((id) => ctx.table.list(movedRows, `MERGE#${id}`))),
  ]);
  return { rows: rows.flat(), moved: moved.flat() };
}

type Which<Value> = {
  /** The row itself, as it was read. */
  row?: (Value & Versioned) | undefined;
  /** What it and its copies have in common. */
  same: Partial<Value>;
  /** What becomes of each of them; the very same where it stays, undefined where it goes. */
  change: (value: Value) => Value | undefined;
};

/** The copies of a row that stand with accounts, the row itself among them. */
export function copiesOf<Value>({ rows }: MergedCopies, record: RecordType<Value>, same: Partial<Value>): (Value & Versioned)[] {
  return rows.filter((item) => isMeant(item, record, same)).map((item) => record.parse(item));
}

/**
 * The writes that change a row and every copy of it alike, to be put in one transaction. It is not taken for something that was
 * done since a merge: taking the merge back gives the row back, as changed.
 */
export function changeEverywhere<Value>(
  districtId: string,
  copies: MergedCopies,
  record: RecordType<Value, "fact">,
  { row, same, change }: Which<Value>,
): RecordWrite<"fact">[] {
  const writes: RecordWrite<"fact">[] = [];
  const own = row && record.stored(districtId, row);
  const others = copies.rows.filter((item) => isMeant(item, record, same) && !(own && isAt(item, own)));
  const put: Item[] = [];
  for (const item of own ? [own, ...others] : others) {
    const before = record.parse(item);
    const after = change(before);
    if (after === before) continue;
    writes.push(after === undefined ? record.remove(before) : record.put({ ...after, version: before.version }));
    if (after !== undefined) put.push(item);
  }
  const changed = (item: MovedRow["source"]): MovedRow["source"] | undefined => {
    if (!isMeant(item, record, same)) return item;
    const before = record.parse(item);
    const after = change(before);
    return after === before ? item : after && record.stored(districtId, { ...after, version: before.version });
  };
  for (const moved of copies.moved.filter(({ kind }) => kind === record.type)) {
    const source = changed(moved.source);
    const replaced = moved.replaced && changed(moved.replaced);
    const isAsMoved = moved.state === "moved" && put.some((item) => isAsAt(item, moved.target));
    if (source === undefined) writes.push(movedRows.remove(moved));
    else if (isAsMoved || source !== moved.source || replaced !== moved.replaced) {
      const { replaced: _, target, ...rest } = moved;
      const version = isAsMoved ? target.version + 1 : target.version;
      writes.push(movedRows.put({ ...rest, source, ...(replaced && { replaced }), target: { ...target, version } }));
    }
  }
  return writes;
}

/** Whether a row is still as the merge put it. */
const isAsAt = (item: Item, target: Key & Versioned): boolean => isAt(item, target) && item.version === target.version;

function isMeant<Value>(item: Record<string, unknown>, { type }: RecordType<Value>, same: Partial<Value>): item is Item {
  return item.type === type && Object.entries(same).every(([name, value]) => item[name] === value);
}
