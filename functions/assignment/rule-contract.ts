import * as z from "zod";
import { TaskState } from "../platform/contract.ts";
import { JobRole, SchoolLevel } from "../roster/contract.ts";
import { SeatRole, TeamKind } from "../roster/team-contract.ts";
import { Due, Target } from "./contract.ts";

/** How many conditions stand beside one another, and how many groups: an expression that a person can still read. */
const mostConditions = 8;

/**
 * One thing that must be so. `role`, `school` and `level` are about a job: within a group one and the same job meets them
 * all. The others are about the person.
 */
export const Condition = z.discriminatedUnion("about", [
  z.object({ about: z.literal("role"), anyOf: z.array(JobRole).min(1, "Choose at least one role.") }),
  z.object({ about: z.literal("level"), anyOf: z.array(SchoolLevel).min(1, "Choose at least one level.") }),
  z.object({ about: z.literal("school"), anyOf: z.array(z.string()).min(1, "Choose at least one school.").max(200) }),
  z.object({ about: z.literal("hired"), is: z.enum(["onOrAfter", "before"]), on: z.iso.date() }),
  /** In the first days of their work here. */
  z.object({ about: z.literal("newlyHired"), days: z.number().int().min(1).max(730) }),
  /** In a seat on one of these teams; in any seat where no role is named. Backups count where they are asked for. */
  z.object({
    about: z.literal("seat"),
    teams: z.array(TeamKind).min(1, "Choose at least one team."),
    roles: z.array(SeatRole).default([]),
    withBackups: z.boolean().default(true),
  }),
  /** `expiring`: the last one runs out within `days`, or has. */
  z.object({
    about: z.literal("certificate"),
    certificationId: z.string(),
    is: z.enum(["holds", "held", "neverHeld", "expiring"]),
    days: z.number().int().min(1).max(730).optional(),
  }),
]);
export type Condition = z.infer<typeof Condition>;

/**
 * Whom a rule is for: anyone in any of the groups; in a group is whoever meets all of its conditions. Every expression
 * of and and or can be written so, and this one can be read aloud.
 */
export const RuleAudience = z.object({
  anyOf: z
    .array(z.object({ allOf: z.array(Condition).min(1, "Add at least one condition.").max(mostConditions) }))
    .min(1, "Say whom it is for.")
    .max(mostConditions),
});
export type RuleAudience = z.infer<typeof RuleAudience>;

export const RuleInput = z.object({
  name: z.string().trim().min(3).max(120),
  audience: RuleAudience,
  target: Target,
  due: Due,
  effectiveFrom: z.iso.date(),
  /** The last day on which it asks anything of anyone. */
  effectiveUntil: z.iso.date().optional(),
});
export type RuleInput = z.infer<typeof RuleInput>;

/** Why a rule was stopped; `what` names what it stumbled on, as people know it. */
export const RuleTrouble = z.object({
  because: z.enum(["targetGone", "schoolGone", "certificationGone", "failed"]),
  what: z.string(),
});
export type RuleTrouble = z.infer<typeof RuleTrouble>;

export const RuleView = RuleInput.extend({
  id: z.string(),
  version: z.number(),
  isActive: z.boolean(),
  targetTitle: z.string(),
  /** Set on a rule that changes nobody's path until someone saves it again. */
  stopped: RuleTrouble.extend({ since: z.iso.date() }).optional(),
  /** The work that brings the last save to people, until it is done. */
  task: z.object({ id: z.string(), state: TaskState, done: z.number(), total: z.number() }).optional(),
});
export type RuleView = z.infer<typeof RuleView>;

/** The rules, and what their conditions can name beside roles and schools. */
export const RulesPage = z.object({
  rules: z.array(RuleView),
  certifications: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type RulesPage = z.infer<typeof RulesPage>;

/** What a rule is saved with: the version that was seen, so that nobody saves over someone else. */
export const RuleChange = RuleInput.extend({ version: z.number().int(), isActive: z.boolean() });

/** A rule to try out; with the id of a saved one, against what that one gives now. */
export const RuleTrial = RuleInput.extend({ id: z.string().optional(), isActive: z.boolean().optional() });
export type RuleTrial = z.infer<typeof RuleTrial>;

/** What saving would do to one person; `outcome` says what it amounts to for them. */
export const RuleEffect = z.object({
  id: z.string(),
  name: z.string(),
  schoolNames: z.array(z.string()),
  outcome: z.enum(["new", "alreadyAsked", "completed", "waived", "ends", "stillAsked", "later", "earlier", "changed"]),
  was: z.iso.date().optional(),
  dueOn: z.iso.date().optional(),
});
export type RuleEffect = z.infer<typeof RuleEffect>;

const Affected = z.object({ total: z.number(), people: z.array(RuleEffect) });

/**
 * What saving a rule would do, worked out for each person against their own ledger; totals count everyone, the first 500
 * of each are named. A rule mails nobody by itself; `overdueAtOnce` are late the moment it reaches them, and so
 * the first whom reminders would write to.
 */
export const RulePreview = z.object({
  added: Affected,
  removed: Affected,
  redated: Affected,
  unchanged: z.number(),
  overdueAtOnce: z.number(),
});
export type RulePreview = z.infer<typeof RulePreview>;

/** The answer to trying a rule out: at once for a few people, in the background for many. */
export const RuleTrialAnswer = z.object({ preview: RulePreview.optional(), taskId: z.string().optional() });
export type RuleTrialAnswer = z.infer<typeof RuleTrialAnswer>;

/** Every version of a rule that was ever saved, the latest first. */
export const RuleHistory = z.object({
  versions: z.array(
    RuleView.omit({ stopped: true, task: true }).extend({ savedAt: z.iso.datetime().optional(), savedByName: z.string().optional() }),
  ),
});
export type RuleHistory = z.infer<typeof RuleHistory>;
