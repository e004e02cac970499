import { type Adoption, adoption } from "../platform/adoption.ts";
import { outsideBadges } from "./outside-records.ts";

/** Badges of other issuers go with their person, and go back with them when a merge is taken back. */
export const badgeAdoption: readonly Adoption[] = [
  adoption(outsideBadges, {
    group: ({ id }) => `outside-badge:${id}`,
    adopt: (one, { keptId }) => ({ ...one, staffId: keptId }),
    takeBack: (source, current) => ({ ...current, staffId: source.staffId }),
  }),
];
