import type { Context } from "../platform/context.ts";
import type { Versioned } from "../platform/record.ts";
import type { MergeView } from "./person-contract.ts";
import { type Merge, merges, staffPartition } from "./records.ts";
import { fullName } from "./rules.ts";

/** The accounts that were merged into a person's, the earliest first. */
export async function mergesOf(ctx: Context, staffId: string): Promise<(Merge & Versioned)[]> {
  return ctx.table.list(merges, staffPartition(staffId), { prefix: "MERGE#" });
}

/** A merge as the person's page shows it. */
export function mergeView({ id, state, duplicateBefore, startedAt, byName, moved }: Merge): MergeView {
  return { id, state, staffId: duplicateBefore.id, name: fullName(duplicateBefore), at: startedAt, by: byName, moved };
}
