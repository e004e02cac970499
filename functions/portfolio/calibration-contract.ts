import * as z from "zod";
import { RubricCriterion } from "../curriculum/content.ts";
import { RubricLevel } from "../learning/contract.ts";

const Levels = z.record(z.string(), RubricLevel);

/** A rating of a sample: a level for each criterion, and what decided it. */
export const RatingInput = z.object({ levels: Levels, reason: z.string().trim().max(2_000) });
export type RatingInput = z.infer<typeof RatingInput>;

/** The samples there are to rate, and where the signed-in person stands with each. */
export const Samples = z.object({
  samples: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** `open`: to be rated; `waiting`: rated, and nobody else has; `compared`: with another's rating. */
      state: z.enum(["open", "waiting", "compared"]),
      percent: z.number().optional(),
      withName: z.string().optional(),
      /** The day from which it may be rated again. */
      againOn: z.string().optional(),
    }),
  ),
});
export type Samples = z.infer<typeof Samples>;

/** A sample to rate. What another chose is told only to someone who has rated it and was compared with them. */
export const SamplePage = z.object({
  id: z.string(),
  title: z.string(),
  /** What the task had asked for. */
  asked: z.string(),
  /** The submission, by paragraphs. It is made up: no student and no colleague is in it. */
  text: z.array(z.string()),
  criteria: z.array(RubricCriterion),
  mayRate: z.boolean(),
  againOn: z.string().optional(),
  mine: z.object({ ratedOn: z.string(), levels: Levels, reason: z.string() }).optional(),
  comparison: z.object({ withName: z.string(), percent: z.number(), levels: Levels, reason: z.string() }).optional(),
});
export type SamplePage = z.infer<typeof SamplePage>;
