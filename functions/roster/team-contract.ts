import * as z from "zod";
import { seatRoles, teamKinds } from "./seats-contract.ts";

/** The teams that run a tiered system: three in each school and its leadership team, and one for the district. */
export const TeamKind = z.enum(teamKinds);
export type TeamKind = z.infer<typeof TeamKind>;

/** What a person does on a team. */
export const SeatRole = z.enum(seatRoles);
export type SeatRole = z.infer<typeof SeatRole>;

/** What someone must hold to fill a seat: a module completed, or a certificate in force. */
export const Training = z.object({ kind: z.enum(["module", "certification"]), id: z.string().min(1).max(60) });
export type Training = z.infer<typeof Training>;

/** A seat that teams of a kind have. A required one that nobody trained fills is a gap. */
export const SeatPlan = z.object({ role: SeatRole, isRequired: z.boolean(), training: z.array(Training).max(5) });
export type SeatPlan = z.infer<typeof SeatPlan>;

/** Which seats the teams of one kind have in this district, and whether every school runs such a team. */
export const TeamPlan = z.object({ team: TeamKind, isRun: z.boolean(), seats: z.array(SeatPlan).max(SeatRole.options.length) });
export type TeamPlan = z.infer<typeof TeamPlan>;

/** A person in a seat, as member or as backup, from a day until, where it is known, a last one. */
export const Seat = z.object({
  id: z.string(),
  staffId: z.string(),
  /** The school whose team it is, or `districtTeams`. */
  place: z.string(),
  team: TeamKind,
  role: SeatRole,
  isBackup: z.boolean(),
  from: z.iso.date(),
  until: z.iso.date().optional(),
  /** Whether they worked elsewhere when they were named. Whoever was named as one of the school's own holds the seat only while they are. */
  isFromElsewhere: z.boolean(),
});
export type Seat = z.infer<typeof Seat>;

/** Naming someone to a seat. */
export const SeatNaming = z.object({
  staffId: z.string().min(1),
  team: TeamKind,
  role: SeatRole,
  isBackup: z.boolean().default(false),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});
export type SeatNaming = z.infer<typeof SeatNaming>;

/** Taking someone off a seat: `on` is their last day; without it they hold it no longer from today. */
export const SeatEnding = z.object({ version: z.number().int(), on: z.iso.date().optional() });
export type SeatEnding = z.infer<typeof SeatEnding>;

/** A seat with its holder, after a change. */
export const SeatView = Seat.extend({ version: z.number().int(), name: z.string() });
export type SeatView = z.infer<typeof SeatView>;

/** The seats of every kind of team, to be saved over the version that was read; 0 while the defaults stand. */
export const TeamPlans = z.object({ version: z.number().int(), plans: z.array(TeamPlan).length(TeamKind.options.length) });
export type TeamPlans = z.infer<typeof TeamPlans>;
