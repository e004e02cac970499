import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workHandler } from "../../functions/lambda/work.ts";
import { commit } from "../../functions/platform/commit.ts";
import { runTask, wakeTasks } from "../../functions/platform/run-task.ts";
import type { Table } from "../../functions/platform/table.ts";
import { newTask, readTask, resumeTask, stopTask, type TaskKind } from "../../functions/platform/task.ts";
import { countTo } from "../support/count-to.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { type StreamRunner, streamRunner } from "../support/stream-runner.ts";

const kinds: readonly TaskKind[] = [countTo];
const administrator = { staffId: "stf_admin", grants: [{ role: "districtAdministrator" as const }] };

let store: TestStore;
let stream: StreamRunner;
beforeAll(async () => {
  store = await openTestStore();
  stream = await streamRunner(store, workHandler(store.services, kinds));
});
afterAll(() => store.close());

const asking = () => store.as("roster:write", administrator, { kind: "district" });
const deciding = () => store.as("task:write", administrator, { kind: "district" });
const now = (id: string) => readTask(asking(), id);

async function ask(input: { to: number; failsAt?: number }): Promise<string> {
  const { write, view } = newTask(asking(), countTo, { input });
  await commit(asking(), { action: "count.asked", subject: `task:${view.id}`, writes: [write], result: null });
  return view.id;
}

describe("long work", () => {
  it("begins with the change that asks for it and ends with its outcome, told once or three times", async () => {
    const id = await ask({ to: 5 });
    await stream.drain({ deliveries: 3 });
    expect(await now(id)).toMatchObject({ state: "done", done: 5, total: 5, outcome: { counted: 5 } });
  });

  it("that dies after any of its writes goes on from its checkpoint and ends the same", async () => {
    for (let deathAt = 1; deathAt <= 5; deathAt++) {
      const id = await ask({ to: 4 });
      let writes = 0;
      const dying: Table = {
        ...store.table,
        write: async (operations) => {
          if (++writes === deathAt) throw new Error("the process ended");
          await store.table.write(operations);
        },
      };
      await expect(runTask({ ...store.services, table: dying }, kinds, store.districtId, id)).rejects.toThrow("the process ended");
      expect((await now(id)).done).toBe(deathAt - 1);
      await runTask(store.services, kinds, store.districtId, id);
      expect(await now(id)).toMatchObject({ state: "done", outcome: { counted: 4 } });
    }
  });

  it("lets the slower of two workers go without having changed anything", async () => {
    const id = await ask({ to: 3 });
    let isFirst = true;
    const overtaken: Table = {
      ...store.table,
      write: async (operations) => {
        if (isFirst) {
          isFirst = false;
          await runTask(store.services, kinds, store.districtId, id);
        }
        await store.table.write(operations);
      },
    };
    await runTask({ ...store.services, table: overtaken }, kinds, store.districtId, id);
    expect(await now(id)).toMatchObject({ state: "done", version: 5, outcome: { counted: 3 } });
  });

  it("that keeps failing is given up with what it did, and goes on from there when a person says so", async () => {
    const id = await ask({ to: 3, failsAt: 2 });
    await runTask(store.services, kinds, store.districtId, id);
    expect(await now(id)).toMatchObject({ state: "failed", done: 2, failure: expect.stringContaining("What was done so far stands") });
    await resumeTask(deciding(), id);
    const cured = {
      ...countTo,
      step: (...of: Parameters<typeof countTo.step>) => countTo.step(of[0], of[1], { ...of[2], input: { to: 3 } }),
    };
    await runTask(store.services, [cured], store.districtId, id);
    expect(await now(id)).toMatchObject({ state: "done", outcome: { counted: 3 } });
  });

  it("that a person stops does no further step, and can be resumed where it stood", async () => {
    const id = await ask({ to: 2 });
    await stopTask(deciding(), id);
    await stream.drain();
    expect(await now(id)).toMatchObject({ state: "stopped", done: 0 });
    await resumeTask(deciding(), id);
    await stream.drain();
    expect(await now(id)).toMatchObject({ state: "done" });
    await expect(resumeTask(deciding(), id)).rejects.toMatchObject({ code: "not-ready" });
  });

  it("that lost its worker is called up again after two minutes, and not before", async () => {
    const id = await ask({ to: 2 });
    await stream.drain({ isLost: () => true });
    expect(await wakeTasks(store.services)).toBe(0);
    store.clock.set("2026-11-02T15:03:00Z");
    expect(await wakeTasks(store.services)).toBe(1);
    await stream.drain();
    expect(await now(id)).toMatchObject({ state: "done" });
  });

  it("costs one read when there is none to be called up", async () => {
    store.used.length = 0;
    expect(await wakeTasks(store.services)).toBe(0);
    expect(store.used.map(({ operation }) => operation)).toEqual(["query"]);
  });
});
