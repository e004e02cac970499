import { ApiProblem } from "../app/api.ts";
import { uploadWords } from "../strings/en-upload.ts";

/** Nothing moved for so long: the line is dead, whatever the browser believes. */
const silentWithinMs = 60_000;

/**
 * Puts a file at a signed address, which may be another host's: no cookie goes with it. `XMLHttpRequest`, because `fetch` cannot say
 * how much of a body is sent.
 */
export function putFile(
  { address, headers }: { address: string; headers: Record<string, string> },
  file: File,
  { signal, onSent }: { signal: AbortSignal; onSent: (bytes: number) => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const isHeard = () => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), silentWithinMs);
    };
    const stop = () => request.abort();
    const end = (settle: () => void) => () => {
      clearTimeout(silence);
      signal.removeEventListener("abort", stop);
      settle();
    };
    const offline = () => reject(new ApiProblem(0, { code: "offline" }));
    request.open("PUT", address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => {
      isHeard();
      onSent(Math.min(loaded, file.size));
    };
    request.onload = end(() => {
      const { status } = request;
      if (status >= 200 && status < 300) return resolve();
      if (status >= 500) return reject(new ApiProblem(status, { code: "try-again" }));
      reject(new ApiProblem(status, { code: "refused", title: uploadWords.refusedTitle, detail: uploadWords.refused }));
    });
    request.onerror = end(offline);
    request.onabort = end(() => (signal.aborted ? reject(new ApiProblem(0, { code: "stopped" })) : offline()));
    signal.addEventListener("abort", stop);
    isHeard();
    onSent(0);
    if (signal.aborted) return end(() => reject(new ApiProblem(0, { code: "stopped" })))();
    request.send(file);
  });
}
