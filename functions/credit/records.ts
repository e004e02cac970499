import * as z from "zod";
import { LearningTopic } from "../curriculum/alignment-contract.ts";
import { record } from "../platform/record.ts";
import { OutsideDecision, OutsideState } from "./contract.ts";
import { CreditTerms } from "./rule-contract.ts";

/** A course taken elsewhere, or to be taken, with everything that was said of it. It counts while it is approved. */
export const OutsideCredit = z.object({
  id: z.string(),
  staffId: z.string(),
  staffName: z.string(),
  title: z.string(),
  provider: z.string(),
  completedOn: z.iso.date(),
  minutes: z.number().int().positive(),
  evidence: z.string(),
  link: z.string().optional(),
  standard: z.string().optional(),
  topics: z.array(LearningTopic).optional(),
  /** What it is for, as it was asked for beforehand; the day and the minutes for which it was approved then. */
  plan: z.string().optional(),
  agreed: z.object({ on: z.iso.date(), minutes: z.number().int() }).optional(),
  state: OutsideState,
  submittedAt: z.iso.datetime(),
  reviews: z.array(
    z.object({
      reviewerId: z.string(),
      reviewerName: z.string(),
      reviewedAt: z.iso.datetime(),
      decision: OutsideDecision.shape.decision,
      comment: z.string(),
    }),
  ),
});
export type OutsideCredit = z.infer<typeof OutsideCredit>;

/** In the person's own partition: their hours are worked out from the one query. */
export const outsideCredits = record({
  type: "outside-credit",
  kind: "fact",
  schema: OutsideCredit,
  address: ({ staffId, id }) => ({ of: `U#${staffId}`, at: `CREDIT#${id}` }),
  // Sparse: what waits for a reviewer, the longest waiting first.
  index2: ({ state, submittedAt, id }) =>
    state === "submitted" || state === "asked" ? { of: "OUTSIDE", at: `${submittedAt}#${id}` } : undefined,
});

/** When a person's cycle began for a purpose, as they said. */
export const CreditCycle = z.object({ staffId: z.string(), ruleId: z.string(), startedOn: z.iso.date() });
export type CreditCycle = z.infer<typeof CreditCycle>;

export const creditCycles = record({
  type: "credit-cycle",
  kind: "fact",
  schema: CreditCycle,
  address: ({ staffId, ruleId }) => ({ of: `U#${staffId}`, at: `CYCLE#${ruleId}` }),
});

const padded = (edition: number): string => String(edition).padStart(4, "0");

/** What a district decided about a purpose, each edition kept. */
export const creditRuleEditions = record({
  type: "credit-rule-edition",
  kind: "fact",
  schema: z.object({
    ruleId: z.string(),
    edition: z.number().int().positive(),
    terms: CreditTerms,
    savedBy: z.string(),
    savedAt: z.iso.datetime(),
    reason: z.string(),
  }),
  address: ({ ruleId, edition }) => ({ of: "CREDITRULE", at: `${ruleId}#${padded(edition)}` }),
});
