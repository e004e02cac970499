import { useState } from "react";
import type { maxFileBytes, UploadedFile } from "../../functions/learning/contract.ts";
import { ask, client, persistentFetch } from "../app/api.ts";

/** The largest file; only the type of the API's limit is imported, so that its schemas stay out of the bundle and the two cannot differ. */
export const maxBytes: typeof maxFileBytes = 4_000_000;
/** What a file to hand in may be, for the chooser; the API looks at its bytes. */
export const fileTypes = ".pdf,.png,.jpg,.jpeg,.docx,.pptx";

/** Sends a file ahead of what it belongs to and gives its id; the same file is sent once, however often the rest is tried. */
export function useUpload(): (file: File) => Promise<string> {
  const [uploaded, setUploaded] = useState<{ file: File; id: string }>();
  return async (file) => {
    if (uploaded?.file === file) return uploaded.id;
    const { id } = await upload(file);
    setUploaded({ file, id });
    return id;
  };
}

async function upload(file: File): Promise<UploadedFile> {
  const headers = { "content-type": file.type || "application/octet-stream", "x-file-name": encodeURIComponent(file.name) };
  return (await ask(persistentFetch(client.api["evidence-files"].$url(), { method: "POST", headers, body: file }))) as UploadedFile;
}
