import { takeUpload, type TakenUpload } from "../../learning/actions/take-upload.ts";
import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { readStaff } from "../../roster/queries.ts";
import { fullName } from "../../roster/rules.ts";
import type { NewPiece, PieceAgain, PieceInput, PieceOutcome } from "../contract.ts";
import { findPiece } from "../queries.ts";
import { type Piece, pieces } from "../records.ts";

/** Hands one product of the signed-in person's own work to its reviewers. */
export async function handInPiece(ctx: Granted<"portfolio:write">, { kind, ...input }: NewPiece): Promise<PieceOutcome> {
  const staffId = signedInStaffId(ctx);
  const staffName = fullName(await readStaff(ctx, staffId));
  const { said, taken } = await accepted(ctx, input);
  const piece: Piece = {
    id: ctx.newId("pce"),
    staffId,
    staffName,
    kind,
    ...said,
    state: "submitted",
    submission: 1,
    submittedAt: ctx.now.toISOString(),
    reviews: [],
    earlier: [],
  };
  return save(ctx, "piece.submitted", { ...piece, version: 0 }, taken);
}

/** Hands a returned piece in again; what was handed in before, and what was said of it, is kept. */
export async function handInPieceAgain(
  ctx: Granted<"portfolio:write">,
  { pieceId, version, ...input }: PieceAgain & { pieceId: string },
): Promise<PieceOutcome> {
  const before = await ownPiece(ctx, pieceId);
  if (before.state !== "returned" || before.version !== version)
    throw new AppError(
      "conflict",
      "This has changed since you opened it. Reload to see how it stands; what you wrote is kept on this device.",
    );
  const { submission, submittedAt, text, link, file, expiredOn: _, ...rest } = before;
  const { said, taken } = await accepted(ctx, input);
  const earlier = [...before.earlier, { submission, submittedAt, text, ...(link !== undefined && { link }), ...(file && { file }) }];
  const again = { ...rest, ...said, state: "submitted" as const, submission: submission + 1, submittedAt: ctx.now.toISOString(), earlier };
  return save(ctx, "piece.submitted", again, taken);
}

/** Takes a piece back that is not accepted; it stays to be read and counts for nothing. */
export async function withdrawPiece(ctx: Granted<"portfolio:write">, pieceId: string): Promise<PieceOutcome> {
  const before = await ownPiece(ctx, pieceId);
  if (before.state !== "submitted" && before.state !== "returned")
    throw new AppError("conflict", "This was decided or taken back a moment ago. Reload to see how it stands.");
  return save(ctx, "piece.withdrawn", { ...before, state: "withdrawn" });
}

async function ownPiece(ctx: Granted<"portfolio:write">, pieceId: string) {
  const piece = await findPiece(ctx, signedInStaffId(ctx), pieceId);
  if (!piece) throw notFound("piece of work");
  return piece;
}

async function accepted(ctx: Granted<"portfolio:write">, { title, doneOn, text, link, fileId }: PieceInput) {
  const refuse = (path: string, message: string) =>
    new AppError("invalid-input", "Correct what is named and send it again. Nothing was handed in.", {
      fields: [{ path: `json.${path}`, message }],
    });
  if (doneOn > ctx.today) throw refuse("doneOn", "Choose today or a day before it.");
  if (text === "" && link === undefined && fileId === undefined)
    throw refuse("text", "Write what you did, give a link to it, or attach a file.");
  const taken = fileId === undefined ? undefined : await takeUpload(ctx, signedInStaffId(ctx), fileId);
  const said = { title, doneOn, text, ...(link !== undefined && { link }), ...(taken && { file: taken.file }) };
  return { said, taken };
}

/** What is said of it in the audit and in the answer is never what it says: both would outlive an emptied piece. */
async function save(
  ctx: Granted<"portfolio:write">,
  action: string,
  piece: Piece & { version: number },
  taken?: TakenUpload,
): Promise<PieceOutcome> {
  const { id, staffId, kind, state, submission, version } = piece;
  const outcome = await commit(ctx, {
    action,
    subject: `staff:${staffId}`,
    writes: [pieces.put(piece), ...(taken?.writes ?? [])],
    after: { pieceId: id, kind, state, submission },
    result: { id, state, version: version + 1 },
  });
  await taken?.settle();
  return outcome;
}
