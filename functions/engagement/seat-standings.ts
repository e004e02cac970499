import type { Context } from "../platform/context.ts";
import { dayNumber, type LocalDate } from "../platform/dates.ts";
import type { RecordWrite, Versioned } from "../platform/record.ts";
import { fullName, leaveAround, schoolsOn, statusOn } from "../roster/rules.ts";
import { districtTeams } from "../roster/seats-contract.ts";
import { type SeatStanding, seatStandings } from "./records.ts";
import { readReplaceable, replace, type Replaceable, saysTheSame } from "./replaceable.ts";
import { completedIn, type PersonFacts } from "./summary.ts";

/** What decides whether a person covers each seat they are named to: a row for each, at the place whose team it is. */
export function seatStandingsOf({ staff, seats = [], enrollments, certifiedUntil }: PersonFacts, today: LocalDate): SeatStanding[] {
  const schoolIds = schoolsOn(staff, today);
  const leave = leaveAround(staff, today);
  return seats.map(({ id, staffId, place, team, role, isBackup, from, until, isFromElsewhere }) => ({
    id,
    staffId,
    place,
    team,
    role,
    isBackup,
    from,
    until,
    isFromElsewhere,
    name: fullName(staff),
    status: statusOn(staff, today),
    leave: leave && { from: dayNumber(leave.from), ...(leave.to !== undefined && { to: dayNumber(leave.to) }) },
    isHere: place === districtTeams || schoolIds.includes(place),
    completed: completedIn(enrollments),
    certifiedUntil: certifiedUntil === undefined ? undefined : dayNumber(certifiedUntil),
  }));
}

export type Standings = Map<string, { place: string; old: Replaceable<SeatStanding> }>;

/** A person's seat rows as they stand, in order to replace them; no read for someone on no team. */
export async function readStandings(ctx: Context, placeOfSeat: ReadonlyMap<string, string>): Promise<Standings> {
  const reads = [...placeOfSeat].map(async ([id, place]) => {
    const old = await readReplaceable(ctx, seatStandings, { of: `S#${place}`, at: `SEATED#${id}` });
    return [id, { place, old }] as const;
  });
  return new Map(await Promise.all(reads));
}

/** The writes that make the seat rows say what is wanted: what differs is put, what is wanted no more is removed. */
export function standingWrites(standings: Standings, wanted: readonly SeatStanding[]): RecordWrite<"derived">[] {
  const free: Replaceable<SeatStanding> = { exists: false, version: 0, value: undefined };
  const puts = wanted.flatMap((row) => {
    const old = standings.get(row.id)?.old ?? free;
    const { version: _, ...before } = old.value ?? { version: 0 };
    return old.value && saysTheSame(before, row) ? [] : [replace(seatStandings, old, row)];
  });
  const kept = new Set(wanted.map(({ id }) => id));
  const removals = [...standings].flatMap(([id, { place, old }]) =>
    old.exists && old.version !== undefined && !kept.has(id) ? [removalOf({ id, place, version: old.version })] : [],
  );
  return [...puts, ...removals];
}

/** Only a row's address and version matter when it is removed. */
function removalOf(row: { id: string; place: string; version: number }): RecordWrite<"derived"> {
  return seatStandings.remove(row as SeatStanding & Versioned);
}
