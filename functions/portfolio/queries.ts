import { attachedFile } from "../learning/queries.ts";
import type { Context } from "../platform/context.ts";
import { localDate } from "../platform/dates.ts";
import { type OnBad, rowsOf } from "../platform/district-table.ts";
import { notFound } from "../platform/errors.ts";
import type { Granted } from "../platform/grant.ts";
import type { Versioned } from "../platform/record.ts";
import type { FileAddress } from "../platform/route.ts";
import type { Item } from "../platform/table.ts";
import { findStaff, readStaff } from "../roster/queries.ts";
import { accountsToday, ownIdsFrom } from "../roster/read-merges.ts";
import { fullName } from "../roster/rules.ts";
import type { ObservationView, PieceQueue, PieceView, PortfolioPage } from "./contract.ts";
import { observationForm } from "./forms.ts";
import { calibrationRatings, type Observation, observations, type Piece, pieces, references } from "./records.ts";
import { mayReviewPiece, type PortfolioFacts } from "./rules.ts";

type WhichPiece = { staffId: string; pieceId: string };

/**
 * What counts of a person's portfolio, from the rows of their partition. What cannot be read does not count, nor what they said of
 * themselves under another account, which came out when the two were merged.
 */
export function portfolioFrom(staffId: string, items: Item[], onBad?: (item: Item, error: unknown) => void): PortfolioFacts {
  const own = ownIdsFrom(staffId, items, onBad);
  const isOwn = (id: string | undefined): boolean => id !== undefined && own.includes(id);
  return {
    observations: rowsOf(observations, items, onBad)
      .filter(({ takenBack, observerId }) => takenBack === undefined && !isOwn(observerId))
      .map(({ kind, observedOn, parts }) => ({
        observation: kind,
        on: observedOn,
        percent: Math.min(...parts.map((part) => part.percent)),
      })),
    references: rowsOf(references, items, onBad).flatMap(({ state, percent, answeredOn, refereeId }) =>
      state === "given" && percent !== undefined && answeredOn !== undefined && !isOwn(refereeId)
        ? [{ on: answeredOn, percent, refereeId }]
        : [],
    ),
    pieces: rowsOf(pieces, items, onBad)
      .filter(({ state, reviews }) => state === "accepted" && !isOwn(reviews.at(-1)?.reviewerId))
      .map(({ kind, doneOn }) => ({ piece: kind, on: doneOn })),
    calibrations: rowsOf(calibrationRatings, items, onBad).flatMap(({ sampleId, agreement }) =>
      agreement && !isOwn(agreement.withId) ? [{ sampleId, on: agreement.on, percent: agreement.percent }] : [],
    ),
  };
}

/** What counts of a portfolio, with each referee under the account they have today: two accounts that became one recommend once. */
export async function withRefereesToday(ctx: Context, portfolio: PortfolioFacts): Promise<PortfolioFacts> {
  const ids = new Set(portfolio.references.map(({ refereeId }) => refereeId));
  if (ids.size < 2) return portfolio;
  const today = await accountsToday(ctx, [...ids]);
  return {
    ...portfolio,
    references: portfolio.references.map((one) => ({ ...one, refereeId: today.get(one.refereeId) ?? one.refereeId })),
  };
}

/** The pieces among the rows of a person's partition. */
export const piecesFrom = (items: Item[], onBad?: OnBad): Piece[] => rowsOf(pieces, items, onBad);

/** One observation, as it is stored. */
export function findObservation(ctx: Context, staffId: string, id: string): Promise<(Observation & Versioned) | undefined> {
  return ctx.table.get(observations, { of: `U#${staffId}`, at: `OBS#${id}` });
}

/** One piece, as it is stored. */
export function findPiece(ctx: Context, staffId: string, id: string): Promise<(Piece & Versioned) | undefined> {
  return ctx.table.get(pieces, { of: `U#${staffId}`, at: `PIECE#${id}` });
}

/** An observation for its readers, its parts named in their language. */
export function observationView(ctx: Context, observation: Observation): ObservationView {
  const { id, kind, observedOn, observerId, observerName, comment, takenBack } = observation;
  const form = observationForm(kind, ctx.language);
  return {
    id,
    kind,
    observedOn,
    observerId,
    observerName,
    comment,
    parts: observation.parts.map((part) => ({ ...part, title: form.parts.find((one) => one.id === part.id)?.title ?? part.id })),
    ...(takenBack && { takenBack: { on: localDate(new Date(takenBack.at), ctx.district.zone), reason: takenBack.reason } }),
  };
}

function pieceView(piece: Piece & Versioned): PieceView {
  const { file, earlier, purged, ...shown } = piece;
  return {
    ...shown,
    ...fileView(file),
    earlier: earlier.map(({ file: before, ...said }) => ({ ...said, ...fileView(before) })),
    ...(purged && { purged: { at: purged.at, reason: purged.reason } }),
  };
}

const fileView = (file: Piece["file"]): Pick<PieceView, "file"> => (file ? { file: { name: file.name, bytes: file.bytes } } : {});

/** The file that was handed in with one of a piece's submissions, for whoever may read the piece. */
export async function pieceFile(ctx: Context, which: WhichPiece & { submission: number }): Promise<FileAddress> {
  const piece = await findPiece(ctx, which.staffId, which.pieceId);
  const sent = piece && [piece, ...piece.earlier].find(({ submission }) => submission === which.submission);
  return attachedFile(ctx, which.staffId, sent?.file);
}

/** The same for a reviewer, of a piece that is theirs to review. */
export async function pieceFileToReview(ctx: Granted<"piece:review">, which: WhichPiece & { submission: number }): Promise<FileAddress> {
  await readPieceToReview(ctx, which);
  return pieceFile(ctx, which);
}

/** Everything in a person's portfolio, the latest first. */
export async function portfolioPage(ctx: Context, staffId: string): Promise<PortfolioPage> {
  const [staff, seen, made] = await Promise.all([
    readStaff(ctx, staffId),
    ctx.table.list(observations, `U#${staffId}`, { prefix: "OBS#" }),
    ctx.table.list(pieces, `U#${staffId}`, { prefix: "PIECE#" }),
  ]);
  return {
    staffId,
    staffName: fullName(staff),
    observations: seen.toSorted((a, b) => b.observedOn.localeCompare(a.observedOn)).map((one) => observationView(ctx, one)),
    pieces: made.toSorted((a, b) => b.submittedAt.localeCompare(a.submittedAt)).map(pieceView),
  };
}

/** A piece that is this reader's to review; `not-found` for any other, whether it exists or not. */
export async function readPieceToReview(ctx: Granted<"piece:review">, { staffId, pieceId }: WhichPiece): Promise<Piece & Versioned> {
  const [piece, staff] = await Promise.all([findPiece(ctx, staffId, pieceId), readStaff(ctx, staffId)]);
  if (!piece || !mayReviewPiece(piece, readerOf(ctx, staff.coachId))) throw notFound("piece of work");
  return piece;
}

/** The same for its page. */
export async function pieceToReview(ctx: Granted<"piece:review">, which: WhichPiece): Promise<PieceView> {
  return pieceView(await readPieceToReview(ctx, which));
}

/** The pieces that wait for this reader, the longest waiting first. */
export async function pieceQueue(ctx: Granted<"piece:review">): Promise<PieceQueue> {
  const waiting = await ctx.table.list(pieces, "PIECES", { index: "index2" });
  const mine = await Promise.all(
    waiting.map(async (piece) => {
      const staff = await findStaff(ctx, piece.staffId);
      return mayReviewPiece(piece, readerOf(ctx, staff?.coachId)) ? [piece] : [];
    }),
  );
  return {
    pieces: mine
      .flat()
      .map(({ id, staffId, staffName, kind, title, submittedAt }) => ({ id, staffId, staffName, kind, title, submittedAt })),
  };
}

function readerOf({ actor }: Granted<"piece:review">, coachId: string | undefined) {
  const isDistrictLeader = actor.kind === "person" && actor.grants.some(({ role }) => role === "districtLeader");
  return { reviewerId: actor.kind === "person" ? actor.staffId : "", coachId, isDistrictLeader };
}
