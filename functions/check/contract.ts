import * as z from "zod";

/** What the self-check can find (docs/operations.md, the self-check). */
export const FindingKind = z.enum([
  "unknownRow",
  "unreadableRow",
  "misplacedRow",
  "foreignRow",
  "unauditedFact",
  "summaryDiffers",
  "rollUpDiffers",
  "weekDiffers",
  "ledgerDiffers",
  "membershipDiffers",
  "claimDiffers",
  "identityDiffers",
  "certificateDiffers",
  "badgeDiffers",
  "outsideBadgeDiffers",
  "portfolioDiffers",
  "messageDiffers",
  "districtDiffers",
  "orphanRow",
]);
export type FindingKind = z.infer<typeof FindingKind>;

/** One thing in the table that is not as it must be: which row, what was expected, what was found. */
export const Finding = z.object({
  kind: FindingKind,
  /** The row, as `partition / place` inside its district; a row outside every district under its whole key. */
  row: z.string(),
  expected: z.string(),
  found: z.string(),
  /** What can be made anew from facts: the person's rows or the school's figures. Facts are never repaired. */
  repair: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("summary"), staffId: z.string(), schoolIds: z.array(z.string()) }),
      z.object({ kind: z.literal("rollUp"), schoolId: z.string() }),
    ])
    .optional(),
});
export type Finding = z.infer<typeof Finding>;

/** What a check found, as it is kept: the findings in words, at most a hundred of them. */
export const CheckReport = z.object({
  finishedAt: z.iso.datetime(),
  people: z.number(),
  schools: z.number(),
  /** How many findings there were, and how many of them were made anew from facts. */
  found: z.number(),
  repaired: z.number(),
  findings: z.array(Finding.omit({ repair: true }).extend({ isRepaired: z.boolean() })),
});
export type CheckReport = z.infer<typeof CheckReport>;

/** The page: the last report, said in the reader's language, and the check that is under way. */
export const CheckPage = z.object({
  report: CheckReport.extend({
    findings: z.array(CheckReport.shape.findings.element.extend({ title: z.string(), remedy: z.string() })),
  }).optional(),
  runningTaskId: z.string().optional(),
});
export type CheckPage = z.infer<typeof CheckPage>;
