import type { DynamoDBRecord } from "aws-lambda";
import { scheduleHandler } from "../../functions/lambda/schedule.ts";
import { type StreamHandler, streamHandler } from "../../functions/lambda/stream.ts";
import { workHandler } from "../../functions/lambda/work.ts";
import { fixedClock } from "../../functions/platform/clock.ts";
import type { Item } from "../../functions/platform/table.ts";
import { compose } from "./compose.ts";
import { type DemoSize, demoDistricts, demoOpensAt, demoSizes } from "./demo/district.ts";
import { openDemo } from "./demo/open-demo.ts";
import { idpPath } from "./identity-provider.ts";
import { type MemoryTable, memoryTable } from "./memory-table.ts";

const recordsAtOnce = 1000;

/**
 * Both demo districts and their history, entered with the very actions and handlers that run afterwards into a table in
 * memory: every row it ends with (docs/decisions/0010-history-in-memory.md).
 */
export async function demoRows(options: {
  folder: string;
  origin: string;
  size: DemoSize;
  report: (done: number, total: number) => void;
}): Promise<Item[]> {
  // The table in memory stands in for the database; nobody calls this address.
  const stack = compose({ ...options, endpoint: "http://127.0.0.1:1", clock: fixedClock(demoOpensAt) });
  stack.dynamodb.destroy();
  const table = memoryTable();
  const services = { ...stack.services, table };
  const [stream, work] = [streamHandler(services, stack.mailer), workHandler(services)];
  const handler: StreamHandler = async (event) => {
    const failures = [await stream(event), await work(event)];
    return { batchItemFailures: failures.flatMap(({ batchItemFailures }) => batchItemFailures) };
  };
  // The stream has told of every change, so a tick need only look at what a date alone has changed.
  const tick = scheduleHandler(services, stack.mailer, "outdated");
  const surroundings = { settle: () => settle(table, handler), tick: async () => void (await tick()) };
  const [first, second] = demoDistricts(`${options.origin}${idpPath}`);
  if (!first || !second) throw new Error("the demo has two districts");
  await openDemo(services, { district: second, size: demoSizes.tiny, seed: 7, surroundings, report: () => {} });
  await openDemo(services, { district: first, size: demoSizes[options.size], seed: 20_250_818, surroundings, report: options.report });
  return table.items();
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
