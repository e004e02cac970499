import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { EvaluationAnswers } from "../../functions/learning/evaluation-contract.ts";
import { changeableUntil } from "../../functions/learning/evaluation-rules.ts";
import { enrollments } from "../../functions/learning/records.ts";
import { newEnrollment } from "../../functions/learning/rules.ts";
import { rawTable } from "../../functions/platform/context.ts";
import { apiAs } from "./api.ts";
import { openWorld, type World } from "./world.ts";

const path = "/api/modules/m01/evaluation";
const now = "2026-11-02T15:00:00.000Z";
const answers: EvaluationAnswers = { relevant: "agree", clear: "stronglyDisagree", usable: "stronglyAgree", wellSpent: "disagree" };
const otherwise: EvaluationAnswers = { ...answers, clear: "agree" };

let world: World;
let people = 0;
let staffId: string;
let api: ReturnType<typeof apiAs>;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());
afterEach(() => world.clock.set(now));
beforeEach(() => {
  staffId = `stf_e${++people}`;
  api = apiAs(world, staffId);
});

/** As everything one does in a module leaves it. */
async function complete(): Promise<void> {
  const ctx = world.learner(staffId);
  const done = { ...newEnrollment(staffId, { id: "m01", hash: "v1" }, now), completedAt: now, creditMinutes: 40, version: 0 };
  await ctx[rawTable].write([enrollments.put(done).operation(ctx.district.id)]);
}

describe("an evaluation of a module", () => {
  it("waits until the module is completed, and says so", async () => {
    expect(await api("PUT", path, answers)).toMatchObject({ status: 409, json: { code: "not-ready" } });
    expect(await api("GET", path)).toMatchObject({ status: 200, json: { moduleId: "m01", changeableUntil: "2026-12-31" } });
    expect(await api("GET", "/api/modules/none/evaluation")).toMatchObject({ status: 404 });
  });

  it("is kept with the day it was given, and read by its author", async () => {
    await complete();
    const kept = { moduleId: "m01", on: "2026-11-02", changeableUntil: "2026-12-31" };
    expect(await api("PUT", path, answers)).toMatchObject({ status: 200, json: kept });
    const { given } = (await api("GET", path)).json;
    expect(given).toEqual({ answers, on: "2026-11-02", changeableUntil: "2026-12-31", isClosed: false });
    expect((await apiAs(world, "stf_teacher")("GET", path)).json.given).toBeUndefined();
  });

  it("can be changed until the end of the month after the one it was given in, and stays in that month", async () => {
    await complete();
    await api("PUT", path, answers);
    world.clock.set("2026-12-31T23:00:00.000Z");
    expect(await api("PUT", path, otherwise)).toMatchObject({ status: 200, json: { on: "2026-11-02" } });
    world.clock.set("2027-01-01T15:00:00.000Z");
    expect(await api("PUT", path, answers)).toMatchObject({ status: 409, json: { code: "conflict" } });
    // The same once more changes nothing, and so is no refusal.
    expect(await api("PUT", path, otherwise)).toMatchObject({ status: 200 });
    expect((await api("GET", path)).json.given).toMatchObject({ answers: otherwise, isClosed: true });
    expect([changeableUntil("2026-12-31"), changeableUntil("2027-12-01"), changeableUntil("2028-01-15")]).toEqual([
      "2027-01-31",
      "2028-01-31",
      "2028-02-29",
    ]);
  });

  it("takes all four statements on the four levels, and no words", async () => {
    await complete();
    const { clear: _, ...three } = answers;
    expect(await api("PUT", path, three)).toMatchObject({ status: 400, json: { fields: [{ path: "json.clear" }] } });
    expect(await api("PUT", path, { ...answers, clear: "neither" })).toMatchObject({ status: 400 });
    await api("PUT", path, { ...answers, comment: "About Wilhelmina." });
    expect(JSON.stringify(await world.rows())).not.toContain("Wilhelmina");
  });

  it("stands in its own row alone: neither the audit nor the kept answer to its request says it again", async () => {
    await complete();
    expect(await api("PUT", path, answers, { "idempotency-key": staffId })).toMatchObject({ status: 200 });
    const rows = (await world.rows()).filter((row) => JSON.stringify(row).includes(staffId));
    expect(rows.filter((row) => JSON.stringify(row).includes("stronglyDisagree")).map(({ type }) => type)).toEqual(["module-evaluation"]);
    expect(rows.filter(({ type }) => type === "audit")).toMatchObject([{ action: "module.evaluated" }]);
  });

  it("changes no minute and no state of the module", async () => {
    await complete();
    const before = (await api("GET", "/api/modules/m01")).json.enrollment;
    await api("PUT", path, answers);
    expect((await api("GET", "/api/modules/m01")).json.enrollment).toEqual(before);
  });
});
