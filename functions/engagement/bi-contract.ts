import * as z from "zod";
import { JobRole, SchoolLevel } from "../roster/contract.ts";
import { MetricDefinition, MetricId } from "./contract.ts";

/** What may be asked of the figures for another program; without a week, those of now. */
export const BiQuery = z.object({
  week: z
    .string()
    .regex(/^\d{4}-W\d{2}$/, "Name a week as 2026-W12.")
    .optional(),
  level: SchoolLevel.optional(),
  role: JobRole.optional(),
});
export type BiQuery = z.infer<typeof BiQuery>;

/**
 * One school and one figure. Where a figure is hidden its numbers are absent and `hidden` says why; where only a bound may
 * be said, `bound` says which and the counts are absent.
 */
export const BiRow = z.object({
  schoolId: z.string(),
  school: z.string(),
  level: SchoolLevel,
  metric: MetricId,
  definitionVersion: z.number(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  percent: z.number().optional(),
  bound: z.enum(["atLeast", "atMost"]).optional(),
  hidden: z.literal("smallGroup").optional(),
  activeStaff: z.number(),
  knownStaff: z.number(),
  coverageOf: z.number(),
  asOf: z.iso.datetime(),
  week: z.string().optional(),
});
export type BiRow = z.infer<typeof BiRow>;

export const BiSchools = z.object({ asOf: z.iso.datetime(), week: z.string().optional(), rows: z.array(BiRow) });
export const BiWeeks = z.object({ weeks: z.array(z.object({ week: z.string(), asOf: z.iso.date() })) });
export const BiDefinitions = z.object({ definitions: z.array(MetricDefinition) });
