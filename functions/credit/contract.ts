import * as z from "zod";
import { LearningTopic } from "../curriculum/alignment-contract.ts";
import { PurposeKind } from "./rule-contract.ts";

/** The shortest comment or reason that can help its reader, in characters. */
export const leastWords = 10;

/**
 * A course taken elsewhere. Before it is taken: asked for, approved beforehand, refused. Once it is: with its reviewer, back
 * with its person, counted, or taken back by its person.
 */
export const OutsideState = z.enum(["asked", "agreed", "refused", "submitted", "returned", "approved", "withdrawn"]);
export type OutsideState = z.infer<typeof OutsideState>;

/** What a reviewer may say: of a course to come, of one that was taken, and of what they said before. */
const DecisionKind = z.enum(["agree", "refuse", "approve", "return", "takeBack"]);

const noStudentData = z.literal(true, "Confirm that no student can be recognized in what you send.");
const courseFields = {
  title: z.string().trim().min(3, "Write what the course is called.").max(160),
  provider: z.string().trim().min(2, "Write who held it.").max(160),
  minutes: z.number().int().min(15, "Enter at least 15 minutes.").max(12_000, "Enter at most 200 hours; split a longer course."),
  /** What all of it is about, for licenses that ask for a share of it. */
  topics: z.array(LearningTopic).max(11).optional(),
};

/** What a person says of a course they would like to take, to have it approved beforehand. */
export const CoursePlan = z.object({
  ...courseFields,
  endsOn: z.iso.date(),
  plan: z.string().trim().min(leastWords, "Say in a sentence what it is for.").max(2_000),
  noStudentData,
});
export type CoursePlan = z.infer<typeof CoursePlan>;

/** What a person says of a course taken elsewhere. */
export const OutsideInput = z.object({
  ...courseFields,
  completedOn: z.iso.date(),
  evidence: z.string().trim().max(2_000),
  link: z
    .url({ protocol: /^https$/, error: "Give a whole address that begins with https://." })
    .max(500)
    .optional(),
  /** The learning standard it is aligned with, where its certificate names one. */
  standard: z.string().trim().max(160).optional(),
  /** The person says that no student can be recognized in what they send. */
  noStudentData,
});
export type OutsideInput = z.infer<typeof OutsideInput>;

/** The same once more, as it stood when it was opened. */
export const OutsideAgain = OutsideInput.extend({ version: z.number().int() });
export type OutsideAgain = z.infer<typeof OutsideAgain>;

/** What became of it; never what it says. */
export const OutsideOutcome = z.object({ id: z.string(), state: OutsideState, version: z.number().int() });
export type OutsideOutcome = z.infer<typeof OutsideOutcome>;

/** A course taken elsewhere, as its person and its reviewer read it. */
export const OutsideView = z.object({
  id: z.string(),
  staffId: z.string(),
  staffName: z.string(),
  title: z.string(),
  provider: z.string(),
  /** The day it ended, or is to end. */
  completedOn: z.string(),
  minutes: z.number().int(),
  evidence: z.string(),
  link: z.string().optional(),
  standard: z.string().optional(),
  topics: z.array(LearningTopic).optional(),
  /** What it is for, where it was to be approved beforehand; and the day and the minutes for which it was. */
  plan: z.string().optional(),
  agreed: z.object({ on: z.iso.date(), minutes: z.number().int() }).optional(),
  state: OutsideState,
  submittedAt: z.string(),
  version: z.number().int(),
  reviews: z.array(
    z.object({
      reviewerName: z.string(),
      reviewedAt: z.string(),
      decision: DecisionKind,
      comment: z.string(),
    }),
  ),
});
export type OutsideView = z.infer<typeof OutsideView>;

/** A reviewer's word: it may be taken or not, it counts, it goes back with words, or what was said holds no more. */
export const OutsideDecision = z.object({
  version: z.number().int(),
  decision: DecisionKind,
  comment: z.string().trim().max(2_000),
});
export type OutsideDecision = z.infer<typeof OutsideDecision>;

/** What waits for this reader, the longest waiting first. */
export const OutsideQueue = z.object({ credits: z.array(OutsideView) });
export type OutsideQueue = z.infer<typeof OutsideQueue>;

/** One credit: what it is for, how much, from when and from whom. */
export const CreditEntry = z.object({
  id: z.string(),
  kind: z.enum(["module", "outside"]),
  title: z.string(),
  minutes: z.number().int(),
  on: z.iso.date(),
  provider: z.string(),
  /** The edition of the module it was earned by: a digest of its text. */
  edition: z.string().optional(),
  /** What shows it: the check and the accepted practice task of a module, or what the person wrote and linked. */
  evidence: z.string().optional(),
  link: z.string().optional(),
  standard: z.string().optional(),
  topics: z.array(LearningTopic).optional(),
  /** When a course taken elsewhere was approved beforehand. */
  agreedOn: z.iso.date().optional(),
});
export type CreditEntry = z.infer<typeof CreditEntry>;

/** A person's hours for one purpose, in the cycle of today. */
export const PurposeTotal = z.object({
  ruleId: z.string(),
  edition: z.number().int(),
  name: z.string(),
  kind: PurposeKind,
  unit: z.object({ one: z.string(), many: z.string() }),
  /** The first day of the cycle, and its last where the person has said when theirs began. */
  from: z.string(),
  until: z.string().optional(),
  cycleYears: z.number().int(),
  /** Approved minutes that count, before rounding. */
  minutes: z.number().int(),
  /** After rounding, in units. */
  units: z.number(),
  unitsPerCycle: z.number().optional(),
  unitsLeft: z.number().optional(),
  /** Credits in the cycle that do not count for this, and why. */
  notCounted: z.array(z.object({ entryId: z.string(), why: z.enum(["notForThis", "belowMinimum", "notApprovedBefore"]) })),
  minimumMinutes: z.number().int(),
  /** Shares of the cycle: how much of what counts is about any of their topics, in units. */
  shares: z.array(z.object({ topics: z.array(LearningTopic), units: z.number(), unitsNeeded: z.number(), unitsLeft: z.number() })),
  /** Courses taken elsewhere count only if they were approved beforehand. */
  approvedBefore: z.boolean(),
  verifiedOn: z.string().optional(),
  source: z.string(),
});
export type PurposeTotal = z.infer<typeof PurposeTotal>;

/** All of a person's hours: the totals, the credits behind them, what was taken elsewhere. */
export const CreditPage = z.object({
  staffId: z.string(),
  staffName: z.string(),
  totals: z.array(PurposeTotal),
  entries: z.array(CreditEntry),
  outside: z.array(OutsideView),
});
export type CreditPage = z.infer<typeof CreditPage>;

/** When a person's cycle began for a purpose. */
export const CycleInput = z.object({ startedOn: z.iso.date() });

/** What an export holds, of which days: a line for each credit, for each person and purpose, or for each module. */
export const CreditExportInput = z.object({ what: z.enum(["credits", "totals", "activities"]), from: z.iso.date(), to: z.iso.date() });
export type CreditExportInput = z.infer<typeof CreditExportInput>;

/** The task that makes an export, to be followed. */
export const CreditExportAsked = z.object({ taskId: z.string() });

/** A finished export: fetched in its pieces and joined, they are the file. */
export const CreditExport = z.object({
  fileName: z.string(),
  people: z.number().int(),
  lines: z.number().int(),
  pieces: z.number().int(),
});
export type CreditExport = z.infer<typeof CreditExport>;

/** What was counted of a module's completions: people, their minutes, the best results of their checks, and what they said of it. */
export const ActivityTally = z.object({
  people: z.number().int(),
  minutes: z.number().int(),
  /** The distinct approved minutes and editions by which it was completed. */
  minutesEach: z.array(z.number().int()),
  editions: z.array(z.string()),
  checked: z.number().int(),
  percents: z.number(),
  /** Of these people, those who evaluated it. */
  evaluated: z.number().int(),
  /** Whatever the days: by month, how many evaluated it and how many of them agree with each statement. */
  said: z.record(z.string(), z.array(z.number().int())),
});
export type ActivityTally = z.infer<typeof ActivityTally>;

/** How far an export has come: people read, of how many; people with credit and lines written so far. */
export const CreditExportCheckpoint = z.object({
  done: z.number().int(),
  total: z.number().int(),
  people: z.number().int(),
  lines: z.number().int(),
  activities: z.record(z.string(), ActivityTally).optional(),
  /** The day it began, which says what of the evaluations could no longer change. */
  asOf: z.iso.date(),
});
export type CreditExportCheckpoint = z.infer<typeof CreditExportCheckpoint>;
