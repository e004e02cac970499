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

/** One thing an observer looks for, with what no, some and full sight of it looks like. */
const FormItem = z.object({ id: z.string(), text: z.string(), anchors: z.tuple([z.string(), z.string(), z.string()]) });

/** An edition of an observation form, in the reader's language: a percent is worked out for each of its parts. */
export const ObservationForm = z.object({
  kind: ObservationKind,
  version: z.number().int(),
  title: z.string(),
  parts: z.array(z.object({ id: z.string(), title: z.string(), items: z.array(FormItem) })),
});
export type ObservationForm = z.infer<typeof ObservationForm>;

/** The shortest comment or reason that can help its reader, in characters. */
export const leastWords = 10;
const Reason = z.string().trim().min(leastWords, "Write a sentence, so that others can follow why.").max(2_000);

/** An observation as it is recorded: every item of the form's current edition scored. */
export const ObservationInput = z.object({
  kind: ObservationKind,
  formVersion: z.number().int(),
  observedOn: z.iso.date(),
  scores: z.record(z.string(), Score),
  comment: z.string().trim().max(4_000),
  /** The observer does not evaluate this person and has no stake in their certificate. */
  hasNoStake: z.boolean(),
});
export type ObservationInput = z.infer<typeof ObservationInput>;

/** Why an observation no longer counts. */
export const TakeBackInput = z.object({ reason: Reason });

/** An observation as the observed person and those who support them read it. */
export const ObservationView = z.object({
  id: z.string(),
  kind: ObservationKind,
  observedOn: z.string(),
  observerId: z.string(),
  observerName: z.string(),
  parts: z.array(z.object({ id: z.string(), title: z.string(), percent: z.number() })),
  comment: z.string(),
  takenBack: z.object({ on: z.string(), reason: z.string() }).optional(),
});
export type ObservationView = z.infer<typeof ObservationView>;

/** What is handed in, and handed in again. */
export const PieceInput = z.object({
  title: z.string().trim().min(3, "Give it a title.").max(120),
  doneOn: z.iso.date(),
  text: z.string().trim().max(4_000, "Keep it under 4,000 characters; a link can hold the rest."),
  link: z
    .url({ protocol: /^https$/, error: "Give a whole address that begins with https://." })
    .max(500)
    .optional(),
  /** A file of one's own that was uploaded as evidence is. */
  fileId: z.string().optional(),
  /** The person says that no student can be recognized in what they send. */
  noStudentData: z.literal(true, "Confirm that no student can be recognized in what you send."),
});
export type PieceInput = z.infer<typeof PieceInput>;

/** A piece that is handed in for the first time. */
export const NewPiece = PieceInput.extend({ kind: PieceKind });
export type NewPiece = z.infer<typeof NewPiece>;

/** A piece that is handed in again, as it stood when it was opened. */
export const PieceAgain = PieceInput.extend({ version: z.number().int() });
export type PieceAgain = z.infer<typeof PieceAgain>;

export const PieceState = z.enum(["submitted", "returned", "accepted", "withdrawn", "purged"]);
export type PieceState = z.infer<typeof PieceState>;

/** What became of a piece; never what it says, so that no copy of it lies with the answer. */
export const PieceOutcome = z.object({
  id: z.string(),
  state: PieceState,
  version: z.number().int(),
  /** Whether its person is told by mail of a decision: nobody is who is not at work today. */
  isTold: z.boolean().optional(),
});
export type PieceOutcome = z.infer<typeof PieceOutcome>;

/** A file as its readers are told of it. */
const FileView = z.object({ name: z.string(), bytes: z.number() });

/** A piece as its owner and its reviewer read it. */
export const PieceView = z.object({
  id: z.string(),
  staffId: z.string(),
  staffName: z.string(),
  kind: PieceKind,
  title: z.string(),
  doneOn: z.string(),
  text: z.string(),
  link: z.string().optional(),
  file: FileView.optional(),
  state: PieceState,
  submission: z.number().int(),
  submittedAt: z.string(),
  version: z.number().int(),
  reviews: z.array(
    z.object({ reviewerName: z.string(), reviewedAt: z.string(), decision: z.enum(["accept", "return"]), comment: z.string() }),
  ),
  earlier: z.array(
    z.object({
      submission: z.number().int(),
      submittedAt: z.string(),
      text: z.string(),
      link: z.string().optional(),
      file: FileView.optional(),
    }),
  ),
  purged: z.object({ at: z.string(), reason: z.string() }).optional(),
  /** Emptied on this day, because the district keeps what counted no longer. */
  expiredOn: z.string().optional(),
});
export type PieceView = z.infer<typeof PieceView>;

/** A reviewer's word on a piece. */
export const PieceDecision = z.object({
  version: z.number().int(),
  decision: z.enum(["accept", "return"]),
  comment: z.string().trim().max(4_000),
  /** The reviewer does not evaluate this person and has no stake in the decision. */
  hasNoConflict: z.boolean(),
});
export type PieceDecision = z.infer<typeof PieceDecision>;

/** Why a piece is emptied. */
export const PurgeInput = z.object({ version: z.number().int(), reason: Reason });
export type PurgeInput = z.infer<typeof PurgeInput>;

/** The pieces that wait for this reader's word, the longest waiting first. */
export const PieceQueue = z.object({
  pieces: z.array(
    z.object({ id: z.string(), staffId: z.string(), staffName: z.string(), kind: PieceKind, title: z.string(), submittedAt: z.string() }),
  ),
});
export type PieceQueue = z.infer<typeof PieceQueue>;

/** Everything in a person's portfolio, the latest first. */
export const PortfolioPage = z.object({
  staffId: z.string(),
  staffName: z.string(),
  observations: z.array(ObservationView),
  pieces: z.array(PieceView),
});
export type PortfolioPage = z.infer<typeof PortfolioPage>;
