import type { HistoryColumns, HistoryPreview } from "../../functions/certification/decision-contract.ts";
import type { ImportView } from "../../functions/roster/import-contract.ts";
import type { HrInspection } from "../../functions/roster/mapping-contract.ts";
import { ApiProblem } from "../app/api.ts";

/** How far an upload is: `sent` of the file from 0 to 1; at 1 the server is at work. */
export type UploadProgress = (sent: number) => void;

/** The same bound as the API's, so that nobody waits for an upload that is then refused. */
export const maxBundleBytes = 20_000_000;

type ProblemBody = ConstructorParameters<typeof ApiProblem>[1];

/**
 * Sends a roster file, a zip or a CSV, and waits for what is on record of it. The key makes a second try after a lost
 * answer find the first import instead of making another.
 */
export function uploadRoster(file: File, key: string, onProgress: UploadProgress): Promise<ImportView> {
  return sendFile<ImportView>("/api/roster/imports", file, { key, onProgress });
}

/** Sends a personnel file to be looked at; nothing of it is kept. */
export function inspectHrFile(file: File, key: string): Promise<HrInspection> {
  return sendFile<HrInspection>("/api/roster/mappings/inspect", file, { key, onProgress: () => undefined });
}

/** Sends a file of past certificates: to be looked at, or to be entered; read by the columns that were chosen. */
export function sendPastCertificates(
  file: File,
  { isEntering, columns, key }: { isEntering: boolean; columns: HistoryColumns; key: string },
): Promise<HistoryPreview> {
  const path = `/api/certifications/history${isEntering ? "" : "/preview"}?${new URLSearchParams(columns as Record<string, string>).toString()}`;
  return sendFile<HistoryPreview>(path, file, { key, onProgress: () => undefined });
}

/** `XMLHttpRequest`, because `fetch` cannot say how much of a body is sent. */
function sendFile<Result>(path: string, file: File, { key, onProgress }: { key: string; onProgress: UploadProgress }): Promise<Result> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.responseType = "json";
    request.setRequestHeader("content-type", /\.zip$/i.test(file.name) ? "application/zip" : "text/csv");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.setRequestHeader("X-Throughline", "1");
    request.setRequestHeader("Idempotency-Key", key);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.upload.onload = () => onProgress(1);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Result);
      else
        reject(
          new ApiProblem(
            request.status,
            (request.response as ProblemBody | null) ?? { code: request.status === 503 ? "try-again" : "internal" },
          ),
        );
    };
    request.onerror = () => reject(new ApiProblem(0, { code: "offline" }));
    request.ontimeout = request.onerror;
    request.send(file);
  });
}
