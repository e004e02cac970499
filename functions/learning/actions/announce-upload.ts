import { commit } from "../../platform/commit.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { acceptedFiles, isNamedOtherwise } from "../../platform/file-kinds.ts";
import type { Granted } from "../../platform/grant.ts";
import { idFrom } from "../../platform/ids.ts";
import { type FileToUpload, maxFileBytes, type PlaceForFile } from "../contract.ts";
import { incomingFileName, uploads } from "../records.ts";

type OwnFile = FileToUpload & { staffId: string };

/**
 * Puts down which bytes the signed-in person is about to upload. Refuses what is too large, or is named as another kind, before
 * anything was sent; what it really is, is looked at when it has arrived.
 */
export async function announceUpload(ctx: Granted<"learning:write">, input: OwnFile): Promise<void> {
  const { staffId, name, bytes, sha256 } = input;
  if (bytes > maxFileBytes) throw new AppError("too-large", `The file may have at most ${maxFileBytes / 1_000_000} MB.`);
  if (isNamedOtherwise(name))
    throw new AppError("unsupported-file", acceptedFiles, { fields: [{ path: "json.fileId", message: "Choose another file." }] });
  const id = uploadId(ctx, input);
  const uploadedAt = ctx.now.toISOString();
  const mediaType = "application/octet-stream";
  await commit(ctx, {
    action: "evidence-file.announced",
    subject: `staff:${staffId}`,
    writes: [uploads.put({ version: 0, id, staffId, name, mediaType, bytes, sha256, state: "expected", uploadedAt })],
    after: { id, bytes },
    result: null,
  });
}

/** Where the announced bytes can be put, and no others: signed anew for each request that asks, and kept nowhere. */
export async function placeForUpload(ctx: Granted<"learning:write">, input: OwnFile): Promise<PlaceForFile> {
  const id = uploadId(ctx, input);
  return { id, ...(await ctx.files.addressToPut(incomingFileName(ctx.district.id, input.staffId, id), input)) };
}

/** The same for a request that is sent again. */
function uploadId({ idempotency, requestId }: Context, { staffId, sha256 }: OwnFile): string {
  return idFrom("fil", staffId, sha256, idempotency?.key ?? requestId);
}
