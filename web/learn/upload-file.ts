import { useEffect, useRef, useState } from "react";
import type { maxFileBytes, PlaceForFile } from "../../functions/learning/contract.ts";
import { announce } from "../app/announce.ts";
import { ApiProblem, ask, client, intent } from "../app/api.ts";
import { uploadWords } from "../strings/en-upload.ts";
import { putFile } from "./put-file.ts";

/** The largest file; only the type of the API's limit is imported, so that its schemas stay out of the bundle and the two cannot differ. */
export const maxBytes: typeof maxFileBytes = 25_000_000;
/** What a file to hand in may be, for the chooser; the API looks at its bytes. */
export const fileTypes = ".pdf,.png,.jpg,.jpeg,.docx,.pptx";

/** What is wrong with a file before it is sent, in words. */
export function fileProblem({ size }: File): string | undefined {
  if (size > maxBytes) return uploadWords.tooLarge(maxBytes / 1_000_000);
  return size === 0 ? uploadWords.empty : undefined;
}

/** How far the file is: being read, on its way with so many of its bytes sent, or being looked at. */
export type UploadState = { name: string; step: "reading" | "sending" | "checking"; sent: number; bytes: number };

const tries = 3;

/**
 * Sends a file ahead of what it belongs to. `sendWith` gives the file's id to what is sent after it; the same file is sent once,
 * however often the rest is tried, until it is handed in or the API no longer knows it.
 */
export function useUpload() {
  const [state, setState] = useState<UploadState>();
  const [isStopped, setStopped] = useState(false);
  const uploaded = useRef<{ file: File; id: string } | undefined>(undefined);
  const stopping = useRef<AbortController | undefined>(undefined);
  // Whoever closes the form, or leaves the page, means not to send.
  useEffect(() => () => stopping.current?.abort(), []);

  const upload = async (file: File): Promise<string> => {
    if (uploaded.current?.file === file) return uploaded.current.id;
    const { signal } = (stopping.current = new AbortController());
    let said = 0;
    const tell = (step: UploadState["step"], sent = 0) => {
      setState({ name: file.name, step, sent, bytes: file.size });
      const quarter = Math.floor((4 * sent) / file.size);
      if (step === "sending" && quarter > said && quarter < 4) announce(uploadWords.percent((said = quarter) * 25));
    };
    try {
      announce(uploadWords.label(file.name));
      tell("reading");
      const json = { name: file.name.slice(-255), bytes: file.size, sha256: await digestOf(file) };
      const key = intent();
      // A place is asked for before each try: it is the same one, at an address that is fresh.
      const place = () => ask(client.api["evidence-files"].$post({ json }, key)) as Promise<PlaceForFile>;
      const id = await withPatience(signal, async () => {
        const { id: fileId, ...to } = await place();
        await putFile(to, file, { signal, onSent: (sent) => tell("sending", sent) });
        return fileId;
      });
      tell("checking", file.size);
      await ask(client.api["evidence-files"][":fileId"].arrival.$post({ param: { fileId: id } }));
      uploaded.current = { file, id };
      return id;
    } finally {
      setState(undefined);
    }
  };

  return {
    /** While a file is on its way. */
    state,
    /** The last one was stopped by the person. */
    isStopped,
    stop: () => stopping.current?.abort(),
    async sendWith<Result>(file: File | undefined, send: (fileId: string | undefined) => Promise<Result>): Promise<Result> {
      setStopped(false);
      try {
        const result = await send(file && (await upload(file)));
        uploaded.current = undefined;
        return result;
      } catch (error) {
        if (error instanceof ApiProblem && error.code === "stopped") {
          setStopped(true);
          announce(uploadWords.stopped);
        }
        // Handed in already, or gone: the next try sends it anew.
        if (error instanceof ApiProblem && error.fieldMessage("fileId") !== undefined) uploaded.current = undefined;
        throw error;
      }
    },
  };
}

async function digestOf(file: File): Promise<string> {
  try {
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch (cause) {
    throw new ApiProblem(0, { code: "unreadable", title: uploadWords.unreadableTitle, detail: uploadWords.unreadable }, { cause });
  }
}

/** Tries again, with growing pauses, what a connection or an address that had its time kept from arriving. */
async function withPatience<T>(signal: AbortSignal, send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      const isWorthIt = error instanceof ApiProblem && (error.isTemporary || error.code === "refused");
      if (!isWorthIt || attempt === tries || signal.aborted) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 500 * 3 ** (attempt - 1)));
  }
}
