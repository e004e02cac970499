import { isDeepStrictEqual } from "node:util";
import type { Context } from "../platform/context.ts";
import type { RecordWrite, Versioned } from "../platform/record.ts";
import { type Merge, seats, type Staff, teamMembers, teamPartition } from "./records.ts";
import { fullName } from "./rules.ts";
import { mergedSeats } from "./seat-merge-rules.ts";
import type { Seat } from "./team-contract.ts";
import { teamSeatsOf } from "./team-queries.ts";

type Row = Seat & Versioned;
type Writes = RecordWrite<"fact">[];

/** What a merge does to seats: its writes, how many were held in both accounts, the ids of those that went over, and the rows that it took away or changed, as they were. */
type SeatsOfMerge = { writes: Writes; doubled: number; seatIds: string[]; seatsReplaced: Seat[] };

/** Gives the seats on teams of another account to the kept one, both sides of each; nobody sits twice in one seat. */
export async function seatsOfMerge(ctx: Context, kept: Staff, duplicateId: string): Promise<SeatsOfMerge> {
  const [own, others] = await Promise.all([teamSeatsOf(ctx, kept.id), teamSeatsOf(ctx, duplicateId)]);
  const { moved, removed, joined } = mergedSeats(own, others);
  const writes = await Promise.all([
    ...moved.map((seat) => movedTo(ctx, seat, kept)),
    ...removed.map((seat) => removedFrom(ctx, seat)),
    ...joined.map(({ after }) => put(ctx, after, kept)),
  ]);
  return {
    writes: writes.flat(),
    doubled: removed.length,
    seatIds: moved.map(({ id }) => id),
    seatsReplaced: [...removed, ...joined.map(({ before }) => before)].map(unversioned),
  };
}

/**
 * Gives the seats back that a merge brought over, as they are by now, and those that it took away or joined, as they were. A
 * seat of the kept account that was changed since stays as it is.
 */
export async function seatsOfUndo(
  ctx: Context,
  { keptId, seatIds, seatsReplaced }: Merge,
  { kept, duplicate }: { kept: Staff; duplicate: Staff },
): Promise<Writes> {
  const held = await teamSeatsOf(ctx, keptId);
  const mine = seatsReplaced.filter(({ staffId }) => staffId === keptId);
  const theirs = seatsReplaced.filter(({ staffId }) => staffId !== keptId);
  const madeOf = new Map(mergedSeats(mine, theirs).joined.map(({ before, after }) => [before.id, after]));
  const writes = await Promise.all([
    ...held.filter(({ id }) => seatIds.includes(id)).map((seat) => movedTo(ctx, seat, duplicate)),
    ...theirs.map((seat) => put(ctx, { ...seat, version: 0 }, duplicate)),
    ...mine.map(async (seat): Promise<Writes> => {
      const now = held.find(({ id }) => id === seat.id);
      if (!now) return put(ctx, { ...seat, version: 0 }, kept);
      return isDeepStrictEqual(unversioned(now), madeOf.get(seat.id)) ? put(ctx, { ...seat, version: now.version }, kept) : [];
    }),
  ]);
  return writes.flat();
}

const unversioned = ({ version: _, ...seat }: Row): Seat => seat;

async function movedTo(ctx: Context, seat: Row, to: Staff): Promise<Writes> {
  return [seats.remove(seat), ...(await put(ctx, { ...seat, staffId: to.id, version: 0 }, to))];
}

async function put(ctx: Context, seat: Row, holder: Staff): Promise<Writes> {
  const mirror = await mirrorOf(ctx, seat);
  return [seats.put(seat), teamMembers.put({ ...seat, name: fullName(holder), version: mirror?.version ?? 0 })];
}

async function removedFrom(ctx: Context, seat: Row): Promise<Writes> {
  const mirror = await mirrorOf(ctx, seat);
  return [seats.remove(seat), ...(mirror ? [teamMembers.remove(mirror)] : [])];
}

const mirrorOf = (ctx: Context, { place, id }: Seat) => ctx.table.get(teamMembers, { of: teamPartition(place), at: `SEAT#${id}` });
