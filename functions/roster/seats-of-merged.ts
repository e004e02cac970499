import type { Context } from "../platform/context.ts";
import type { RecordWrite, Versioned } from "../platform/record.ts";
import { seats, type Staff, teamMembers, teamPartition } from "./records.ts";
import { fullName } from "./rules.ts";
import type { Seat } from "./team-contract.ts";

/** The writes that give seats on teams to another account of the same person: both sides of each, as they are. */
export async function seatWrites(ctx: Context, held: readonly (Seat & Versioned)[], to: Staff): Promise<RecordWrite<"fact">[]> {
  const writes = await Promise.all(
    held.map(async (seat): Promise<RecordWrite<"fact">[]> => {
      const { version: _, ...rest } = seat;
      const moved = { ...rest, staffId: to.id };
      const mirror = await ctx.table.get(teamMembers, { of: teamPartition(seat.place), at: `SEAT#${seat.id}` });
      const atPlace = teamMembers.put({ ...moved, name: fullName(to), version: mirror?.version ?? 0 });
      return [seats.remove(seat), seats.put({ ...moved, version: 0 }), atPlace];
    }),
  );
  return writes.flat();
}
