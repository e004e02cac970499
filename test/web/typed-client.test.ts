import type { hc } from "hono/client";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { typedClient } from "../../web/app/typed-client.ts";

const api = new Hono()
  .get("/api/modules/:moduleId", (c) => c.json({ id: c.req.param("moduleId"), level: c.req.queries("level") ?? [] }))
  .put("/api/modules/:moduleId/place", async (c) =>
    c.json({ id: c.req.param("moduleId"), body: await c.req.json(), key: c.req.header("x-key") }),
  );

const client = typedClient("http://localhost", async (url, init) => api.request(url, init)) as ReturnType<typeof hc<typeof api>>;
const module = client.api.modules[":moduleId"];

test("a call reaches its route with its parameter and its query", async () => {
  const response = await module.$get({ param: { moduleId: "m01" }, query: { level: ["middle", "high"], none: undefined } } as never);
  expect(await response.json()).toEqual({ id: "m01", level: ["middle", "high"] });
});

test("a change carries its JSON and its headers", async () => {
  const response = await module.place.$put({ param: { moduleId: "m01" }, json: { lessonId: "a" } } as never, { headers: { "x-key": "k" } });
  expect(await response.json()).toEqual({ id: "m01", body: { lessonId: "a" }, key: "k" });
});

test("a parameter is encoded, so that no value can reach another address", async () => {
  const response = await module.$get({ param: { moduleId: "../../admin?x=1#y" } });
  expect(await response.json()).toEqual({ id: "../../admin?x=1#y", level: [] });
});

test("an address can be asked for without calling it", () => {
  expect(module.$url({ param: { moduleId: "m 1" } }).href).toBe("http://localhost/api/modules/m%201");
});
