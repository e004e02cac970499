import * as z from "zod";
import { ContentLanguage, ContentNode, EvidenceExamples, ModuleContent, RubricCriterion } from "../curriculum/content.ts";

/**
 * Where a person stands in a module. Every state has a way on, and a screen says which.
 * `contentComplete`: every lesson read and the check passed.
 */
export const EnrollmentState = z.enum(["notStarted", "started", "contentComplete", "practiceSubmitted", "practiceReturned", "completed"]);
export type EnrollmentState = z.infer<typeof EnrollmentState>;

export const EnrollmentView = z.object({
  moduleId: z.string(),
  state: EnrollmentState,
  /** The version of the module the person is on; recorded with what they completed. */
  hash: z.string(),
  startedAt: z.iso.datetime().optional(),
  completedAt: z.iso.datetime().optional(),
  lastActivityAt: z.iso.datetime().optional(),
  lessonsDone: z.array(z.string()),
  lessonCount: z.number(),
  /** Lessons read before that the district has changed since and asks for again. */
  readAgain: z.array(z.string()),
  /** The lesson last opened: where "continue" goes. */
  place: z.string().optional(),
  /** `attempts` counts submitted ones; `openAttempt` is the number of the one to go on with. */
  check: z.object({
    passedAt: z.iso.datetime().optional(),
    bestPercent: z.number().optional(),
    attempts: z.number(),
    openAttempt: z.number().optional(),
  }),
  practice: z.object({
    submissions: z.number(),
    submittedAt: z.iso.datetime().optional(),
    acceptedAt: z.iso.datetime().optional(),
    evidenceId: z.string().optional(),
  }),
  /** Approved minutes: credited once, when the module is completed. */
  creditMinutes: z.number(),
});
export type EnrollmentView = z.infer<typeof EnrollmentView>;

/** The whole module page: what to read and where one is. */
export const ModulePage = z.object({ module: ModuleContent, enrollment: EnrollmentView });
export type ModulePage = z.infer<typeof ModulePage>;

/** A question as the browser sees it: no key, no feedback. */
const CheckItem = z.object({
  id: z.string(),
  scenario: z.string(),
  question: z.string(),
  choices: z.array(z.object({ id: z.string(), text: z.string() })),
});

export const passPercent = 80;

/** Answers given so far: item id → choice id. */
export const Answers = z.record(z.string(), z.string());

/** An open attempt: the drawn items in the order drawn, and the answers kept so far. */
export const AttemptView = z.object({
  moduleId: z.string(),
  number: z.number().int(),
  startedAt: z.iso.datetime(),
  items: z.array(CheckItem),
  answers: Answers,
  submittedAt: z.iso.datetime().optional(),
});
export type AttemptView = z.infer<typeof AttemptView>;

/** What a submitted attempt teaches: each answer with its feedback; keys only for items answered. */
export const AttemptResult = z.object({
  moduleId: z.string(),
  number: z.number().int(),
  percent: z.number(),
  isPassed: z.boolean(),
  items: z.array(
    CheckItem.extend({ chosen: z.string(), isCorrect: z.boolean(), feedback: z.string(), correctFeedback: z.string().optional() }),
  ),
  enrollment: EnrollmentView,
});
export type AttemptResult = z.infer<typeof AttemptResult>;

/** An attempt as it stands: still open, or submitted with its result. */
export const AttemptPage = z.discriminatedUnion("state", [
  z.object({ state: z.literal("open"), attempt: AttemptView }),
  z.object({ state: z.literal("submitted"), result: AttemptResult }),
]);
export type AttemptPage = z.infer<typeof AttemptPage>;

export const RubricLevel = z.enum(["notYet", "developing", "meets", "exemplary"]);
export type RubricLevel = z.infer<typeof RubricLevel>;

/** One submission of practice evidence with, once reviewed, the review. */
export const EvidenceView = z.object({
  id: z.string(),
  staffId: z.string(),
  staffName: z.string(),
  moduleId: z.string(),
  moduleTitle: z.string(),
  practiceTitle: z.string(),
  submission: z.number().int(),
  submittedAt: z.iso.datetime(),
  text: z.string(),
  file: z.object({ name: z.string(), bytes: z.number() }).optional(),
  state: z.enum(["submitted", "returned", "accepted"]),
  /** Emptied, because a student could be recognized in it: by whom, when and why. */
  purged: z.object({ byName: z.string(), at: z.iso.datetime(), reason: z.string() }).optional(),
  /** Emptied on this day, because the district keeps evidence no longer. */
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
export type EvidenceView = z.infer<typeof EvidenceView>;

/** A file that is about to be uploaded: what it is called, how many bytes it has, and their SHA-256 in hex. */
export const FileToUpload = z.object({
  name: z.string().min(1).max(255),
  bytes: z.number().int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type FileToUpload = z.infer<typeof FileToUpload>;

/** Where these very bytes can be put by PUT for some minutes, with which headers; `id` is what the file is called from now on. */
export const PlaceForFile = z.object({ id: z.string(), address: z.string(), headers: z.record(z.string(), z.string()) });
export type PlaceForFile = z.infer<typeof PlaceForFile>;

/** A file that waits to be handed in by the person who uploaded it. */
export const UploadedFile = z.object({ id: z.string(), name: z.string(), bytes: z.number() });
export type UploadedFile = z.infer<typeof UploadedFile>;

/** A file that was handed in. `heldBy`: whose folder holds the bytes, where that is another account of the same person. */
export const AttachedFile = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  heldBy: z.string().optional(),
});
export type AttachedFile = z.infer<typeof AttachedFile>;

/** The largest evidence file, in bytes. */
export const maxFileBytes = 25_000_000;

/** Everything a reviewer needs on one screen. `version` guards against two reviewers at once. */
export const ReviewPage = z.object({
  evidence: EvidenceView,
  /** The language of the module's words: task, rubric, examples and titles. */
  language: ContentLanguage,
  version: z.number(),
  task: z.array(ContentNode),
  evidenceAsked: z.array(ContentNode),
  rubric: z.array(RubricCriterion),
  examples: EvidenceExamples,
  earlier: z.array(EvidenceView),
});
export type ReviewPage = z.infer<typeof ReviewPage>;

export const SubmitPractice = z.object({
  text: z.string().trim().max(20_000, "Keep it under 20,000 characters, or attach a file."),
  fileId: z.string().optional(),
  /** The task was accepted before, and is done once more: for the renewal of a certificate. */
  isOnceMore: z.boolean().optional(),
  /** The person says that no student can be recognised in what they send. */
  noStudentData: z.literal(true, "Confirm that no student can be recognised in your evidence."),
});

export type SubmitPractice = z.infer<typeof SubmitPractice>;

/** Why evidence is emptied, without naming the student. */
export const PurgeEvidence = z.object({
  version: z.number().int(),
  reason: z.string().trim().min(10, "Write a sentence, so that the person can follow why.").max(2_000),
});
export type PurgeEvidence = z.infer<typeof PurgeEvidence>;

/** What became of it; never what it said, so that no copy of it lies with the answer. */
export const PurgedEvidence = z.object({
  submission: z.number().int(),
  state: z.enum(["submitted", "returned", "accepted"]),
  /** Whether its person is told by mail: nobody is who is not at work today. */
  isTold: z.boolean(),
});
export type PurgedEvidence = z.infer<typeof PurgedEvidence>;

export const ReviewDecision = z
  .object({
    decision: z.enum(["accept", "return"]),
    levels: z.record(z.string(), RubricLevel),
    comment: z.string().trim().max(5_000),
    version: z.number(),
  })
  .refine((review) => review.decision === "accept" || review.comment.length >= 10, {
    path: ["comment"],
    message: "Say in a sentence what would make it acceptable, so that the next try can succeed.",
  });
export type ReviewDecision = z.infer<typeof ReviewDecision>;
