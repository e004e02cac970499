import type { LocalDate } from "../platform/dates.ts";
import type { ObservationForm, ObservationInput, ObservationKind, PieceKind, Score } from "./contract.ts";
import { leastWords } from "./contract.ts";
import type { Piece } from "./records.ts";

/**
 * What of a portfolio counts towards a certificate, each with the local date on which it was done: observations by the
 * lowest of their parts, recommendations that were given, pieces that were accepted, ratings that were compared.
 */
export type PortfolioFacts = {
  observations: readonly { observation: ObservationKind; on: LocalDate; percent: number }[];
  references: readonly { on: LocalDate; percent: number; refereeId: string }[];
  pieces: readonly { piece: PieceKind; on: LocalDate }[];
  calibrations: readonly { sampleId: string; on: LocalDate; percent: number }[];
};

/** Of someone who has handed in nothing. */
export const emptyPortfolio: PortfolioFacts = { observations: [], references: [], pieces: [], calibrations: [] };

type Scores = Readonly<Record<string, Score>>;

/** Each part of a form in percent of its maximum, rounded down: 84.9 is not 85. */
export function partPercents({ parts }: Pick<ObservationForm, "parts">, scores: Scores): { id: string; percent: number }[] {
  return parts.map(({ id, items }) => {
    const reached = items.reduce((sum, item) => sum + (scores[item.id] ?? 0), 0);
    return { id, percent: Math.floor((100 * reached) / (2 * items.length)) };
  });
}

type Problem = { path: string; message: string };

/** What keeps an observation from being recorded, by the field that has to be mended. */
export function observationProblems(
  form: ObservationForm,
  input: ObservationInput,
  { hiredOn, today }: { hiredOn: LocalDate; today: LocalDate },
): Problem[] {
  const ids = form.parts.flatMap(({ items }) => items.map(({ id }) => id));
  const problems: Problem[] = [];
  if (!input.hasNoStake)
    problems.push({ path: "json.hasNoStake", message: "You must not evaluate this person or have a stake in their certificate." });
  if (input.observedOn > today) problems.push({ path: "json.observedOn", message: "Choose today or a day before it." });
  if (input.observedOn < hiredOn) problems.push({ path: "json.observedOn", message: "On this day they did not work here yet." });
  if (input.formVersion !== form.version)
    problems.push({
      path: "json.formVersion",
      message: "The form has changed since you opened it. Reload the page to score it as it is now.",
    });
  else if (ids.some((id) => input.scores[id] === undefined) || Object.keys(input.scores).some((id) => !ids.includes(id)))
    problems.push({ path: "json.scores", message: "Score every item of the form." });
  return problems;
}

type PieceReviewer = { reviewerId: string; coachId: string | undefined; isDistrictLeader: boolean };

/** Whether a piece is this reviewer's to review: their coachee's, anyone's for a district leader, any colleague's coaching cycle. */
export function mayReviewPiece({ kind, staffId }: Pick<Piece, "kind" | "staffId">, reader: PieceReviewer): boolean {
  if (reader.reviewerId === staffId) return false;
  return reader.isDistrictLeader || reader.coachId === reader.reviewerId || kind === "coachingCycle";
}

/** What keeps a review of a piece from being saved. */
export function pieceReviewProblems({
  decision,
  comment,
  hasNoConflict,
}: {
  decision: "accept" | "return";
  comment: string;
  hasNoConflict: boolean;
}): Problem[] {
  const problems: Problem[] = [];
  if (!hasNoConflict)
    problems.push({ path: "json.hasNoConflict", message: "You must not evaluate this person or have a personal stake in the decision." });
  if (decision === "return" && comment.trim().length < leastWords)
    problems.push({ path: "json.comment", message: "Say in a sentence what is missing, so that the next try can be accepted." });
  return problems;
}

/** A piece with another of a person's accounts. The bytes of its files stay where they were put, and are found there. */
export function pieceMovedTo<P extends Piece>(piece: P, staffId: string): P {
  const found = <Part extends Pick<Piece, "file">>(part: Part): Part => {
    if (!part.file) return part;
    const { heldBy = piece.staffId, ...file } = part.file;
    return { ...part, file: { ...file, ...(heldBy !== staffId && { heldBy }) } };
  };
  return { ...found(piece), staffId, earlier: piece.earlier.map(found) };
}

/** The files of a piece, of all its submissions; one that was sent with more than one of them once. */
export function filesOf({ file, earlier }: Pick<Piece, "file" | "earlier">): NonNullable<Piece["file"]>[] {
  const all = [file, ...earlier.map((before) => before.file)].filter((one) => one !== undefined);
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** A piece without anything it said, in any of its submissions and reviews; that it was there, and when, stays. */
export function emptied<P extends Piece>(piece: P, purged: NonNullable<Piece["purged"]>): P {
  return { ...withoutWords(piece), state: "purged", title: "", purged };
}

/** A piece without its text, links, files and what was said of it, in any of its submissions; its title and what was decided stay. */
export function withoutWords<P extends Piece>(piece: P): P {
  const { link: _, file: __, ...rest } = piece;
  return {
    ...(rest as P),
    text: "",
    reviews: piece.reviews.map((review) => ({ ...review, comment: "" })),
    earlier: piece.earlier.map(({ submission, submittedAt }) => ({ submission, submittedAt, text: "" })),
  };
}
