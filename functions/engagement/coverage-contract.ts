import * as z from "zod";
import { JobRole, SchoolLevel } from "../roster/contract.ts";
import { SeatRole, TeamKind } from "../roster/team-contract.ts";
import { MetricDefinition, Rate } from "./contract.ts";

/**
 * Whether someone named to a seat covers it on a day: `covers`, or the first reason why not. `moved`: named as one of the
 * school's own, they work elsewhere now. `unknown`: named a moment ago, their training is being looked up.
 */
export const HolderState = z.enum(["covers", "untrained", "onLeave", "suspended", "left", "moved", "notYet", "ended", "unknown"]);
export type HolderState = z.infer<typeof HolderState>;

const Trained = z.object({ kind: z.enum(["module", "certification"]), id: z.string(), title: z.string() });

export const SeatHolder = z.object({
  seatId: z.string(),
  version: z.number().int(),
  staffId: z.string(),
  name: z.string(),
  isBackup: z.boolean(),
  from: z.iso.date(),
  until: z.iso.date().optional(),
  state: HolderState,
  /** Titles of what they have not completed, or hold no longer. */
  missing: z.array(Trained),
});
export type SeatHolder = z.infer<typeof SeatHolder>;

/** Why a required seat is open: nobody is named, those named are away or gone, or are there without the training. */
export const GapCause = z.enum(["nobody", "away", "untrained"]);
export type GapCause = z.infer<typeof GapCause>;

/** A required seat that nobody covers, since when, and who is named to it all the same. */
export const Gap = z.object({
  team: TeamKind,
  role: SeatRole,
  openedOn: z.iso.date(),
  cause: GapCause,
  members: z.array(z.string()),
  backups: z.array(z.string()),
});
export type Gap = z.infer<typeof Gap>;

export const TeamSeat = z.object({
  role: SeatRole,
  isRequired: z.boolean(),
  training: z.array(Trained),
  /** How many of those named cover it: with two, losing one person opens no gap. */
  covering: z.number().int(),
  holders: z.array(SeatHolder),
  gap: Gap.optional(),
});
export type TeamSeat = z.infer<typeof TeamSeat>;

export const TeamView = z.object({ team: TeamKind, isCovered: z.boolean(), seats: z.array(TeamSeat) });
export type TeamView = z.infer<typeof TeamView>;

const Place = z.object({ id: z.string(), name: z.string() });

/** The teams of a school, or the district's, with everyone on them. */
export const TeamsPage = z.object({
  today: z.iso.date(),
  place: Place,
  mayEdit: z.boolean(),
  teams: z.array(TeamView),
});
export type TeamsPage = z.infer<typeof TeamsPage>;

/** How one team of a place stands: required seats, and how many of them are covered, and by two people or more. */
export const TeamTally = z.object({ team: TeamKind, required: z.number().int(), covered: z.number().int(), deep: z.number().int() });
export type TeamTally = z.infer<typeof TeamTally>;

/** The roles without which a school's system stops. */
export const CriticalRole = z.enum(["facilitator", "dataAnalyst", "coach", "tier2Lead", "tier3Lead"]);
export type CriticalRole = z.infer<typeof CriticalRole>;

/** How many people could fill a critical role of a school today. */
export const BenchSeat = z.object({ role: CriticalRole, people: z.number().int() });
export type BenchSeat = z.infer<typeof BenchSeat>;

/** Bench depth's definition: a share of roles, not of people. */
export const BenchDepthDefinition = MetricDefinition.extend({ id: z.literal("benchDepth") });
export type BenchDepthDefinition = z.infer<typeof BenchDepthDefinition>;

/** Of which schools bench depth is asked for: those of a level, or one. */
export const BenchDepthQuery = z.object({ level: SchoolLevel.optional(), schoolId: z.string().optional() });
export type BenchDepthQuery = z.infer<typeof BenchDepthQuery>;

/** How deep the bench is at every school that the reader may see; facts of schools, in which nobody's name stands. */
export const BenchDepth = z.object({
  today: z.iso.date(),
  total: Rate,
  schools: z.array(Place.extend({ rate: Rate, bench: z.array(BenchSeat) })),
  /** The frozen weeks of these schools together, the oldest first. */
  trend: z.array(z.object({ week: z.string(), asOf: z.iso.date(), rate: Rate })),
  /** With so many people a critical role counts as deep. */
  deepFrom: z.number().int(),
  definition: BenchDepthDefinition,
});
export type BenchDepth = z.infer<typeof BenchDepth>;

/** Every place whose teams the reader may see. */
export const TeamsOverview = z.object({
  today: z.iso.date(),
  mayDecide: z.boolean(),
  places: z.array(Place.extend({ teams: z.array(TeamTally), gaps: z.array(Gap) })),
});
export type TeamsOverview = z.infer<typeof TeamsOverview>;

export const CandidateQuery = z.object({ team: TeamKind, role: SeatRole });
export type CandidateQuery = z.infer<typeof CandidateQuery>;

/** Someone who could be named to a seat; `isTrained` is unknown for a coach who works elsewhere. */
export const Candidate = z.object({
  staffId: z.string(),
  name: z.string(),
  roles: z.array(JobRole),
  isFromElsewhere: z.boolean(),
  isTrained: z.boolean().optional(),
});
export type Candidate = z.infer<typeof Candidate>;
