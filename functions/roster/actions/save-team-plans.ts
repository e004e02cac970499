import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { GuardFailed } from "../../platform/table.ts";
import { teamPlans } from "../records.ts";
import type { TeamPlan, TeamPlans } from "../team-contract.ts";
import { readTeamPlans } from "../team-queries.ts";

/** Decides which seats the teams have and what each asks for. A version that is no longer the latest is a `conflict`. */
export async function saveTeamPlans(ctx: Granted<"team:write">, input: TeamPlans): Promise<TeamPlans> {
  const { version, plans } = input;
  const before = await readTeamPlans(ctx);
  const conflict = new AppError(
    "conflict",
    "Someone saved the seats while you were editing them. Reload to see their version; what you entered is still on this page.",
  );
  if (before.version !== version) throw conflict;
  requireDistinct(plans);
  try {
    return await commit(ctx, {
      action: "teams.planned",
      subject: `district:${ctx.district.id}`,
      writes: [teamPlans.put({ version, plans })],
      before: before.plans,
      after: plans,
      result: { version: version + 1, plans },
    });
  } catch (error) {
    if (error instanceof GuardFailed) throw conflict;
    throw error;
  }
}

function requireDistinct(plans: readonly TeamPlan[]): void {
  const isTwice = (names: string[]): boolean => new Set(names).size < names.length;
  if (isTwice(plans.map(({ team }) => team)) || plans.some(({ seats }) => isTwice(seats.map(({ role }) => role))))
    throw new AppError("invalid-input", "Each team is listed once, and each seat of a team once. Nothing was saved.");
}
