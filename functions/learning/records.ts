import * as z from "zod";
import { type Address, record } from "../platform/record.ts";
import { AttachedFile, RubricLevel } from "./contract.ts";
import { EvaluationAnswers } from "./evaluation-contract.ts";

/** Bulky rows that are read one at a time live beside the person's own partition. */
const workPartition = (staffId: string): string => `U#${staffId}#WORK`;
const padded = (number: number): string => String(number).padStart(4, "0");

/** How far one person is in one module. Facts are only ever added: a completion is never taken back. */
export const Enrollment = z.object({
  staffId: z.string(),
  moduleId: z.string(),
  /** The version of the module last worked on; frozen when the module is completed. */
  hash: z.string(),
  startedAt: z.iso.datetime(),
  lastActivityAt: z.iso.datetime(),
  /** lesson id → when it was finished */
  lessons: z.record(z.string(), z.iso.datetime()),
  /** lesson id → when it was last read again because the district changed it */
  lessonsAgain: z.record(z.string(), z.iso.datetime()).optional(),
  place: z.string().optional(),
  /** When `place` was taken: the latest wins, in whatever order places arrive. */
  placeAt: z.iso.datetime().optional(),
  check: z.object({
    /** The number of the attempt opened last; submitted or open. */
    attempts: z.number().int(),
    openAttempt: z.number().int().optional(),
    bestPercent: z.number().optional(),
    /** The first pass: it is what counts. */
    passedAt: z.iso.datetime().optional(),
    /** The latest pass: what a renewal asks for. */
    lastPassedAt: z.iso.datetime().optional(),
    /** Items of submitted attempts, the longest unseen first, so that a retry draws others. */
    seen: z.array(z.string()),
  }),
  contentCompletedAt: z.iso.datetime().optional(),
  practice: z.object({
    state: z.enum(["none", "submitted", "returned", "accepted"]),
    submissions: z.number().int(),
    evidenceId: z.string().optional(),
    submittedAt: z.iso.datetime().optional(),
    reviewedAt: z.iso.datetime().optional(),
    acceptedAt: z.iso.datetime().optional(),
  }),
  completedAt: z.iso.datetime().optional(),
  /** Approved minutes, written once, on completion. */
  creditMinutes: z.number().int(),
});
export type Enrollment = z.infer<typeof Enrollment>;

/** Where one person's enrollment in one module stands. */
export const enrollmentAddress = (staffId: string, moduleId: string): Address => ({ of: `U#${staffId}`, at: `E#${moduleId}` });

/** In the person's own partition: their pages and their summary read it in the one query. */
export const enrollments = record({
  type: "enrollment",
  kind: "fact",
  schema: Enrollment,
  address: ({ staffId, moduleId }) => enrollmentAddress(staffId, moduleId),
});

/** What one person says of one module they completed: one row, said otherwise in its place until it is counted. */
export const ModuleEvaluation = z.object({
  staffId: z.string(),
  moduleId: z.string(),
  answers: EvaluationAnswers,
  /** When it was first given: the month in which it is counted, whenever it was last changed. */
  evaluatedAt: z.iso.datetime(),
});
export type ModuleEvaluation = z.infer<typeof ModuleEvaluation>;

/** Where one person's evaluation of one module stands. */
export const evaluationAddress = (staffId: string, moduleId: string): Address => ({ of: `U#${staffId}`, at: `EVAL#${moduleId}` });

/** In the person's own partition: files for audits read it with their completions, in the one query. */
export const moduleEvaluations = record({
  type: "module-evaluation",
  kind: "fact",
  schema: ModuleEvaluation,
  address: ({ staffId, moduleId }) => evaluationAddress(staffId, moduleId),
});

/** One attempt at a knowledge check. Its number is its key, so two tabs cannot open two. */
export const Attempt = z.object({
  staffId: z.string(),
  moduleId: z.string(),
  number: z.number().int(),
  hash: z.string(),
  startedAt: z.iso.datetime(),
  /** The items drawn, each with its choices in the order shown. */
  drawn: z.array(z.object({ itemId: z.string(), choiceIds: z.array(z.string()) })),
  answers: z.record(z.string(), z.string()),
  submittedAt: z.iso.datetime().optional(),
  percent: z.number().optional(),
});
export type Attempt = z.infer<typeof Attempt>;

/** Where an attempt stands. */
export const attemptAddress = (staffId: string, moduleId: string, number: number): Address => ({
  of: workPartition(staffId),
  at: `Q#${moduleId}#${padded(number)}`,
});

/** Attempts and evidence are bulky and read one at a time, so they live beside the person's partition, not in it. */
export const attempts = record({
  type: "attempt",
  kind: "fact",
  schema: Attempt,
  address: ({ staffId, moduleId, number }) => attemptAddress(staffId, moduleId, number),
});

/** One submission of practice evidence. A returned one stays as it was; the next try is a new row. */
export const Evidence = z.object({
  id: z.string(),
  staffId: z.string(),
  moduleId: z.string(),
  hash: z.string(),
  submission: z.number().int(),
  submittedAt: z.iso.datetime(),
  text: z.string(),
  file: AttachedFile.optional(),
  state: z.enum(["submitted", "returned", "accepted"]),
  /** A student could be recognized in it: its words and its file are gone for good. */
  purged: z.object({ by: z.string(), byName: z.string(), at: z.iso.datetime(), reason: z.string() }).optional(),
  /** Its time was over: its words, its file and what was said of it are gone for good since this day. */
  expiredOn: z.iso.date().optional(),
  review: z
    .object({
      reviewerId: z.string(),
      reviewerName: z.string(),
      reviewedAt: z.iso.datetime(),
      levels: z.record(z.string(), RubricLevel),
      comment: z.string(),
    })
    .optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** Where a submission stands; without its number, what all submissions of a module begin with, and without a module, what all of them do. */
export const evidenceAddress = (staffId: string, moduleId?: string, submission?: number): Address => ({
  of: workPartition(staffId),
  at: moduleId === undefined ? "V#" : `V#${moduleId}#${submission === undefined ? "" : padded(submission)}`,
});

export const evidenceRecords = record({
  type: "evidence",
  kind: "fact",
  schema: Evidence,
  address: ({ staffId, moduleId, submission }) => evidenceAddress(staffId, moduleId, submission),
});

/** Where an uploaded file's row stands: with the person who sent it, so that nobody else can attach it. */
export const uploadAddress = (staffId: string, id: string): Address => ({ of: workPartition(staffId), at: `F#${id}` });

/**
 * A file of one's own on its way to what it will be handed in with: `expected` until its bytes have come, `checked` once they were
 * looked at. The row goes when the file is handed in, so a file belongs to one submission; one that never is goes after a day.
 */
const Upload = z.object({
  id: z.string(),
  staffId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  /** Of the bytes that are expected, in hex. */
  sha256: z.string().optional(),
  state: z.enum(["expected", "checked"]).default("expected"),
  uploadedAt: z.iso.datetime(),
  heldBy: z.string().optional(),
});
export type Upload = z.infer<typeof Upload>;

export const uploads = record({
  type: "upload",
  kind: "fact",
  schema: Upload,
  address: ({ staffId, id }) => uploadAddress(staffId, id),
  expiresAt: ({ uploadedAt }) => Math.floor(Date.parse(uploadedAt) / 1000) + 86_400,
});

/** Where an uploaded file's bytes are kept: under its district and its person. */
export const storedFileName = (districtId: string, staffId: string, fileId: string): string => `${districtId}/${staffId}/${fileId}`;

/** Where the bytes of an upload lie until they are handed in: nobody but the check reads there, and nothing stays long. */
export const incomingFileName = (districtId: string, staffId: string, fileId: string): string =>
  `incoming/${storedFileName(districtId, staffId, fileId)}`;
