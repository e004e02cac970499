import { setTimeout as delay } from "node:timers/promises";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { StreamHandler } from "../../functions/lambda/stream.ts";
import { sideBySide } from "../../functions/platform/side-by-side.ts";
import type { Item } from "../../functions/platform/table.ts";
import { streamDriver } from "./stream-driver.ts";

const rowsAtOnce = 25;
const loadsAtOnce = 8;

/** Stores rows in a running database, as many at once as it takes. */
export async function loadRows(dynamodb: DynamoDBClient, rows: readonly Item[], tableName: string): Promise<void> {
  const client = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  const batches = Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, i) => rows.slice(i * rowsAtOnce, (i + 1) * rowsAtOnce));
  await sideBySide(batches, loadsAtOnce, async (batch) => {
    let requests = batch.map((Item) => ({ PutRequest: { Item } }));
    for (let attempt = 1; requests.length > 0; attempt++) {
      const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: requests } }));
      requests = (UnprocessedItems?.[tableName] ?? []) as typeof requests;
      if (requests.length > 0) await delay(50 * attempt);
    }
  });
}

/** Moves the readers' positions past rows just loaded, because everything they bring about is loaded with them. */
export async function passOver(dynamodb: DynamoDBClient, tableName: string, checkpointFiles: readonly string[]): Promise<void> {
  const nothing: StreamHandler = async () => ({ batchItemFailures: [] });
  for (const checkpointFile of checkpointFiles) {
    const driver = await streamDriver({ client: dynamodb, tableName, handler: nothing, checkpointFile });
    await driver.settle();
  }
}
