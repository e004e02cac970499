import { afterAll, beforeAll, expect, it } from "vitest";
import type { ApiKeyView, CreatedApiKey } from "../../functions/platform/contract.ts";
import { requestsAMinute } from "../../functions/platform/rate-limit.ts";
import { type MatrixWorld, openMatrixWorld } from "./matrix-world.ts";
import { authorization } from "./expectations.ts";
import { routesUnderTest } from "./routes-under-test.ts";
import { maplePeople } from "./world.ts";

let world: MatrixWorld;
let key: ApiKeyView;
let token: string;
let minute = 0;

beforeAll(async () => {
  world = await openMatrixWorld();
  ({ key, token } = await make({ name: "Dashboard", scopes: ["figures"], expiresOn: "2027-06-30" }));
});
afterAll(() => world.close());

async function make(body: unknown, intent?: string): Promise<{ key: ApiKeyView; token: string }> {
  const answer = await world.ask(maplePeople.administrator, "POST", "/api/api-keys", {
    body,
    ...(intent !== undefined && { key: intent }),
  });
  expect(answer.status).toBe(200);
  const made = JSON.parse(answer.body) as CreatedApiKey;
  return { key: made.key, token: made.token ?? "" };
}

/** A minute later, so that the limit of the one before does not matter. */
const later = (): void => world.store.clock.set(`2026-11-02T15:${String(++minute).padStart(2, "0")}:00Z`);

const ask = (path: string, init: RequestInit = {}, bearer = token): Promise<Response> =>
  Promise.resolve(world.app.request(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${bearer}` } }));

it("a key opens the district's figures and nothing else, and no refusal leaves a trace", async () => {
  const wrong: string[] = [];
  await world.settle();
  for (const [i, [name, route]] of Object.entries(routesUnderTest).entries()) {
    if (i % 50 === 0) later();
    const [method = "", pattern = ""] = name.split(" ");
    const path = pattern.replaceAll(
      /\{(\w+)\}/g,
      (_, id: string) => ({ staffId: maplePeople.colleague.id, schoolId: "sch_alder", ...route.at })[id] ?? "none",
    );
    const body = route.body === undefined ? {} : { body: JSON.stringify(route.body), headers: { "content-type": "application/json" } };
    const { status } = await ask(route.query === undefined ? path : `${path}?${route.query}`, { method, ...body });
    const isOpen = route.row === "the district's figures" && route.about === "district" && "districtLeader" in authorization[route.row];
    if (isOpen ? status !== 200 : status !== 403) wrong.push(`${name}: ${status}`);
  }
  const { added, altered, removed } = await world.changed();
  const kinds = new Set([...added, ...altered, ...removed].map(({ type }) => type));
  expect(wrong).toEqual([]);
  expect([...kinds].toSorted()).toEqual(["api-key-use", "rate-window"]);
  await world.restore();
});

it("a key is shown once and kept as a hash alone; the same intent again does not make or show another", async () => {
  const input = { name: "Once", scopes: ["figures"], expiresOn: "2027-06-30" };
  const first = await make(input, "intent-1");
  const again = await make(input, "intent-1");
  expect(first.token).toMatch(/^tl_[\w-]{43}$/);
  expect(again).toEqual({ key: first.key, token: "" });
  expect(first.token.startsWith(first.key.prefix)).toBe(true);
  expect(JSON.stringify(await world.store.rows())).not.toContain(first.token);
});

it("a revoked key, an expired one, one that was altered and none at all are answered alike: not signed in", async () => {
  later();
  const { key: short, token: gone } = await make({ name: "Short", scopes: ["figures"], expiresOn: "2026-11-03" });
  expect((await ask("/api/bi/weeks", {}, gone)).status).toBe(200);
  await world.ask(maplePeople.administrator, "POST", `/api/api-keys/${short.id}/revocation`);
  for (const bearer of [gone, `${token}x`, token.replace(/.$/, "_"), "tl_", ""])
    expect((await ask("/api/bi/weeks", {}, bearer)).status).toBe(401);
  const { token: late } = await make({ name: "Late", scopes: ["figures"], expiresOn: "2026-11-03" });
  world.store.clock.set("2026-11-04T15:00:00Z");
  expect((await ask("/api/bi/weeks", {}, late)).status).toBe(401);
  later();
});

it("a key lasts a year at most, and a cookie beside one does not count", async () => {
  const body = { name: "Long", scopes: ["figures"], expiresOn: "2028-01-01" };
  expect((await world.ask(maplePeople.administrator, "POST", "/api/api-keys", { body })).status).toBe(400);
  const cookie = { cookie: "__Host-throughline=whatever" };
  expect((await ask("/api/session", { headers: cookie })).status).toBe(403);
});

it("a key that asks too often is told when to go on, and then may", async () => {
  world.store.clock.set("2026-11-02T15:40:30Z");
  for (let n = 0; n < requestsAMinute; n++) expect((await ask("/api/bi/definitions")).status).toBe(200);
  const refused = await ask("/api/bi/definitions");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("30");
  world.store.clock.set("2026-11-02T15:41:00Z");
  expect((await ask("/api/bi/definitions")).status).toBe(200);
});

it("says in the list when a key was last used, and the audit says who made it", async () => {
  const listed = JSON.parse((await world.ask(maplePeople.administrator, "GET", "/api/api-keys")).body) as ApiKeyView[];
  expect(listed.find(({ id }) => id === key.id)).toMatchObject({ name: "Dashboard", state: "active", lastUsedOn: "2026-11-02" });
  const audit = (await world.store.rows()).find(({ subject }) => subject === `api-key:${key.id}`);
  expect(audit).toMatchObject({ action: "api-key.created", actor: `staff:${maplePeople.administrator.id}` });
});

it("gives a row for every school and figure, as the page has it, in JSON and in CSV", async () => {
  world.store.clock.set("2026-11-02T15:45:00Z");
  const { rows } = (await (await ask("/api/bi/schools")).json()) as {
    rows: { school: string; metric: string; hidden?: string; numerator?: number }[];
  };
  expect(rows.length).toBeGreaterThan(0);
  for (const { hidden, numerator } of rows) if (hidden !== undefined) expect(numerator).toBeUndefined();
  const csv = await (await ask("/api/bi/schools.csv")).text();
  expect(csv.trim().split("\r\n")).toHaveLength(rows.length + 1);
  const asCsv = await ask("/api/bi/schools", { headers: { accept: "text/csv, application/json;q=0.5" } });
  expect([asCsv.headers.get("content-type"), asCsv.headers.get("vary")]).toEqual([
    "text/csv; charset=utf-8",
    expect.stringContaining("Accept"),
  ]);
  expect(await asCsv.text()).toBe(csv);
  const asJson = await ask("/api/bi/schools", { headers: { accept: "text/html, */*;q=0.8" } });
  expect(asJson.headers.get("content-type")).toContain("application/json");
  expect((await ask("/api/bi/schools?week=2020-W01")).status).toBe(404);
  expect((await ask("/api/bi/schools?week=soon")).status).toBe(400);
});
