import type { Table } from "../../functions/platform/table.ts";

/** Numbers from 0 to 1 that follow from a seed (mulberry32): the same seed, the same run. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A table at which whoever is at work takes turns, one call at a time, the next drawn by chance: any interleaving of
 * workers may come about, and the same chance brings it about again.
 */
export function inTurns(table: Table, random: () => number): Table {
  const waiting: (() => void)[] = [];
  let isCalling = false;
  const callNext = (): void => {
    const [next] = waiting.splice(Math.floor(random() * waiting.length), 1);
    next?.();
    if (waiting.length > 0) setImmediate(callNext);
    else isCalling = false;
  };
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (isCalling) return;
      isCalling = true;
      // Whoever else is about to call has called by then.
      setImmediate(callNext);
    });
  return before(table, turn);
}

/** A worker that stands still before its n-th call of the table until it is let go. */
export function stalling(table: Table, atCall: number): { table: Table; stalled: Promise<void>; letGo: () => void } {
  const stalled = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  let calls = 0;
  const wait = async (): Promise<void> => {
    if (++calls < atCall) return;
    stalled.resolve();
    await opened.promise;
  };
  return { table: before(table, wait), stalled: stalled.promise, letGo: opened.resolve };
}

function before(table: Table, wait: () => Promise<void>): Table {
  return {
    async get(key) {
      await wait();
      return table.get(key);
    },
    async query(partition, range) {
      await wait();
      return table.query(partition, range);
    },
    async write(operations) {
      await wait();
      return table.write(operations);
    },
  };
}
