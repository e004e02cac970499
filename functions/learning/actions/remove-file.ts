import type { Context } from "../../platform/context.ts";
import type { RecordWrite } from "../../platform/record.ts";
import type { AttachedFile } from "../contract.ts";
import { incomingFileName, storedFileName, uploadAddress, uploads } from "../records.ts";

/**
 * Removes the bytes of a file for good, with every version of them and what an upload cut short left of them, and gives what to
 * write afterwards: where the row of the upload is still there it goes, for its name may tell of the student too.
 */
export async function removeFile(ctx: Context, staffId: string, file: AttachedFile): Promise<RecordWrite<"fact">[]> {
  const holder = file.heldBy ?? staffId;
  // The file first: nothing says that it is gone before it is.
  await ctx.files.remove(storedFileName(ctx.district.id, holder, file.id));
  await ctx.files.remove(incomingFileName(ctx.district.id, holder, file.id));
  const upload = await ctx.table.get(uploads, uploadAddress(staffId, file.id));
  return upload ? [uploads.remove(upload)] : [];
}
