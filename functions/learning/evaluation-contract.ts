import * as z from "zod";

/** How far somebody agrees with a statement, from least to most; there is no middle to hide in. */
const AgreementLevel = z.enum(["stronglyDisagree", "disagree", "agree", "stronglyAgree"]);

/** What forms for professional learning ask of its participants, in four statements and no words of one's own: words could name a student. */
export const EvaluationAnswers = z.object({
  /** It mattered for my work. */
  relevant: AgreementLevel,
  /** It was clear. */
  clear: AgreementLevel,
  /** I can use it in my work. */
  usable: AgreementLevel,
  /** The time was well spent. */
  wellSpent: AgreementLevel,
});
export type EvaluationAnswers = z.infer<typeof EvaluationAnswers>;

/** The statements in the order in which they are asked and written down. */
export const evaluationStatements = ["relevant", "clear", "usable", "wellSpent"] as const satisfies (keyof EvaluationAnswers)[];

/** What one said of a module, when, and until when it can be changed; without these, nothing yet. */
export const EvaluationPage = z.object({
  moduleId: z.string(),
  given: z.object({ answers: EvaluationAnswers, on: z.iso.date(), changeableUntil: z.iso.date(), isClosed: z.boolean() }).optional(),
  /** Until when what is said today could be changed. */
  changeableUntil: z.iso.date(),
});
export type EvaluationPage = z.infer<typeof EvaluationPage>;

/** That it was kept; never what was said, so that no copy of it lies with the answer. */
export const EvaluationKept = z.object({ moduleId: z.string(), on: z.iso.date(), changeableUntil: z.iso.date() });
export type EvaluationKept = z.infer<typeof EvaluationKept>;
