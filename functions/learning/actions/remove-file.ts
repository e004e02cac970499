import type { Context } from "../../platform/context.ts";
import type { RecordWrite } from "../../platform/record.ts";
import type { AttachedFile } from "../contract.ts";
import { storedFileName, uploadAddress, uploads } from "../records.ts";

/**
 * Removes the bytes of a file for good, with every version of them, and gives what to write afterwards: the row of the upload
 * goes, so that it cannot be attached again; its name may tell of the student too.
 */
export async function removeFile(ctx: Context, staffId: string, file: AttachedFile): Promise<RecordWrite<"fact">[]> {
  // The file first: nothing says that it is gone before it is.
  await ctx.files.remove(storedFileName(ctx.district.id, file.heldBy ?? staffId, file.id));
  const upload = await ctx.table.get(uploads, uploadAddress(staffId, file.id));
  return upload ? [uploads.remove(upload)] : [];
}
