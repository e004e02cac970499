import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { addressLimit, requestsAMinute } from "../../functions/platform/address-limit.ts";
import { fixedClock } from "../../functions/platform/clock.ts";

describe("pages that anyone may open", () => {
  it("refuse an address that asks too often, until the next minute, and nobody else", async () => {
    const clock = fixedClock("2026-11-02T15:00:30Z");
    const app = new Hono();
    app.use(addressLimit(clock));
    app.get("/verify/x", (c) => c.text("here"));
    const ask = async (forwarded: string) => app.request("/verify/x", { headers: { "x-forwarded-for": forwarded } });
    const statuses = new Set<number>();
    for (let i = 0; i < requestsAMinute; i++) statuses.add((await ask("192.0.2.1, 198.51.100.9")).status);
    expect([...statuses]).toEqual([200]);
    const refused = await ask("192.0.2.1, 198.51.100.9");
    expect([refused.status, refused.headers.get("retry-after"), refused.headers.get("cache-control")]).toEqual([429, "30", "no-store"]);
    // What a visitor claims of earlier stations counts for nothing.
    expect((await ask("203.0.113.5, 192.0.2.1, 198.51.100.9")).status).toBe(429);
    expect((await ask("192.0.2.2, 198.51.100.9")).status).toBe(200);
    clock.set("2026-11-02T15:01:00Z");
    expect((await ask("192.0.2.1, 198.51.100.9")).status).toBe(200);
  });
});
