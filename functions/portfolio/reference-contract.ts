import * as z from "zod";
import { JobRole } from "../roster/contract.ts";
import { leastWords, ObservationForm, Score } from "./contract.ts";

/** The form on which a colleague recommends someone, in the reader's language. */
export const ReferenceForm = ObservationForm.omit({ kind: true });
export type ReferenceForm = z.infer<typeof ReferenceForm>;

export const ReferenceState = z.enum(["asked", "given", "declined", "withdrawn"]);
export type ReferenceState = z.infer<typeof ReferenceState>;

/** Whom to look for among one's colleagues: a part of their name. */
export const ColleagueQuery = z.object({ name: z.string().trim().min(2, "Type at least two letters of the name.").max(100) });

/** A colleague as anyone at their school may know them: a name and what they do. */
export const Colleague = z.object({ staffId: z.string(), name: z.string(), roles: z.array(JobRole) });
export type Colleague = z.infer<typeof Colleague>;

/** The colleagues one may ask who fit; not all of them where there are too many to list. */
export const Colleagues = z.object({ colleagues: z.array(Colleague), isPartial: z.boolean() });
export type Colleagues = z.infer<typeof Colleagues>;

/** Asking a colleague for a recommendation. */
export const ReferenceRequest = z.object({ refereeId: z.string(), note: z.string().trim().max(1_000) });
export type ReferenceRequest = z.infer<typeof ReferenceRequest>;

/** A recommendation as the person it is about reads it. */
export const ReferenceView = z.object({
  id: z.string(),
  refereeName: z.string(),
  state: ReferenceState,
  askedAt: z.string(),
  note: z.string(),
  percent: z.number().optional(),
  comment: z.string().optional(),
  answeredOn: z.string().optional(),
  /** Its words were emptied because a student could be recognized in them. */
  isPurged: z.boolean().optional(),
});
export type ReferenceView = z.infer<typeof ReferenceView>;

/** The recommendations a person asked for, the latest first. */
export const MyReferences = z.object({ references: z.array(ReferenceView) });
export type MyReferences = z.infer<typeof MyReferences>;

/** What a person is asked for by colleagues and has not answered, the longest waiting first. */
export const ReferenceRequests = z.object({
  requests: z.array(z.object({ id: z.string(), askedBy: z.string(), askedAt: z.string(), note: z.string() })),
});
export type ReferenceRequests = z.infer<typeof ReferenceRequests>;

/** One of them with the form to answer it on. */
export const ReferenceToGive = ReferenceRequests.shape.requests.element.extend({ form: ReferenceForm });
export type ReferenceToGive = z.infer<typeof ReferenceToGive>;

/** A recommendation as it is given: every item of the form's current edition scored, and a few words. */
export const ReferenceAnswer = z.object({
  formVersion: z.number().int(),
  scores: z.record(z.string(), Score),
  comment: z.string().trim().max(4_000),
  /** The colleague has seen the person at work and has no stake in their certificate. */
  hasSeenWork: z.boolean(),
});
export type ReferenceAnswer = z.infer<typeof ReferenceAnswer>;

/** Emptying what a recommendation says, with the reason, which stays on record. */
export const PurgeReference = z.object({
  reason: z.string().trim().min(leastWords, "Say in a sentence why, without naming the student.").max(2_000),
});
export type PurgeReference = z.infer<typeof PurgeReference>;

/** A recommendation that was emptied, and whether its person is told by mail. */
export const PurgedReference = z.object({ id: z.string(), isTold: z.boolean() });
export type PurgedReference = z.infer<typeof PurgedReference>;

/** What became of a recommendation; never what it says, so that no copy of it lies with the answer. */
export const ReferenceOutcome = z.object({ id: z.string(), state: ReferenceState });
export type ReferenceOutcome = z.infer<typeof ReferenceOutcome>;
