import type { DynamoDBRecord } from "aws-lambda";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { repair } from "../../functions/engagement/actions/day-tick.ts";
import { engagementReactions } from "../../functions/engagement/events.ts";
import { react } from "../../functions/platform/reaction.ts";
import { loadRows } from "../../infra/local/load-rows.ts";
import { openStream, type Positions } from "../../infra/local/stream-reader.ts";
import { jobIn } from "../engagement/expect-figures.ts";
import { openDistrict, person, roleAt, school, writeFacts } from "../engagement/small-district.ts";
import { type Chaos, type ChaosProxy, startChaosProxy } from "../support/chaos-proxy.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { type StreamRunner, streamRunner } from "../support/stream-runner.ts";
import { tableThrough } from "../support/without-waiting.ts";
import { holds, seeds } from "./seeds.ts";
import { content, expectOnce, now, openWorkDay, people, traces, type WorkDay, workThrough } from "./work-day.ts";

let store: TestStore;
let proxy: ChaosProxy;
let through: ReturnType<typeof tableThrough>;
let stream: StreamRunner;
/** The district whose records the stream's function hears of. */
let current: WorkDay;
let wanted: string[] | undefined;

// What goes wrong here on purpose is logged as it should be; nobody needs to read it.
beforeAll(() => void vi.spyOn(process.stdout, "write").mockReturnValue(true));
afterAll(() => void vi.restoreAllMocks());
// A database for each fault: all rows of it are read after each day, so days must not pile up in one.
beforeEach(async () => {
  store = await openTestStore({ now, content });
  proxy = await startChaosProxy(store.database.endpoint, () => store.clock.now().getTime());
  through = tableThrough(proxy.endpoint, store.tableName);
  // The function itself reaches its table through the same proxy.
  stream = await streamRunner(store, (event) => current.handlerOver(through.table)(event), { retries: 50 });
});
afterEach(async () => {
  through.close();
  await proxy.close();
  await store.close();
});

/** What the proxy has brought about so far; a run of many seeds in which a fault never came would prove nothing. */
const count = (fault: string): number => proxy.happened[fault] ?? 0;

/** A day's work and what follows from it, over a database that does this; then what hangs on a lease, over one that is well. */
async function dayUnder(chaos: Chaos, seed: number): Promise<string[]> {
  store.clock.set(now);
  current = await openWorkDay(store, through.table, [people.ana]);
  // How people came to be here is no part of the day; their figures are as they would be.
  await stream.drain({ isLost: () => true });
  await repair(jobIn(store, current.district));
  await stream.drain({ isLost: () => true });
  proxy.cause(chaos, seed);
  await workThrough(current);
  await stream.drain();
  proxy.cause({});
  store.clock.set(new Date(Date.parse(now) + 11 * 60_000).toISOString());
  await current.sweep();
  await stream.drain();
  const rows = await current.rows();
  await expectOnce(current, rows);
  return traces(current, rows);
}

async function expectTheSame(chaos: Chaos, seed: number): Promise<void> {
  wanted ??= await dayUnder({}, 0);
  expect(await dayUnder(chaos, seed)).toEqual(wanted);
  expect(stream.setAside).toEqual([]);
}

describe("a day's work leaves the same rows, each effect once and with its audit row (I1, I2, I4, I6),", () => {
  holds("while a fifth of all calls are throttled or fail, and no request needs more than five tries (F1)", async (seed) => {
    await expectTheSame({ throttle: 0.15, broken: 0.05, delayed: 0.05 }, seed);
    // Three tries of the client each: a request that fails five times over is one that asks too much at once.
    expect(Math.max(...current.tries)).toBeLessThanOrEqual(5);
    if (seed === seeds.length) expect(count("throttle")).toBeGreaterThan(seeds.length);
  });

  holds("while a tenth of all answers are lost after the work is done (F2)", async (seed) => {
    await expectTheSame({ lost: 0.1 }, seed);
    if (seed === seeds.length) expect(count("lost")).toBeGreaterThan(seeds.length);
  });

  holds("while a quarter of all transactions meet another one (F3)", async (seed) => {
    await expectTheSame({ conflict: 0.25 }, seed);
    if (seed === seeds.length) expect(count("conflict")).toBeGreaterThan(seeds.length / 2);
  });

  holds("while index queries answer as things stood five seconds ago (F21)", async (seed) => expectTheSame({ indexLagMs: 5_000 }, seed));
});

describe("a load of many rows", () => {
  holds("stores every row though some of each batch are handed back (F5)", async (seed) => {
    proxy.cause({ unprocessed: 0.3 }, seed);
    const PK = `D#dst_load#${seed}`;
    const rows = Array.from({ length: 60 }, (_, i) => ({ PK, SK: String(i).padStart(3, "0"), type: "thing", version: 1 }));
    await loadRows(through.dynamodb, rows, store.tableName);
    proxy.cause({});
    const { items } = await store.table.query(PK);
    expect(items.map(({ SK }) => SK)).toEqual(rows.map(({ SK }) => SK));
  });

  it("is read from the stream whole, though no more than a megabyte is handed out at once", async () => {
    const reader = await openStream(proxy.endpoint, store.tableName);
    const positions: Positions = {};
    const sizes: number[] = [];
    const keys: (string | undefined)[] = [];
    const PK = "D#dst_load#large";
    for (let i = 0; i < 8; i++)
      await store.table.write([{ put: { PK, SK: String(i), type: "thing", version: 1, text: "x".repeat(300_000) } }]);
    for (let [batch] = await reader.read(positions, 1000); batch; [batch] = await reader.read(positions, 1000)) {
      const last = batch.records.at(-1)?.dynamodb?.SequenceNumber;
      if (last !== undefined) positions[batch.shardId] = last;
      sizes.push(JSON.stringify(batch.records).length);
      keys.push(...batch.records.flatMap(({ dynamodb }) => (dynamodb?.Keys?.PK?.S === PK ? [dynamodb.Keys.SK?.S] : [])));
    }
    expect(keys).toEqual(["0", "1", "2", "3", "4", "5", "6", "7"]);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_100_000);
  });
});

describe("a school with very many people (F26)", () => {
  it("is worked out with reads that grow with its rows and no faster, and once for a burst of changes", async () => {
    const district = await openDistrict(store);
    const sizes = { sch_small: 20, sch_hot: 200 };
    for (const [id, size] of Object.entries(sizes)) {
      const staffed = Array.from({ length: size }, (_, i) => person(`stf_${id}_${i}`, [roleAt(id)]));
      await writeFacts(store, district, { schools: [school(id)], people: staffed });
      const records = staffed.map(({ staff }, i): DynamoDBRecord => ({
        dynamodb: { Keys: { PK: { S: `D#${district.id}#U#${staff.id}` }, SK: { S: "PROFILE" } }, SequenceNumber: String(i + 1) },
      }));
      await react(
        store.services,
        engagementReactions.filter(({ name }) => name === "staff-summary"),
        records,
      );
    }
    const reads: Record<string, number> = {};
    for (const id of Object.keys(sizes)) {
      store.used.length = 0;
      // Twenty people's rows change in one batch.
      const burst = Array.from({ length: 20 }, (_, i): DynamoDBRecord => ({
        dynamodb: { Keys: { PK: { S: `D#${district.id}#S#${id}` }, SK: { S: `STAFF#stf_${id}_${i}` } }, SequenceNumber: String(i + 1) },
      }));
      await react(
        store.services,
        engagementReactions.filter(({ name }) => name === "school-roll-up"),
        burst,
      );
      expect(store.used.filter(({ operation }) => operation === "write")).toHaveLength(1);
      reads[id] = store.used.filter(({ operation }) => operation !== "write").reduce((sum, { units }) => sum + units, 0);
    }
    expect((reads.sch_hot ?? 0) / (reads.sch_small ?? 1)).toBeLessThanOrEqual(10);
  });
});
