import { retryOnConflict } from "../../platform/commit.ts";
import type { Context } from "../../platform/context.ts";
import { derive } from "../../platform/derive.ts";
import type { RecordWrite, Versioned } from "../../platform/record.ts";
import { readPersonFacts } from "../person-facts.ts";
import { pointerKey, type StaffSummary, staffSummaries, summaryPointers } from "../records.ts";
import { readReplaceable, replace, type Replaceable, saysTheSame } from "../replaceable.ts";
import { readStandings, seatStandingsOf, standingWrites } from "../seat-standings.ts";
import { summariesOf } from "../summary.ts";

/**
 * Makes a person's summary rows anew from their own partition: the first stage of every figure. Each row is put only
 * if it changed and only at the version that was read before the facts were, so a slow worker with old facts loses.
 * A row at a school that no longer applies is removed in the transaction that updates the pointer. `alsoAt` names
 * schools at which a row was seen, whatever the pointer says.
 */
export async function summarizeStaff(ctx: Context, staffId: string, alsoAt: readonly string[] = []): Promise<void> {
  const places = new Set(alsoAt);
  const seatPlaces = new Map<string, string>();
  await retryOnConflict(async () => {
    const pointer = await readReplaceable(ctx, summaryPointers, { of: `U#${staffId}`, at: pointerKey });
    for (const schoolId of pointer.value?.schoolIds ?? []) places.add(schoolId);
    const rows = await readRows(ctx, staffId, places);
    for (const [place, id] of pointer.value?.seats ?? []) seatPlaces.set(id, place);
    const standings = await readStandings(ctx, seatPlaces);
    const facts = await readPersonFacts(ctx, staffId);
    const wanted = facts.isUnreadable ? keepAsIs(rows, facts.bad) : facts.person ? summariesOf(facts.person, dayOf(ctx)) : [];
    // A place that turns out to be taken fails the guard; the next try has read it. So it is with a seat.
    for (const { schoolId } of wanted) places.add(schoolId);
    const seated = facts.isUnreadable ? undefined : facts.person ? seatStandingsOf(facts.person, ctx.today) : [];
    const seatWrites = seated ? standingWrites(standings, seated) : [];
    for (const { id, place } of seated ?? []) seatPlaces.set(id, place);
    const seats = seated ? seated.map(({ place, id }): [string, string] => [place, id]) : pointer.value?.seats;
    await derive(ctx, [...writesFor(pointer, rows, wanted, { staffId, seats }), ...seatWrites]);
  });
}

const dayOf = ({ today, district }: Context) => ({ today, zone: district.zone });

type Rows = Map<string, Replaceable<StaffSummary>>;
type Pointer = { staffId: string; schoolIds: string[]; seats?: [string, string][] | undefined };
const free: Replaceable<StaffSummary> = { exists: false, version: 0, value: undefined };

async function readRows(ctx: Context, staffId: string, schoolIds: Iterable<string>): Promise<Rows> {
  const reads = [...schoolIds].map(
    async (schoolId) => [schoolId, await readReplaceable(ctx, staffSummaries, { of: `S#${schoolId}`, at: `STAFF#${staffId}` })] as const,
  );
  return new Map(await Promise.all(reads));
}

/** A person whose own record cannot be read stays in the figures as they were last known, marked as bad. */
function keepAsIs(rows: Rows, bad: number): StaffSummary[] {
  return [...rows.values()].flatMap(({ value }) => (value ? [{ ...value, bad }] : []));
}

function writesFor(
  pointer: Replaceable<Pointer>,
  rows: Rows,
  wanted: StaffSummary[],
  { staffId, seats }: Omit<Pointer, "schoolIds">,
): RecordWrite<"derived">[] {
  const writes: RecordWrite<"derived">[] = [];
  for (const row of wanted) {
    const old = rows.get(row.schoolId) ?? free;
    if (!old.value || !saysTheSame(withoutVersion(old.value), row)) writes.push(replace(staffSummaries, old, row));
  }
  const schoolIds = wanted.map(({ schoolId }) => schoolId);
  for (const [schoolId, { exists, version }] of rows) {
    if (exists && version !== undefined && !schoolIds.includes(schoolId)) writes.push(removalOf({ schoolId, staffId, version }));
  }
  const next = { staffId, schoolIds, ...(seats && seats.length > 0 && { seats }) };
  const said = [pointer.value?.schoolIds ?? [], pointer.value?.seats ?? []];
  if (!saysTheSame(said, [schoolIds, seats ?? []])) writes.push(replace(summaryPointers, pointer, next));
  return writes;
}

/** Only a row's address and version matter when it is removed; the rest may be unreadable. */
function removalOf(row: { schoolId: string; staffId: string; version: number }): RecordWrite<"derived"> {
  return staffSummaries.remove(row as StaffSummary & Versioned);
}

function withoutVersion({ version: _, ...row }: StaffSummary & Versioned): StaffSummary {
  return row;
}
