import type { SeatRole, TeamKind } from "../../roster/team-contract.ts";
import type { BenchDepthDefinition, BenchSeat, CriticalRole } from "../coverage-contract.ts";
import type { Rate } from "../contract.ts";
import type { HolderOn, TeamOn } from "../coverage-rules.ts";
import { rateOf } from "../rate.ts";

/** With so many people a critical role outlasts the loss of one. */
export const deepFrom = 2;

/** Could a school survive losing a key person? Critical roles that two people or more can fill, over the critical roles. */
export const benchDepthDefinition: BenchDepthDefinition = {
  id: "benchDepth",
  title: "Bench depth",
  question: "Could we survive losing a key person?",
  numerator: `Of those, roles with at least ${deepFrom} people: someone there on the day who covers the seat with current training, or is named as its backup`,
  denominator:
    "Critical roles of a school: facilitator, data analyst, coach, Tier 2 lead, Tier 3 lead, each where the district's teams have such a seat",
  window: "As of today",
  excluded: "Whoever on the day is on leave, suspended, gone or works elsewhere; the district's own team, which is no school",
  missing: "A role to which nobody is named counts as not deep",
  version: 1,
  isHigherBetter: true,
};

/** Which seats of which teams are a critical role: a person who fills it on any team of the school fills it. */
const seatsOf: Record<CriticalRole, { role: SeatRole; teams?: readonly TeamKind[] }> = {
  facilitator: { role: "facilitator" },
  dataAnalyst: { role: "dataAnalyst" },
  coach: { role: "coach" },
  tier2Lead: { role: "tierLead", teams: ["tier2"] },
  tier3Lead: { role: "tierLead", teams: ["tier3"] },
};

const counts = ({ state, seat }: HolderOn): boolean => state === "covers" || (seat.isBackup && state === "untrained");

/** How many people stand behind each critical role of a school; a role that none of its teams has a seat for is not among them. */
export function benchOf(teams: readonly TeamOn[]): BenchSeat[] {
  return (Object.keys(seatsOf) as CriticalRole[]).flatMap((role) => {
    const { role: seatRole, teams: only } = seatsOf[role];
    const seats = teams
      .filter(({ team }) => only?.includes(team) ?? true)
      .flatMap((team) => team.seats.filter(({ plan }) => plan.role === seatRole));
    if (seats.length === 0) return [];
    const people = new Set(seats.flatMap(({ holders }) => holders.filter(counts).map(({ seat }) => seat.staffId)));
    return [{ role, people: people.size }];
  });
}

/** The figure over the critical roles of one school, or of several. */
export function benchDepthOf(bench: readonly BenchSeat[]): Rate {
  return rateOf({ numerator: bench.filter(({ people }) => people >= deepFrom).length, denominator: bench.length });
}
