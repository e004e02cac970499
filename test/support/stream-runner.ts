import type { DynamoDBRecord } from "aws-lambda";
import type { StreamHandler } from "../../functions/lambda/stream.ts";
import { sha256 } from "../../functions/platform/ids.ts";
import type { Table } from "../../functions/platform/table.ts";
import { largestBatch, openStream, type Positions } from "../../infra/local/stream-reader.ts";
import { mortal } from "./crash-points.ts";
import type { MemoryStore, TestStore } from "./store.ts";
import { inTurns, stalling } from "./turns.ts";

/** What may go wrong between a change and the function that hears of it; each is something Lambda does to real functions. */
export type Faults = {
  /** Each batch is delivered this many times. */
  deliveries?: number;
  /**
   * Draws the size of each batch, the order of different items in it (those of one item keep theirs), and whose turn it
   * is among the workers of different shards and lanes. Without it all is done in order.
   */
  random?: () => number;
  /** Records that never arrive. */
  isLost?: (record: DynamoDBRecord) => boolean;
  /** How likely the process that has a batch ends in the middle of it; needs `random` and `mortalStreamRunner`. */
  crashes?: number;
  /** How likely a worker stalls in the middle of a batch, which another then gets; it goes on when `wake` is called. Needs the same. */
  zombies?: number;
};

/** The event source's settings that are under test; the rest is as in infra/constructs/stream-function.ts. */
export type EventSource = { batchSize: number; shards: number; lanes: number; retries: number; maxAgeMs: number };
const deployed: EventSource = { batchSize: 100, shards: 1, lanes: 1, retries: 8, maxAgeMs: 12 * 3_600_000 };

export type StreamRunner = {
  /** Delivers everything that has changed, and what that changes in turn, until nothing is left. Returns how many records there were. */
  drain(faults?: Faults): Promise<number>;
  /** Delivers old records once more, all that were ever seen or those meant, in the order in which they were written. */
  replay(isMeant?: (record: DynamoDBRecord) => boolean): Promise<void>;
  /** Lets stalled workers go on, one after the other, with whatever they had read; then drains. */
  wake(): Promise<void>;
  /** Batches that were given up after the last try or the longest wait, whole, as an on-failure destination receives them. */
  readonly setAside: DynamoDBRecord[][];
  /** Every record seen so far. */
  readonly seen: DynamoDBRecord[];
};

/** Lambda's event source over what changes in a test's table, with faults to order. */
export const streamRunner = (
  store: TestStore | MemoryStore,
  handler: StreamHandler,
  settings?: Partial<EventSource>,
): Promise<StreamRunner> => mortalStreamRunner(store, () => handler, settings);

/** The same with a function whose processes may die or stall: `handlerOver` begins one over its own way to the table. */
export async function mortalStreamRunner(
  store: TestStore | MemoryStore,
  handlerOver: (table: Table) => StreamHandler,
  settings: Partial<EventSource> = {},
): Promise<StreamRunner> {
  const source = { ...deployed, ...settings };
  const next = "client" in store ? await databaseRecords(store) : memoryRecords(store);
  const seen: DynamoDBRecord[] = [];
  const setAside: DynamoDBRecord[][] = [];
  const asleep: Zombie[] = [];
  const tooOld = (batch: DynamoDBRecord[]): boolean => {
    const writtenAt = batch[0]?.dynamodb?.ApproximateCreationDateTime;
    return "client" in store || writtenAt === undefined ? false : store.clock.now().getTime() - writtenAt * 1000 > source.maxAgeMs;
  };

  /**
   * One batch as the event source delivers it. What comes before the lowest failed record is done and the rest is
   * delivered again; a batch of which the function said nothing is halved, which does not count as a try; after the last
   * try what is left is set aside whole.
   */
  const deliver = async (batch: DynamoDBRecord[], work: Worker, tries = 0): Promise<void> => {
    if (batch.length === 0) return;
    if (tries > source.retries || tooOld(batch)) return void setAside.push(batch);
    const answer = await work(batch, tries === 0);
    if (answer === "nothing" && batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      await deliver(batch.slice(0, middle), work, tries || 1);
      return deliver(batch.slice(middle), work, tries || 1);
    }
    const failed = answer === "nothing" ? 0 : lowestFailed(batch, answer);
    if (failed >= 0) await deliver(batch.slice(failed), work, tries + 1);
  };

  const deliverAll = async (records: DynamoDBRecord[], faults: Faults): Promise<void> => {
    const { random, deliveries = 1 } = faults;
    const work = workers(store.table, handlerOver, faults, asleep);
    const runLane = async (lane: DynamoDBRecord[]): Promise<void> => {
      for (const batch of batchesOf(lane, source.batchSize, random))
        for (let i = 0; i < deliveries; i++) await deliver(random ? shuffled(batch, random) : batch, work);
    };
    const lanes = lanesOf(records, source);
    if (random) await Promise.all(lanes.map(runLane));
    else for (const lane of lanes) await runLane(lane);
  };
  const drain = async (faults: Faults = {}): Promise<number> => {
    let count = 0;
    for (let records = await next(); records.length > 0; records = await next()) {
      count += records.length;
      seen.push(...records);
      await deliverAll(
        records.filter((record) => !faults.isLost?.(record)),
        faults,
      );
    }
    return count;
  };

  return {
    seen,
    setAside,
    drain,
    async wake() {
      for (const { letGo, ended } of asleep.splice(0)) {
        letGo();
        await ended;
      }
      await drain();
    },
    async replay(isMeant = () => true) {
      await deliverAll(seen.filter(isMeant), {});
    },
  };
}

/** What the function said of a batch: which records failed, or nothing at all because it threw, died or took too long. */
type Answer = Set<string> | "nothing";
type Worker = (batch: DynamoDBRecord[], isFirstTry: boolean) => Promise<Answer>;

type Zombie = { letGo: () => void; ended: Promise<unknown> };

/** Processes of the function, some of which die or stall on a batch they see first. */
function workers(
  table: Table,
  handlerOver: (table: Table) => StreamHandler,
  { random, crashes = 0, zombies = 0 }: Faults,
  asleep: Zombie[],
): Worker {
  const shared = random ? inTurns(table, random) : table;
  const run = async (over: Table, batch: DynamoDBRecord[]): Promise<Answer> => {
    try {
      const { batchItemFailures } = await handlerOver(over)({ Records: batch });
      return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    } catch {
      return "nothing";
    }
  };
  const crash = async (batch: DynamoDBRecord[], chance: () => number): Promise<Answer> => {
    const process = mortal(shared);
    const atCall = 1 + Math.floor(chance() * 12);
    process.begin({ atCall, when: chance() < 0.5 ? "before" : "after" });
    const answer = await run(process, batch);
    return process.life.calls >= atCall ? "nothing" : answer;
  };
  const stall = async (batch: DynamoDBRecord[], chance: () => number): Promise<Answer> => {
    const { table: slow, stalled, letGo } = stalling(shared, 1 + Math.floor(chance() * 12));
    const ended = run(slow, batch);
    const answer = await Promise.race([ended, stalled.then(() => "nothing" as const)]);
    if (answer === "nothing") asleep.push({ letGo, ended });
    return answer;
  };
  return async (batch, isFirstTry) => {
    if (random && isFirstTry && random() < crashes) return crash(batch, random);
    if (random && isFirstTry && random() < zombies) return stall(batch, random);
    return run(shared, batch);
  };
}

function lowestFailed(batch: DynamoDBRecord[], failed: Set<string>): number {
  return batch.findIndex(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ""));
}

const itemOf = ({ dynamodb }: DynamoDBRecord): string => `${dynamodb?.Keys?.PK?.S} / ${dynamodb?.Keys?.SK?.S}`;

/** Records by shard and lane: a partition has its shard, an item its lane, and each its own order there. */
function lanesOf(records: DynamoDBRecord[], { shards, lanes }: EventSource): DynamoDBRecord[][] {
  const place = (text: string | undefined, of: number): number => Number.parseInt(sha256(text ?? "").slice(0, 8), 16) % of;
  return [...Map.groupBy(records, (record) => `${place(record.dynamodb?.Keys?.PK?.S, shards)} ${place(itemOf(record), lanes)}`).values()];
}

function batchesOf(lane: DynamoDBRecord[], size: number, random?: () => number): DynamoDBRecord[][] {
  const batches: DynamoDBRecord[][] = [];
  for (let from = 0, count = 0; from < lane.length; from += count) {
    count = random ? 1 + Math.floor(random() * size) : size;
    batches.push(lane.slice(from, from + count));
  }
  return batches;
}

/** The items of a batch in another order, each item's own records in theirs. */
function shuffled(batch: DynamoDBRecord[], random: () => number): DynamoDBRecord[] {
  const mixed: DynamoDBRecord[] = [];
  for (let items = [...Map.groupBy(batch, itemOf).values()]; items.length > 0; items = items.filter((item) => item.length > 0)) {
    const record = items[Math.floor(random() * items.length)]?.shift();
    if (record) mixed.push(record);
  }
  return mixed;
}

/** What has changed since the last time, from the real change stream of an embedded database. */
async function databaseRecords(store: TestStore): Promise<() => Promise<DynamoDBRecord[]>> {
  const reader = await openStream(store.database.endpoint, store.tableName);
  const positions: Positions = {};
  return async () => {
    const [batch] = await reader.read(positions, largestBatch);
    const last = batch?.records.at(-1)?.dynamodb?.SequenceNumber;
    if (!batch || last === undefined) return [];
    positions[batch.shardId] = last;
    return batch.records;
  };
}

/** The same of a table in memory. */
function memoryRecords({ table, clock }: MemoryStore): () => Promise<DynamoDBRecord[]> {
  let number = 0;
  return async () =>
    table.takeChanges().map(({ PK, SK }): DynamoDBRecord => ({
      dynamodb: {
        Keys: { PK: { S: PK }, SK: { S: SK } },
        SequenceNumber: String(++number),
        ApproximateCreationDateTime: clock.now().getTime() / 1000,
      },
    }));
}
