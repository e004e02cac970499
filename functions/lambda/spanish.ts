import { assignmentSpanish } from "../assignment/spanish.ts";
import { badgesSpanish } from "../badges/spanish.ts";
import { certificationSpanish } from "../certification/spanish.ts";
import { creditSpanish } from "../credit/spanish.ts";
import { engagementSpanish } from "../engagement/spanish.ts";
import { learningSpanish } from "../learning/spanish.ts";
import { platformSpanish } from "../platform/spanish.ts";
import type { Sentences } from "../platform/sentences.ts";
import { portfolioSpanish } from "../portfolio/spanish.ts";
import { rosterSpanish } from "../roster/spanish.ts";

/** Every refusal that has its Spanish, whoever says it. What is not here is said in English. */
export const refusalsInSpanish: Sentences = {
  ...platformSpanish,
  ...rosterSpanish,
  ...learningSpanish,
  ...assignmentSpanish,
  ...portfolioSpanish,
  ...certificationSpanish,
  ...creditSpanish,
  ...badgesSpanish,
  ...engagementSpanish,
};
