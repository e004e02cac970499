import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Item } from "../../functions/platform/table.ts";
import type { TestStore } from "../support/store.ts";

/** Every row there is, sorted by key: to prove that nothing changed, or that something is nowhere. */
export async function wholeTable({ client, tableName }: TestStore): Promise<Item[]> {
  const rows: Item[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: tableName, ...(after && { ExclusiveStartKey: after }) }));
    rows.push(...((page.Items ?? []) as Item[]));
    after = page.LastEvaluatedKey;
  } while (after);
  return rows.toSorted((a, b) => (a.PK + a.SK < b.PK + b.SK ? -1 : 1));
}
