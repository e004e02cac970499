import { signedInStaffId } from "../platform/context.ts";
import type { Granted } from "../platform/grant.ts";
import type { CaseloadPage } from "./people-contract.ts";
import { metrics } from "./metrics/all.ts";
import { needOn, needsInOrder } from "./needs.ts";
import { staffSummaries } from "./records.ts";
import { readSchoolNames, staffRow } from "./staff-rows.ts";
import { definitionIn } from "./spanish.ts";
import { asOf, standingOn } from "./standing.ts";
import { addTallies, emptyTally, ratesOf, tallyOf } from "./tally.ts";
import { readTitles, waitingReviews } from "./waiting-reviews.ts";

/**
 * Everyone the signed-in coach supports, whoever needs them most first, and the evidence that waits for them. Two
 * queries: the coach's own index and the school names. Someone who left or is suspended is not in it.
 */
export async function readCaseload(ctx: Granted<"caseload:read">): Promise<CaseloadPage> {
  const coachId = signedInStaffId(ctx);
  const [all, titleOf, schoolNames] = await Promise.all([
    ctx.table.list(staffSummaries, `COACH#${coachId}`, { index: "index1" }),
    readTitles(ctx),
    readSchoolNames(ctx, "all"),
  ]);
  const when = asOf(ctx.today, ctx.district.calendar);
  const rows = all.filter(({ status, staffId }) => status === "active" && staffId !== coachId);
  const terms = { day: when.day, zone: ctx.district.zone, language: ctx.language, titleOf };
  const people = rows
    .map((row) => ({ row, ...needOn(row, standingOn(row, when), terms) }))
    .toSorted(
      (a, b) => needsInOrder.indexOf(a.need) - needsInOrder.indexOf(b.need) || a.since - b.since || a.row.name.localeCompare(b.row.name),
    );
  return {
    today: ctx.today,
    people: people.map(({ row, need, why }) => ({ ...staffRow(row, when, schoolNames), need, why })),
    metrics: ratesOf(rows.reduce((sum, row) => addTallies(sum, tallyOf(row, when)), emptyTally)),
    definitions: metrics.map(({ definition }) => definitionIn(ctx.language, definition)),
    reviews: rows.flatMap((row) => waitingReviews(ctx, row, titleOf)).toSorted((a, b) => a.submittedAt.localeCompare(b.submittedAt)),
  };
}
