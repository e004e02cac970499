import type { Context as HonoContext } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import * as z from "zod";
import { AppError, errorCodes, TooManyRequests } from "./errors.ts";
import { languageOf } from "./language.ts";
import { log } from "./log.ts";
import { plainIssue } from "./plain-issue.ts";
import { sayIn, type Sentences } from "./sentences.ts";
import { GuardFailed } from "./table.ts";

/** The body of every error answer (RFC 9457). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().optional(),
  code: z.string(),
  requestId: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/**
 * Turns whatever was thrown into `application/problem+json`, in the reader's language where the sentence is in `spanish`; an
 * unexpected error says nothing but its request id.
 */
export async function problem(
  error: unknown,
  c: HonoContext,
  requestId: string,
  spanish: () => Promise<Sentences> = async () => ({}),
): Promise<Response> {
  const known = asAppError(error);
  const code = known?.code ?? "internal";
  if (!known)
    log("error", "unexpected error", { requestId, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  const { status, title } = errorCodes[code];
  const language = languageOf(c);
  const sentences = language === "es" ? await spanish() : {};
  const said = (text: string): string => sayIn(language, text, sentences);
  const body: Problem = {
    type: `/docs/errors#${code}`,
    title: language === "es" ? (await import("./spanish.ts")).spanishTitles[code] : title,
    status,
    code,
    requestId,
    ...(known && { detail: said(known.detail) }),
    ...(known && known.fields.length > 0 && { fields: known.fields.map(({ path, message }) => ({ path, message: said(message) })) }),
  };
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, {
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
    ...(status === 503 && { "retry-after": "1" }),
    ...(known instanceof TooManyRequests && { "retry-after": String(known.retryAfterSeconds) }),
  });
}

function asAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (error instanceof GuardFailed)
    return new AppError("conflict", "This was changed by someone else a moment ago. Reload to see it as it is now, then try again.");
  // What Hono itself refuses before a route sees it: JSON that is not JSON.
  if (error instanceof HTTPException && error.status < 500)
    return new AppError("invalid-input", "The body of the request could not be read as JSON. Nothing was saved.");
  return undefined;
}

/** The refusal of a request whose parts do not fit their schema: where, and what to do. */
export function invalidInput(error: z.ZodError, part: string): AppError {
  const fields = error.issues.map((issue) => ({ path: [part, ...issue.path.map(String)].join("."), message: plainIssue(issue) }));
  return new AppError("invalid-input", "Correct the fields that are named and send it again. Nothing was saved.", { fields });
}
