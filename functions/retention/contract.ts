import * as z from "zod";

/** For how many whole school years after the one it was decided in evidence can be kept, before it is emptied. */
export const keepOptions = [1, 3, 8] as const;

/** How long evidence is kept: `schoolYears` after the one it was decided in; without it, for as long as nobody decides otherwise. */
export const RetentionInput = z.object({
  version: z.number().int().min(0),
  schoolYears: z.literal(keepOptions).optional(),
});
export type RetentionInput = z.infer<typeof RetentionInput>;

/** What is kept and how long, and what comes of it next. */
export const RetentionPage = RetentionInput.extend({
  savedByName: z.string().optional(),
  savedOn: z.iso.date().optional(),
  /** The day on which evidence is emptied next, and the last day of what is emptied then. */
  next: z.object({ on: z.iso.date(), upTo: z.iso.date() }).optional(),
  /** For each choice, the last day of what would be emptied by it now. */
  upTo: z.array(z.object({ schoolYears: z.literal(keepOptions), day: z.iso.date() })),
});
export type RetentionPage = z.infer<typeof RetentionPage>;

/** A choice to be tried: what would be emptied by it today. */
export const RetentionTrialInput = z.object({ schoolYears: z.literal(keepOptions) });
export type RetentionTrialInput = z.infer<typeof RetentionTrialInput>;

export const RetentionTrialStarted = z.object({ taskId: z.string() });
export type RetentionTrialStarted = z.infer<typeof RetentionTrialStarted>;

/** How much was emptied, or would be: submissions of practice evidence, pieces of portfolios, files among them, and of how many people. */
export const RetentionCount = z.object({
  upTo: z.iso.date(),
  evidence: z.number().int(),
  pieces: z.number().int(),
  files: z.number().int(),
  people: z.number().int(),
  failed: z.number().int(),
});
export type RetentionCount = z.infer<typeof RetentionCount>;
