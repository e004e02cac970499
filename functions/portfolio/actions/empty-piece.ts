import { removeFile } from "../../learning/actions/remove-file.ts";
import type { Context } from "../../platform/context.ts";
import type { RecordWrite, Versioned } from "../../platform/record.ts";
import { changeEverywhere, readMergedCopies } from "../../roster/merged-copies.ts";
import { type Piece, pieces } from "../records.ts";
import { filesOf } from "../rules.ts";

/** Removes the files of a piece for good and gives the writes that empty it, wherever a merge has put or left a copy of it. */
export async function emptyPiece(ctx: Context, piece: Piece & Versioned, change: (piece: Piece) => Piece): Promise<RecordWrite<"fact">[]> {
  const { id, staffId } = piece;
  const copies = await readMergedCopies(ctx, staffId);
  const removed: RecordWrite<"fact">[] = [];
  for (const file of filesOf(piece)) removed.push(...(await removeFile(ctx, { staffId, file, copies })));
  return [...changeEverywhere(ctx.district.id, copies, pieces, { row: piece, same: { id }, change }), ...removed];
}
