import { setTimeout as delay } from "node:timers/promises";
import { join } from "node:path";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { scheduleHandler } from "../../functions/lambda/schedule.ts";
import { type StreamHandler, streamHandler } from "../../functions/lambda/stream.ts";
import { fixedClock } from "../../functions/platform/clock.ts";
import type { Item } from "../../functions/platform/table.ts";
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
  const handler = streamHandler(services, stack.mailer);
  // The stream has told of every change, so a tick need only look at what a date alone has changed.
  const tick = scheduleHandler(services, stack.mailer, "outdated");
  const surroundings = { settle: () => settle(table, handler), tick: async () => void (await tick()) };
  const [first, second] = demoDistricts(`${options.origin}${idpPath}`);
  if (!first || !second) throw new Error("the demo has two districts");
  await openDemo(services, { district: second, size: demoSizes.tiny, seed: 7, surroundings, report: () => {} });
  await openDemo(services, { district: first, size: demoSizes[options.size], seed: 20_250_818, surroundings, report: options.report });
  await load(stack.dynamodb, table.items());
  await passOver(stack.dynamodb, options.folder);
  stack.dynamodb.destroy();
}

/** Hands the changes to the stream's handler, and what those change in turn, until nothing changes any more. */
export async function settle(table: MemoryTable, handler: StreamHandler): Promise<void> {
  for (let changed = table.takeChanges(); changed.length > 0; changed = table.takeChanges()) {
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
export async function load(dynamodb: DynamoDBClient, items: Item[]): Promise<void> {
  const client = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  let from = 0;
  const work = async (): Promise<void> => {
    while (from < items.length) {
      let requests = items.slice(from, (from += rowsAtOnce)).map((Item) => ({ PutRequest: { Item } }));
      for (let attempt = 1; requests.length > 0; attempt++) {
        const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: requests } }));
        requests = (UnprocessedItems?.[tableName] ?? []) as typeof requests;
        if (requests.length > 0) await delay(50 * attempt);
      }
    }
  };
  await Promise.all(Array.from({ length: loadsAtOnce }, work));
}

/** Moves the stream's position past the rows just loaded: everything they bring about is loaded with them. */
async function passOver(dynamodb: DynamoDBClient, folder: string): Promise<void> {
  const nothing: StreamHandler = async () => ({ batchItemFailures: [] });
  const driver = await streamDriver({ client: dynamodb, tableName, handler: nothing, checkpointFile: join(folder, "stream.json") });
  await driver.settle();
}
