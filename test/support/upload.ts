import { hash } from "node:crypto";
import { acceptUpload } from "../../functions/learning/actions/accept-upload.ts";
import { announceUpload, placeForUpload } from "../../functions/learning/actions/announce-upload.ts";
import type { UploadedFile } from "../../functions/learning/contract.ts";
import { newId } from "../../functions/platform/ids.ts";
import type { Granted } from "../../functions/platform/grant.ts";

/** A store that answers at the addresses it signed. */
export type AnsweringFiles = { answer(request: Request): Promise<Response> };

/** A request to a signed address, as a browser makes it. */
export const at = (address: string, init: RequestInit = {}): Request => new Request(new URL(address, "http://localhost:3000"), init);

/** What a browser says of a file before it sends it. */
export const announced = (name: string, bytes: Uint8Array) => ({ name, bytes: bytes.length, sha256: hash("sha256", bytes) });

/** Uploads a file as a browser does: asks for a place, puts the bytes there, and has them looked at. */
export async function uploadFile(
  ctx: Granted<"learning:write">,
  files: AnsweringFiles,
  { staffId, fileName, bytes }: { staffId: string; fileName: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<UploadedFile> {
  const asking = { ...ctx, requestId: newId("req", ctx.now) };
  const file = { staffId, ...announced(fileName, bytes) };
  await announceUpload(asking, file);
  const { id, address, headers } = await placeForUpload(asking, file);
  const put = await files.answer(at(address, { method: "PUT", headers, body: bytes }));
  if (!put.ok) throw new Error(await put.text());
  return acceptUpload(ctx, { staffId, fileId: id });
}

/** What is had at an address that the API led to. */
export async function fileAt(files: AnsweringFiles, { address }: { address: string }): Promise<Response> {
  return files.answer(at(address));
}
