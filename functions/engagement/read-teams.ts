import { certifications } from "../certification/definitions.ts";
import { readCatalog } from "../curriculum/queries.ts";
import type { Context } from "../platform/context.ts";
import { dayNumber } from "../platform/dates.ts";
import { rowsOf } from "../platform/district-table.ts";
import { AppError, notFound } from "../platform/errors.ts";
import { type Granted, isPermitted } from "../platform/grant.ts";
import { JobRole } from "../roster/contract.ts";
import { findSchool, listSchools } from "../roster/queries.ts";
import type { SeatView, Training } from "../roster/team-contract.ts";
import { districtTeams } from "../roster/seats-contract.ts";
import { listNameable, listTeamMembers, readTeamPlans } from "../roster/team-queries.ts";
import { plansAt } from "../roster/team-rules.ts";
import type { Candidate, CandidateQuery, Gap, TeamsOverview, TeamsPage, TeamView } from "./coverage-contract.ts";
import { type Held, missingOn, type SeatOn, type TeamOn, teamsOn } from "./coverage-rules.ts";
import { placeSubject } from "./place-subject.ts";
import { readSummaries } from "./queries.ts";
import { itemFlags, seatStandings, type StaffSummary, teamCoverages } from "./records.ts";

/** Everyone named to a place's teams, with what decides whether they cover their seat: two queries of one partition. */
export async function readHeld(ctx: Context, place: string): Promise<Held[]> {
  const [named, items] = await Promise.all([listTeamMembers(ctx, place), ctx.table.collection(`S#${place}`, { prefix: "SEATED#" })]);
  const standings = new Map(rowsOf(seatStandings, items, () => undefined).map((row) => [row.id, row]));
  return named.map((seat: SeatView) => ({ seat, standing: standings.get(seat.id) }));
}

/** The name of a place that has teams; undefined when there is no such place. */
export async function placeName(ctx: Context, place: string): Promise<string | undefined> {
  if (place === districtTeams) return ctx.district.name;
  const school = await findSchool(ctx, place);
  return school?.isActive && school.level !== "district" ? school.name : undefined;
}

/**
 * A place's teams on today: who is named, who covers, which required seats are open since when. Six reads, whatever the
 * number of staff. What was changed a moment ago is there; only the day on which a gap opened is the roll-up's.
 */
export async function readTeams(ctx: Granted<"team:read">, place: string): Promise<TeamsPage> {
  const [name, held, { plans }, coverage, titleOf] = await Promise.all([
    placeName(ctx, place),
    readHeld(ctx, place),
    readTeamPlans(ctx),
    ctx.table.get(teamCoverages, { of: "TEAM", at: `S#${place}` }),
    readTitles(ctx),
  ]);
  if (name === undefined) throw notFound("school");
  const teams = teamsOn(plansAt(place, plans), held, { today: ctx.today, before: coverage?.gaps ?? [] });
  return {
    today: ctx.today,
    place: { id: place, name },
    mayEdit: isPermitted(ctx, "team:write", placeSubject(place)),
    teams: teams.map((team) => teamView(team, titleOf)),
  };
}

/** Every place whose teams the reader may see, by name, the district's team first: one query, whatever the number of staff. */
export async function readTeamsOverview(ctx: Granted<"team:read">): Promise<TeamsOverview> {
  const rows = await ctx.table.list(teamCoverages, "TEAM", { prefix: "S#", eventual: true });
  const mine = rows.filter(({ place }) => isPermitted(ctx, "team:read", placeSubject(place)));
  const inOrder = mine.toSorted(
    (a, b) => Number(b.place === districtTeams) - Number(a.place === districtTeams) || a.name.localeCompare(b.name),
  );
  return {
    today: ctx.today,
    mayDecide: isPermitted(ctx, "team:write", { kind: "district" }),
    places: inOrder.map(({ place, name, teams, gaps }) => ({ id: place, name, teams, gaps: gaps.toSorted(byDay) })),
  };
}

/**
 * How many required seats nobody covers, at one place or at all of them: one read. A place of which nobody covers any
 * has no teams yet and is not counted: an empty plan is no news.
 */
export async function countOpenSeats(ctx: Granted<"team:read">, place?: string): Promise<number> {
  const row = place === undefined ? undefined : await ctx.table.get(teamCoverages, { of: "TEAM", at: `S#${place}` });
  const places = place === undefined ? (await readTeamsOverview(ctx)).places : row ? [row] : [];
  const inUse = places.filter(({ teams }) => teams.some(({ covered }) => covered > 0));
  return inUse.reduce((sum, { gaps }) => sum + gaps.length, 0);
}

/** Whom a seat could be given to, those who hold its training first: the place's people and the district's coaches. */
export async function readCandidates(ctx: Granted<"team:write">, place: string, { team, role }: CandidateQuery): Promise<Candidate[]> {
  if ((await placeName(ctx, place)) === undefined) throw notFound("school");
  const [nameable, rows, { plans }] = await Promise.all([listNameable(ctx, place), readRows(ctx, place), readTeamPlans(ctx)]);
  const plan = plans.find((one) => one.team === team)?.seats.find((seat) => seat.role === role);
  if (!plan) throw new AppError("invalid-input", "This team has no such seat. Choose one of the seats on the page.");
  const byId = new Map(rows.map((row) => [row.staffId, row]));
  const candidates = nameable.map(({ staffId, name, roles, isFromElsewhere }): Candidate => {
    const row = byId.get(staffId);
    const isTrained = row && missingOn(plan.training, heldBy(row), dayNumber(ctx.today)).length === 0;
    return {
      staffId,
      name,
      roles: roles.flatMap((one) => JobRole.safeParse(one).data ?? []),
      isFromElsewhere,
      ...(isTrained !== undefined && { isTrained }),
    };
  });
  return candidates.toSorted((a, b) => Number(b.isTrained ?? false) - Number(a.isTrained ?? false) || a.name.localeCompare(b.name));
}

/** The summary rows of a school's people, or of those at the district's offices. */
async function readRows(ctx: Context, place: string): Promise<StaffSummary[]> {
  if (place !== districtTeams) return (await readSummaries(ctx, place)).rows;
  const offices = (await listSchools(ctx)).filter(({ level }) => level === "district");
  const read = await Promise.all(offices.map(({ id }) => readSummaries(ctx, id)));
  return read.flatMap(({ rows }) => rows);
}

function heldBy({ items, beyond = [], certifiedUntil }: StaffSummary): { completed: string[]; certifiedUntil?: number | undefined } {
  const completed = items.flatMap(([moduleId, , flags]) => (flags & itemFlags.completed ? moduleId : []));
  return { completed: [...completed, ...beyond], certifiedUntil };
}

type TitleOf = (training: Training) => string;

async function readTitles(ctx: Context): Promise<TitleOf> {
  const catalog = await readCatalog(ctx);
  const titles = new Map(catalog.modules.map(({ id, title }) => [id, title]));
  return ({ kind, id }) =>
    (kind === "module" ? titles.get(id) : certifications.find((one) => one.id === id)?.title) ?? "Something no longer in the catalogue";
}

function teamView({ team, seats }: TeamOn, titleOf: TitleOf): TeamView {
  return { team, isCovered: seats.every(({ gap }) => !gap), seats: seats.map((seat) => seatView(seat, titleOf)) };
}

function seatView({ plan, holders, covering, gap }: SeatOn, titleOf: TitleOf): TeamView["seats"][number] {
  const titled = (training: readonly Training[]) => training.map((one) => ({ ...one, title: titleOf(one) }));
  return {
    role: plan.role,
    isRequired: plan.isRequired,
    training: titled(plan.training),
    covering,
    holders: holders.map(({ seat, standing, state, missing }) => ({
      seatId: seat.id,
      version: seat.version,
      staffId: seat.staffId,
      name: standing?.name ?? seat.name,
      isBackup: seat.isBackup,
      from: seat.from,
      ...(seat.until !== undefined && { until: seat.until }),
      state,
      missing: titled(missing),
    })),
    ...(gap && { gap }),
  };
}

function byDay(a: Gap, b: Gap): number {
  return a.openedOn.localeCompare(b.openedOn);
}
