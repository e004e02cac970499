import { addDays } from "../platform/dates.ts";
import type { Granted } from "../platform/grant.ts";
import { changeBetween } from "./change.ts";
import type { ChangeFilter, DistrictChange } from "./contract.ts";
import { schoolsIn, viewAcross } from "./district-figures.ts";
import { frozenWeekOn, readWeekRollUps, weekUpTo } from "./frozen-weeks.ts";
import { readRollUps } from "./queries.ts";

/** Held against how things stood eight weeks before, unless another day is asked for. */
const usualDays = 56;

/**
 * Whether schools came closer together or further apart. It reads the schools' figures twice, today's and an earlier
 * week's (three times for a view of the past), and which week that is: apart from the page, which does not wait for it.
 */
export async function readDistrictChange(ctx: Granted<"engagement:district">, asked: ChangeFilter): Promise<DistrictChange> {
  const { since: day, ...filter } = asked;
  const frozen = await frozenWeekOn(ctx, filter.asOf);
  const end = frozen?.asOf ?? ctx.today;
  const since = await weekUpTo(ctx, day ?? addDays(end, -usualDays));
  if (!since || since.asOf >= end) return { filter, schools: 0, up: 0, down: 0, verdict: "unknown" };
  const [today, before, then] = await Promise.all([
    readRollUps(ctx),
    readWeekRollUps(ctx, since.week),
    frozen ? readWeekRollUps(ctx, frozen.week) : undefined,
  ]);
  const { level, role, metric } = filter;
  const now = viewAcross(today, level);
  const cells = (schools: typeof today, view: typeof now) => {
    const { bySchool } = view.across(metric, role);
    return schoolsIn(schools, { level }).flatMap(({ schoolId }) => {
      const rate = bySchool.get(schoolId);
      return rate ? [{ id: schoolId, rate }] : [];
    });
  };
  const earlier = cells(before, viewAcross(before, level, now));
  const later = then ? cells(then, viewAcross(then, level, now)) : cells(today, now);
  return { filter, since, ...changeBetween(earlier, later) };
}
