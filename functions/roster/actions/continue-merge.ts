import type { Adoption } from "../../platform/adoption.ts";
import { commit } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import type { RecordWrite, Versioned } from "../../platform/record.ts";
import { GuardFailed, type Item, type Key } from "../../platform/table.ts";
import { findStaff, listCaseload } from "../queries.ts";
import { isAt, readRows } from "../read-merges.ts";
import { type Merge, merges, type MovedRow, movedRows, staffPartition, staffRecords } from "../records.ts";
import { fullName } from "../rules.ts";
import { finishUndo, undoRows } from "./undo-merged-rows.ts";

/** Each pass reads everything anew; whoever writes in between costs a pass. */
const mostPasses = 50;

/**
 * Brings a merge, or its taking back, to its end from wherever it stands: row by row, each in a transaction of its own
 * with a note of what it was. What is left to do follows from what is there, so that a process that ends anywhere, runs
 * twice or meets another one loses nothing and does nothing twice.
 */
export async function continueMerge(
  ctx: Granted<"roster:write">,
  { staffId, mergeId }: { staffId: string; mergeId: string },
  adoptions: readonly Adoption[],
): Promise<void> {
  for (let pass = 1; ; pass++) {
    const merge = await ctx.table.get(merges, { of: staffPartition(staffId), at: `MERGE#${mergeId}` });
    if (!merge || merge.state === "merged" || merge.state === "undone") return;
    try {
      if (merge.state === "merging") await moveRows(ctx, merge, adoptions);
      else if (await undoRows(ctx, merge, adoptions)) await finishUndo(ctx, merge);
    } catch (error) {
      if (!(error instanceof GuardFailed) || pass === mostPasses) throw error;
    }
  }
}

async function moveRows(ctx: Granted<"roster:write">, merge: Merge & Versioned, adoptions: readonly Adoption[]): Promise<void> {
  const { id: mergeId, keptId, duplicateId } = merge;
  const [rows, kept, moved] = await Promise.all([
    readRows(ctx, duplicateId),
    readRows(ctx, keptId),
    ctx.table.list(movedRows, `MERGE#${mergeId}`),
  ]);
  let done = moved.length;
  for (const [i, adoption] of adoptions.entries()) {
    for (const item of rows.filter(({ type }) => type === adoption.type)) {
      const earlier = moved.map(({ kind, source, target, replaced }) => ({
        kind,
        source: source as Item,
        target,
        replaced: replaced as Item | undefined,
      }));
      const move = adoption.move(item, { districtId: ctx.district.id, keptId, kept, moved: earlier });
      const row: MovedRow = {
        mergeId,
        place: placeOf(i, item, moved),
        kind: adoption.type,
        group: adoption.groupOf(item),
        source: item,
        target: { ...move.target, version: move.version },
        ...(move.replaced && { replaced: move.replaced }),
        state: "moved",
      };
      await commitMove(ctx, row, [move.put, move.remove]);
      moved.push({ ...row, version: 1 });
      kept.splice(0, kept.length, ...kept.filter((one) => !isAt(one, move.target)), itemOf(move.put, ctx.district.id));
      done++;
    }
  }
  done += await moveCaseload(ctx, merge, adoptions.length, moved.length);
  await commit(ctx, {
    action: "people.merged",
    subject: `staff:${keptId}`,
    writes: [merges.put({ ...merge, state: "merged", moved: done })],
    after: { otherId: duplicateId, otherName: fullName(merge.duplicateBefore), moved: done },
    result: null,
  });
}

/** Whoever the other account coached is coached by the kept one. */
async function moveCaseload(ctx: Granted<"roster:write">, merge: Merge, rank: number, from: number): Promise<number> {
  const coached = (await listCaseload(ctx, merge.duplicateId)).map(({ id }) => id);
  let moved = 0;
  for (const id of coached) {
    const staff = await findStaff(ctx, id);
    if (staff?.coachId !== merge.duplicateId) continue;
    const { coachId: _, ...rest } = staff;
    const after = staff.id === merge.keptId ? rest : { ...rest, coachId: merge.keptId };
    const key = { PK: "", SK: staff.id };
    const row: MovedRow = {
      mergeId: merge.id,
      place: placeOf(rank, { ...key, SK: `${staff.id}#${from}` }, []),
      kind: "coach",
      group: `coach:${staff.id}`,
      source: { staffId: staff.id },
      target: { ...key, version: staff.version + 1 },
      state: "moved",
    };
    await commitMove(ctx, row, [staffRecords.put(after)]);
    moved++;
  }
  return moved;
}

async function commitMove(ctx: Granted<"roster:write">, row: MovedRow, writes: RecordWrite<"fact">[]): Promise<void> {
  await commit(ctx, {
    action: "merge.row-moved",
    subject: `merge:${row.mergeId}`,
    writes: [...writes, movedRows.put({ ...row, version: 0 })],
    after: { kind: row.kind, place: row.place },
    result: null,
  });
}

/** The order of moving; a row that came to stand at the same place again after it was moved gets a place of its own. */
function placeOf(rank: number, { SK }: Key, moved: readonly MovedRow[]): string {
  const place = `${String(rank).padStart(2, "0")}#${SK}`;
  const again = moved.filter((one) => one.place === place || one.place.startsWith(`${place}~`)).length;
  return again === 0 ? place : `${place}~${again}`;
}

function itemOf(write: RecordWrite, districtId: string): Item {
  const operation = write.operation(districtId);
  if (!("put" in operation)) throw new Error("a row is moved by putting it");
  return operation.put;
}
