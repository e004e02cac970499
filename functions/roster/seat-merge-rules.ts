import type { Seat } from "./team-contract.ts";

/**
 * What becomes of the seats on teams when two accounts are one person's: those that go over as they are, those that one
 * seat already says, and the seats of the kept account that now hold for the days of both.
 */
export type SeatMerge<One extends Seat> = { moved: One[]; removed: One[]; joined: { before: One; after: One }[] };

const isSameSeat = (a: Seat, b: Seat): boolean => a.place === b.place && a.team === b.team && a.role === b.role;

const never = "9999-12-31";
const overlap = (a: Seat, b: Seat): boolean => a.from <= (b.until ?? never) && b.from <= (a.until ?? never);

/**
 * Brings the seats of another account to the kept one. Nobody sits twice in one seat: days that overlap become one naming,
 * and whoever is a member of it is not their own backup.
 */
export function mergedSeats<One extends Seat>(kept: readonly One[], other: readonly One[]): SeatMerge<One> {
  const held = new Map(kept.map((seat) => [seat.id, { before: seat, after: seat }]));
  const merge: SeatMerge<One> = { moved: [], removed: [], joined: [] };
  // Members first: a backup is one beside them.
  for (const seat of other.toSorted((a, b) => Number(a.isBackup) - Number(b.isBackup))) {
    const same = [...held.values()].filter(({ after }) => isSameSeat(after, seat) && overlap(after, seat));
    const twin = same.find(({ after }) => after.isBackup === seat.isBackup);
    if (twin) {
      merge.removed.push(seat);
      held.set(twin.before.id, { ...twin, after: spanOf(twin.after, seat) });
    } else if (seat.isBackup && same.length > 0) merge.removed.push(seat);
    else {
      merge.moved.push(seat);
      for (const { before } of same) {
        merge.removed.push(before);
        held.delete(before.id);
      }
    }
  }
  merge.joined = [...held.values()].filter(({ before, after }) => before !== after);
  return merge;
}

/** The first seat for the days of both. */
function spanOf<One extends Seat>(seat: One, { from, until }: Seat): One {
  const { until: own, ...rest } = seat;
  const last = own === undefined || until === undefined ? undefined : own > until ? own : until;
  return { ...rest, from: from < seat.from ? from : seat.from, ...(last !== undefined && { until: last }) } as One;
}
