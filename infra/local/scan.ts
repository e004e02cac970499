import { type DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Item } from "../../functions/platform/table.ts";

/** Every row of a table, a page of about a megabyte at a time. Nothing in `functions/` does this; the check from outside alone. */
export async function* scanPages(client: DynamoDBDocumentClient, tableName: string): AsyncGenerator<Item[]> {
  let after: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: tableName, ConsistentRead: true, ...(after && { ExclusiveStartKey: after }) }),
    );
    yield (page.Items ?? []) as Item[];
    after = page.LastEvaluatedKey;
  } while (after);
}
