import { type Adoption, adoption } from "../platform/adoption.ts";
import { calibrationRatings, observations, pieces, references } from "./records.ts";
import { pieceMovedTo } from "./rules.ts";

/** Everything in a portfolio is one thing that goes with its person, and goes back with them when a merge is taken back. */
export const portfolioAdoption: readonly Adoption[] = [
  adoption(observations, {
    group: ({ id }) => `observation:${id}`,
    adopt: (one, { keptId }) => ({ ...one, staffId: keptId }),
    takeBack: (source, current) => ({ ...current, staffId: source.staffId }),
  }),
  adoption(references, {
    group: ({ id }) => `reference:${id}`,
    adopt: (one, { keptId }) => ({ ...one, staffId: keptId }),
    takeBack: (source, current) => ({ ...current, staffId: source.staffId }),
  }),
  adoption(pieces, {
    group: ({ id }) => `piece:${id}`,
    adopt: (one, { keptId }) => pieceMovedTo(one, keptId),
    // As it stands now: what was emptied meanwhile stays empty.
    takeBack: (source, current) => pieceMovedTo(current, source.staffId),
  }),
  adoption(calibrationRatings, {
    group: ({ id }) => `calibration:${id}`,
    adopt: (one, { keptId }) => ({ ...one, staffId: keptId }),
    takeBack: (source, current) => ({ ...current, staffId: source.staffId }),
  }),
];
