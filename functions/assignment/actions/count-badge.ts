import { readCatalog } from "../../curriculum/queries.ts";
import type { LocalDate } from "../../platform/dates.ts";
import { rowsOf } from "../../platform/district-table.ts";
import type { Context } from "../../platform/context.ts";
import { idFrom } from "../../platform/ids.ts";
import type { RecordWrite } from "../../platform/record.ts";
import { equivalencies } from "../decision-records.ts";
import { modulesOf } from "../due-rules.ts";
import { invalid } from "../requirements.ts";

type By = { staffId: string; name: string };

/**
 * What to write so that a badge of another issuer counts as prior learning for modules, until a day where one is given. Each badge
 * stands for itself, also where another counts already: when one is over or revoked, what the other was decided to count for holds.
 */
export async function countBadge(
  ctx: Context,
  input: {
    staffId: string;
    badgeId: string;
    moduleIds: readonly string[];
    evidence: string;
    learnedOn: LocalDate;
    until?: LocalDate;
    by: By;
  },
): Promise<RecordWrite<"fact">[]> {
  const { staffId, badgeId, moduleIds, evidence, learnedOn, until, by } = input;
  const catalog = await readCatalog(ctx);
  if (moduleIds.some((id) => modulesOf({ kind: "module", id }, catalog).length === 0))
    throw invalid("json.moduleIds", "Choose modules from the list; one of these is not in the catalogue.");
  const own = rowsOf(equivalencies, await ctx.table.collection(`U#${staffId}`, { prefix: "AQ#" }));
  return [...new Set(moduleIds)].map((moduleId) => {
    // Found by what it is about: an account that was merged has its rows under ids of its own.
    const before = own.find((one) => one.badgeId === badgeId && one.moduleId === moduleId);
    const id = before?.id ?? idFrom("eqv", ctx.district.id, staffId, badgeId, moduleId);
    const row = { staffId, id, moduleId, evidence, learnedOn, badgeId, by, decidedOn: ctx.today };
    return equivalencies.put({ ...row, ...(until !== undefined && { until }), version: before?.version ?? 0 });
  });
}

/** What to write so that a badge counts for nothing any more; what it counted for stays on record. */
export async function uncountBadge(
  ctx: Context,
  { staffId, badgeId, by }: { staffId: string; badgeId: string; by: By },
): Promise<RecordWrite<"fact">[]> {
  const own = rowsOf(equivalencies, await ctx.table.collection(`U#${staffId}`, { prefix: "AQ#" }));
  return own
    .filter((one) => one.badgeId === badgeId && one.revoked === undefined)
    .map((one) => equivalencies.put({ ...one, revoked: { on: ctx.today, by } }));
}
