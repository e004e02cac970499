import { setTimeout as delay } from "node:timers/promises";
import { join } from "node:path";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { scheduleHandler } from "../../functions/lambda/schedule.ts";
import { type StreamHandler, streamHandler } from "../../functions/lambda/stream.ts";
import { workHandler } from "../../functions/lambda/work.ts";
import { fixedClock } from "../../functions/platform/clock.ts";
import type { Item, Key } from "../../functions/platform/table.ts";
import { compose, tableName } from "./compose.ts";
import { type DemoSize, demoDistricts, demoOpensAt, demoSizes } from "./demo/district.ts";
import { openDemo } from "./demo/open-demo.ts";
import { idpPath } from "./identity-provider.ts";
import { type MemoryTable, memoryTable } from "./memory-table.ts";
import { streamDriver } from "./stream-driver.ts";

const recordsAtOnce = 1000;
const rowsAtOnce = 25;
const loadsAtOnce = 8;

/**
 * Enters both demo districts and their history, with the very actions and handlers that run afterwards, into a table
 * in memory; then loads its rows into the empty database (docs/decisions/0010-history-in-memory.md).
 */
export async function fillDemo(options: {
  endpoint: string;
  folder: string;
  origin: string;
  size: DemoSize;
  report: (done: number, total: number) => void;
}): Promise<void> {
  const stack = compose({ ...options, clock: fixedClock(demoOpensAt) });
  const table = memoryTable();
  const services = { ...stack.services, table };
  const [stream, work] = [streamHandler(services, stack.mailer), workHandler(services)];
  const handler: StreamHandler = async (event) => {
    const failures = [await stream(event), await work(event)];
    return { batchItemFailures: failures.flatMap(({ batchItemFailures }) => batchItemFailures) };
  };
  // The stream has told of every change, so a tick need only look at what a date alone has changed.
  const tick = scheduleHandler(services, stack.mailer, "outdated");
  // Half of all rows are audit, which nobody changes: the database stores them while the history goes on.
  const loader = openLoader(stack.dynamodb);
  const onChanged = (keys: readonly Key[]): void => loader.add(table.lasting(keys));
  const surroundings = { settle: () => settle(table, handler, onChanged), tick: async () => void (await tick()) };
  const [first, second] = demoDistricts(`${options.origin}${idpPath}`);
  if (!first || !second) throw new Error("the demo has two districts");
  await openDemo(services, { district: second, size: demoSizes.tiny, seed: 7, surroundings, report: () => {} });
  await openDemo(services, { district: first, size: demoSizes[options.size], seed: 20_250_818, surroundings, report: options.report });
  loader.add(table.items().filter((item) => !loader.has(item)));
  await loader.finish();
  await passOver(stack.dynamodb, options.folder);
  stack.dynamodb.destroy();
}

/** Hands the changes to the stream's handler, and what those change in turn, until nothing changes any more. */
export async function settle(
  table: MemoryTable,
  handler: StreamHandler,
  onChanged: (keys: readonly Key[]) => void = () => {},
): Promise<void> {
  for (let changed = table.takeChanges(); changed.length > 0; changed = table.takeChanges()) {
    onChanged(changed);
    const records = changed.map(({ PK, SK }, i): DynamoDBRecord => ({
      dynamodb: { Keys: { PK: { S: PK }, SK: { S: SK } }, SequenceNumber: String(i + 1) },
    }));
    for (let from = 0; from < records.length; from += recordsAtOnce) {
      const { batchItemFailures } = await handler({ Records: records.slice(from, from + recordsAtOnce) });
      if (batchItemFailures.length > 0) throw new Error("a change of the demo's history could not be handled; the log above says which");
    }
  }
}

/** Loads rows in bulk, as much at once as the database takes. */
export async function load(dynamodb: DynamoDBClient, items: readonly Item[], into = tableName): Promise<void> {
  const loader = openLoader(dynamodb, into);
  loader.add(items);
  await loader.finish();
}

/** Takes rows as they come and stores them in the background; `finish` waits for all of them and says what failed. */
function openLoader(dynamodb: DynamoDBClient, into = tableName) {
  const client = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  const waiting: Item[] = [];
  const taken = new Set<Item>();
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const store = async (): Promise<void> => {
    while (waiting.length > 0 && failures.length === 0) {
      let requests = waiting.splice(0, rowsAtOnce).map((Item) => ({ PutRequest: { Item } }));
      for (let attempt = 1; requests.length > 0; attempt++) {
        const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [into]: requests } }));
        requests = (UnprocessedItems?.[into] ?? []) as typeof requests;
        if (requests.length > 0) await delay(50 * attempt);
      }
    }
  };
  return {
    has: (item: Item): boolean => taken.has(item),
    add(items: readonly Item[]): void {
      for (const item of items) {
        taken.add(item);
        waiting.push(item);
      }
      while (running.size < loadsAtOnce && running.size * rowsAtOnce < waiting.length) {
        const one: Promise<void> = store()
          .catch((error: unknown) => void failures.push(error))
          .finally(() => running.delete(one));
        running.add(one);
      }
    },
    async finish(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
      if (failures.length > 0) throw failures[0];
      if (waiting.length > 0) await store();
    },
  };
}

/** Moves the readers' positions past the rows just loaded: everything they bring about is loaded with them. */
async function passOver(dynamodb: DynamoDBClient, folder: string): Promise<void> {
  const nothing: StreamHandler = async () => ({ batchItemFailures: [] });
  for (const file of ["stream.json", "work.json"]) {
    const driver = await streamDriver({ client: dynamodb, tableName, handler: nothing, checkpointFile: join(folder, file) });
    await driver.settle();
  }
}
