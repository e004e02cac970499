import { assignmentSpanish } from "../assignment/spanish.ts";
import { badgesSpanish } from "../badges/spanish.ts";
import { certificationSpanish } from "../certification/spanish.ts";
import { creditSpanish } from "../credit/spanish.ts";
import { curriculumSpanish } from "../curriculum/spanish.ts";
import { engagementSpanish } from "../engagement/spanish.ts";
import { learningSpanish } from "../learning/spanish.ts";
import { platformSpanish } from "../platform/spanish.ts";
import type { Sentences } from "../platform/sentences.ts";
import { portfolioSpanish } from "../portfolio/spanish.ts";
import { remindersSpanish } from "../reminders/spanish.ts";
import { rosterSpanish } from "../roster/spanish.ts";

/** Every refusal in Spanish, whoever says it. */
export const refusalsInSpanish: Sentences = {
  ...platformSpanish,
  ...rosterSpanish,
  ...curriculumSpanish,
  ...learningSpanish,
  ...assignmentSpanish,
  ...portfolioSpanish,
  ...certificationSpanish,
  ...creditSpanish,
  ...badgesSpanish,
  ...engagementSpanish,
  ...remindersSpanish,
};
