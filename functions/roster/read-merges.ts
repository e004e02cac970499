import type { Context } from "../platform/context.ts";
import type { Versioned } from "../platform/record.ts";
import type { Item, Key } from "../platform/table.ts";
import type { MergeView } from "./person-contract.ts";
import { type Merge, merges, staffPartition } from "./records.ts";
import { fullName } from "./rules.ts";

/** The accounts that were merged into a person's, the earliest first. */
export async function mergesOf(ctx: Context, staffId: string): Promise<(Merge & Versioned)[]> {
  return ctx.table.list(merges, staffPartition(staffId), { prefix: "MERGE#" });
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
