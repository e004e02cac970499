import { OpenAPIHono } from "@hono/zod-openapi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { auditRows, commit, retryOnConflict } from "../../functions/platform/commit.ts";
import { createContext } from "../../functions/platform/context.ts";
import { AppError } from "../../functions/platform/errors.ts";
import { sha256 } from "../../functions/platform/ids.ts";
import { problem } from "../../functions/platform/problem.ts";
import { record } from "../../functions/platform/record.ts";
import { type AppEnv, route } from "../../functions/platform/route.ts";
import { openTestStore, testDistrict, type TestStore } from "../support/store.ts";

/** A tally: the plainest effect that must not happen twice. */
const tallies = record({
  type: "tally",
  kind: "fact",
  schema: z.object({ id: z.string(), count: z.number() }),
  address: ({ id }) => ({ of: `TALLY#${id}`, at: "N" }),
});

const add = route({
  method: "post",
  path: "/api/tallies/{id}",
  summary: "Add to a tally",
  permission: "profile:read",
  params: z.object({ id: z.string() }),
  body: z.object({ by: z.number() }),
  response: z.object({ count: z.number(), stamp: z.string() }),
  run: (ctx, { params, body }) =>
    retryOnConflict(async () => {
      if (body.by < 0) throw new AppError("not-ready", "A tally only grows.");
      const before = await ctx.table.get(tallies, { of: `TALLY#${params.id}`, at: "N" });
      const after = { id: params.id, count: (before?.count ?? 0) + body.by, version: before?.version ?? 0 };
      const result = { count: after.count, stamp: ctx.newId("stp") };
      return commit(ctx, { action: "tally.raised", subject: `tally:${params.id}`, writes: [tallies.put(after)], result });
    }),
});

let store: TestStore;
let app: OpenAPIHono<AppEnv>;
beforeAll(async () => {
  store = await openTestStore();
  app = new OpenAPIHono<AppEnv>();
  app.use(async (c, next) => {
    const key = c.req.header("idempotency-key");
    const fingerprint = sha256(`${c.req.path} ${await c.req.text()}`);
    const staffId = c.req.header("staff-id") ?? "stf_1";
    const actor = { kind: "person" as const, staffId, name: staffId, grants: [{ role: "staff" as const }] };
    const district = testDistrict;
    c.set(
      "context",
      createContext(store.services, {
        actor,
        district,
        requestId: "test",
        ...(key !== undefined && { idempotency: { key, fingerprint } }),
      }),
    );
    await next();
  });
  app.onError((error, c) => problem(error, c, "test"));
  app.openapiRoutes([add] as const);
});
afterAll(() => store.close());

const post = async (id: string, by: number, headers: Record<string, string> = {}) => {
  const response = await app.request(`/api/tallies/${id}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ by }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const read = () => store.job("setup", "roster:write");
const countOf = async (id: string) => (await read().table.get(tallies, { of: `TALLY#${id}`, at: "N" }))?.count ?? 0;
const auditOf = (id: string) => read().table.list(auditRows, `AUDS#tally:${id}`, { index: "index2" });

describe("a request sent again with its Idempotency-Key", () => {
  it("has its effect once and gets the first answer, word for word", async () => {
    const first = await post("a", 1, { "idempotency-key": "k1" });
    const again = await post("a", 1, { "idempotency-key": "k1" });
    expect(first.status).toBe(200);
    expect(again).toEqual(first);
    expect(await countOf("a")).toBe(1);
    expect(await auditOf("a")).toHaveLength(1);
  });

  it("has its effect once when ten arrive at the same moment, and all ten get one answer", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => post("b", 1, { "idempotency-key": "k2" })));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await countOf("b")).toBe(1);
    expect(await auditOf("b")).toHaveLength(1);
  });

  it("is refused when it asks for something else under the same key", async () => {
    await post("c", 1, { "idempotency-key": "k3" });
    const other = await post("c", 2, { "idempotency-key": "k3" });
    expect(other).toMatchObject({ status: 422, body: { code: "key-reused" } });
    expect(await post("d", 1, { "idempotency-key": "k3" })).toMatchObject({ status: 422 });
    expect([await countOf("c"), await countOf("d")]).toEqual([1, 0]);
  });

  it("does not stand in the way of another person who happens to use the same key", async () => {
    await post("e", 1, { "idempotency-key": "k4", "staff-id": "stf_1" });
    await post("e", 1, { "idempotency-key": "k4", "staff-id": "stf_2" });
    expect(await countOf("e")).toBe(2);
  });

  it("may succeed later when it failed at first: a refusal is not remembered", async () => {
    expect(await post("f", -1, { "idempotency-key": "k5" })).toMatchObject({ status: 409 });
    expect(await post("f", -1, { "idempotency-key": "k5" })).toMatchObject({ status: 409, body: { code: "not-ready" } });
    expect(await auditOf("f")).toHaveLength(0);
  });

  it("gets its first answer for as long as that is kept: two days at least, and until it is swept", async () => {
    const first = await post("g", 1, { "idempotency-key": "k6" });
    for (const instant of ["2026-11-04T14:59:00Z", "2026-11-04T15:01:00Z"]) {
      store.clock.set(instant);
      expect(await post("g", 1, { "idempotency-key": "k6" })).toEqual(first);
    }
    store.clock.set("2026-11-02T15:00:00Z");
    expect(await countOf("g")).toBe(1);
    const { items } = await store.table.query(`D#dst_maple#IDEM#stf_1#${sha256("k6")}`);
    expect(items[0]?.ttl).toBe(Date.parse("2026-11-04T15:00:00Z") / 1000);
  });

  it("counts each time without a key, and no concurrent one is lost", async () => {
    await Promise.all(Array.from({ length: 5 }, () => post("h", 1)));
    expect(await countOf("h")).toBe(5);
    expect(await auditOf("h")).toHaveLength(5);
  });
});

describe("the record of a key", () => {
  it("is written in the effect's own transaction: an effect that fails leaves none", async () => {
    const ctx = store.as("profile:read", { staffId: "stf_1", idempotencyKey: "k7" });
    const wrong = tallies.put({ id: "z", count: 1, version: 7 });
    await expect(commit(ctx, { action: "tally.raised", subject: "tally:z", writes: [wrong], result: {} })).rejects.toThrow("guard failed");
    expect((await store.table.query(`D#dst_maple#IDEM#stf_1#${sha256("k7")}`)).items).toEqual([]);
  });

  it("never holds the key itself", async () => {
    await post("i", 1, { "idempotency-key": "a-key-that-is-easy-to-find" });
    const { items } = await store.table.query(`D#dst_maple#IDEM#stf_1#${sha256("a-key-that-is-easy-to-find")}`);
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain("a-key-that-is-easy-to-find");
  });
});
