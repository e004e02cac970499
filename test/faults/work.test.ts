import { beforeAll, beforeEach, describe, expect, vi } from "vitest";
import { scheduleHandler } from "../../functions/lambda/schedule.ts";
import { type MemoryStore, openMemoryStore } from "../support/store.ts";
import { type Faults, mortalStreamRunner } from "../support/stream-runner.ts";
import { inTurns, randomFrom } from "../support/turns.ts";
import { holds } from "./seeds.ts";
import { content, expectOnce, now, openWorkDay, traces, type WorkDay, workThrough } from "./work-day.ts";

let store: MemoryStore;
/** What the day leaves behind when nothing goes wrong. */
let wanted: string[];
beforeAll(async () => {
  // What goes wrong here on purpose is logged as it should be; nobody needs to read it.
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  store = await openMemoryStore({ now, content });
  const day = await openWorkDay(store);
  await followed(day, {});
  await expectOnce(day);
  wanted = await traces(day);
  return () => vi.restoreAllMocks();
});
beforeEach(() => store.clock.set(now));

/** The day, and everything that follows from it under faults. What hangs on a lease runs out in time and is swept. */
async function followed(day: WorkDay, faults: Faults): Promise<void> {
  const stream = await mortalStreamRunner(store, day.handlerOver, { batchSize: 30, shards: 3, lanes: 4 });
  await workThrough(day);
  await stream.drain(faults);
  await stream.wake();
  store.clock.set(new Date(Date.parse(now) + 11 * 60_000).toISOString());
  await day.sweep();
  await stream.drain();
}

/** How often each message left, by its id. */
const posted = ({ sent }: WorkDay): number[] => [...Map.groupBy(sent, ({ id }) => id).values()].map((copies) => copies.length);

describe("what follows from a day's work is the same, each effect once and with its audit row (I2, I4, I6),", () => {
  const each: [name: string, mostMails: number, faults: (random: () => number) => Faults][] = [
    ["when every batch arrives three times (F7)", 1, () => ({ deliveries: 3 })],
    ["when records change places and workers run into one another (F8)", 1, (random) => ({ random, deliveries: 2 })],
    ["when processes end between a write and what follows from it (F6, F14)", 2, (random) => ({ random, crashes: 0.6 })],
    ["when stalled workers go on after others have done their work (F11)", 2, (random) => ({ random, zombies: 0.6 })],
  ];
  for (const [name, mostMails, faults] of each)
    holds(name, async (seed) => {
      const day = await openWorkDay(store);
      await followed(day, faults(randomFrom(seed)));
      await expectOnce(day);
      expect(await traces(day)).toEqual(wanted);
      expect(posted(day)).toHaveLength(5);
      expect(Math.max(...posted(day))).toBeLessThanOrEqual(mostMails);
      store.clock.set(now);
    });

  holds("when the stream's function was down for a day and its records are gone (F12)", async (seed) => {
    const random = randomFrom(seed);
    const day = await openWorkDay(store);
    const stream = await mortalStreamRunner(store, day.handlerOver);
    await workThrough(day);
    await stream.drain({ isLost: () => random() < 0.7 });
    store.clock.set("2026-11-03T15:00:00Z");
    await scheduleHandler(await day.alone(), day.mailer)();
    await stream.drain();
    await expectOnce(day);
    expect(posted(day)).toEqual([1, 1, 1, 1, 1]);
    store.clock.set(now);
  });
});

describe("ten copies of one request at the same moment (F16)", () => {
  holds("have one effect and one answer, whatever the interleaving", async (seed) => {
    const day = await openWorkDay(store, inTurns(store.table, randomFrom(seed)));
    const stream = await mortalStreamRunner(store, day.handlerOver);
    await workThrough(day, 10);
    await stream.drain();
    await expectOnce(day);
  });
});
