import type { Context } from "../platform/context.ts";
import { rowsOf } from "../platform/district-table.ts";
import { isPermitted } from "../platform/grant.ts";
import type { Versioned } from "../platform/record.ts";
import type { Item } from "../platform/table.ts";
import { listMembers, listSchools } from "./queries.ts";
import { members, seatPrefix, seats, staffPartition, teamMembers, teamPartition, teamPlans } from "./records.ts";
import type { Seat, SeatView, TeamPlans } from "./team-contract.ts";
import { districtTeams } from "./seats-contract.ts";
import { defaultPlans, inSeatOrder } from "./team-rules.ts";

/** The seats among the rows of a person's partition: held, over and to come. */
export function seatsFrom(items: Item[], onBad?: (item: Item, error: unknown) => void): (Seat & Versioned)[] {
  return rowsOf(seats, items, onBad);
}

/** The seats one person holds, held or will hold; one query of their partition. */
export async function teamSeatsOf(ctx: Context, staffId: string): Promise<(Seat & Versioned)[]> {
  const all = await ctx.table.list(seats, staffPartition(staffId), { prefix: seatPrefix });
  return all.toSorted(inSeatOrder);
}

/** Everyone named to the teams of a place, now, before and to come; one query of that place. */
export async function listTeamMembers(ctx: Context, place: string): Promise<SeatView[]> {
  const all = await ctx.table.list(teamMembers, teamPartition(place), { prefix: seatPrefix });
  return all.toSorted(inSeatOrder);
}

/** Which seats teams have in this district: what it decided, or the defaults at version 0. */
export async function readTeamPlans(ctx: Context): Promise<TeamPlans> {
  const stored = await ctx.table.get(teamPlans, { of: "", at: "TEAMS" });
  const decided = new Map(stored?.plans.map((plan) => [plan.team, plan]));
  return { version: stored?.version ?? 0, plans: defaultPlans.map((plan) => decided.get(plan.team) ?? plan) };
}

/** Someone who could be named to a team: of the place itself, or a coach from elsewhere. */
export type Nameable = { staffId: string; name: string; roles: string[]; isFromElsewhere: boolean };

/**
 * Whom a team of a place can name: everyone at the school, or at the district's offices, and the district's coaches.
 * Two queries for a school; for the district's team one more for each office.
 */
export async function listNameable(ctx: Context, place: string): Promise<Nameable[]> {
  const homes = place === districtTeams ? (await listSchools(ctx)).filter(({ level }) => level === "district") : [{ id: place }];
  const [own, coaches] = await Promise.all([
    Promise.all(homes.map(({ id }) => listMembers(ctx, id))),
    ctx.table.list(members, "COACHES", { index: "index2" }),
  ]);
  const found = new Map<string, Nameable>();
  for (const { staffId, name, roles } of own.flat()) found.set(staffId, { staffId, name, roles, isFromElsewhere: false });
  for (const { staffId, name, roles } of coaches)
    if (!found.has(staffId)) found.set(staffId, { staffId, name, roles, isFromElsewhere: true });
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Whether the signed-in person may name anyone in the district, not only those of a place and its coaches. */
export function mayNameAnyone(ctx: Context): boolean {
  return isPermitted(ctx, "team:write", { kind: "district" });
}
