import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditRows, commit } from "../../functions/platform/commit.ts";
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
    const second = commit(ctx, { action: "school.added", subject: "school:sch_1", writes: [schools.put({ ...school, version: 0 })], result: null });
    await expect(second).rejects.toBeInstanceOf(GuardFailed);
    const trail = await ctx.table.list(auditRows, "AUDS#school:sch_1", { index: "index2" });
    expect(trail.map(({ action, actor }) => ({ action, actor }))).toEqual([{ action: "school.added", actor: "job:setup" }]);
  });
});
