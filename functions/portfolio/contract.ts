import * as z from "zod";

/** What is watched and scored on an observation form. */
export const ObservationKind = z.enum(["practice", "session", "teamMeeting", "fidelityReview", "training"]);
export type ObservationKind = z.infer<typeof ObservationKind>;

/** Products of one's own work that a portfolio holds beside the practice tasks of modules. */
export const PieceKind = z.enum(["coachingCycle", "fidelityRecord", "communityOfPractice", "delivery", "learnerOutcomes"]);
export type PieceKind = z.infer<typeof PieceKind>;

/** A score on a form's item: not seen, partly, fully. */
export const Score = z.union([z.literal(0), z.literal(1), z.literal(2)]);
export type Score = z.infer<typeof Score>;
