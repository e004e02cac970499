import type { hc } from "hono/client";
import type { Api } from "../../functions/lambda/app.ts";
import { typedClient } from "./typed-client.ts";

/** One thing to correct in what was sent: `path` is the field, as in `json.text`. */
export type FieldProblem = { path: string; message: string };

/** The body of every error answer (RFC 9457), as far as people are shown it. */
type ProblemBody = { title: string; detail?: string; code: string; requestId?: string; fields?: FieldProblem[] };

/** An answer that is not a success. `code` is the API's own, or `offline` when there was no answer at all. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  readonly code: string;
  readonly title: string | undefined;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  readonly fields: FieldProblem[];

  constructor(status: number, body: Partial<ProblemBody> & { code: string }, options?: ErrorOptions) {
    super(body.detail ?? body.title ?? body.code, options);
    this.status = status;
    this.code = body.code;
    this.title = body.title;
    this.detail = body.detail;
    this.requestId = body.requestId;
    this.fields = body.fields ?? [];
  }

  /** Whether nothing was heard from the server: the same request may be sent again later. */
  get isOffline(): boolean {
    return this.code === "offline";
  }

  /** Whether sending it again later, unchanged, can succeed. */
  get isTemporary(): boolean {
    return this.isOffline || this.status === 401 || this.status === 429 || this.status >= 500;
  }

  /** What to correct in one field, by the name it was sent under. */
  fieldMessage(name: string): string | undefined {
    return this.fields.find(({ path }) => path === name || path.endsWith(`.${name}`))?.message;
  }
}

const tries = 3;
const answerWithinMs = 20_000;
const uploadWithinMs = 120_000;

/** Whether the runtime says that there is no connection; one that says nothing (a server) has one. */
const isOffline = () => "onLine" in navigator && !navigator.onLine;

const wait = (durationMs: number) => new Promise((resolve) => setTimeout(resolve, durationMs));

/**
 * `fetch` for a connection that comes and goes: no answer, or "busy", is tried again with growing pauses. A change
 * carries one `Idempotency-Key` through all its tries, so it happens once however often it arrives.
 */
export async function persistentFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if ((init.method ?? "GET") !== "GET") {
    headers.set("X-Throughline", "1");
    if (!headers.has("Idempotency-Key")) headers.set("Idempotency-Key", crypto.randomUUID());
  }
  const withinMs = init.body instanceof Blob ? uploadWithinMs : answerWithinMs;
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(input, { ...init, headers, credentials: "same-origin", signal: AbortSignal.timeout(withinMs) });
      if (response.status !== 503 || attempt === tries) return response;
    } catch (cause) {
      if (attempt === tries || isOffline()) throw new ApiProblem(0, { code: "offline" }, { cause });
    }
    await wait(300 * 3 ** (attempt - 1) * (0.75 + Math.random() / 2));
  }
}

/** The typed client of the API: `ask(client.api.session.$get())`. */
export const client = typedClient(typeof location === "undefined" ? "http://localhost" : location.origin, persistentFetch) as ReturnType<
  typeof hc<Api>
>;

/** Request options that tie all the tries of one thing a person meant to do together. */
export function intent(key: string = crypto.randomUUID()): { headers: { "Idempotency-Key": string } } {
  return { headers: { "Idempotency-Key": key } };
}

type Answer = Pick<Response, "ok" | "status" | "headers"> & { json(): Promise<unknown> };
type JsonOf<R extends Answer> = Awaited<ReturnType<R["json"]>>;

let whenSignedOut = () => {};

/** Sets what happens when the API says that nobody is signed in. */
export function onSignedOut(listener: () => void): void {
  whenSignedOut = listener;
}

/** The answer's JSON; anything but success is thrown as an `ApiProblem`. A session that ended leads to the sign-in page. */
export async function ask<R extends Answer>(pending: Promise<R>): Promise<JsonOf<R>> {
  const response = await pending;
  if (response.ok) return (await response.json()) as JsonOf<R>;
  const problem = await problemOf(response);
  if (response.status === 401) whenSignedOut();
  throw problem;
}

/** The answer's bytes, where it is a file; anything but success is thrown as in `ask`. */
export async function askFile(pending: Promise<Answer & { blob(): Promise<Blob> }>): Promise<Blob> {
  const response = await pending;
  if (response.ok) return response.blob();
  const problem = await problemOf(response);
  if (response.status === 401) whenSignedOut();
  throw problem;
}

async function problemOf(response: Answer): Promise<ApiProblem> {
  const requestId = response.headers.get("x-request-id");
  const fallback = { code: response.status === 503 ? "try-again" : "internal", ...(requestId !== null && { requestId }) };
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json");
  const body = isProblem ? ((await response.json().catch(() => undefined)) as ProblemBody | undefined) : undefined;
  return new ApiProblem(response.status, { ...fallback, ...body });
}
