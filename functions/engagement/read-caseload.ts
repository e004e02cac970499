import { readCatalog } from "../curriculum/queries.ts";
import { signedInStaffId } from "../platform/context.ts";
import { dayNumber, localDate } from "../platform/dates.ts";
import type { Granted } from "../platform/grant.ts";
import type { CaseloadPage } from "./contract.ts";
import { needOn, needsInOrder } from "./needs.ts";
import { needWords } from "./needs-words.ts";
import { type StaffSummary, staffSummaries } from "./records.ts";
import { readSchoolNames, staffRow } from "./staff-rows.ts";
import { type AsOf, asOf, standingOn } from "./standing.ts";

/**
 * Everyone the signed-in coach supports, whoever needs them most first, and the evidence that waits for them. Two
 * queries: the coach's own index and the school names. Someone who left or is suspended is not in it.
 */
export async function readCaseload(ctx: Granted<"caseload:read">): Promise<CaseloadPage> {
  const coachId = signedInStaffId(ctx);
  const [all, catalog, schoolNames] = await Promise.all([
    ctx.table.list(staffSummaries, `COACH#${coachId}`, { index: "index1" }),
    readCatalog(ctx),
    readSchoolNames(ctx, "all"),
  ]);
  const titles = new Map(catalog.modules.map(({ id, title }) => [id, title]));
  const titleOf = (moduleId: string): string => titles.get(moduleId) ?? needWords[ctx.language].noLongerOffered;
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
    reviews: rows
      .flatMap((row) => reviewsOf(row, when, titleOf, ctx.district.zone))
      .toSorted((a, b) => a.submittedAt.localeCompare(b.submittedAt)),
  };
}

function reviewsOf(row: StaffSummary, { day }: AsOf, titleOf: (moduleId: string) => string, zone: string): CaseloadPage["reviews"] {
  return row.reviews.map(([moduleId, evidenceId, submittedAt]) => ({
    staffId: row.staffId,
    staffName: row.name,
    moduleId,
    moduleTitle: titleOf(moduleId),
    evidenceId,
    submittedAt,
    waitingDays: day - dayNumber(localDate(new Date(submittedAt), zone)),
  }));
}
