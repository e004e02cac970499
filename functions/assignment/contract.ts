import * as z from "zod";
import { EnrollmentState } from "../learning/contract.ts";
import { JobRole, PersonView } from "../roster/contract.ts";
import { EquivalencyView, ExtensionView, WaiverView } from "./decision-contract.ts";

/** What is assigned: a whole path or one module. */
export const Target = z.object({ kind: z.enum(["path", "module"]), id: z.string() });
export type Target = z.infer<typeof Target>;

/** A day that dates can be counted from. The school year's is that of the year in which it starts for the person. */
export const Anchor = z.enum(["roleStart", "ruleStart", "assigned", "hired", "schoolYearStart", "certificateExpiry"]);
export type Anchor = z.infer<typeof Anchor>;

/**
 * When it falls due. `paced`: each module of the path by its own `dueDays`, so that dates do not stack; where they would,
 * because something put them off, a week apart.
 * `relative`: all of it a number of days after an anchor; without one, after it starts for the person: their role's start
 * or the rule's, whichever is later. `unit` is calendar days where it is left out. Before the anchor, when negative.
 * `fixed`: all of it on a date.
 * A date inside a break, or in the summer after the school year, moves to the first school day after it.
 */
export const Due = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("paced") }),
  z.object({
    kind: z.literal("relative"),
    days: z.number().int().min(-365).max(730),
    unit: z.enum(["calendarDays", "contractDays"]).optional(),
    anchor: Anchor.optional(),
  }),
  z.object({ kind: z.literal("fixed"), on: z.iso.date() }),
]);
export type Due = z.infer<typeof Due>;

/** What the time between two school years is called where it moves a date; the other breaks have the district's names. */
export const summer = "summer";

/** Why something is assigned: one line of the ledger, in words a person can check. */
export const Reason = z.object({
  sourceId: z.string(),
  origin: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("rule"), ruleId: z.string(), ruleName: z.string(), ruleVersion: z.number() }),
    z.object({ kind: z.literal("person"), staffId: z.string(), name: z.string() }),
  ]),
  target: Target,
  targetTitle: z.string(),
  /** The day it started for the person, and what that day is. */
  anchorOn: z.iso.date(),
  anchor: Anchor,
  due: Due,
  dueOn: z.iso.date(),
  /** The break that moved the date, where one did: by the district's name for it, or `summer`. */
  movedBy: z.string().optional(),
  /** Days of leave by which the date was put off: leave stops the clock. */
  leaveDays: z.number().optional(),
  /** The end of a newcomer's first 45 days, where the date waited for it. */
  graceEndsOn: z.iso.date().optional(),
  /** Whether it would have fallen on the day of the step before it, and so comes a week after that one. */
  isSpaced: z.boolean().optional(),
  note: z.string().optional(),
});
export type Reason = z.infer<typeof Reason>;

/** One module in force for a person: the earliest date of all its reasons decides, and it says which, unless more time was granted. */
export const AssignmentInForce = z.object({
  moduleId: z.string(),
  title: z.string(),
  minutes: z.number(),
  dueOn: z.iso.date(),
  /** The reason whose date is in force, first; then the others. */
  reasons: z.array(Reason).min(1),
  state: EnrollmentState,
  isOverdue: z.boolean(),
  /** A newcomer inside the first 45 days: not yet due for anyone's figures. */
  isInGrace: z.boolean(),
  /** Minutes still to do: an honest sum of what is left. */
  minutesLeft: z.number(),
  lessonsDone: z.number(),
  lessonCount: z.number(),
  /** Prerequisites not yet content-complete. */
  waitsFor: z.array(z.object({ moduleId: z.string(), title: z.string() })),
  completedAt: z.iso.datetime().optional(),
  /** Where prior learning stood for it and is over: since when, and the date that this put off. */
  priorLearning: z.object({ dueOn: z.iso.date(), wasDueOn: z.iso.date(), endedOn: z.iso.date() }).optional(),
  /** Where more time was granted and decides: the date without it, and who decided. */
  extension: ExtensionView.extend({ wasDueOn: z.iso.date() }).optional(),
  /** The latest request for more time that waits or was declined. */
  request: ExtensionView.optional(),
  /** Where prior learning counts instead: `state` is then completed, without a day of completion or credit. */
  equivalency: EquivalencyView.optional(),
});
export type AssignmentInForce = z.infer<typeof AssignmentInForce>;

/** A module read before of which the district changed a part since. */
export const ReadAgain = z.object({
  moduleId: z.string(),
  title: z.string(),
  lessons: z.array(z.object({ id: z.string(), title: z.string(), minutes: z.number() })),
});
export type ReadAgain = z.infer<typeof ReadAgain>;

/** "My path", and a person's path as their coach sees it. `next` is the one obvious step. */
export const PathPage = z.object({
  person: PersonView,
  today: z.iso.date(),
  next: AssignmentInForce.optional(),
  assignments: z.array(AssignmentInForce),
  readAgain: z.array(ReadAgain),
  /** What the person is exempt from today. */
  waivers: z.array(WaiverView),
  equivalencies: z.array(EquivalencyView),
  creditMinutes: z.number(),
  minutesLeft: z.number(),
});
export type PathPage = z.infer<typeof PathPage>;

/** Whom: named people, everyone at schools, everyone in job roles, or those in both. */
export const Audience = z
  .object({
    staffIds: z.array(z.string()).max(500).default([]),
    schoolIds: z.array(z.string()).default([]),
    roles: z.array(JobRole).default([]),
  })
  .refine(({ staffIds, schoolIds, roles }) => staffIds.length + schoolIds.length + roles.length > 0, {
    message: "Choose at least one person, school or role.",
  });
export type Audience = z.infer<typeof Audience>;

export const AssignRequest = z.object({
  audience: Audience,
  target: Target,
  due: Due,
  note: z.string().trim().max(500).optional(),
});
export type AssignRequest = z.infer<typeof AssignRequest>;

/** Who would get it, before anything is saved. */
export const AssignPreview = z.object({
  total: z.number(),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      schoolNames: z.array(z.string()),
      effect: z.enum(["new", "earlier", "alreadyAssigned", "alreadyCompleted", "waived"]),
      /** The last date that would then be in force for them, whoever set it. */
      dueOn: z.iso.date(),
    }),
  ),
  /** Where the one date that was asked for is no school day: the day it moves to, and the break that moves it. */
  moved: z.object({ from: z.iso.date(), to: z.iso.date(), upTo: z.iso.date().optional(), by: z.string().optional() }).optional(),
  /** Left out and why, by name: on leave, suspended, left, or outside your reach. */
  leftOut: z.array(z.object({ name: z.string(), reason: z.string() })),
});
export type AssignPreview = z.infer<typeof AssignPreview>;

/** `sourceId` names the ledger line it gave each person: with it, the assignment can be taken back from anyone. */
export const AssignResult = z.object({ assignmentId: z.string(), sourceId: z.string(), assigned: z.number() });
export type AssignResult = z.infer<typeof AssignResult>;
