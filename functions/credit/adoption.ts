import { type Adoption, adoption } from "../platform/adoption.ts";
import { creditCycles, outsideCredits } from "./records.ts";

/**
 * A person's courses go with them, each as one thing; the same course entered in both accounts still counts once. Where
 * both accounts said when a cycle began, the kept one's word stays. Credit for modules follows its enrollments by itself.
 */
export const creditAdoption: readonly Adoption[] = [
  adoption(outsideCredits, {
    group: ({ id }) => `outside-credit:${id}`,
    adopt: (one, { keptId }) => ({ ...one, staffId: keptId }),
    takeBack: (source, current) => ({ ...current, staffId: source.staffId }),
  }),
  adoption(creditCycles, {
    group: ({ ruleId }) => `credit-cycle:${ruleId}`,
    adopt: (one, { keptId, mine }) => mine.find(({ ruleId }) => ruleId === one.ruleId) ?? { ...one, staffId: keptId },
  }),
];
