import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { log } from "../../platform/log.ts";
import type { RecordWrite } from "../../platform/record.ts";
import type { AttachedFile } from "../contract.ts";
import { incomingFileName, storedFileName, uploadAddress, uploads } from "../records.ts";

/** A file as it is handed in: what to write in the same transaction, and what to do once that is done, which never fails. */
export type TakenUpload = { file: AttachedFile; writes: RecordWrite<"fact">[]; settle(): Promise<void> };

/**
 * Takes a file that this person uploaded, to be handed in with what they send: gives its bytes the name under which they stay. The
 * row of the upload goes with what it is handed in with, so that a file belongs to one submission. Anyone else's, one that was not
 * looked at, and one that was handed in already, is refused like one that never was.
 */
export async function takeUpload(ctx: Context, staffId: string, fileId: string): Promise<TakenUpload> {
  const address = uploadAddress(staffId, fileId);
  const upload = await ctx.table.get(uploads, address);
  if (upload?.state !== "checked") throw gone();
  const { id, name, mediaType, bytes, heldBy } = upload;
  const incoming = incomingFileName(ctx.district.id, heldBy ?? staffId, id);
  try {
    // The copy before the row, so that what is handed in always has its file; the first place is emptied last, so that a cut loses nothing.
    await ctx.files.copy(incoming, storedFileName(ctx.district.id, heldBy ?? staffId, id), mediaType);
  } catch (error) {
    const isHandedIn = !(await ctx.table.get(uploads, address));
    if (isHandedIn || !(await ctx.files.get(incoming))) throw gone();
    throw error;
  }
  return {
    file: { id, name, mediaType, bytes, ...(heldBy !== undefined && { heldBy }) },
    writes: [uploads.remove(upload)],
    settle: async () => {
      try {
        await ctx.files.remove(incoming);
      } catch (error) {
        // It is handed in, and that is what its person is told: what is left lies where everything goes by itself within a day.
        log("warn", "an upload's first place could not be emptied", { districtId: ctx.district.id, staffId, error: String(error) });
      }
    },
  };
}

const gone = (): AppError =>
  new AppError("invalid-input", "The attached file could not be found, or it was handed in already. Attach it again.", {
    fields: [{ path: "json.fileId", message: "Attach the file again." }],
  });
