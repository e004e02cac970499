import { grant } from "../../../functions/platform/grant.ts";
import { idFrom } from "../../../functions/platform/ids.ts";
import { nameToSeat } from "../../../functions/roster/actions/name-to-seat.ts";
import { saveTeamPlans } from "../../../functions/roster/actions/save-team-plans.ts";
import type { Staff } from "../../../functions/roster/records.ts";
import type { SeatNaming, SeatRole } from "../../../functions/roster/team-contract.ts";
import { districtTeams } from "../../../functions/roster/seats-contract.ts";
import { readTeamPlans } from "../../../functions/roster/team-queries.ts";
import { named, personAt, type World } from "./enter.ts";
import { type DemoRoster, personas } from "./people.ts";

/** The Monday on which the schools named their teams. */
export const teamsNamedOn = "2025-09-15";
/** The last day of the data analysts who gave up their seat, in some of the schools. */
const steppedDownOn = "2026-03-11";

type Named = Omit<SeatNaming, "isBackup"> & { isBackup?: boolean };

/**
 * What the district asks of those who sit on teams in its first year: modules of the shared core, which people have had
 * time for. Before September no school ran a team.
 */
export async function planTeams(world: World, isRun: boolean, at: string): Promise<void> {
  const ctx = grant(personAt(world, named(world, personas.districtLeader).id, at), "team:write", { kind: "district" });
  const asked: Partial<Record<SeatRole, string>> = { facilitator: "m04", dataAnalyst: "m04", tierLead: "m03", administrator: "m03" };
  const { version, plans } = await readTeamPlans(ctx);
  await saveTeamPlans(ctx, {
    version,
    plans: plans.map((plan) => ({
      ...plan,
      isRun,
      seats: plan.seats.map((seat) => {
        const id = plan.team === "districtLeadership" ? undefined : asked[seat.role];
        return id === undefined ? seat : { ...seat, training: [{ kind: "module" as const, id }] };
      }),
    })),
  });
}

/**
 * Names each school's teams and the district's, as schools do: most seats to whoever does that work, some left open, a
 * few with a backup, and in every third school a data analyst who steps down in March.
 */
export async function enterTeams(world: World, roster: DemoRoster): Promise<void> {
  const at = `${teamsNamedOn}T15:00:00.000Z`;
  await planTeams(world, true, at);
  const leaderId = named(world, personas.districtLeader).id;
  const name = async (place: string, naming: Named): Promise<void> => {
    const ctx = grant(personAt(world, leaderId, at), "team:write", { kind: "district" });
    await nameToSeat(ctx, place, { isBackup: false, ...naming });
  };
  const plans = roster.schools.map(({ sourcedId }, index) => {
    const schoolId = idFrom("sch", world.district.id, sourcedId);
    return { schoolId, namings: namingsAt([...world.staff.values()], schoolId, index) };
  });
  await Promise.all(
    plans.map(async ({ schoolId, namings }) => {
      for (const naming of namings) await name(schoolId, naming);
    }),
  );
  const coach = named(world, personas.coach).id;
  await name(districtTeams, { staffId: leaderId, team: "districtLeadership", role: "executive" });
  await name(districtTeams, { staffId: coach, team: "districtLeadership", role: "facilitator" });
}

function namingsAt(everyone: readonly Staff[], schoolId: string, index: number): Named[] {
  const doing = (...roles: string[]): string[] =>
    roles.flatMap((role) =>
      everyone.filter((one) => one.roles.some((held) => held.schoolId === schoolId && held.role === role)).map(({ id }) => id),
    );
  const teachers = doing("teacher");
  const [leader] = doing("schoolAdministrator");
  const [facilitator, second] = doing("counselor", "psychologist", "interventionist");
  const [interventionist] = doing("interventionist", "counselor");
  const [special] = doing("specialEducator", "interventionist");
  const [coach] = doing("coach");
  const seat = (team: Named["team"], role: Named["role"], staffId: string | undefined, more: Partial<Named> = {}): Named[] =>
    staffId === undefined ? [] : [{ staffId, team, role, ...more }];
  return [
    ...seat("tier1", "facilitator", facilitator),
    ...seat("tier1", "dataAnalyst", teachers[0]),
    ...seat("tier1", "dataAnalyst", teachers[1], { isBackup: true }),
    ...seat("tier1", "administrator", leader),
    ...seat("tier2", "facilitator", facilitator),
    ...seat("tier2", "dataAnalyst", interventionist, index % 3 === 1 ? { until: steppedDownOn } : {}),
    ...(index % 2 === 0 ? seat("tier2", "dataAnalyst", teachers[2], { isBackup: true }) : []),
    ...seat("tier2", "tierLead", interventionist),
    ...seat("tier3", "facilitator", second ?? facilitator),
    ...seat("tier3", "dataAnalyst", special),
    ...(index % 4 === 2 ? [] : seat("tier3", "tierLead", special)),
    ...seat("schoolLeadership", "administrator", leader),
    ...seat("schoolLeadership", "facilitator", facilitator),
    ...seat("schoolLeadership", "coach", coach),
  ];
}
