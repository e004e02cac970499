import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { enqueue } from "../../platform/outbox.ts";
import type { RecordWrite } from "../../platform/record.ts";
import { readStaff } from "../../roster/queries.ts";
import type { Staff } from "../../roster/records.ts";
import { fullName, isWorking } from "../../roster/rules.ts";
import type { PieceDecision, PieceOutcome, PurgeInput } from "../contract.ts";
import { portfolioMail, type Told } from "../mail-words.ts";
import { readPieceToReview } from "../queries.ts";
import { type Piece, pieces } from "../records.ts";
import { emptied, pieceReviewProblems } from "../rules.ts";
import { emptyPiece } from "./empty-piece.ts";

type Which = { staffId: string; pieceId: string };

/** Accepts or returns a piece, with the message that tells its owner. A review made on a page that is out of date is a `conflict`. */
export async function reviewPiece(ctx: Granted<"piece:review">, input: PieceDecision & Which): Promise<PieceOutcome> {
  const piece = await readPieceToReview(ctx, input);
  if (piece.state !== "submitted")
    throw new AppError(
      "conflict",
      "This was decided or taken back a moment ago. Reload to see how it stands; what you wrote is still on this page.",
    );
  requireVersion(piece, input.version);
  const fields = pieceReviewProblems(input);
  if (fields.length > 0) throw new AppError("invalid-input", "Complete the review and send it again. Nothing was saved.", { fields });
  const { decision, comment } = input;
  const review = { ...reviewerOf(ctx), reviewedAt: ctx.now.toISOString(), decision, comment };
  const state = decision === "accept" ? ("accepted" as const) : ("returned" as const);
  const reviewed = { ...piece, state, reviews: [...piece.reviews, review] };
  return save(ctx, `piece.${state}`, reviewed, [pieces.put(reviewed)]);
}

/** Empties a piece in which a student can be recognized: what it said is gone from every row, its files for good; that it was there stays. */
export async function purgePiece(ctx: Granted<"piece:review">, { reason, version, ...which }: PurgeInput & Which): Promise<PieceOutcome> {
  const piece = await readPieceToReview(ctx, which);
  if (piece.state === "purged") throw new AppError("conflict", "This was emptied already. Reload to see why.");
  requireVersion(piece, version);
  const purged = { by: reviewerOf(ctx).reviewerId, at: ctx.now.toISOString(), reason };
  const change = (one: Piece): Piece => emptied(one, purged);
  return save(ctx, "piece.purged", { ...change(piece), version }, await emptyPiece(ctx, piece, change));
}

function reviewerOf({ actor }: Granted<"piece:review">): { reviewerId: string; reviewerName: string } {
  if (actor.kind !== "person") throw new Error("pieces are reviewed by people");
  return { reviewerId: actor.staffId, reviewerName: actor.name };
}

function requireVersion(piece: { version: number }, version: number): void {
  if (piece.version !== version)
    throw new AppError(
      "conflict",
      "This has changed since you opened it. Reload to see it as it is now; what you wrote is still on this page.",
    );
}

async function save(
  ctx: Granted<"piece:review">,
  action: string,
  piece: Piece & { version: number },
  writes: RecordWrite<"fact">[],
): Promise<PieceOutcome> {
  const { id, staffId, kind, state, submission, version } = piece;
  const told = tell(ctx, await readStaff(ctx, staffId), piece);
  return commit(ctx, {
    action,
    subject: `staff:${staffId}`,
    writes: [...writes, ...told],
    // Neither its title nor what was said of it: the audit outlives an emptied piece.
    after: { pieceId: id, kind, state, submission },
    result: { id, state, version: version + 1, isTold: told.length > 0 },
  });
}

const isTold = (state: Piece["state"]): state is Told => state === "accepted" || state === "returned" || state === "purged";

/** One message for each decision; none to someone who is not working here today. */
function tell(ctx: Granted<"piece:review">, staff: Staff, piece: Piece): RecordWrite<"fact">[] {
  const { state } = piece;
  if (!isTold(state) || !isWorking(staff, ctx.today) || staff.email === "") return [];
  return [
    enqueue(ctx, {
      key: `piece-${state}:${piece.id}:${piece.submission}`,
      staffId: staff.id,
      toName: fullName(staff),
      toEmail: staff.email,
      says: portfolioMail.piece({
        givenName: staff.givenName,
        reviewer: reviewerOf(ctx).reviewerName,
        state,
        address: `${ctx.origin}/portfolio`,
      }),
    }),
  ];
}
