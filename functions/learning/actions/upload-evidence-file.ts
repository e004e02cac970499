import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { UploadedFile } from "../contract.ts";
import { fileKindOf, safeFileName } from "../../platform/file-kinds.ts";
import { storedFileName, uploads } from "../records.ts";

/**
 * Stores a file that the signed-in person may then attach to their evidence. What it is, is decided by its bytes;
 * refuses anything but PDF, PNG, JPEG, Word and PowerPoint with `unsupported-file`.
 */
export async function uploadEvidenceFile(
  ctx: Granted<"learning:write">,
  input: { staffId: string; fileName: string; bytes: Uint8Array },
): Promise<UploadedFile> {
  const kind = fileKindOf(input.bytes);
  if (!kind)
    throw new AppError(
      "unsupported-file",
      "Send a PDF, a PNG or JPEG picture, or a Word or PowerPoint file without macros. Other files can be saved as PDF first.",
    );
  const id = ctx.newId("fil");
  const name = safeFileName(input.fileName, kind);
  const bytes = input.bytes.length;
  // The file first: a row always has its file, and a file without a row is out of everyone's reach.
  await ctx.files.put(storedFileName(ctx.district.id, input.staffId, id), input.bytes, kind.mediaType);
  return commit(ctx, {
    action: "evidence-file.uploaded",
    subject: `staff:${input.staffId}`,
    writes: [
      uploads.put({ version: 0, id, staffId: input.staffId, name, mediaType: kind.mediaType, bytes, uploadedAt: ctx.now.toISOString() }),
    ],
    after: { id, bytes, mediaType: kind.mediaType },
    result: { id, name, bytes },
  });
}
