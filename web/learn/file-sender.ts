import type { PlaceForFile } from "../../functions/learning/contract.ts";
import { ApiProblem, intent } from "../app/api.ts";
import { fileIdentity } from "../app/intents.ts";
import { uploadWords } from "../strings/en-upload.ts";
import type { putFile } from "./put-file.ts";

/** How far the file is: being read, on its way with so many of its bytes sent, or being looked at. */
export type UploadState = { name: string; step: "reading" | "sending" | "checking"; sent: number; bytes: number };

/** What a file passes on its way: it is announced and given a place, its bytes are put there, and they are looked at. */
type Way = {
  place(file: { name: string; bytes: number; sha256: string }, options: ReturnType<typeof intent>): Promise<PlaceForFile>;
  put: typeof putFile;
  tellArrived(fileId: string): Promise<unknown>;
};

const tries = 3;

/** That it was ended by its person: `stopped` by the button, `left` with the page. Nothing is handed in after either. */
export const wasEnded = (error: unknown, how: "stopped" | "left"): boolean => error instanceof ApiProblem && error.code === how;

/**
 * Sends a file ahead of what it belongs to. The same file is sent once, however often the rest is tried, until it is handed in or the
 * API no longer knows it; bytes that have arrived are not sent again because an answer was lost.
 */
export function fileSender(way: Way, tell: (state: UploadState | undefined) => void) {
  let there: { file: File; id: string; isAccepted: boolean } | undefined;
  let ending: AbortController | undefined;

  const accept = async (one: NonNullable<typeof there>): Promise<string> => {
    if (one.isAccepted) return one.id;
    const { name, size } = one.file;
    tell({ name, step: "checking", sent: size, bytes: size });
    try {
      await way.tellArrived(one.id);
    } catch (error) {
      // A refusal is an answer: what was put there is not there any more, or not to be used.
      if (!(error instanceof ApiProblem && error.isTemporary)) there = undefined;
      throw error;
    }
    one.isAccepted = true;
    return one.id;
  };

  const sendAhead = async (file: File, signal: AbortSignal): Promise<string> => {
    const before = there && fileIdentity(there.file) === fileIdentity(file) ? there : undefined;
    try {
      if (before) return await accept(before);
    } catch (error) {
      const isGone = error instanceof ApiProblem && (error.code === "not-ready" || error.code === "not-found");
      if (!isGone) throw error;
    }
    const show = (step: UploadState["step"], sent = 0) => tell({ name: file.name, step, sent, bytes: file.size });
    show("reading");
    const said = { name: file.name.slice(-255), bytes: file.size, sha256: await digestOf(file) };
    const options = intent();
    const id = await withPatience(signal, async () => {
      // A place is asked for before each try: it is the same one, at an address that is fresh.
      const { id: fileId, ...to } = await way.place(said, options);
      await way.put(to, file, { signal, onSent: (sent) => show("sending", sent) });
      return fileId;
    });
    there = { file, id, isAccepted: false };
    return accept(there);
  };

  /** Whatever it was at, also with all its bytes there: who left or stopped means not to hand it in. */
  const sendAheadOrEnd = async (file: File): Promise<string> => {
    const { signal } = (ending = new AbortController());
    try {
      const id = await sendAhead(file, signal);
      if (!signal.aborted) return id;
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      tell(undefined);
    }
    throw new ApiProblem(0, { code: String(signal.reason) });
  };

  return {
    /** Ends what is on its way, if anything is; what is being handed in already is handed in. */
    end(how: "stopped" | "left"): void {
      ending?.abort(how);
    },
    async sendWith<Result>(file: File | undefined, send: (fileId: string | undefined) => Promise<Result>): Promise<Result> {
      if (!file) return send(undefined);
      const id = await sendAheadOrEnd(file);
      try {
        const result = await send(id);
        there = undefined;
        return result;
      } catch (error) {
        // Handed in already, or gone: the next try sends it anew.
        if (error instanceof ApiProblem && error.fieldMessage("fileId") !== undefined) there = undefined;
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
