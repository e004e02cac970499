import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createApp } from "../../functions/lambda/app.ts";
import { AppError } from "../../functions/platform/errors.ts";
import type { Problem } from "../../functions/platform/problem.ts";
import type { Table } from "../../functions/platform/table.ts";
import { shippedCatalog } from "../../functions/curriculum/queries.ts";
import { enrollments } from "../../functions/learning/records.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { compiledContent, fromOurPages, maplePeople, populate, signedInAs } from "./world.ts";

let store: TestStore;
let app: ReturnType<typeof createApp>;
let cookie: string;
let lesson: string;
const noSecrets = { read: async () => "none" };
beforeAll(async () => {
  // What goes wrong here on purpose is logged as it should be; nobody needs to read it.
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  store = await openTestStore({ content: compiledContent() });
  await populate(store);
  app = createApp(store.services, noSecrets);
  cookie = await signedInAs(store, maplePeople.teacher);
  const [module] = (await shippedCatalog(store.services)).modules;
  lesson = `/api/modules/${module?.id}/lessons/${module?.lessons[0]?.id}/completion`;
});
afterAll(async () => {
  vi.restoreAllMocks();
  await store.close();
});

const origin = () => store.services.origin;
const ours = () => ({ ...fromOurPages(origin()), cookie, "content-type": "application/json" });
const send = async (path: string, init: RequestInit = {}): Promise<Response> => app.request(`${origin()}${path}`, init);
const hasProgress = async () => (await store.table.query(`D#dst_maple#U#${maplePeople.teacher.id}`, { prefix: "E#" })).items.length > 0;

describe("a change that comes from another site", () => {
  const bodies: [string, string][] = [
    ["application/json", "{}"],
    ["application/x-www-form-urlencoded", "doneAt="],
    ["text/plain", "{}"],
    ["multipart/form-data; boundary=x", "--x--"],
    ["", ""],
  ];
  const senders: [string, Record<string, string>][] = [
    ["another origin", { origin: "https://evil.example", "sec-fetch-site": "cross-site", "x-throughline": "1" }],
    ["another origin whose browser says nothing more", { origin: "https://evil.example", "x-throughline": "1" }],
    ["a sister site", { origin: "https://other.localhost:3000", "sec-fetch-site": "same-site", "x-throughline": "1" }],
    [
      "our origin by its word, but the browser says otherwise",
      { origin: "http://localhost:3000", "sec-fetch-site": "cross-site", "x-throughline": "1" },
    ],
    ["a page without an origin", { origin: "null", "sec-fetch-site": "cross-site", "x-throughline": "1" }],
    ["nobody who says where from", { "x-throughline": "1" }],
    ["our own origin without the header that no form can send", { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }],
    ["an origin that only begins like ours", { origin: "http://localhost:3000.evil.example", "x-throughline": "1" }],
  ];
  const methods = ["POST", "PUT", "PATCH", "DELETE"];

  it.each(senders)("is refused whatever its method, body and path: %s", async (_, headers) => {
    for (const method of methods)
      for (const [type, body] of bodies)
        for (const path of [lesson, "/auth/sign-out", "/api/session", "/api/none"]) {
          const answer = await send(path, {
            method,
            headers: { ...headers, cookie, ...(type !== "" && { "content-type": type }) },
            ...(body !== "" && { body }),
          });
          expect([method, type, path, answer.status]).toEqual([method, type, path, 403]);
          expect(await answer.json()).toMatchObject({ code: "cross-site" });
        }
    expect(await hasProgress()).toBe(false);
  });

  it("gets no leave to read an answer either: there is no CORS", async () => {
    for (const method of ["GET", "OPTIONS"]) {
      const answer = await send("/api/catalog", {
        method,
        headers: { origin: "https://evil.example", cookie, "access-control-request-method": "POST" },
      });
      for (const [name] of answer.headers) expect(name).not.toMatch(/^access-control-/);
    }
  });
});

describe("every answer", () => {
  const answers: [string, () => Promise<Response>, number][] = [
    ["a page of data", () => send("/api/catalog", { headers: { cookie } }), 200],
    ["health", () => send("/api/health"), 200],
    ["the description", () => send("/openapi.json"), 200],
    ["the reference", () => send("/docs"), 200],
    ["the errors", () => send("/docs/errors"), 200],
    ["the districts", () => send("/auth/districts"), 200],
    ["signed out", () => send("/api/catalog"), 401],
    ["no such page", () => send("/nowhere"), 404],
    ["no such route", () => send("/api/nowhere", { headers: { cookie } }), 404],
    ["no such thing", () => send("/api/modules/none", { headers: { cookie } }), 404],
    ["another site", () => send(lesson, { method: "POST" }), 403],
    ["not JSON", () => send(lesson, { method: "POST", headers: ours(), body: "{" }), 400],
    ["wrong input", () => send(lesson, { method: "POST", headers: ours(), body: '{"doneAt":"yesterday"}' }), 400],
    ["sign-in without a district", () => send("/auth/sign-in"), 404],
    ["verification of nothing", () => send("/verify/none"), 404],
  ];

  it.each(answers)("has the security headers: %s", async (_, ask, status) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    const header = (name: string): string => answer.headers.get(name) ?? "";
    expect(Number(/max-age=(\d+); includeSubDomains/.exec(header("strict-transport-security"))?.[1])).toBeGreaterThanOrEqual(31_536_000);
    const policy = Object.fromEntries(
      header("content-security-policy")
        .split("; ")
        .map((part) => [part.split(" ")[0], part.split(" ").slice(1).join(" ")]),
    );
    expect(policy).toMatchObject({
      "default-src": "'none'",
      "object-src": "'none'",
      "base-uri": "'none'",
      "frame-ancestors": "'none'",
      "script-src": "'self'",
    });
    expect(header("content-security-policy")).not.toMatch(/unsafe-(inline|eval)|\*/);
    expect(header("x-content-type-options")).toBe("nosniff");
    expect(header("referrer-policy")).toMatch(/^(strict-origin-when-cross-origin|no-referrer)$/);
    expect(header("cross-origin-opener-policy")).toBe("same-origin");
    expect(header("cross-origin-resource-policy")).toBe("same-origin");
    expect(header("x-request-id")).toMatch(/^req_/);
    expect(header("content-type")).toMatch(/^(application\/(json|problem\+json; charset=utf-8)|text\/html; charset=utf-8)/i);
    expect(header("cache-control")).not.toBe("");
    expect(header("x-powered-by")).toBe("");
    expect(header("server")).toBe("");
  });

  it("of a signed-in person is stored by nobody in between", async () => {
    for (const path of ["/api/catalog", "/api/modules/none"])
      expect((await send(path, { headers: { cookie } })).headers.get("cache-control")).toBe("no-store");
  });

  it("that is a refusal is a problem of RFC 9457 with a code, a way on and the request's id", async () => {
    for (const [, ask, status] of answers.filter(([, , code]) => code >= 400)) {
      const answer = await ask();
      if (!answer.headers.get("content-type")?.startsWith("application/problem+json")) continue;
      const body = (await answer.json()) as Problem;
      expect(body).toMatchObject({
        status,
        code: expect.stringMatching(/^[a-z-]+$/),
        title: expect.any(String),
        detail: expect.any(String),
      });
      expect(body.type).toBe(`/docs/errors#${body.code}`);
      expect(body.requestId).toBe(answer.headers.get("x-request-id"));
    }
  });
});

describe("without a session", () => {
  it("health, the description, its pages, the districts' names and verification are all there is", async () => {
    const { paths } = (await (await send("/openapi.json")).json()) as {
      paths: Record<string, Record<string, { "x-permission"?: string }>>;
    };
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { "x-permission": permission }] of Object.entries(methods)) {
        const answer = await send(path.replaceAll(/\{\w+\}/g, "x"), {
          method,
          headers: { ...fromOurPages(origin()), "content-type": "application/json" },
          ...(method !== "get" && { body: "{}" }),
        });
        if (permission === undefined)
          expect([path, path.startsWith("/verify") || path.startsWith("/api/verify") || path.startsWith("/api/certificates/")]).toEqual([
            path,
            true,
          ]);
        else expect([method, path, answer.status]).toEqual([method, path, 401]);
      }
  });

  it.each([
    "",
    "__Host-throughline=",
    "__Host-throughline=x",
    "throughline=x",
    "__Host-throughline=%E0%A4%A",
    `__Host-throughline=${"a".repeat(4_000)}`,
  ])("a cookie that is none of ours changes nothing: %j", async (other) => {
    expect((await send("/api/catalog", { headers: { cookie: other } })).status).toBe(401);
  });

  it("who says by header who they are, or from where, is nobody still", async () => {
    const claims = {
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-host": "admin",
      "x-tenant": "dst_maple",
      "x-user": "stf_admin",
      authorization: "Bearer x",
      "x-original-url": "/api/health",
    };
    expect((await send("/api/catalog", { headers: claims })).status).toBe(401);
  });
});

describe("a body", () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    send(lesson, { method: "POST", headers: { ...ours(), ...headers }, body });
  const stored = () => store.job("setup", "roster:write").table.list(enrollments, `U#${maplePeople.teacher.id}`, { prefix: "E#" });

  it("that claims more than it may changes nothing more than it may", async () => {
    const claims = {
      staffId: "stf_stranger",
      districtId: "dst_cedar",
      role: "districtAdministrator",
      completedAt: "2026-11-02T15:00:00Z",
      creditMinutes: 600,
      version: 99,
      type: "staff",
      PK: "D#dst_cedar",
    };
    expect((await post(JSON.stringify(claims))).status).toBe(200);
    const [enrollment] = await stored();
    expect(enrollment).toMatchObject({ staffId: maplePeople.teacher.id, creditMinutes: 0, version: 1 });
    expect(enrollment).not.toHaveProperty("completedAt");
    expect(await store.table.query("D#dst_maple#U#stf_stranger", { prefix: "E#" })).toEqual({ items: [] });
  });

  it.each([
    '{"__proto__":{"isAdministrator":true}}',
    '{"constructor":{"prototype":{"isAdministrator":true}}}',
    '{"doneAt":{"__proto__":{"x":1}}}',
    '{"__proto__":null}',
  ])("cannot reach the prototype of everything: %s", async (body) => {
    expect([200, 400]).toContain((await post(body)).status);
    expect(({} as Record<string, unknown>).isAdministrator).toBeUndefined();
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each([
    ["null"],
    ["[]"],
    ['"text"'],
    ["1"],
    ["{"],
    [""],
    ["{}{}"],
    ['{"doneAt":1}'],
    ["\u0000"],
    ['{"doneAt":"2026-13-45T00:00:00Z"}'],
  ])("that is not what was asked for is refused and says why: %j", async (body) => {
    const answer = await post(body);
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([400, "invalid-input"]);
  });

  it("of another type than JSON is not read as JSON", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
      const answer = await send("/api/modules/none/place", {
        method: "PUT",
        headers: { ...ours(), "content-type": type },
        body: '{"lessonId":"x"}',
      });
      expect(answer.status).toBe(400);
    }
  });
});

describe("an address", () => {
  it.each([
    "/api/modules/%00",
    "/api/modules/..%2f..%2fetc%2fpasswd",
    "/api/modules/%E0%A4%A",
    "/api/modules/%23WORK",
    "/api/modules/__proto__",
    "/api/modules/constructor",
    `/api/modules/${"m".repeat(3_000)}`,
    "/api/modules/..%5c..%5canswers%5cm01",
    "/.env",
    "/.git/config",
    "/api/../openapi.json%00",
    "/index.js.map",
  ])("that was made up leads nowhere: %s", async (path) => {
    const answer = await send(path, { headers: { cookie } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toMatch(/root:|Error:|\bat \w+ \(/);
  });

  it("answers only the methods that it has, and never echoes a request", async () => {
    const echo = (method: string) => send("/api/catalog", { method, headers: { ...ours() } });
    for (const method of ["PUT", "DELETE", "OPTIONS"]) expect((await echo(method)).status).toBe(404);
    const head = await send("/api/catalog", { method: "HEAD", headers: { cookie } });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });
});

describe("when something fails behind it", () => {
  const broken = (error: unknown): Table => ({
    get: () => Promise.reject(error),
    query: () => Promise.reject(error),
    write: () => Promise.reject(error),
  });
  const ask = (error: unknown) =>
    createApp({ ...store.services, table: broken(error) }, noSecrets).request(`${origin()}/api/catalog`, { headers: { cookie } });

  it("an unexpected error tells the person nothing but a number to quote", async () => {
    const secret = new Error("User: arn:aws:iam::123456789012:role/api is not authorized on table throughline-prod");
    const answer = await ask(secret);
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toMatch(/arn:|table|authorized|stack|\.ts/);
    expect(JSON.parse(text)).toEqual({
      type: "/docs/errors#internal",
      title: expect.any(String),
      status: 500,
      code: "internal",
      requestId: answer.headers.get("x-request-id"),
    });
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("a busy database asks to try again, and when", async () => {
    const answer = await ask(new AppError("try-again", "The database is busy. Nothing was lost; try again."));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "1"]);
  });

  it("nobody gets in because the session could not be read", async () => {
    expect((await ask(new Error("down"))).status).toBe(500);
  });
});

describe("an answer of many schools", () => {
  it("comes compressed to whoever takes it so, and says the same; answers beside a secret never do", async () => {
    const leader = await signedInAs(store, maplePeople.districtLeader);
    const path = `${origin()}/api/engagement/district`;
    const plain = await app.request(path, { headers: { cookie: leader } });
    const packed = await app.request(path, { headers: { cookie: leader, "accept-encoding": "gzip" } });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    const { asOf: _, ...said } = JSON.parse(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()) as { asOf: string };
    expect((await plain.json()) as object).toMatchObject(said);
    const session = await app.request(`${origin()}/api/session`, { headers: { cookie: leader, "accept-encoding": "gzip" } });
    expect(session.headers.get("content-encoding")).toBeNull();
  });
});
