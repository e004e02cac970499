import { tableDefinition } from "../../functions/platform/table-definition.ts";

/** A row as it is sent: each attribute with its type. */
export type Image = Record<string, { S?: string } & Record<string, unknown>>;
type Key = { PK: { S: string }; SK: { S: string } };
type WriteItem = { Put?: { Item: Image }; Delete?: { Key: Key } };

const keyText = (image: Image | Key): string => JSON.stringify([image.PK?.S, image.SK?.S]);
const keyOf = (image: Image): Key => ({ PK: { S: image.PK?.S ?? "" }, SK: { S: image.SK?.S ?? "" } });

/** Which rows a call writes, by their keys; none for a call that reads. */
function keysWritten(operation: string, input: Record<string, unknown>): Key[] {
  if (operation === "PutItem") return [keyOf(input.Item as Image)];
  if (operation === "DeleteItem") return [input.Key as Key];
  if (operation !== "TransactWriteItems") return [];
  return (input.TransactItems as WriteItem[]).flatMap(({ Put, Delete }) => (Put ? [keyOf(Put.Item)] : Delete ? [Delete.Key] : []));
}

/**
 * Indexes that lag behind their table, as DynamoDB's do: a row written less than the lag ago is still answered as it was
 * before, or not at all when it is new; one that has been removed is still there.
 */
export function laggingIndexes(now: () => number) {
  const earlier = new Map<string, { at: number; image: Image | undefined }[]>();
  return {
    /** Keeps what a call is about to replace. */
    async remember(
      { operation, body }: { operation: string; body: Buffer },
      read: (key: { TableName: unknown; Key: Key; ConsistentRead: true }) => Promise<{ Item?: Image }>,
    ): Promise<void> {
      const input = JSON.parse(body.toString()) as Record<string, unknown>;
      const [first] = (input.TransactItems ?? []) as Record<string, { TableName: string }>[];
      const TableName = input.TableName ?? Object.values(first ?? {})[0]?.TableName;
      for (const Key of keysWritten(operation, input)) {
        const { Item: image } = await read({ TableName, Key, ConsistentRead: true });
        earlier.set(keyText(Key), [...(earlier.get(keyText(Key)) ?? []), { at: now(), image }]);
      }
    },
    /** The answer to an index query as things stood `lagMs` ago; any other answer as it is. */
    asItWas(asked: Buffer, answered: Buffer, lagMs: number): Buffer {
      const query = JSON.parse(asked.toString()) as { IndexName?: string; ExpressionAttributeValues: Record<string, { S: string }> };
      const index = tableDefinition.indexes.find(({ name }) => name === query.IndexName);
      const answer = JSON.parse(answered.toString()) as { Items?: Image[] };
      if (!index || !answer.Items) return answered;
      const { ":p": of, ":low": low, ":high": high } = query.ExpressionAttributeValues;
      const sortOf = (image: Image): string => image[index.sortKey]?.S ?? "";
      const isThere = (image: Image): boolean =>
        image[index.partitionKey]?.S === of?.S && (low?.S ?? "") <= sortOf(image) && sortOf(image) <= (high?.S ?? "");
      const since = now() - lagMs;
      const young = new Map(
        [...earlier].flatMap(([key, all]) => {
          const before = all.find(({ at }) => at > since);
          return before ? [[key, before.image] as const] : [];
        }),
      );
      const settled = answer.Items.filter((image) => !young.has(keyText(image)));
      const stale = [...young.values()].filter((image): image is Image => image !== undefined && isThere(image));
      const Items = [...settled, ...stale].toSorted((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1));
      return Buffer.from(JSON.stringify({ ...answer, Items, Count: Items.length }));
    },
  };
}
