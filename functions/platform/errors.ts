/**
 * Every error the API can answer with. `code` is stable and documented in docs/errors.md; the title is what a
 * person reads first. A new kind of refusal is a new line here.
 */
export const errorCodes = {
  "invalid-input": { status: 400, title: "Some of what you sent needs correcting" },
  "invalid-cursor": { status: 400, title: "This page link no longer works" },
  "signed-out": { status: 401, title: "Please sign in" },
  "not-allowed": { status: 403, title: "Your role does not include this" },
  "cross-site": { status: 403, title: "This request did not come from Throughline" },
  "not-found": { status: 404, title: "Not found" },
  conflict: { status: 409, title: "Someone else changed this first" },
  "not-ready": { status: 409, title: "A step before this one is missing" },
  "too-large": { status: 413, title: "This file is too large" },
  "unsupported-file": { status: 415, title: "This kind of file cannot be used" },
  "key-reused": { status: 422, title: "This request was already used for something else" },
  "too-many-requests": { status: 429, title: "Too many requests in a minute" },
  internal: { status: 500, title: "Something went wrong on our side" },
  "try-again": { status: 503, title: "Throughline is busy; please try again in a moment" },
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** One thing to correct: where it is and what to do. */
export type FieldError = { path: string; message: string };

/** The only error that actions throw on purpose; `problem.ts` alone turns it into a response. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** What happened and what the person can do, in plain words; safe to show. */
  readonly detail: string;
  readonly fields: FieldError[];

  constructor(code: ErrorCode, detail: string, options: { fields?: FieldError[]; cause?: unknown } = {}) {
    super(`${code}: ${detail}`, { cause: options.cause });
    this.code = code;
    this.detail = detail;
    this.fields = options.fields ?? [];
  }
}

/** The answer for someone whom no session vouches for. */
export function signedOut(): AppError {
  return new AppError("signed-out", "Your session has ended. Sign in again; what you typed here is kept on this device.");
}

/** The answer for what does not exist and for what this person may not know exists: the two are the same. */
export function notFound(what: string): AppError {
  return new AppError("not-found", `There is no such ${what}, or it is not yours to see.`);
}

/** The refusal of a key that asks too often; says when to ask again. */
export class TooManyRequests extends AppError {
  readonly retryAfterSeconds: number;

  constructor(
    retryAfterSeconds: number,
    detail = "This key has asked as often as it may in a minute. Wait as long as Retry-After says, then go on.",
  ) {
    super("too-many-requests", detail);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
