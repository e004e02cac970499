import type { DynamoDBRecord } from "aws-lambda";

/** How far each shard has been handled: the last sequence number, by shard. */
export type Positions = Record<string, string>;

/** Some records of one shard, oldest first. */
export type Batch = { shardId: string; records: DynamoDBRecord[] };

/** Reads a table's change stream over the Streams API of a local database. */
export type StreamReader = {
  /**
   * Names this stream of this very database. A database that was made anew counts from 1 again, and positions kept from
   * the one before would silently skip its records; its oldest record tells the two apart. Undefined while there is none.
   */
  identity(): Promise<string | undefined>;
  /** The next records of every shard after these positions, at most `limit` of each; empty when all were read. */
  read(after: Positions, limit: number): Promise<Batch[]>;
};

type Shard = { ShardId: string; ParentShardId?: string };
type Fetched = { Records?: DynamoDBRecord[]; NextShardIterator?: string };

/** The largest number of records that one call may ask for. */
export const largestBatch = 1000;

/** Opens the stream of a table; the endpoint is on this machine and does not look at credentials. */
export async function openStream(endpoint: string, tableName: string): Promise<StreamReader> {
  const call = caller(endpoint);
  const { Streams } = await call<{ Streams: { StreamArn: string }[] }>("ListStreams", { TableName: tableName });
  const arn = Streams[0]?.StreamArn;
  if (arn === undefined) throw new Error(`the table ${tableName} has no stream`);
  // Where a shard was read up to, and the iterator that goes on from there: half the calls of asking anew.
  const iterators = new Map<string, { after: string | undefined; iterator: string }>();

  const iteratorFor = async (shardId: string, after: string | undefined): Promise<string> => {
    const known = iterators.get(shardId);
    if (known && known.after === after) return known.iterator;
    const place =
      after === undefined ? { ShardIteratorType: "TRIM_HORIZON" } : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after };
    const { ShardIterator } = await call<{ ShardIterator: string }>("GetShardIterator", { StreamArn: arn, ShardId: shardId, ...place });
    return ShardIterator;
  };

  const readShard = async (shardId: string, after: string | undefined, limit: number): Promise<DynamoDBRecord[]> => {
    const { Records = [], NextShardIterator } = await call<Fetched>("GetRecords", {
      ShardIterator: await iteratorFor(shardId, after),
      Limit: limit,
    });
    const last = Records.at(-1)?.dynamodb?.SequenceNumber ?? after;
    if (NextShardIterator === undefined) iterators.delete(shardId);
    else iterators.set(shardId, { after: last, iterator: NextShardIterator });
    return Records;
  };

  const listShards = async (): Promise<Shard[]> =>
    (await call<{ StreamDescription: { Shards: Shard[] } }>("DescribeStream", { StreamArn: arn })).StreamDescription.Shards;

  return {
    async identity() {
      const [oldest] = await listShards();
      const [record] = oldest ? await readShard(oldest.ShardId, undefined, 1) : [];
      if (!oldest || !record) return undefined;
      return `${arn} ${oldest.ShardId} ${record.dynamodb?.SequenceNumber} ${record.dynamodb?.ApproximateCreationDateTime ?? ""}`;
    },
    async read(after, limit) {
      const shards = await listShards();
      const batches: Batch[] = [];
      for (const { ShardId, ParentShardId } of shards) {
        // A parent's records come first: its child waits until it is read to its end.
        const isWaiting = batches.some(({ shardId }) => shardId === ParentShardId);
        const records = isWaiting ? [] : await readShard(ShardId, after[ShardId], limit);
        if (records.length > 0) batches.push({ shardId: ShardId, records });
      }
      return batches;
    },
  };
}

/** One call of the Streams API, in the protocol's own JSON: exactly the records that Lambda would be given. */
function caller(endpoint: string) {
  const headers = {
    "content-type": "application/x-amz-json-1.0",
    authorization: "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0",
    "x-amz-date": "20260101T000000Z",
  };
  return async <Answer>(operation: string, body: object): Promise<Answer> => {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { ...headers, "x-amz-target": `DynamoDBStreams_20120810.${operation}` },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${operation} answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
    return (await response.json()) as Answer;
  };
}
