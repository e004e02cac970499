import type { LocalDate } from "../platform/dates.ts";
import type { ObservationKind, PieceKind } from "./contract.ts";

/**
 * What of a portfolio counts towards a certificate, each with the local date on which it was done: observations by the
 * lowest of their parts, recommendations that were given, pieces that were accepted, ratings that were compared.
 */
export type PortfolioFacts = {
  observations: readonly { observation: ObservationKind; on: LocalDate; percent: number }[];
  references: readonly { on: LocalDate; percent: number }[];
  pieces: readonly { piece: PieceKind; on: LocalDate }[];
  calibrations: readonly { sampleId: string; on: LocalDate; percent: number }[];
};

/** Of someone who has handed in nothing. */
export const emptyPortfolio: PortfolioFacts = { observations: [], references: [], pieces: [], calibrations: [] };
