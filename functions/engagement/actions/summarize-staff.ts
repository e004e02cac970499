import { retryOnConflict } from "../../platform/commit.ts";
import type { Context } from "../../platform/context.ts";
import { derive } from "../../platform/derive.ts";
import type { RecordWrite, Versioned } from "../../platform/record.ts";
import { readPersonFacts } from "../person-facts.ts";
import { pointerKey, type StaffSummary, staffSummaries, summaryPointers } from "../records.ts";
import { readReplaceable, replace, type Replaceable, saysTheSame } from "../replaceable.ts";
import { summariesOf } from "../summary.ts";

/**
 * Makes a person's summary rows anew from their own partition: the first stage of every figure. Each row is put only
 * if it changed and only at the version that was read before the facts were, so a slow worker with old facts loses.
 * A row at a school that no longer applies is removed in the transaction that updates the pointer. `alsoAt` names
 * schools at which a row was seen, whatever the pointer says.
 */
export async function summarizeStaff(ctx: Context, staffId: string, alsoAt: readonly string[] = []): Promise<void> {
  const places = new Set(alsoAt);
  await retryOnConflict(async () => {
    const pointer = await readReplaceable(ctx, summaryPointers, { of: `U#${staffId}`, at: pointerKey });
    for (const schoolId of pointer.value?.schoolIds ?? []) places.add(schoolId);
    const rows = await readRows(ctx, staffId, places);
    const facts = await readPersonFacts(ctx, staffId);
    const wanted = facts.isUnreadable ? keepAsIs(rows, facts.bad) : facts.person ? summariesOf(facts.person, dayOf(ctx)) : [];
    // A place that turns out to be taken fails the guard; the next try has read it.
    for (const { schoolId } of wanted) places.add(schoolId);
    await derive(ctx, writesFor(staffId, pointer, rows, wanted));
  });
}

const dayOf = ({ today, district }: Context) => ({ today, zone: district.zone });

type Rows = Map<string, Replaceable<StaffSummary>>;
type Pointer = { staffId: string; schoolIds: string[] };
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

function writesFor(staffId: string, pointer: Replaceable<Pointer>, rows: Rows, wanted: StaffSummary[]): RecordWrite<"derived">[] {
  const writes: RecordWrite<"derived">[] = [];
  for (const row of wanted) {
    const old = rows.get(row.schoolId) ?? free;
    if (!old.value || !saysTheSame(withoutVersion(old.value), row)) writes.push(replace(staffSummaries, old, row));
  }
  const schoolIds = wanted.map(({ schoolId }) => schoolId);
  for (const [schoolId, { exists, version }] of rows) {
    if (exists && version !== undefined && !schoolIds.includes(schoolId)) writes.push(removalOf({ schoolId, staffId, version }));
  }
  if (!saysTheSame(pointer.value?.schoolIds ?? [], schoolIds)) writes.push(replace(summaryPointers, pointer, { staffId, schoolIds }));
  return writes;
}

/** Only a row's address and version matter when it is removed; the rest may be unreadable. */
function removalOf(row: { schoolId: string; staffId: string; version: number }): RecordWrite<"derived"> {
  return staffSummaries.remove(row as StaffSummary & Versioned);
}

function withoutVersion({ version: _, ...row }: StaffSummary & Versioned): StaffSummary {
  return row;
}
