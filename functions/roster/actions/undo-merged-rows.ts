import type { Adoption } from "../../platform/adoption.ts";
import { commit } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import type { RecordWrite, Versioned } from "../../platform/record.ts";
import type { Item } from "../../platform/table.ts";
import { aliasWrites } from "../aliases.ts";
import { claimWrites } from "../claims.ts";
import { membershipWrites } from "../memberships.ts";
import { unmergedProfile } from "../merge-rules.ts";
import { findStaff, readStaff } from "../queries.ts";
import { isAt, readRows } from "../read-merges.ts";
import { type Merge, merges, type MovedRow, movedRows, type Staff, staffRecords } from "../records.ts";
import { fullName } from "../rules.ts";
import { seatsOfUndo } from "../seats-of-merged.ts";

type Row = MovedRow & Versioned;

/**
 * Gives every moved row back, the kinds in the opposite order of the merge. The other account has its row as it was; the
 * kept one has what stood there before, unless something of the group was done since: then it keeps what it has.
 */
export async function undoRows(ctx: Granted<"roster:write">, merge: Merge, adoptions: readonly Adoption[]): Promise<boolean> {
  const [rows, kept] = await Promise.all([ctx.table.list(movedRows, `MERGE#${merge.id}`), readRows(ctx, merge.keptId)]);
  const stayed = new Set(rows.filter((row) => row.state === "stayed" || isTouched(row, kept)).map(({ group }) => group));
  for (const row of rows.filter(({ state }) => state === "moved").toSorted(byUndoing)) {
    if (row.kind === "coach") {
      await giveCoachBack(ctx, merge, row);
      continue;
    }
    const adoption = adoptions.find(({ type }) => type === row.kind);
    if (!adoption) throw new Error(`nobody knows how to give a ${row.kind} back`);
    const current = kept.find((item) => isAt(item, row.target));
    const back = returnOf(adoption, row, current, stayed.has(row.group));
    await commit(ctx, {
      action: "merge.row-returned",
      subject: `merge:${merge.id}`,
      writes: [...back.writes, movedRows.put({ ...row, state: back.state })],
      after: { kind: row.kind, place: row.place, state: back.state },
      result: null,
    });
  }
  return true;
}

/** Whether something was done with a row since it was moved. */
function isTouched(row: Row, kept: readonly Item[]): boolean {
  const current = kept.find((item) => isAt(item, row.target));
  return row.state === "moved" && current !== undefined && current.version !== row.target.version;
}

/** What was moved last goes first. */
function byUndoing(a: Row, b: Row): number {
  const rank = ({ place }: Row): string => place.slice(0, 2);
  return rank(b).localeCompare(rank(a)) || a.place.localeCompare(b.place);
}

function returnOf(
  adoption: Adoption,
  row: Row,
  current: Item | undefined,
  hasStayed: boolean,
): { writes: RecordWrite<"fact">[]; state: "restored" | "stayed" } {
  const source = row.source as Item;
  if (!current) return { writes: [adoption.restore(source, undefined)], state: "restored" };
  const replaced = row.replaced as Item | undefined;
  const isOneThing = adoption.isOneThing({ source, current, replaced });
  if (hasStayed && !isOneThing) return { writes: [adoption.restore(source, undefined)], state: "stayed" };
  return { writes: [adoption.restore(source, isOneThing ? current : undefined), adoption.giveBack(replaced, current)], state: "restored" };
}

async function giveCoachBack(ctx: Granted<"roster:write">, merge: Merge, row: Row): Promise<void> {
  const staff = await findStaff(ctx, String(row.source.staffId));
  const isOurs = staff && (staff.coachId === merge.keptId || (staff.id === merge.keptId && staff.coachId === undefined));
  await commit(ctx, {
    action: "merge.row-returned",
    subject: `merge:${merge.id}`,
    writes: [
      ...(isOurs ? [staffRecords.put({ ...staff, coachId: merge.duplicateId })] : []),
      movedRows.put({ ...row, state: isOurs ? "restored" : "stayed" }),
    ],
    after: { kind: row.kind, place: row.place },
    result: null,
  });
}

/** Last of all the two records are two people's again, and the other account's address and sign-in lead to it. */
export async function finishUndo(ctx: Granted<"roster:write">, merge: Merge & Versioned): Promise<void> {
  const kept = await readStaff(ctx, merge.keptId);
  const duplicate = await readStaff(ctx, merge.duplicateId);
  const keptAfter = { ...unmergedProfile(withoutVersion(kept), merge), version: kept.version };
  const own = { ...merge.duplicateBefore, version: duplicate.version };
  const aliases = await aliasWrites(ctx, merge.duplicateBefore, { from: merge.keptId, to: merge.duplicateId, unless: kept.email });
  // Where nobody has the address any more, it is claimed anew.
  const { writes: claims } = await claimWrites(ctx, undefined, own);
  await commit(ctx, {
    action: "people.unmerged",
    subject: `staff:${merge.keptId}`,
    writes: [
      merges.put({ ...merge, state: "undone" }),
      staffRecords.put(keptAfter),
      staffRecords.put(own),
      ...(await membershipWrites(ctx, kept, keptAfter)),
      ...(await membershipWrites(ctx, duplicate, own)),
      ...(await seatsOfUndo(ctx, merge, { kept: keptAfter, duplicate: own })),
      ...aliases,
      ...claims,
    ],
    after: { otherId: merge.duplicateId, otherName: fullName(merge.duplicateBefore), seats: merge.seatIds.length },
    result: null,
  });
}

function withoutVersion({ version: _, ...staff }: Staff & Versioned): Staff {
  return staff;
}
