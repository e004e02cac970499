import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { openTable, type Table } from "../../functions/platform/table.ts";
import { localClientSettings } from "../../infra/local/embedded-database.ts";

type RetryStrategy = Extract<NonNullable<DynamoDBClientConfig["retryStrategy"]>, { acquireInitialRetryToken: unknown }>;

/** The client's own retries, as many as it makes when deployed, without the waiting between them. */
function retriesWithoutWaiting(attempts: number): RetryStrategy {
  const token = (count: number) => ({ getRetryCount: () => count, getRetryDelay: () => 0 });
  return {
    acquireInitialRetryToken: async () => token(0),
    async refreshRetryTokenForRetry(earlier, { errorType }) {
      const count = earlier.getRetryCount() + 1;
      if (count >= attempts || errorType === "CLIENT_ERROR") throw new Error("no more tries");
      return token(count);
    },
    recordSuccess: () => {},
  };
}

/** A way to a table through an endpoint that fails, for tests: the product's own code, retries and all, in no time. */
export function tableThrough(endpoint: string, tableName: string): { table: Table; dynamodb: DynamoDBClient; close(): void } {
  const dynamodb = new DynamoDBClient({ ...localClientSettings(endpoint), retryStrategy: retriesWithoutWaiting(3) });
  const client = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  return {
    table: openTable(client, tableName),
    dynamodb,
    close() {
      client.destroy();
      dynamodb.destroy();
    },
  };
}
