import type { LocalDate } from "../platform/dates.ts";
import { type Seat, SeatRole, TeamKind, type TeamPlan, type Training } from "./team-contract.ts";
import { districtTeams } from "./seats-contract.ts";

const module = (id: string): Training => ({ kind: "module", id });

/**
 * The seats a district's teams have until it decides otherwise: facilitator and data analyst everywhere, a lead for
 * Tiers 2 and 3, and, where a school or the district is led, those who can decide. What each must have learned is the
 * module on that very work (docs/domain.md, teams).
 */
export const defaultPlans: readonly TeamPlan[] = [
  {
    team: "tier1",
    isRun: true,
    seats: [
      { role: "facilitator", isRequired: true, training: [module("m18")] },
      { role: "dataAnalyst", isRequired: true, training: [module("m09")] },
      { role: "administrator", isRequired: true, training: [module("m22")] },
      { role: "coach", isRequired: false, training: [module("m21")] },
      { role: "minuteTaker", isRequired: false, training: [] },
    ],
  },
  {
    team: "tier2",
    isRun: true,
    seats: [
      { role: "facilitator", isRequired: true, training: [module("m18")] },
      { role: "dataAnalyst", isRequired: true, training: [module("m11")] },
      { role: "tierLead", isRequired: true, training: [module("m10")] },
      { role: "coach", isRequired: false, training: [module("m21")] },
      { role: "minuteTaker", isRequired: false, training: [] },
    ],
  },
  {
    team: "tier3",
    isRun: true,
    seats: [
      { role: "facilitator", isRequired: true, training: [module("m18")] },
      { role: "dataAnalyst", isRequired: true, training: [module("m11")] },
      { role: "tierLead", isRequired: true, training: [module("m13")] },
      { role: "specialEducation", isRequired: false, training: [module("m15")] },
      { role: "coach", isRequired: false, training: [module("m21")] },
      { role: "minuteTaker", isRequired: false, training: [] },
    ],
  },
  {
    team: "schoolLeadership",
    isRun: true,
    seats: [
      { role: "administrator", isRequired: true, training: [module("m22")] },
      { role: "facilitator", isRequired: true, training: [module("m18")] },
      { role: "coach", isRequired: true, training: [module("m21")] },
      { role: "dataAnalyst", isRequired: false, training: [module("m19")] },
      { role: "minuteTaker", isRequired: false, training: [] },
    ],
  },
  {
    team: "districtLeadership",
    isRun: true,
    seats: [
      { role: "executive", isRequired: true, training: [module("m23")] },
      { role: "facilitator", isRequired: true, training: [module("m20")] },
      { role: "dataAnalyst", isRequired: true, training: [module("m19")] },
      { role: "specialEducation", isRequired: false, training: [module("m15")] },
      { role: "coach", isRequired: false, training: [module("m21")] },
      { role: "minuteTaker", isRequired: false, training: [] },
    ],
  },
];

/** The plans of the teams that a place runs, in order: a school's, or the district's. */
export function plansAt(place: string, plans: readonly TeamPlan[]): TeamPlan[] {
  const isHere = ({ team }: TeamPlan): boolean => (team === "districtLeadership") === (place === districtTeams);
  const inOrder = plans.toSorted((a, b) => TeamKind.options.indexOf(a.team) - TeamKind.options.indexOf(b.team));
  return inOrder.filter((plan) => plan.isRun && isHere(plan));
}

/** Whether a person holds a seat on a day; both its first and its last day count. */
export function isSeatOn({ from, until }: Pick<Seat, "from" | "until">, day: LocalDate): boolean {
  return from <= day && (until === undefined || day <= until);
}

/** Which seats a question is about: of these teams, in these roles, at these places; what is left out does not matter. */
export type SeatQuestion = { teams?: readonly TeamKind[]; roles?: readonly SeatRole[]; places?: readonly string[]; isBackup?: boolean };

/** The seats among a person's that a question is about, held on a day. */
function seatsOn<One extends Seat>(seats: readonly One[], question: SeatQuestion, day: LocalDate): One[] {
  const { teams, roles, places, isBackup } = question;
  return seats.filter(
    (seat) =>
      isSeatOn(seat, day) &&
      (teams?.includes(seat.team) ?? true) &&
      (roles?.includes(seat.role) ?? true) &&
      (places?.includes(seat.place) ?? true) &&
      (isBackup === undefined || isBackup === seat.isBackup),
  );
}

/** Whether a person holds such a seat on a day, as member or as backup. */
export function holdsSeat(seats: readonly Seat[], question: SeatQuestion, day: LocalDate): boolean {
  return seatsOn(seats, question, day).length > 0;
}

/** Seats in the order in which pages list them: by team, by role, members before backups, the longest-serving first. */
export function inSeatOrder(a: Seat, b: Seat): number {
  return (
    TeamKind.options.indexOf(a.team) - TeamKind.options.indexOf(b.team) ||
    SeatRole.options.indexOf(a.role) - SeatRole.options.indexOf(b.role) ||
    Number(a.isBackup) - Number(b.isBackup) ||
    a.from.localeCompare(b.from) ||
    a.id.localeCompare(b.id)
  );
}
