import type { Context } from "../../platform/context.ts";
import type { RecordWrite } from "../../platform/record.ts";
import { changeEverywhere, type MergedCopies } from "../../roster/merged-copies.ts";
import type { AttachedFile } from "../contract.ts";
import { incomingFileName, storedFileName, uploadAddress, uploads } from "../records.ts";

/**
 * Removes the bytes of a file for good, with every version of them and what an upload cut short left of them, and gives what to
 * write afterwards: where the row of the upload is still there, or a copy of it, it goes, for its name may tell of the student too.
 */
export async function removeFile(
  ctx: Context,
  { staffId, file, copies }: { staffId: string; file: AttachedFile; copies: MergedCopies },
): Promise<RecordWrite<"fact">[]> {
  const holder = file.heldBy ?? staffId;
  // The file first: nothing says that it is gone before it is.
  await ctx.files.remove(storedFileName(ctx.district.id, holder, file.id));
  await ctx.files.remove(incomingFileName(ctx.district.id, holder, file.id));
  const row = await ctx.table.get(uploads, uploadAddress(staffId, file.id));
  return changeEverywhere(ctx.district.id, copies, uploads, { row, same: { id: file.id }, change: () => undefined });
}
