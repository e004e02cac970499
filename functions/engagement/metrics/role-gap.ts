import type { JobRole } from "../../roster/contract.ts";
import type { RoleGap, RoleGapDefinition, SchoolRate } from "../contract.ts";
import { rounded } from "../count-on-it.ts";
import { fewestPeople } from "../suppression.ts";
import { excludedEverywhere } from "./metric.ts";

/** Is any role left out? The highest less the lowest share of people current for their role, across a school's roles. */
export const roleGapDefinition: RoleGapDefinition = {
  id: "roleGap",
  title: "Gap between roles",
  question: "Is any role left out?",
  numerator: "The highest less the lowest share of staff current for their role, over the roles of a school, in points",
  denominator: `Roles with at least ${fewestPeople} people who have something due; two such roles are needed`,
  window: "As of today; every due date up to and including today counts",
  excluded: `${excludedEverywhere}; staff in their first 45 days; roles with fewer than ${fewestPeople} people`,
  missing: "A module that was never opened counts as not completed. A role with too few people is unknown and not compared",
  version: 1,
  isHigherBetter: false,
};

/** One role of a school: how many people stand behind its figure, and what may be shown of it. */
export type RoleFigure = { role: JobRole; people: number; rate: SchoolRate };

/**
 * The gap between a school's roles, from what is shown of them and nothing else, so that it gives nothing away: where a
 * role that belongs in it is hidden, so is the gap; where one is said as at least 95 or at most 5 percent, the gap is at
 * least what these make it.
 */
export function roleGapOf(roles: readonly RoleFigure[]): RoleGap {
  const compared = roles.filter(({ people }) => people >= fewestPeople);
  if (compared.length < 2) return { state: "few" };
  const shares = compared.flatMap(({ role, rate }) =>
    rate.isHidden || rate.percent === undefined ? [] : [{ role, percent: rate.percent, isCoded: "coded" in rate }],
  );
  if (shares.length < compared.length) return { state: "hidden" };
  const sorted = shares.toSorted((a, b) => a.percent - b.percent || a.role.localeCompare(b.role));
  const [lowest] = sorted;
  const highest = sorted.at(-1);
  if (!lowest || !highest) return { state: "few" };
  const points = rounded(highest.percent - lowest.percent);
  const isAtLeast = points > 0 && (highest.isCoded || lowest.isCoded);
  const plain = ({ role, percent }: (typeof shares)[number]) => ({ role, percent });
  return { state: "known", points, ...(isAtLeast && { isAtLeast: true }), highest: plain(highest), lowest: plain(lowest) };
}
