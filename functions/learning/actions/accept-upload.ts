import { hash } from "node:crypto";
import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import { acceptedFiles, type FileKind, fileKindOf, safeFileName } from "../../platform/file-kinds.ts";
import type { Granted } from "../../platform/grant.ts";
import { forParts } from "../../platform/idempotency.ts";
import type { Versioned } from "../../platform/record.ts";
import { GuardFailed } from "../../platform/table.ts";
import type { UploadedFile } from "../contract.ts";
import { incomingFileName, storedFileName, type Upload, uploadAddress, uploads } from "../records.ts";

type Learner = Granted<"learning:write">;
type Expected = { upload: Upload & Versioned; incoming: string; stored: string };

/**
 * Looks at the bytes that have arrived and, where they are what was announced and of a kind that is accepted, gives them the name
 * under which they stay. Until then they are nobody's to read. What is refused is removed at once. Done again after any cut, and
 * any number of times, it comes to the same.
 */
export async function acceptUpload(ctx: Learner, input: { staffId: string; fileId: string }): Promise<UploadedFile> {
  const read = () => ctx.table.get(uploads, uploadAddress(input.staffId, input.fileId));
  const upload = await read();
  if (!upload) throw unknown();
  const holder = upload.heldBy ?? upload.staffId;
  const incoming = incomingFileName(ctx.district.id, holder, upload.id);
  if (upload.state === "ready") {
    await ctx.files.remove(incoming);
    return fileOf(upload);
  }
  try {
    return await take(ctx, { upload, incoming, stored: storedFileName(ctx.district.id, holder, upload.id) });
  } catch (error) {
    // Another of the same may have been faster, and have taken the bytes away from under this one's hands.
    const now = await read();
    if (now?.state === "ready") return fileOf(now);
    throw error instanceof GuardFailed ? unknown() : error;
  }
}

const unknown = (): AppError => new AppError("not-found", "This upload is not known any more. Attach the file again.");

const fileOf = ({ id, name, bytes }: Upload): UploadedFile => ({ id, name, bytes });

async function take(ctx: Learner, expected: Expected): Promise<UploadedFile> {
  const { upload, incoming, stored } = expected;
  const arrived = await ctx.files.get(incoming);
  if (!arrived) throw new AppError("not-ready", "The file has not arrived. Send it again.");
  const kind = fileKindOf(arrived);
  if (!kind || !isAnnounced(upload, arrived)) return refuse(ctx, expected, kind);
  const { mediaType } = kind;
  // The copy before the row, so that a row always has its file; the first place is emptied last, so that a cut loses nothing.
  await ctx.files.copy(incoming, stored, mediaType);
  const { sha256: _, ...rest } = upload;
  const ready: Upload & Versioned = { ...rest, name: safeFileName(upload.name, kind), mediaType, state: "ready" };
  const accepted = await commit(ctx, {
    action: "evidence-file.uploaded",
    subject: `staff:${upload.staffId}`,
    writes: [uploads.put(ready)],
    after: { id: ready.id, bytes: ready.bytes, mediaType },
    result: fileOf(ready),
  });
  await ctx.files.remove(incoming);
  return accepted;
}

const isAnnounced = ({ bytes, sha256 }: Upload, arrived: Uint8Array): boolean =>
  arrived.length === bytes && hash("sha256", arrived) === sha256;

async function refuse(ctx: Learner, { upload, incoming }: Expected, kind: FileKind | undefined): Promise<never> {
  await ctx.files.remove(incoming);
  // A part of its own: a refusal is answered by being thrown, not by what a commit keeps.
  await commit(forParts(ctx), {
    action: "evidence-file.refused",
    subject: `staff:${upload.staffId}`,
    writes: [uploads.remove(upload)],
    after: { id: upload.id, bytes: upload.bytes },
    result: null,
  });
  if (kind) throw new AppError("not-ready", "The file did not arrive whole. Send it again.");
  throw new AppError("unsupported-file", acceptedFiles, { fields: [{ path: "json.fileId", message: "Choose another file." }] });
}
