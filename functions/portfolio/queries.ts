import { rowsOf } from "../platform/district-table.ts";
import type { Item } from "../platform/table.ts";
import type { PortfolioFacts } from "./rules.ts";
import { calibrationRatings, observations, pieces, references } from "./records.ts";

/** What counts of a person's portfolio, from the rows of their partition. What cannot be read does not count. */
export function portfolioFrom(items: Item[], onBad?: (item: Item, error: unknown) => void): PortfolioFacts {
  return {
    observations: rowsOf(observations, items, onBad)
      .filter(({ takenBack }) => takenBack === undefined)
      .map(({ kind, observedOn, parts }) => ({
        observation: kind,
        on: observedOn,
        percent: Math.min(...parts.map((part) => part.percent)),
      })),
    references: rowsOf(references, items, onBad).flatMap(({ state, percent, answeredOn }) =>
      state === "given" && percent !== undefined && answeredOn !== undefined ? [{ on: answeredOn, percent }] : [],
    ),
    pieces: rowsOf(pieces, items, onBad)
      .filter(({ state }) => state === "accepted")
      .map(({ kind, doneOn }) => ({ piece: kind, on: doneOn })),
    calibrations: rowsOf(calibrationRatings, items, onBad).flatMap(({ sampleId, agreement }) =>
      agreement ? [{ sampleId, on: agreement.on, percent: agreement.percent }] : [],
    ),
  };
}
