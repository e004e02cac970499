import type { Context } from "../platform/context.ts";
import { fromDayNumber } from "../platform/dates.ts";
import { isPermitted } from "../platform/grant.ts";
import { listSchools } from "../roster/queries.ts";
import type { StaffRow } from "./people-contract.ts";
import { contributionOf } from "./metrics/all.ts";
import { transfer } from "./metrics/transfer.ts";
import { nextDueKey, type StaffSummary } from "./records.ts";
import { type AsOf, isAway, type Item, type Standing, standingOn } from "./standing.ts";

/** The names of the schools whose people the reader may see; at any other school a person works in, the reader sees nothing of it. */
export async function readSchoolNames(ctx: Context, which: "all" | "permitted"): Promise<Map<string, string>> {
  const all = await listSchools(ctx);
  const visible = which === "all" ? all : all.filter(({ id }) => isPermitted(ctx, "progress:read", { kind: "school", schoolId: id }));
  return new Map(visible.map(({ id, name }) => [id, name]));
}

/** What is the person's own to do: what waits for a review is not theirs to be late with. */
export function toDo({ items }: Standing): Item[] {
  return items.filter(({ isCompleted, isInReview }) => !isCompleted && !isInReview);
}

/** What is late on a day: nothing for someone who is away, left out of the figures or in their first 45 days. */
export function overdueOn(standing: Standing, day: number): Item[] {
  return standing.exclusion !== undefined || standing.isAway || standing.isInGrace ? [] : toDo(standing).filter(({ dueOn }) => dueOn < day);
}

/** A person in a list: where they stand, in the figures' own terms. */
export function staffRow(row: StaffSummary, asOf: AsOf, schoolNames: Map<string, string>): StaffRow {
  const standing = standingOn(row, asOf);
  const practice = contributionOf(transfer, standing);
  const open = standing.items.filter(({ isCompleted }) => !isCompleted);
  return {
    id: row.staffId,
    name: row.name,
    roles: row.roles,
    schoolNames: row.schoolIds.flatMap((id) => schoolNames.get(id) ?? []),
    assigned: standing.items.length,
    completed: standing.items.length - open.length,
    overdue: overdueOn(standing, asOf.day).length,
    ...(open.length > 0 && { nextDueOn: nextDueKey(row) }),
    ...(row.lastActivityOn !== undefined && { lastActivityOn: fromDayNumber(row.lastActivityOn) }),
    practiceDue: practice.denominator,
    practiceAccepted: practice.numerator,
    inReview: row.reviews.length,
    isStalled: standing.stalled.length > 0,
    isCertified: standing.isCertified,
    isOnLeave: isAway(row, asOf.day),
    isInGrace: standing.isInGrace,
  };
}
