const transientReasons = new Set(["None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);
const busyErrors = new Set([
  "ProvisionedThroughputExceededException",
  "ThrottlingException",
  "RequestLimitExceeded",
  "InternalServerError",
  "ServiceUnavailable",
  "TransactionInProgressException",
  "TimeoutError",
]);
const connectionErrors = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"]);

/** Whether the same call may succeed later: the database is busy, or it cannot be reached. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return busyErrors.has(error.name) || ("code" in error && connectionErrors.has(String(error.code)));
}

/** Whether a transaction was cancelled only because others were at work on the same rows: nothing about it was wrong. */
export function isTransient(reasons: readonly { Code?: string | undefined }[]): boolean {
  return reasons.every(({ Code }) => Code === undefined || transientReasons.has(Code));
}
