import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import type { StreamHandler } from "../../functions/lambda/stream.ts";
import { log } from "../../functions/platform/log.ts";
import { type Batch, largestBatch, openStream, type Positions, type StreamReader } from "./stream-reader.ts";

/** As in the deployed event source: so often is a record that fails delivered before it is set aside. */
const retries = 8;

export type StreamDriver = {
  /** Handles everything that has changed so far, and whatever that changes in turn. */
  settle(): Promise<void>;
  /** Handles changes as they come, until `stop`. */
  start(): void;
  stop(): Promise<void>;
};

type Options = {
  /** Says where the database is. */
  client: DynamoDBClient;
  tableName: string;
  handler: StreamHandler;
  /** Where the positions are kept between starts; without it every start begins with the oldest record. */
  checkpointFile?: string;
  pollMs?: number;
};

/** Drives the stream's function on one machine as Lambda's event source does when deployed: in order, at least once. */
export async function streamDriver(options: Options): Promise<StreamDriver> {
  const reader = await openStream(await endpointOf(options.client), options.tableName);
  const checkpoint = await openCheckpoint(options.checkpointFile, reader);
  const state = { isStopping: false, running: undefined as Promise<void> | undefined, turn: Promise.resolve() };

  /** One at a time, whoever asks: two would handle the same records. */
  const settle = (): Promise<void> =>
    (state.turn = state.turn.then(() => drain(reader, checkpoint, options.handler, () => state.isStopping)));

  const run = async (): Promise<void> => {
    while (!state.isStopping) {
      try {
        await settle();
      } catch (error) {
        state.turn = Promise.resolve();
        log("error", "the stream could not be read", { error: error instanceof Error ? error.message : String(error) });
      }
      await delay(options.pollMs ?? 150);
    }
  };

  return {
    settle,
    start: () => void (state.running ??= run()),
    async stop() {
      state.isStopping = true;
      await state.running;
    },
  };
}

async function endpointOf({ config }: DynamoDBClient): Promise<string> {
  if (!config.endpoint) throw new Error("the stream driver is for a database with an address of its own");
  const { protocol, hostname, port, path } = await config.endpoint();
  return `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}${path}`;
}

async function drain(reader: StreamReader, checkpoint: Checkpoint, handler: StreamHandler, isStopping: () => boolean): Promise<void> {
  for (;;) {
    const batches = await reader.read(checkpoint.positions, largestBatch);
    if (batches.length === 0) return;
    for (const batch of batches) {
      if (isStopping()) return;
      await deliver(batch, handler);
      await checkpoint.advance(batch.shardId, batch.records);
    }
  }
}

/** Delivers a batch; on a failure goes on from the lowest record that failed, and sets it aside after the last try. */
async function deliver({ records }: Batch, handler: StreamHandler): Promise<void> {
  let rest = records;
  let failures = 0;
  while (rest.length > 0) {
    const first = await firstFailure(rest, handler);
    if (first === -1) return;
    failures = first === 0 ? failures + 1 : 1;
    rest = rest.slice(first);
    if (failures <= retries) continue;
    log("error", "a change could not be handled and is set aside", { row: rest[0]?.dynamodb?.Keys?.PK?.S ?? "", count: failures });
    rest = rest.slice(1);
    failures = 0;
  }
}

/** The place in the batch of the first record that failed, or −1. A handler that throws failed from the first on. */
async function firstFailure(records: DynamoDBRecord[], handler: StreamHandler): Promise<number> {
  try {
    const { batchItemFailures } = await handler({ Records: records });
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    return records.findIndex(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ""));
  } catch (error) {
    log("error", "the stream's function failed", { error: error instanceof Error ? error.message : String(error) });
    return 0;
  }
}

type Checkpoint = { readonly positions: Positions; advance(shardId: string, records: DynamoDBRecord[]): Promise<void> };

/** Positions in a file; positions of another stream or another database are not ours and count for nothing. */
async function openCheckpoint(file: string | undefined, reader: StreamReader): Promise<Checkpoint> {
  const kept =
    file !== undefined && existsSync(file)
      ? (JSON.parse(readFileSync(file, "utf8")) as { identity: string; positions: Positions })
      : undefined;
  let identity = await reader.identity();
  const positions: Positions = kept !== undefined && kept.identity === identity ? kept.positions : {};
  return {
    positions,
    async advance(shardId, records) {
      const last = records.at(-1)?.dynamodb?.SequenceNumber;
      if (last === undefined) return;
      positions[shardId] = last;
      if (file === undefined) return;
      // A stream without a record has no identity yet; its first record gives it one.
      identity ??= await reader.identity();
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.part`, JSON.stringify({ identity, positions }));
      renameSync(`${file}.part`, file);
    },
  };
}
