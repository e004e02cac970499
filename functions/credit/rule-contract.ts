import * as z from "zod";
import { LearningTopic } from "../curriculum/alignment-contract.ts";

/** What hours are counted for: a state license, the district's pay scale, a certificate, something else. */
export const PurposeKind = z.enum(["license", "districtPay", "certificate", "other"]);
export type PurposeKind = z.infer<typeof PurposeKind>;

/** Rounding of minutes to a step. `each`: every credit by itself; `sum`: once, the sum of a cycle. */
export const Rounding = z.object({
  stepMinutes: z.number().int().min(1).max(6_000),
  direction: z.enum(["down", "nearest"]),
  of: z.enum(["each", "sum"]),
});
export type Rounding = z.infer<typeof Rounding>;

/** A share of a cycle that has to be about something: so many units of whatever is about any of its topics. */
export const CreditShare = z.object({
  topics: z.array(LearningTopic).min(1, "Choose at least one topic.").max(11),
  units: z.number().min(0.25).max(1_000),
});
export type CreditShare = z.infer<typeof CreditShare>;

/** What a district may decide about one purpose that hours are counted for. */
export const CreditTerms = z.object({
  name: z.string().trim().min(3, "Give it a name.").max(120),
  kind: PurposeKind,
  /** What the authority calls what it counts: clock hour, CEU, PLU. */
  unit: z.object({ one: z.string().trim().min(1).max(40), many: z.string().trim().min(1).max(40) }),
  minutesPerUnit: z.number().int().min(1).max(6_000),
  rounding: Rounding,
  /** Less than this gives nothing: of the district's modules together in a cycle, of a course taken elsewhere by itself. */
  minimumMinutes: z.number().int().min(0).max(6_000),
  cycleYears: z.number().int().min(1).max(10),
  /** In units; left out where nothing fixed is asked for. */
  unitsPerCycle: z.number().min(0.25).max(1_000).optional(),
  /** Shares of the cycle's units; one credit may stand in several. */
  shares: z.array(CreditShare).max(8).optional(),
  /** Courses taken elsewhere count only if someone approved them before they were over. */
  approvedBefore: z.boolean().optional(),
  retentionYears: z.number().int().min(1).max(30),
  /** Which credits count for it. */
  counts: z.object({ modules: z.boolean(), outside: z.boolean() }),
  isOffered: z.boolean(),
  /** The last day on which someone held it against its source. */
  verifiedOn: z.iso.date().optional(),
  source: z.string().trim().max(500),
  note: z.string().trim().max(1_000),
});
export type CreditTerms = z.infer<typeof CreditTerms>;

/** One purpose as it holds now. `edition` 1 is as it ships, or as the district first wrote it. */
export const CreditRule = z.object({ id: z.string(), edition: z.number().int(), terms: CreditTerms });
export type CreditRule = z.infer<typeof CreditRule>;

/** A purpose as an administrator reads it: as it is, as it shipped, and everyone who changed it. */
export const CreditRuleView = CreditRule.extend({
  shipped: CreditTerms.optional(),
  editions: z.array(z.object({ edition: z.number().int(), savedBy: z.string(), savedAt: z.string(), reason: z.string() })),
});
export type CreditRuleView = z.infer<typeof CreditRuleView>;

/** Every purpose there is, whether in use or not. */
export const CreditRulesPage = z.object({ rules: z.array(CreditRuleView) });
export type CreditRulesPage = z.infer<typeof CreditRulesPage>;

const Reason = z.string().trim().min(10, "Write a sentence, so that others can follow why.").max(2_000);

/** The next edition of a purpose, made from the edition that was read. */
export const CreditRuleInput = z.object({ edition: z.number().int(), terms: CreditTerms, reason: Reason });
export type CreditRuleInput = z.infer<typeof CreditRuleInput>;

/** A purpose of the district's own. */
export const NewCreditRule = z.object({ terms: CreditTerms, reason: Reason });
export type NewCreditRule = z.infer<typeof NewCreditRule>;

/** What is asked before a purpose is saved; without `ruleId` it is a new one. */
export const CreditPreviewInput = z.object({ ruleId: z.string().optional(), terms: CreditTerms });
export type CreditPreviewInput = z.infer<typeof CreditPreviewInput>;

/** What a change would do to a few people's totals; nothing is saved. */
export const CreditPreview = z.object({
  /** How many people were looked at to find some with credit. */
  lookedAt: z.number().int(),
  people: z.array(
    z.object({
      name: z.string(),
      /** In units; left out where the purpose is new. */
      before: z.number().optional(),
      after: z.number(),
    }),
  ),
});
export type CreditPreview = z.infer<typeof CreditPreview>;
