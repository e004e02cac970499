import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import { fileKindOf, safeFileName } from "../../platform/file-kinds.ts";
import type { Granted } from "../../platform/grant.ts";
import type { LibraryFile } from "../contract.ts";
import { libraryFiles, storedLibraryFileName } from "../records.ts";

/** Stores a file for a library entry that is about to be saved. What it is, is decided by its bytes. */
export async function uploadLibraryFile(
  ctx: Granted<"content:write">,
  input: { fileName: string; bytes: Uint8Array },
): Promise<LibraryFile> {
  const kind = fileKindOf(input.bytes);
  if (!kind)
    throw new AppError(
      "unsupported-file",
      "Add a PDF, a picture, or a Word or PowerPoint file without macros; give anything else by its address.",
    );
  const id = ctx.newId("lbf");
  const name = safeFileName(input.fileName, kind);
  const bytes = input.bytes.length;
  await ctx.files.put(storedLibraryFileName(ctx.district.id, id), input.bytes, kind.mediaType);
  return commit(ctx, {
    action: "library-file.uploaded",
    subject: `library-file:${id}`,
    writes: [libraryFiles.put({ version: 0, id, name, mediaType: kind.mediaType, bytes, uploadedAt: ctx.now.toISOString() })],
    after: { name, bytes },
    result: { id, name, bytes },
  });
}
