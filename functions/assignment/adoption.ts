import { type Adoption, adoption } from "../platform/adoption.ts";
import { contacts } from "./contacts.ts";
import { equivalencies, extensions, waivers } from "./decision-records.ts";
import { sources } from "./records.ts";
import { mergedLine } from "./membership-rules.ts";

/** A person's ledger and who wrote to them, as it becomes another person's when their accounts are one: the union of both, line by line. */
export const assignmentAdoption: readonly Adoption[] = [
  adoption(sources, {
    group: ({ id }) => `assignment:${id}`,
    adopt(other, { keptId, mine }) {
      const kept = mine.find(({ id }) => id === other.id);
      return { ...(kept ? mergedLine(kept, other) : other), staffId: keptId };
    },
  }),
  // What was decided about either account was decided about the one person behind both.
  adoption(waivers, { group: ({ id }) => `waiver:${id}`, adopt: (other, { keptId }) => ({ ...other, staffId: keptId }) }),
  adoption(extensions, { group: ({ id }) => `extension:${id}`, adopt: (other, { keptId }) => ({ ...other, staffId: keptId }) }),
  adoption(equivalencies, { group: ({ id }) => `equivalency:${id}`, adopt: (other, { keptId }) => ({ ...other, staffId: keptId }) }),
  adoption(contacts, {
    group: ({ byId }) => `contact:${byId}`,
    adopt(other, { keptId, mine }) {
      const kept = mine.find(({ byId }) => byId === other.byId);
      return { ...other, staffId: keptId, lastOn: kept && kept.lastOn > other.lastOn ? kept.lastOn : other.lastOn };
    },
  }),
];
