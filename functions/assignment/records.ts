import * as z from "zod";
import { record } from "../platform/record.ts";
import { JobRole } from "../roster/contract.ts";
import { modernAudience } from "./plain-audience.ts";
import { Anchor, Due, Target } from "./contract.ts";
import { RuleAudience, RuleTrouble } from "./rule-contract.ts";

/** A standing rule: everyone in the audience gets the target. Its version is the row's, and goes up with each save alone. */
export const Rule = z.object({
  id: z.string(),
  name: z.string(),
  /** Rules that were saved when an audience was roles, levels and schools alone are read as the same expression. */
  audience: z.preprocess(modernAudience, RuleAudience),
  target: Target,
  due: Due,
  effectiveFrom: z.iso.date(),
  effectiveUntil: z.iso.date().optional(),
  isActive: z.boolean(),
  /** Every job role the rule was ever for: among these people are all who may have got something from it. */
  rolesEver: z.array(JobRole),
  /** Whether it was ever for people whatever their role. */
  isForAnyRole: z.boolean().optional(),
});
export type Rule = z.infer<typeof Rule>;

/** The district's rules: a few dozen short rows, read together. */
export const rules = record({
  type: "rule",
  kind: "fact",
  schema: Rule,
  address: ({ id }) => ({ of: "RULE", at: id }),
});

/** A rule as it was saved once; written with the rule and never changed. */
export const ruleVersions = record({
  type: "rule-version",
  kind: "fact",
  schema: z.object({
    ruleId: z.string(),
    number: z.number().int().positive(),
    rule: Rule,
    savedAt: z.iso.datetime(),
    savedBy: z.object({ id: z.string(), name: z.string() }),
  }),
  address: ({ ruleId, number }) => ({ of: `RULEV#${ruleId}`, at: String(number).padStart(5, "0") }),
});

/** How a rule is doing: the work that brings a version to people, and whether it was stopped. */
export const RuleState = z.object({
  ruleId: z.string(),
  applying: z.object({ taskId: z.string(), ruleVersion: z.number().int() }).optional(),
  /** Holds for the version it names; saving the rule again ends it. */
  stopped: RuleTrouble.extend({ ruleVersion: z.number().int(), since: z.iso.date() }).optional(),
});
export type RuleState = z.infer<typeof RuleState>;

/** Beside the rules, so that what happens to one does not look like someone having changed it. */
export const ruleStates = record({
  type: "rule-state",
  kind: "fact",
  schema: RuleState,
  address: ({ ruleId }) => ({ of: "RULESTATE", at: ruleId }),
});

/** What put a line into the ledger. */
const Origin = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("rule"), ruleId: z.string(), ruleName: z.string(), ruleVersion: z.number() }),
  z.object({ kind: z.literal("person"), staffId: z.string(), name: z.string(), assignmentId: z.string() }),
]);

/**
 * One line of a person's ledger: something asks them to learn something. A line is never removed; one that has ended
 * contributes nothing and can be opened again as it was.
 */
export const Source = z.object({
  staffId: z.string(),
  id: z.string(),
  origin: Origin,
  target: Target,
  due: Due,
  anchorOn: z.iso.date(),
  anchor: Anchor,
  assignedAt: z.iso.datetime(),
  note: z.string().optional(),
  /** The last day it applies, where the roster already says when the role ends. */
  lastOn: z.iso.date().optional(),
  endedOn: z.iso.date().optional(),
  /** `person`: someone decided it, and no rule reopens it. `audience`, `rule`: it comes back when the reason does. */
  endedBy: z.enum(["person", "audience", "rule"]).optional(),
  endReason: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

/** What the keys of a person's ledger begin with. */
const sourcePrefix = "A#";

/** In the person's own partition: their path and their summary read the ledger in the one query. */
export const sources = record({
  type: "assignment-source",
  kind: "fact",
  schema: Source,
  address: ({ staffId, id }) => ({ of: `U#${staffId}`, at: `${sourcePrefix}${id}` }),
});
