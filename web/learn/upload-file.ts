import { useEffect, useState } from "react";
import type { maxFileBytes, PlaceForFile } from "../../functions/learning/contract.ts";
import { announce, toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { uploadWords } from "../strings/en-upload.ts";
import { fileSender, type UploadState, wasEnded } from "./file-sender.ts";
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

const way: Parameters<typeof fileSender>[0] = {
  place: (json, options) => ask(client.api["evidence-files"].$post({ json }, options)) as Promise<PlaceForFile>,
  put: putFile,
  tellArrived: (fileId) => ask(client.api["evidence-files"][":fileId"].arrival.$post({ param: { fileId } })),
};

/** Sends a file ahead of what it belongs to; `sendWith` gives the file's id to what is sent after it. */
export function useUpload() {
  const [state, setState] = useState<UploadState>();
  const [isStopped, setStopped] = useState(false);
  const [sender] = useState(() => fileSender(way, spoken(setState)));
  // Whoever closes the form, or leaves the page, means not to send.
  useEffect(() => () => sender.end("left"), [sender]);

  return {
    /** While a file is on its way. */
    state,
    /** The last one was stopped by the person. */
    isStopped,
    stop: () => sender.end("stopped"),
    async sendWith<Result>(file: File | undefined, send: (fileId: string | undefined) => Promise<Result>): Promise<Result> {
      setStopped(false);
      try {
        return await sender.sendWith(file, send);
      } catch (error) {
        if (wasEnded(error, "stopped")) {
          setStopped(true);
          announce(uploadWords.stopped);
        }
        // The form that would show it is gone.
        if (wasEnded(error, "left")) toast(uploadWords.left);
        throw error;
      }
    },
  };
}

/** The same for those who hear it: which file it is, and each quarter of it. */
function spoken(show: (state: UploadState | undefined) => void) {
  let said = 0;
  return (state: UploadState | undefined): void => {
    show(state);
    if (state?.step === "reading") {
      said = 0;
      announce(uploadWords.label(state.name));
    }
    const quarter = state?.step === "sending" ? Math.floor((4 * state.sent) / state.bytes) : 0;
    if (quarter > said && quarter < 4) announce(uploadWords.percent((said = quarter) * 25));
  };
}
