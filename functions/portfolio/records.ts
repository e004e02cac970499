import * as z from "zod";
import { AttachedFile, RubricLevel } from "../learning/contract.ts";
import { type Address, record } from "../platform/record.ts";
import { ObservationKind, PieceKind, PieceState, Score } from "./contract.ts";
import { ReferenceState } from "./reference-contract.ts";

const inPartition = (staffId: string, at: string): Address => ({ of: `U#${staffId}`, at });

/** One person watched at work and scored on a form by someone who does not evaluate them. Never changed; taken back with a reason. */
export const Observation = z.object({
  id: z.string(),
  staffId: z.string(),
  kind: ObservationKind,
  observedOn: z.iso.date(),
  observerId: z.string(),
  observerName: z.string(),
  /** Which edition of the form its scores belong to. */
  formVersion: z.number().int(),
  scores: z.record(z.string(), Score),
  /** Each part of the form in percent of its maximum, as it was worked out when it was recorded. */
  parts: z.array(z.object({ id: z.string(), percent: z.number() })).min(1),
  comment: z.string(),
  recordedAt: z.iso.datetime(),
  takenBack: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).optional(),
});
export type Observation = z.infer<typeof Observation>;

export const observations = record({
  type: "observation",
  kind: "fact",
  schema: Observation,
  address: ({ staffId, id }) => inPartition(staffId, `OBS#${id}`),
});

/** A colleague's recommendation: asked for by the person, given or declined by the colleague. */
export const Reference = z.object({
  id: z.string(),
  staffId: z.string(),
  staffName: z.string(),
  refereeId: z.string(),
  refereeName: z.string(),
  state: ReferenceState,
  askedAt: z.iso.datetime(),
  note: z.string(),
  formVersion: z.number().int().optional(),
  scores: z.record(z.string(), Score).optional(),
  percent: z.number().optional(),
  comment: z.string().optional(),
  answeredAt: z.iso.datetime().optional(),
  /** The local date of the answer: what counts for a term. */
  answeredOn: z.iso.date().optional(),
  /** A student could be recognized in its words, and they were emptied: who said so, when and why. */
  purged: z.object({ by: z.string(), byName: z.string(), at: z.iso.datetime(), reason: z.string() }).optional(),
});
export type Reference = z.infer<typeof Reference>;

export const references = record({
  type: "reference",
  kind: "fact",
  schema: Reference,
  address: ({ staffId, id }) => inPartition(staffId, `REF#${id}`),
  // Sparse: what each colleague was asked for and has not answered.
  index2: ({ state, refereeId, askedAt, id }) => (state === "asked" ? { of: `REFEREE#${refereeId}`, at: `${askedAt}#${id}` } : undefined),
});

const PieceReview = z.object({
  reviewerId: z.string(),
  reviewerName: z.string(),
  reviewedAt: z.iso.datetime(),
  decision: z.enum(["accept", "return"]),
  comment: z.string(),
});

/** One product of a person's own work, with everything that was said of it. What was handed in before is kept. */
export const Piece = z.object({
  id: z.string(),
  staffId: z.string(),
  staffName: z.string(),
  kind: PieceKind,
  title: z.string(),
  /** The day on which the work was done or finished: what counts for a term. */
  doneOn: z.iso.date(),
  text: z.string(),
  link: z.string().optional(),
  file: AttachedFile.optional(),
  state: PieceState,
  submission: z.number().int(),
  submittedAt: z.iso.datetime(),
  reviews: z.array(PieceReview),
  /** What was handed in before, the oldest first. */
  earlier: z.array(
    z.object({
      submission: z.number().int(),
      submittedAt: z.iso.datetime(),
      text: z.string(),
      link: z.string().optional(),
      file: AttachedFile.optional(),
    }),
  ),
  /** It held student data and was emptied: who said so, and when. */
  purged: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).optional(),
  /** Its time was over: what it said is gone for good since this day. */
  expiredOn: z.iso.date().optional(),
});
export type Piece = z.infer<typeof Piece>;

export const pieces = record({
  type: "piece",
  kind: "fact",
  schema: Piece,
  address: ({ staffId, id }) => inPartition(staffId, `PIECE#${id}`),
  // Sparse: what waits for a reviewer, the longest waiting first.
  index2: ({ state, submittedAt, id }) => (state === "submitted" ? { of: "PIECES", at: `${submittedAt}#${id}` } : undefined),
});

/**
 * One person's rating of one sample. Once two have rated it, each of theirs says how far they agree, with what the other
 * chose and why, as it was then.
 */
export const CalibrationRating = z.object({
  id: z.string(),
  staffId: z.string(),
  staffName: z.string(),
  sampleId: z.string(),
  ratedAt: z.iso.datetime(),
  ratedOn: z.iso.date(),
  /** criterion id → level */
  levels: z.record(z.string(), RubricLevel),
  reason: z.string(),
  /** Criteria on which both chose the same level, in percent of all; with whom. */
  agreement: z
    .object({
      withId: z.string(),
      withName: z.string(),
      percent: z.number(),
      on: z.iso.date(),
      levels: z.record(z.string(), RubricLevel),
      reason: z.string(),
    })
    .optional(),
});
export type CalibrationRating = z.infer<typeof CalibrationRating>;

export const calibrationRatings = record({
  type: "calibration-rating",
  kind: "fact",
  schema: CalibrationRating,
  address: ({ staffId, id }) => inPartition(staffId, `CALIB#${id}`),
});

const RatingPlace = z.object({ staffId: z.string(), ratingId: z.string() });
export type RatingPlace = z.infer<typeof RatingPlace>;

/** Whose rating of a sample the next one is compared with. Its version is the guard: two who rate at once are compared. */
export const calibrationTurns = record({
  type: "calibration-turn",
  kind: "fact",
  schema: z.object({
    sampleId: z.string(),
    /** Rated, and compared with nobody yet. */
    waiting: RatingPlace.optional(),
    last: RatingPlace,
  }),
  address: ({ sampleId }) => calibrationTurnAddress(sampleId),
});
export const calibrationTurnAddress = (sampleId: string): Address => ({ of: "CALIB", at: sampleId });
