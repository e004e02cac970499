import * as z from "zod";
import { DefinitionChoices } from "./definition-contract.ts";

/** A certification as it would be saved, to see whom that concerns before it is. */
export const DefinitionTrialInput = z.object({ choices: DefinitionChoices });
export type DefinitionTrialInput = z.infer<typeof DefinitionTrialInput>;

/** The work in the background that looks at everyone, to be followed by its id. */
export const DefinitionTrialStarted = z.object({ taskId: z.string() });
export type DefinitionTrialStarted = z.infer<typeof DefinitionTrialStarted>;

/** So many people, of whom some are named. */
const Group = z.object({ total: z.number().int(), people: z.array(z.object({ staffId: z.string(), name: z.string() })) });

/**
 * Who would have everything that the certification asks for and does not today, and the other way around. Whoever holds it and
 * has no renewal to do is in neither: saving changes no certificate.
 */
export const DefinitionTrial = z.object({ added: Group, removed: Group, both: z.number().int(), failed: z.number().int() });
export type DefinitionTrial = z.infer<typeof DefinitionTrial>;

/** How many people a trial names in each group; it counts everyone. */
export const namedInTrial = 50;
