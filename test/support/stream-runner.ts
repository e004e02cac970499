import type { DynamoDBRecord } from "aws-lambda";
import type { StreamHandler } from "../../functions/lambda/stream.ts";
import { firstFailure } from "../../infra/local/stream-driver.ts";
import { openStream, type Positions } from "../../infra/local/stream-reader.ts";
import type { TestStore } from "./store.ts";

/** What may go wrong between a change and the function that hears of it; each is something Lambda does to real functions. */
export type Faults = {
  /** Each batch is delivered this many times. */
  deliveries?: number;
  /** Reorders records of different items in a batch; those of one item keep their order. A number from 0 to 1 per draw. */
  shuffle?: () => number;
  /** Records that never arrive. */
  isLost?: (record: DynamoDBRecord) => boolean;
};

export type StreamRunner = {
  /** Delivers everything that has changed, and what that changes in turn, until nothing is left. Returns how many records there were. */
  drain(faults?: Faults): Promise<number>;
  /** Delivers old records once more, all that were ever seen or those meant, in the order in which they were written. */
  replay(isMeant?: (record: DynamoDBRecord) => boolean): Promise<void>;
  /** Batches that were given up after the last try, whole, as an on-failure destination receives them. */
  readonly setAside: DynamoDBRecord[][];
  /** Every record seen so far. */
  readonly seen: DynamoDBRecord[];
};

const retries = 8;

/** Lambda's event source over the real change stream of a test's database, with faults to order. */
export async function streamRunner(store: TestStore, handler: StreamHandler, batchSize = 100): Promise<StreamRunner> {
  const reader = await openStream(store.database.endpoint, store.tableName);
  const positions: Positions = {};
  const seen: DynamoDBRecord[] = [];
  const setAside: DynamoDBRecord[][] = [];

  const next = async (): Promise<DynamoDBRecord[]> => {
    const [batch] = await reader.read(positions, batchSize);
    const last = batch?.records.at(-1)?.dynamodb?.SequenceNumber;
    if (!batch || last === undefined) return [];
    positions[batch.shardId] = last;
    return batch.records;
  };

  return {
    seen,
    setAside,
    async drain({ deliveries = 1, shuffle, isLost } = {}) {
      let count = 0;
      for (let batch = await next(); batch.length > 0; batch = await next()) {
        count += batch.length;
        seen.push(...batch);
        const arriving = batch.filter((record) => !isLost?.(record));
        for (let i = 0; i < deliveries; i++) setAside.push(...(await deliver(shuffle ? shuffled(arriving, shuffle) : arriving, handler)));
      }
      return count;
    },
    async replay(isMeant = () => true) {
      const old = seen.filter(isMeant);
      for (let i = 0; i < old.length; i += batchSize) setAside.push(...(await deliver(old.slice(i, i + batchSize), handler)));
    },
  };
}

/**
 * One batch as the event source delivers it: what comes before the lowest failed record is done, the rest is delivered
 * again on its own (bisected there), and after the last try the rest is set aside whole.
 */
async function deliver(batch: DynamoDBRecord[], handler: StreamHandler): Promise<DynamoDBRecord[][]> {
  let rest = batch;
  for (let attempt = 0; rest.length > 0; attempt++) {
    const first = await firstFailure(rest, handler);
    if (first === -1) return [];
    rest = rest.slice(first);
    if (attempt === retries) return [rest];
  }
  return [];
}

/** The items of a batch in another order, each item's own records in theirs. */
function shuffled(batch: DynamoDBRecord[], random: () => number): DynamoDBRecord[] {
  const byItem = [...Map.groupBy(batch, ({ dynamodb }) => `${dynamodb?.Keys?.PK?.S} / ${dynamodb?.Keys?.SK?.S}`).values()];
  const mixed: DynamoDBRecord[] = [];
  for (let lanes = byItem; lanes.length > 0; lanes = lanes.filter((lane) => lane.length > 0)) {
    const lane = lanes[Math.floor(random() * lanes.length)];
    const record = lane?.shift();
    if (record) mixed.push(record);
  }
  return mixed;
}
