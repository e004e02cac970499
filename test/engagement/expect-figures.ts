import { expect } from "vitest";
import { metricIds } from "../../functions/engagement/metrics/all.ts";
import { type SchoolFigures, schoolRollUps } from "../../functions/engagement/records.ts";
import { activeStaffIn, addTallies, cellIn, emptyTally, homeTallyIn, tallyIn } from "../../functions/engagement/tally.ts";
import type { StreamHandler } from "../../functions/lambda/stream.ts";
import { lowest } from "../../functions/lambda/stream.ts";
import { engagementReactions } from "../../functions/engagement/events.ts";
import type { Context } from "../../functions/platform/context.ts";
import type { District } from "../../functions/platform/district.ts";
import { react } from "../../functions/platform/reaction.ts";
import type { Table } from "../../functions/platform/table.ts";
import type { School } from "../../functions/roster/records.ts";
import type { AnyStore } from "../support/store.ts";
import { activePeople, naiveCounts } from "./naive.ts";
import type { Person } from "./small-district.ts";

/** The context of the engagement job in a district. */
export const jobIn = (store: AnyStore, district: District): Context => store.contextOf({ kind: "job", name: "engagement" }, district);

/** A handler that hears of changes for engagement alone; `table` is another way to the same rows. */
export function engagementHandler({ services }: AnyStore, table: Table = services.table): StreamHandler {
  return async ({ Records }) => {
    const first = lowest(await react({ ...services, table }, engagementReactions, Records));
    return { batchItemFailures: first === undefined ? [] : [{ itemIdentifier: first }] };
  };
}

export async function readFigures(store: AnyStore, district: District): Promise<Map<string, SchoolFigures>> {
  const rows = await jobIn(store, district).table.list(schoolRollUps, "ROLL");
  return new Map(rows.map((row) => [row.schoolId, row]));
}

/** Every figure of every school, and of the district, equals what the facts say when they are counted by hand. */
export async function expectFiguresEqualFacts(
  store: AnyStore,
  district: District,
  schools: School[],
  people: Person[],
  today: string,
): Promise<void> {
  const figures = await readFigures(store, district);
  const found: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = {};
  for (const { id } of schools) {
    const row = figures.get(id);
    for (const metric of metricIds) {
      const cell = cellIn(row ? tallyIn(row, undefined) : emptyTally, metric);
      found[`${id} ${metric}`] = { numerator: cell.numerator, denominator: cell.denominator };
      wanted[`${id} ${metric}`] = naiveCounts(metric, people, id, today);
    }
    found[`${id} active`] = row ? activeStaffIn(tallyIn(row, undefined)) : 0;
    wanted[`${id} active`] = activePeople(people, id, today).length;
  }
  const district1 = [...figures.values()].reduce((sum, row) => addTallies(sum, homeTallyIn(row, undefined)), emptyTally);
  for (const metric of metricIds) {
    const cell = cellIn(district1, metric);
    found[`district ${metric}`] = { numerator: cell.numerator, denominator: cell.denominator };
    wanted[`district ${metric}`] = naiveCounts(metric, people, undefined, today);
  }
  expect(found).toEqual(wanted);
}
