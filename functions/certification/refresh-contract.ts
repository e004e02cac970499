import * as z from "zod";
import { RequirementRule } from "./definition-contract.ts";

/**
 * One thing that has changed since a certificate was earned and that its holder is asked for: lessons that an edition of a
 * module changed, or a thing that a later edition of the certification asks for. Nothing else of either is asked again.
 */
export const RefreshPart = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("lessons"),
    moduleId: z.string(),
    /** The version of the module that has the changed lessons. */
    hash: z.string(),
    lessonIds: z.array(z.string()).min(1),
    /** The latest of the changes: what was read since then counts. */
    changedAt: z.iso.datetime(),
  }),
  z.object({ kind: z.literal("rule"), rule: RequirementRule }),
]);
export type RefreshPart = z.infer<typeof RefreshPart>;

/** What a holder is asked to do about what has changed, until when, and whether it is done; a certificate stays as it is either way. */
export const RefreshView = z.object({
  askedOn: z.iso.date(),
  dueOn: z.iso.date(),
  isDone: z.boolean(),
  parts: z.array(
    z.object({
      title: z.string(),
      isDone: z.boolean(),
      /** Where it is done, when it is lessons to read. */
      moduleId: z.string().optional(),
      lessonId: z.string().optional(),
      /** Done with others or handed in: its way begins at the holder's portfolio. */
      isOfPortfolio: z.boolean().optional(),
    }),
  ),
});
export type RefreshView = z.infer<typeof RefreshView>;

/** Asking the holders of a certificate for what has changed, by a day. */
export const RefreshInput = z.object({ dueOn: z.iso.date() });
export type RefreshInput = z.infer<typeof RefreshInput>;

/** The work in the background that looks at each holder, to be followed by its id. */
export const RefreshStarted = z.object({ taskId: z.string() });
export type RefreshStarted = z.infer<typeof RefreshStarted>;

/** Someone who is asked, and for what. */
const RefreshPerson = z.object({ staffId: z.string(), name: z.string(), parts: z.array(z.string()) });

/**
 * Whom it concerns: looked at alone, or done. Everyone is counted; of those who are asked some are named. `upToDate`: nothing that
 * they learned has changed, or they have done it by now. `asked`: asked for the same before. `exempt`: waived from all that changed.
 */
export const RefreshOutcome = z.object({
  people: z.array(RefreshPerson),
  toAsk: z.number().int(),
  leftOut: z.object({
    upToDate: z.number().int(),
    asked: z.number().int(),
    exempt: z.number().int(),
    away: z.number().int(),
    leaving: z.number().int(),
  }),
  /** How many could not be asked because a row of theirs cannot be read. */
  failed: z.number().int(),
  /** What the first of them is written. */
  mail: z.object({ subject: z.string(), body: z.string() }).optional(),
});
export type RefreshOutcome = z.infer<typeof RefreshOutcome>;

/** How many people a look names; it counts everyone. */
export const namedAtMost = 50;
