import * as z from "zod";
import { ChangeNote } from "../roster/person-contract.ts";

/** A module as a preview names it. */
export const PreviewedModule = z.object({ moduleId: z.string(), title: z.string(), dueOn: z.iso.date(), isDone: z.boolean() });
export type PreviewedModule = z.infer<typeof PreviewedModule>;

/** What a change of a person's record would bring about, on the day it takes hold. */
export const ChangePreview = z.object({
  on: z.iso.date(),
  assigned: z.array(PreviewedModule),
  removed: z.array(PreviewedModule),
  redated: z.array(PreviewedModule.extend({ from: z.iso.date() })),
  /** The schools whose lists and figures they come into and go out of. */
  joins: z.array(z.string()),
  leaves: z.array(z.string()),
  /** How many people they coach. */
  caseload: z.number().int(),
  coach: z.string().optional(),
  /** Modules they have completed: theirs whatever changes. */
  completions: z.number().int(),
  notes: z.array(ChangeNote),
});
export type ChangePreview = z.infer<typeof ChangePreview>;
