import { hash } from "node:crypto";
import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import { acceptedFiles, fileKindOf, safeFileName } from "../../platform/file-kinds.ts";
import type { Granted } from "../../platform/grant.ts";
import { forParts } from "../../platform/idempotency.ts";
import type { Versioned } from "../../platform/record.ts";
import { GuardFailed } from "../../platform/table.ts";
import type { UploadedFile } from "../contract.ts";
import { incomingFileName, type Upload, uploadAddress, uploads } from "../records.ts";

type Learner = Granted<"learning:write">;

/**
 * Looks at the bytes that have arrived and, where they are what was announced and of a kind that is accepted, lets them be handed
 * in. Until they are, they stay where they arrived and are nobody's to read. What is refused is removed at once. Done again after
 * any cut, and any number of times, it comes to the same.
 */
export async function acceptUpload(ctx: Learner, input: { staffId: string; fileId: string }): Promise<UploadedFile> {
  const read = () => ctx.table.get(uploads, uploadAddress(input.staffId, input.fileId));
  const upload = await read();
  if (!upload) throw unknown();
  if (upload.state === "checked") return fileOf(upload);
  try {
    return await check(ctx, upload);
  } catch (error) {
    // Another of the same may have been faster, and have handed the file in or refused it from under this one's hands.
    const now = await read();
    if (now?.state === "checked") return fileOf(now);
    throw error instanceof GuardFailed ? unknown() : error;
  }
}

const unknown = (): AppError => new AppError("not-found", "This upload is not known any more. Attach the file again.");

const fileOf = ({ id, name, bytes }: Upload): UploadedFile => ({ id, name, bytes });

async function check(ctx: Learner, upload: Upload & Versioned): Promise<UploadedFile> {
  const incoming = incomingFileName(ctx.district.id, upload.heldBy ?? upload.staffId, upload.id);
  const arrived = await ctx.files.get(incoming);
  if (!arrived) throw new AppError("not-ready", "The file has not arrived. Send it again.");
  const isWhole = arrived.length === upload.bytes && hash("sha256", arrived) === upload.sha256;
  const kind = fileKindOf(arrived);
  if (!isWhole || !kind) {
    await ctx.files.remove(incoming);
    await forget(ctx, upload);
    if (!isWhole) throw new AppError("not-ready", "The file did not arrive whole. Send it again.");
    throw new AppError("unsupported-file", acceptedFiles, { fields: [{ path: "json.fileId", message: "Choose another file." }] });
  }
  const { mediaType } = kind;
  const checked: Upload & Versioned = { ...upload, name: safeFileName(upload.name, kind), mediaType, state: "checked" };
  return commit(ctx, {
    action: "evidence-file.uploaded",
    subject: `staff:${upload.staffId}`,
    writes: [uploads.put(checked)],
    after: { id: checked.id, bytes: checked.bytes, mediaType },
    result: fileOf(checked),
  });
}

/** A part of its own: a refusal is answered by being thrown, not by what a commit keeps. */
async function forget(ctx: Learner, upload: Upload & Versioned): Promise<void> {
  await commit(forParts(ctx), {
    action: "evidence-file.refused",
    subject: `staff:${upload.staffId}`,
    writes: [uploads.remove(upload)],
    after: { id: upload.id, bytes: upload.bytes },
    result: null,
  });
}
