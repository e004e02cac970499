import { commit, retryOnConflict } from "../../platform/commit.ts";
import { type LocalDate, localDate } from "../../platform/dates.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Item } from "../../platform/table.ts";
import { findPiece, piecesFrom } from "../queries.ts";
import type { Piece } from "../records.ts";
import { filesOf, withoutWords } from "../rules.ts";
import { emptyPiece } from "./empty-piece.ts";

type DoneWith = (piece: Pick<Piece, "kind" | "state" | "doneOn"> & { lastOn: LocalDate }) => LocalDate | undefined;

/**
 * Empties the pieces of a person that nobody has needed since a day, by what `doneWith` says of each: their words, links and files are
 * gone for good, and what was said of them. Their title, their state and who decided when stay, and an accepted one goes on counting. As a
 * trial it counts and empties nothing.
 */
export async function expirePieces(
  ctx: Granted<"retention:apply">,
  staffId: string,
  items: Item[],
  { upTo, isTrial, doneWith }: { upTo: LocalDate; isTrial: boolean; doneWith: DoneWith },
): Promise<{ rows: number; files: number }> {
  const isOver = (piece: Piece): boolean => {
    const since = piece.expiredOn === undefined ? doneWith({ ...piece, lastOn: lastOn(piece, ctx.district.zone) }) : undefined;
    return since !== undefined && since <= upTo;
  };
  const over = piecesFrom(items, () => {}).filter(isOver);
  if (!isTrial)
    for (const { id } of over)
      await retryOnConflict(async () => {
        const now = await findPiece(ctx, staffId, id);
        if (!now || !isOver(now)) return;
        await commit(ctx, {
          action: "piece.expired",
          subject: `staff:${staffId}`,
          writes: await emptyPiece(ctx, now, (one) => ({ ...withoutWords(one), expiredOn: ctx.today })),
          after: { pieceId: id, kind: now.kind, state: now.state },
          result: null,
        });
      });
  return { rows: over.length, files: over.flatMap(filesOf).length };
}

/** The local date of the last that happened to a piece. */
function lastOn({ submittedAt, reviews }: Piece, zone: string): LocalDate {
  const last = [submittedAt, ...reviews.map(({ reviewedAt }) => reviewedAt)].toSorted().at(-1) ?? submittedAt;
  return localDate(new Date(last), zone);
}
