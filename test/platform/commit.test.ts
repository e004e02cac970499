import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditRows, commit, retryOnConflict } from "../../functions/platform/commit.ts";
import { enqueue, messages } from "../../functions/platform/outbox.ts";
import { GuardFailed } from "../../functions/platform/table.ts";
import { schools } from "../../functions/roster/records.ts";
import { openTestStore, type TestStore } from "../support/store.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const school = { id: "sch_1", sourcedId: "1", name: "Maple Grove", level: "elementary" as const, isActive: true };

describe("commit", () => {
  it("writes the fact and its audit row together or not at all", async () => {
    const ctx = store.job("setup", "roster:write");
    await commit(ctx, { action: "school.added", subject: "school:sch_1", writes: [schools.put({ ...school, version: 0 })], result: null });
    const second = commit(ctx, {
      action: "school.added",
      subject: "school:sch_1",
      writes: [schools.put({ ...school, version: 0 })],
      result: null,
    });
    await expect(second).rejects.toBeInstanceOf(GuardFailed);
    const trail = await ctx.table.list(auditRows, "AUDS#school:sch_1", { index: "index2" });
    expect(trail.map(({ action, actor }) => ({ action, actor }))).toEqual([{ action: "school.added", actor: "job:setup" }]);
  });

  it("writes everything it was given or, when one guard fails, nothing at all", async () => {
    const ctx = store.job("setup", "roster:write");
    await commit(ctx, {
      action: "school.added",
      subject: "school:sch_2",
      writes: [schools.put({ ...school, id: "sch_2", version: 0 })],
      result: null,
    });
    const letter = {
      key: "welcome#sch_3",
      staffId: "stf_1",
      toName: "Ana Ruiz",
      toEmail: "ana@maple.example",
      says: { en: { subject: "Welcome", body: "Hello." }, es: { subject: "Le damos la bienvenida", body: "Hola." } },
    };
    const writes = [
      schools.put({ ...school, id: "sch_3", version: 0 }),
      enqueue(ctx, letter),
      schools.put({ ...school, id: "sch_2", version: 0 }),
    ];
    const attempt = commit(ctx, { action: "school.added", subject: "school:sch_3", writes, result: null });
    await expect(attempt).rejects.toMatchObject({ failed: [{ key: { PK: "D#dst_maple", SK: "S#sch_2" }, guard: "absent" }] });
    expect(await ctx.table.get(schools, { of: "", at: "S#sch_3" })).toBeUndefined();
    expect(await ctx.table.list(messages, "OUTU#stf_1", { index: "index2" })).toEqual([]);
    expect(await ctx.table.list(auditRows, "AUDS#school:sch_3", { index: "index2" })).toEqual([]);
  });

  it("says in the audit who, what, to whom, when by the district's calendar, and from what to what", async () => {
    // 03:30 on 3 November in UTC is still the 2nd on the wall in New York.
    store.clock.set("2026-11-03T03:30:00Z");
    const ctx = store.as("profile:read", { staffId: "stf_7", name: "Ana Ruiz" });
    const change = { action: "school.renamed", subject: "school:sch_4", before: { name: "Old", note: undefined }, after: { name: "New" } };
    await commit(ctx, { ...change, writes: [schools.put({ ...school, id: "sch_4", name: "New", version: 0 })], result: null });
    const [row] = await ctx.table.list(auditRows, "AUDS#school:sch_4", { index: "index2" });
    expect(row).toEqual({
      id: expect.stringMatching(/^aud_/),
      at: "2026-11-03T03:30:00.000Z",
      onDay: "2026-11-02",
      actor: "staff:stf_7",
      action: "school.renamed",
      subject: "school:sch_4",
      requestId: "test",
      before: { name: "Old" },
      after: { name: "New" },
      covers: [expect.stringMatching(/^[0-9a-f]{12}$/)],
      version: 1,
    });
    store.clock.set("2026-11-02T15:00:00Z");
  });

  it("spreads one day's audit over eight partitions", async () => {
    const ctx = store.job("setup", "roster:write");
    for (let n = 0; n < 60; n++) await commit(ctx, { action: "school.checked", subject: `school:sch_${n}`, writes: [], result: null });
    const sizes = await Promise.all(
      Array.from({ length: 8 }, async (_, shard) => (await ctx.table.list(auditRows, `AUD#2026-11-02#${shard}`)).length),
    );
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(60);
  });

  it("answers with the result it was given", async () => {
    const ctx = store.job("setup", "roster:write");
    expect(await commit(ctx, { action: "school.checked", subject: "school:x", writes: [], result: { id: "x" } })).toEqual({ id: "x" });
  });
});

describe("reading, deciding and committing again", () => {
  const count = { id: "sch_counted", sourcedId: "0", name: "0", level: "elementary" as const, isActive: true };
  const raise = () =>
    retryOnConflict(async () => {
      const ctx = store.job("setup", "roster:write");
      const before = (await ctx.table.get(schools, { of: "", at: `S#${count.id}` })) ?? { ...count, version: 0 };
      const writes = [schools.put({ ...before, name: String(Number(before.name) + 1) })];
      return commit(ctx, { action: "school.counted", subject: "school:sch_counted", writes, result: null });
    });

  it("loses no change of several made at the same moment", async () => {
    await Promise.all(Array.from({ length: 6 }, raise));
    const ctx = store.job("setup", "roster:write");
    expect((await ctx.table.get(schools, { of: "", at: "S#sch_counted" }))?.name).toBe("6");
    expect(await ctx.table.list(auditRows, "AUDS#school:sch_counted", { index: "index2" })).toHaveLength(6);
  });

  it("gives up after eight tries, and at once on any other error", async () => {
    let tries = 0;
    const never = retryOnConflict(() => {
      tries++;
      return Promise.reject(new GuardFailed([{ key: { PK: "p", SK: "s" }, guard: "absent" }]));
    });
    await expect(never).rejects.toBeInstanceOf(GuardFailed);
    expect(tries).toBe(8);
    await expect(
      retryOnConflict(() => {
        tries++;
        return Promise.reject(new Error("no"));
      }),
    ).rejects.toThrow("no");
    expect(tries).toBe(9);
  });

  it("does not try again what failed because this very request was already answered", async () => {
    let tries = 0;
    const repeat = retryOnConflict(() => {
      tries++;
      return Promise.reject(new GuardFailed([{ key: { PK: "D#dst_maple#IDEM#stf_1#abc", SK: "R" }, guard: "absent" }]));
    });
    await expect(repeat).rejects.toBeInstanceOf(GuardFailed);
    expect(tries).toBe(1);
  });
});
