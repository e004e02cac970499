import { createRoute, defineOpenAPIRoute } from "@hono/zod-openapi";
import type { Context as HonoContext } from "hono";
import { accepts } from "hono/accepts";
import * as z from "zod";
import { attachment } from "./attachment.ts";
import type { Context } from "./context.ts";
import { AppError, signedOut } from "./errors.ts";
import { type Granted, grant, requireAny, type Subject } from "./grant.ts";
import { earlierAnswer } from "./idempotency.ts";
import type { Permission } from "./permissions.ts";
import { Problem } from "./problem.ts";
import { GuardFailed } from "./table.ts";

/** What the session middleware leaves for routes. `context` is absent for someone who is signed out. */
export type AppEnv = { Variables: { requestId: string; context?: Context } };

type Params = z.ZodObject | undefined;
type Parsed<S> = S extends z.ZodType ? z.infer<S> : {};
type Body = z.ZodType | undefined;
type Input<P extends Params, Q extends Params, B extends Body> = {
  params: Parsed<P>;
  query: Parsed<Q>;
  body: B extends z.ZodType ? z.infer<B> : undefined;
};

/** A file that a person receives, or sends as the body of a request. */
export type FileBody = { bytes: Uint8Array<ArrayBuffer> | string; mediaType: string; fileName: string };

/** Where a file can be had for a short while, by whoever holds the address: it does not pass through the API. */
export type FileAddress = { address: string };

type Description<Method extends string, Path extends string, P extends Params, Q extends Params, Perm extends Permission> = {
  method: Method;
  /** OpenAPI path: `/api/staff/{staffId}`. */
  path: Path;
  summary: string;
  /** What the caller must be allowed to do; written into the API's description and walked by the access tests. */
  permission: Perm;
  /** Loads whom or what this touches. Oneself where it is left out. */
  subject?: (ctx: Context, input: { params: Parsed<P>; query: Parsed<Q>; body: unknown }) => Subject | Promise<Subject>;
  params?: P;
  query?: Q;
};

/**
 * What a route does and what it answers. A change that answers with more than its `commit` keeps says so as `answer`: it is read
 * once the change is made, and again for a request that is sent again.
 */
type Effect<Ctx, Given, Answer> =
  | { run: (ctx: Ctx, input: Given) => Promise<Answer>; answer?: undefined }
  | { run: (ctx: Ctx, input: Given) => Promise<void>; answer: (ctx: Ctx, input: Given) => Promise<Answer> };

type RequestOf<P, Q, B> = (P extends z.ZodType ? { params: P } : {}) &
  (Q extends z.ZodType ? { query: Q } : {}) &
  (B extends z.ZodType ? { body: { required: true; content: { "application/json": { schema: B } } } } : {});

type ConfigOf<Method extends string, Path extends string, P, Q, B, R> = {
  method: Method;
  path: Path;
  request: RequestOf<P, Q, B>;
  responses: { 200: { description: string; content: { "application/json": { schema: R } } } };
};

/** A route ready for `openapiRoutes`; the configuration is what the typed client reads. */
type DefinedRoute<Config> = { route: Config & { "x-permission": Permission }; handler: never };

type AnyMethod = "get" | "post" | "put" | "patch" | "delete";
const none = z.object({});

/**
 * One route: its description, schemas, permission and the one call it makes. The answer is parsed by its schema, so
 * what the schema does not name cannot leak; a POST with an `Idempotency-Key` has its effect once and its answer each time.
 */
export function route<
  const Method extends AnyMethod,
  const Path extends string,
  Perm extends Permission,
  R extends z.ZodType,
  P extends Params = undefined,
  Q extends Params = undefined,
  B extends Body = undefined,
>(
  definition: Description<Method, Path, P, Q, Perm> & {
    body?: B;
    response: R;
    /** The same answer as CSV, for whoever asks for `text/csv` rather than JSON. */
    csv?: (answer: z.output<R>) => Promise<FileBody>;
  } & Effect<Granted<Perm>, Input<P, Q, B>, z.input<R>>,
): DefinedRoute<ConfigOf<Method, Path, P, Q, B, R>> {
  const handler = async (c: HonoContext<AppEnv>): Promise<Response> => {
    const input = inputOf<P, Q, B>(c);
    const ctx = await permit(c, definition, input);
    const done = await once(ctx, async () => definition.run(ctx, input));
    const answer = definition.response.parse(definition.answer ? await definition.answer(ctx, input) : done);
    if (!definition.csv) return c.json(answer as object, 200);
    c.header("vary", "Accept", { append: true });
    const wanted = accepts(c, { header: "Accept", supports: ["application/json", "text/csv"], default: "application/json" });
    return wanted === "text/csv" ? sendFile(c, await definition.csv(answer)) : c.json(answer as object, 200);
  };
  const content = {
    "application/json": { schema: definition.response },
    ...(definition.csv && { "text/csv": { schema: z.string() } }),
  };
  return define(definition, definition.body, { description: "The answer", content }, handler) as never;
}

/** A route that answers with a file, or leads to where it lies. */
export function fileRoute<const Path extends string, Perm extends Permission, P extends Params = undefined, Q extends Params = undefined>(
  definition: Description<"get", Path, P, Q, Perm> & {
    run: (ctx: Granted<Perm>, input: Input<P, Q, undefined>) => Promise<FileBody | FileAddress>;
  },
): DefinedRoute<ConfigOf<"get", Path, P, Q, undefined, z.ZodString>> {
  const handler = async (c: HonoContext<AppEnv>): Promise<Response> => {
    const input = inputOf<P, Q, undefined>(c);
    const file = await definition.run(await permit(c, definition, input), input);
    return "address" in file ? c.redirect(file.address, 302) : sendFile(c, file);
  };
  const content = { "application/octet-stream": { schema: z.string() } };
  return define(definition, undefined, { description: "A file", content }, handler) as never;
}

function sendFile(c: HonoContext<AppEnv>, { bytes, mediaType, fileName }: FileBody): Response {
  return c.body(bytes as string, 200, {
    "content-type": mediaType,
    "content-disposition": attachment(fileName),
  });
}

/** A route whose request body is a file; `maxBytes` is checked before anything reads it. */
export function uploadRoute<
  const Path extends string,
  Perm extends Permission,
  R extends z.ZodType,
  P extends Params = undefined,
  Q extends Params = undefined,
>(
  definition: Description<"post", Path, P, Q, Perm> & {
    maxBytes: number;
    response: R;
    run: (
      ctx: Granted<Perm>,
      input: Input<P, Q, undefined> & { file: FileBody & { bytes: Uint8Array<ArrayBuffer> } },
    ) => Promise<z.input<R>>;
  },
): DefinedRoute<ConfigOf<"post", Path, P, Q, undefined, R>> {
  const handler = async (c: HonoContext<AppEnv>): Promise<Response> => {
    const input = inputOf<P, Q, undefined>(c);
    const ctx = await permit(c, definition, input);
    const tooLarge = () => new AppError("too-large", `The file may have at most ${Math.floor(definition.maxBytes / 1_000_000)} MB.`);
    if (Number(c.req.header("content-length") ?? 0) > definition.maxBytes) throw tooLarge();
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (bytes.length > definition.maxBytes) throw tooLarge();
    const file = {
      bytes,
      mediaType: c.req.header("content-type") ?? "application/octet-stream",
      fileName: fileNameOf(c.req.header("x-file-name")),
    };
    const answer = await once(ctx, () => definition.run(ctx, { ...input, file }));
    return c.json(definition.response.parse(answer) as object, 200);
  };
  const content = { "application/json": { schema: definition.response } };
  return define(definition, undefined, { description: "The answer", content }, handler) as never;
}

/** The sent file's name (percent-encoded in its header); one that cannot be decoded is taken as it stands. */
function fileNameOf(header = "file"): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}

type Described = { method: AnyMethod; path: string; summary: string; permission: Permission; params?: Params; query?: Params };

function define(
  { method, path, summary, permission, params = none, query = none }: Described,
  body: z.ZodType | undefined,
  response: { description: string; content: Record<string, { schema: z.ZodType }> },
  handler: (c: HonoContext<AppEnv>) => Promise<Response>,
) {
  const problem = { description: "A problem (RFC 9457)", content: { "application/problem+json": { schema: Problem } } };
  return defineOpenAPIRoute({
    route: createRoute({
      method,
      path,
      summary,
      tags: [path.split("/")[2] ?? "api"],
      "x-permission": permission,
      security: [{ session: [] }],
      request: { params, query, ...(body && { body: { required: true, content: { "application/json": { schema: body } } } }) },
      responses: { 200: response, 400: problem, 401: problem, 403: problem, 404: problem, 409: problem },
    } as never),
    handler: handler as never,
  }) as unknown as { route: { method: string; path: string; "x-permission": Permission }; handler: never };
}

function inputOf<P extends Params, Q extends Params, B extends Body>(c: HonoContext<AppEnv>): Input<P, Q, B> {
  const valid = (part: string): unknown => (c.req.valid as (part: string) => unknown)(part);
  return { params: valid("param"), query: valid("query"), body: valid("json") } as Input<P, Q, B>;
}

async function permit<Perm extends Permission>(
  c: HonoContext<AppEnv>,
  definition: { permission: Perm; subject?: (ctx: Context, input: never) => Subject | Promise<Subject> },
  input: object,
): Promise<Granted<Perm>> {
  const ctx = c.get("context");
  if (!ctx) throw signedOut();
  requireAny(ctx, definition.permission);
  const subject = definition.subject ? await definition.subject(ctx, input as never) : ({ kind: "self" } as const);
  return grant(ctx, definition.permission, subject);
}

/** Answers a repeated request with its first answer, also when both arrive at the same moment. */
async function once<T>(ctx: Context, run: () => Promise<T>): Promise<T> {
  const earlier = await earlierAnswer(ctx);
  if (earlier) return earlier.result as T;
  try {
    return await run();
  } catch (error) {
    // A refusal too may be the work of this very request: what it asks for was just done by its other arrival.
    const meanwhile = error instanceof GuardFailed || error instanceof AppError ? await earlierAnswer(ctx) : undefined;
    if (meanwhile) return meanwhile.result as T;
    throw error;
  }
}
