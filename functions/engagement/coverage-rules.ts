import { addDays, dayNumber, fromDayNumber, type LocalDate } from "../platform/dates.ts";
import type { Seat, SeatPlan, SeatRole, TeamKind, TeamPlan, Training } from "../roster/team-contract.ts";
import { inSeatOrder, isSeatOn } from "../roster/team-rules.ts";
import type { Gap, GapCause, HolderState, TeamTally } from "./coverage-contract.ts";
import type { SeatStanding } from "./records.ts";

/** A seat with its holder; `standing` is missing for a moment after someone was named. */
export type Held = { seat: Seat & { name: string; version: number }; standing: SeatStanding | undefined };

export type HolderOn = Held & { state: HolderState; missing: Training[] };
export type SeatOn = { plan: SeatPlan; holders: HolderOn[]; covering: number; gap: Gap | undefined };
export type TeamOn = { team: TeamKind; seats: SeatOn[] };

/** The trainings of a seat that a person does not hold on a day. */
export function missingOn(
  training: readonly Training[],
  held: Pick<SeatStanding, "completed" | "certifiedUntil">,
  day: number,
): Training[] {
  return training.filter(({ kind, id }) =>
    kind === "module" ? !held.completed.includes(id) : held.certifiedUntil === undefined || held.certifiedUntil < day,
  );
}

/**
 * How the teams of a place stand on a day. Gaps that were open before keep the day on which they opened; a new one opened
 * the day after its last holder stopped counting, where that is on record, and otherwise today.
 */
export function teamsOn(
  plans: readonly TeamPlan[],
  held: readonly Held[],
  { today, before }: { today: LocalDate; before: readonly Gap[] },
): TeamOn[] {
  const ordered = held.toSorted((a, b) => inSeatOrder(a.seat, b.seat));
  return plans.map(({ team, seats }) => ({
    team,
    seats: seats.map((plan) => {
      const named = ordered.filter(({ seat }) => seat.team === team && seat.role === plan.role);
      const holders = named.map((one) => ({ ...one, ...stateOn(one, plan.training, today) }));
      const covering = new Set(holders.filter(({ state }) => state === "covers").map(({ seat }) => seat.staffId)).size;
      const known = before.find((gap) => gap.team === team && gap.role === plan.role);
      const isGap = plan.isRequired && covering === 0;
      return { plan, holders, covering, gap: isGap ? gapOf(team, plan, holders, known?.openedOn, today) : undefined };
    }),
  }));
}

/** The teams of a place in figures. */
export function talliesOf(teams: readonly TeamOn[]): TeamTally[] {
  return teams.map(({ team, seats }) => {
    const required = seats.filter(({ plan }) => plan.isRequired);
    return {
      team,
      required: required.length,
      covered: required.filter(({ covering }) => covering > 0).length,
      deep: required.filter(({ covering }) => covering > 1).length,
    };
  });
}

/** Every gap of a place's teams. */
export function gapsOf(teams: readonly TeamOn[]): Gap[] {
  return teams.flatMap(({ seats }) => seats.flatMap(({ gap }) => gap ?? []));
}

function stateOn({ seat, standing }: Held, training: readonly Training[], today: LocalDate): Pick<HolderOn, "state" | "missing"> {
  const day = dayNumber(today);
  if (!isSeatOn(seat, today)) return { state: today < seat.from ? "notYet" : "ended", missing: [] };
  if (!standing) return { state: "unknown", missing: [] };
  const missing = missingOn(training, standing, day);
  return { state: presence(standing, day) ?? (missing.length > 0 ? "untrained" : "covers"), missing };
}

/** Why someone in a seat is not there on a day; undefined when they are. */
function presence({ status, leave, isHere, isFromElsewhere }: SeatStanding, day: number): HolderState | undefined {
  if (status !== "active") return status;
  if (leave && leave.from <= day && (leave.to === undefined || day <= leave.to)) return "onLeave";
  return isHere || isFromElsewhere ? undefined : "moved";
}

function gapOf(
  team: TeamKind,
  { role, training }: { role: SeatRole; training: Training[] },
  holders: readonly HolderOn[],
  known: LocalDate | undefined,
  today: LocalDate,
): Gap | undefined {
  // Whoever was named a moment ago may cover it: that is not known to be a gap.
  if (holders.some(({ state }) => state === "unknown")) return undefined;
  const named = holders.filter(({ state }) => state !== "ended" && state !== "notYet");
  const names = (isBackup: boolean): string[] =>
    named.filter(({ seat }) => seat.isBackup === isBackup).map(({ seat, standing }) => standing?.name ?? seat.name);
  return {
    team,
    role,
    openedOn: known ?? openedOn(holders, training, today),
    cause: causeOf(named),
    members: names(false),
    backups: names(true),
  };
}

function causeOf(named: readonly HolderOn[]): GapCause {
  if (named.length === 0) return "nobody";
  return named.some(({ state }) => state === "untrained") ? "untrained" : "away";
}

/** The day on which the last of the holders stopped counting; today, where that is on nobody's record. */
function openedOn(holders: readonly HolderOn[], training: readonly Training[], today: LocalDate): LocalDate {
  const days = holders.flatMap((holder) => lostOn(holder, training, today) ?? []);
  const last = days.toSorted().at(-1);
  return last !== undefined && last < today ? last : today;
}

/** The day from which a holder who once covered the seat did no longer; undefined for one who never did. */
function lostOn({ seat, standing, state }: HolderOn, training: readonly Training[], today: LocalDate): LocalDate | undefined {
  if (!standing || state === "notYet") return undefined;
  const lapsed = training.some(({ kind }) => kind === "certification") ? standing.certifiedUntil : undefined;
  const missing = missingOn(training, standing, dayNumber(seat.from));
  if (missing.length > 0) return undefined;
  const ends = [
    ...(seat.until !== undefined && seat.until < today ? [addDays(seat.until, 1)] : []),
    ...(standing.leave && standing.leave.from <= dayNumber(today) ? [fromDayNumber(standing.leave.from)] : []),
    ...(lapsed !== undefined ? [fromDayNumber(lapsed + 1)] : []),
    ...(state === "left" || state === "suspended" || state === "moved" ? [today] : []),
  ].filter((day) => day >= seat.from && day <= today);
  // They were lost on the first of what took them away; nothing on record means they are not lost at all.
  return ends.toSorted()[0];
}
