import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { ConditionalCheckFailedException, type ConsumedCapacity, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  DeleteCommand,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import { isBusy, isTransient } from "./busy.ts";
import { AppError } from "./errors.ts";
import { type IndexName, tableDefinition } from "./table-definition.ts";

export type Key = { PK: string; SK: string };

/** A stored row. `version` counts its writes and is what guards compare. */
export type Item = Key & { type: string; version: number; [attribute: string]: unknown };

/** What must be true of the row before the write: it is not there, it is there, or it is at this version. */
export type Guard = "absent" | "present" | { version: number };

export type Operation = { put: Item; guard?: Guard } | { remove: Key; guard?: Guard } | { check: Key; guard: Guard };

/** Thrown when a guard did not hold; says which, so that an action can answer in the district's words. */
export class GuardFailed extends Error {
  readonly failed: { key: Key; guard: Guard | undefined }[];

  constructor(failed: { key: Key; guard: Guard | undefined }[]) {
    super(`guard failed on ${failed.map(({ key }) => `${key.PK} / ${key.SK}`).join(", ")}`);
    this.failed = failed;
  }

  /** Whether the guard that failed was the one on this row. */
  on(key: Key): boolean {
    return this.failed.some((failure) => failure.key.PK === key.PK && failure.key.SK === key.SK);
  }
}

export type Range = {
  /** Only sort keys that begin with this. */
  prefix?: string;
  /** Only sort keys from here on, inclusive. */
  from?: string;
  /** Only sort keys up to here, inclusive. */
  to?: string;
  index?: IndexName;
  descending?: boolean;
  limit?: number;
  after?: Record<string, string>;
  /** Base-table reads are strongly consistent unless told otherwise; index reads never can be. */
  eventual?: boolean;
};

/** The thin table: get, query, write. Nothing scans, nothing adds; see docs/data-model.md. */
export type Table = {
  get(key: Key): Promise<Item | undefined>;
  query(partition: string, range?: Range): Promise<{ items: Item[]; next?: Record<string, string> }>;
  write(operations: Operation[]): Promise<void>;
};

/** Above every character that ids and dates use. */
const afterAll = "\uffff";
const conflictRetries = 5;

/** Opens the table over a document client; `observe` is told the capacity of each call (tests and bench). */
export function openTable(
  client: DynamoDBDocumentClient,
  name: string,
  observe?: (used: { operation: string; units: number }) => void,
): Table {
  const measured = observe ? ({ ReturnConsumedCapacity: "TOTAL" } as const) : {};
  const report = (operation: string, used: ConsumedCapacity | ConsumedCapacity[] | undefined): void => {
    if (!observe) return;
    const all = used === undefined ? [] : Array.isArray(used) ? used : [used];
    observe({ operation, units: all.reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0) });
  };

  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (isBusy(error)) throw new AppError("try-again", "The database is busy. Nothing was lost; try again.", { cause: error });
      throw error;
    }
  };

  const writeOne = async (operation: Exclude<Operation, { check: Key }>): Promise<void> => {
    // Names this very write, so that the client's own retry after a lost acknowledgement is not taken for someone else's write.
    const writeId = operation.guard === undefined ? {} : { writeId: randomUUID() };
    const input = { TableName: name, ...condition(operation.guard), ...measured };
    try {
      const out =
        "put" in operation
          ? await run(() =>
              client.send(
                new PutCommand({ ...input, Item: { ...operation.put, ...writeId }, ReturnValuesOnConditionCheckFailure: "ALL_OLD" }),
              ),
            )
          : await run(() => client.send(new DeleteCommand({ ...input, Key: keyOf(operation.remove) })));
      report("write", out.ConsumedCapacity);
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      if (writeId.writeId === undefined || error.Item?.writeId?.S !== writeId.writeId)
        throw new GuardFailed([{ key: targetOf(operation), guard: operation.guard }]);
    }
  };

  const writeTogether = async (operations: Operation[]): Promise<void> => {
    // One token for every try: a retry after a lost acknowledgement cannot apply twice.
    const token = randomUUID();
    const items = operations.map((operation) => transactItem(name, operation));
    for (let attempt = 1; ; attempt++) {
      try {
        const out = await run(() =>
          client.send(new TransactWriteCommand({ ClientRequestToken: token, TransactItems: items, ...measured })),
        );
        report("write", out.ConsumedCapacity);
        return;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const reasons = error.CancellationReasons ?? [];
        const failed = operations.filter((_, i) => reasons[i]?.Code === "ConditionalCheckFailed");
        if (failed.length > 0) throw new GuardFailed(failed.map((one) => ({ key: targetOf(one), guard: one.guard })));
        if (!isTransient(reasons)) throw error;
        if (attempt > conflictRetries)
          throw new AppError("try-again", "Others are changing the same record. Nothing was lost; try again.", { cause: error });
        await delay(randomInt(20 * 2 ** attempt));
      }
    }
  };

  return {
    async get(key) {
      const out = await run(() => client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true, ...measured })));
      report("get", out.ConsumedCapacity);
      return out.Item as Item | undefined;
    },

    async query(partition, range = {}) {
      const index = tableDefinition.indexes.find((one) => one.name === range.index);
      const low = range.prefix ?? range.from ?? " ";
      const high = range.prefix === undefined ? (range.to ?? afterAll) : range.prefix + afterAll;
      const items: Item[] = [];
      let after = range.after;
      do {
        const out = await run(() =>
          client.send(
            new QueryCommand({
              TableName: name,
              ...(index && { IndexName: index.name }),
              // BETWEEN rather than begins_with: exact in every store, also where begins_with ignores case.
              KeyConditionExpression: "#p = :p AND #s BETWEEN :low AND :high",
              ExpressionAttributeNames: {
                "#p": index?.partitionKey ?? tableDefinition.partitionKey,
                "#s": index?.sortKey ?? tableDefinition.sortKey,
              },
              ExpressionAttributeValues: { ":p": partition, ":low": low, ":high": high },
              ScanIndexForward: !range.descending,
              ConsistentRead: !index && !range.eventual,
              ...(range.limit !== undefined && { Limit: range.limit - items.length }),
              ...(after && { ExclusiveStartKey: after }),
              ...measured,
            }),
          ),
        );
        report("query", out.ConsumedCapacity);
        items.push(...((out.Items ?? []) as Item[]));
        after = out.LastEvaluatedKey as Record<string, string> | undefined;
      } while (after && (range.limit === undefined || items.length < range.limit));
      return after ? { items, next: after } : { items };
    },

    async write(operations) {
      if (operations.length === 0) return;
      if (operations.length > 100) throw new Error(`${operations.length} operations do not fit one transaction (100)`);
      const [only] = operations;
      if (operations.length === 1 && only && !("check" in only)) await writeOne(only);
      else await writeTogether(operations);
    },
  };
}

function keyOf({ PK, SK }: Key): Key {
  return { PK, SK };
}

function targetOf(operation: Operation): Key {
  return keyOf("put" in operation ? operation.put : "remove" in operation ? operation.remove : operation.check);
}

function condition(guard: Guard | undefined) {
  if (guard === undefined) return {};
  if (guard === "absent") return { ConditionExpression: "attribute_not_exists(PK)" };
  if (guard === "present") return { ConditionExpression: "attribute_exists(PK)" };
  return {
    ConditionExpression: "#version = :version",
    ExpressionAttributeNames: { "#version": "version" },
    ExpressionAttributeValues: { ":version": guard.version },
  };
}

function transactItem(name: string, operation: Operation) {
  const input = { TableName: name, ...condition(operation.guard) };
  if ("put" in operation) return { Put: { ...input, Item: operation.put } };
  if ("remove" in operation) return { Delete: { ...input, Key: keyOf(operation.remove) } };
  return { ConditionCheck: { ...input, Key: keyOf(operation.check), ...(condition(operation.guard) as { ConditionExpression: string }) } };
}
