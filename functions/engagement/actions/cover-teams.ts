import { retryOnConflict } from "../../platform/commit.ts";
import type { Context } from "../../platform/context.ts";
import { derive } from "../../platform/derive.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { listEverySchool } from "../../roster/queries.ts";
import { districtTeams } from "../../roster/seats-contract.ts";
import { readTeamPlans } from "../../roster/team-queries.ts";
import { plansAt } from "../../roster/team-rules.ts";
import type { BenchSeat } from "../coverage-contract.ts";
import { gapsOf, talliesOf, type TeamOn, teamsOn } from "../coverage-rules.ts";
import { benchOf } from "../metrics/bench-depth.ts";
import { placeName, readHeld } from "../read-teams.ts";
import { teamCoverages } from "../records.ts";
import { readReplaceable, replace, saysTheSame } from "../replaceable.ts";

const width = 16;

/**
 * Works out how the teams of a place stand, from the seats and what is known of their holders. A gap that was open keeps
 * the day on which it opened. The version is read first and the put is conditional on it, as with every roll-up.
 */
export async function coverTeams(ctx: Context, place: string): Promise<void> {
  await retryOnConflict(async () => {
    const old = await readReplaceable(ctx, teamCoverages, { of: "TEAM", at: `S#${place}` });
    const [name, held, { plans }] = await Promise.all([placeName(ctx, place), readHeld(ctx, place), readTeamPlans(ctx)]);
    if (name === undefined) {
      if (old.value) await derive(ctx, [teamCoverages.remove(old.value)]);
      return;
    }
    // A worker that began before midnight must not turn the day back.
    const today = old.value && old.value.asOfDay > ctx.today ? old.value.asOfDay : ctx.today;
    const teams = teamsOn(plansAt(place, plans), held, { today, before: old.value?.gaps ?? [] });
    const next = { place, name, asOfDay: today, teams: talliesOf(teams), gaps: gapsOf(teams), ...benchAt(place, teams) };
    const { version: _, ...before } = old.value ?? { version: 0 };
    if (old.value && saysTheSame(before, next)) return;
    await derive(ctx, [replace(teamCoverages, old, next)]);
  });
}

/** The district's own team is no school: bench depth is not asked of it. */
function benchAt(place: string, teams: readonly TeamOn[]): { bench?: BenchSeat[] } {
  return place === districtTeams ? {} : { bench: benchOf(teams) };
}

/** Works out every place's teams: each school's and the district's. */
export async function coverEveryTeam(ctx: Context): Promise<void> {
  const places = [districtTeams, ...(await listEverySchool(ctx)).map(({ id }) => id)];
  await sideBySide(places, width, (place) => coverTeams(ctx, place));
}
