import type { Context } from "../platform/context.ts";
import { type OnBad, rowsOf } from "../platform/district-table.ts";
import type { Versioned } from "../platform/record.ts";
import type { Item, Key } from "../platform/table.ts";
import type { MergeView } from "./person-contract.ts";
import { findStaff } from "./queries.ts";
import { type Merge, merges, staffPartition } from "./records.ts";
import { fullName } from "./rules.ts";

/** The accounts that were merged into a person's, the earliest first. */
export async function mergesOf(ctx: Context, staffId: string): Promise<(Merge & Versioned)[]> {
  return ctx.table.list(merges, staffPartition(staffId), { prefix: "MERGE#" });
}

/** The ids of one person among the rows of their partition: of their account, and of those that were merged into it. */
export function ownIdsFrom(staffId: string, items: Item[], onBad?: OnBad): string[] {
  return [staffId, ...idsOf(rowsOf(merges, items, onBad))];
}

/** All ids under which one person did what they did: that of their account, and of those that were merged into it. */
export async function ownIds(ctx: Context, staffId: string): Promise<string[]> {
  return [staffId, ...idsOf(await mergesOf(ctx, staffId))];
}

const idsOf = (all: readonly Merge[]): string[] => all.flatMap(({ state, duplicateId }) => (state === "undone" ? [] : duplicateId));

/** Whose account each of some ids is today: the kept one's, where the account was merged into another. */
export async function accountsToday(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const all = [...new Set(ids)];
  return new Map(await Promise.all(all.map(async (id) => [id, (await findStaff(ctx, id))?.mergedInto ?? id] as const)));
}

/** The rows of both of a person's own partitions, in the order of their keys. */
export async function readRows(ctx: Context, staffId: string): Promise<Item[]> {
  const partitions = [staffPartition(staffId), `${staffPartition(staffId)}#WORK`];
  return (await Promise.all(partitions.map((of) => ctx.table.collection(of)))).flat();
}

/** Whether a row stands at a key. */
export const isAt = (item: Key, { PK, SK }: Key): boolean => item.PK === PK && item.SK === SK;

/** A merge as the person's page shows it. */
export function mergeView({ id, state, duplicateBefore, startedAt, byName, moved }: Merge): MergeView {
  return { id, state, staffId: duplicateBefore.id, name: fullName(duplicateBefore), at: startedAt, by: byName, moved };
}
