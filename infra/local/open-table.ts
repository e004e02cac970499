import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DescribeTableCommand, DynamoDBClient, ResourceNotFoundException } from "@aws-sdk/client-dynamodb";
import type { Item } from "../../functions/platform/table.ts";
import { createTable } from "./create-table.ts";
import { endStaleDatabase, noteDatabase } from "./database-process.ts";
import { embeddedProgram, localClientSettings, makeDatabase, startEmbeddedDatabase } from "./embedded-database.ts";
import { loadRows, passOver } from "./load-rows.ts";
import { isAlive } from "./process-identity.ts";

/** A running table and how to let go of it. */
export type OpenTable = { endpoint: string; close(): Promise<void> };

/** Where the two readers of the stream keep how far they are: the reactions' and the long work's. */
export const checkpointFiles = (folder: string): [reactions: string, work: string] => [
  join(folder, "stream.json"),
  join(folder, "work.json"),
];

const draftPrefix = "throughline-draft-";

/**
 * Opens the embedded table kept in `folder`. The first time it is made of what `fill` says it should hold, and takes its
 * place only when it is whole: a first start that is interrupted begins again.
 */
export async function openEmbeddedTable(options: { folder: string; tableName: string; fill: () => Promise<Item[]> }): Promise<OpenTable> {
  const { folder, tableName } = options;
  if (!embeddedProgram())
    throw new Error(
      [
        `The embedded database exists for Linux on x64; this machine is ${process.platform} on ${process.arch}.`,
        "Start another DynamoDB here, for example DynamoDB Local on port 8000, and say where it is:",
        "  DYNAMODB_ENDPOINT=http://localhost:8000 npm start",
      ].join("\n"),
    );
  endStaleDatabase(folder);
  const file = join(folder, "table.db");
  if (!existsSync(file)) {
    const rows = await options.fill();
    const draft = join(draftFolder(), "table.db");
    await makeDatabase(draft, tableName, rows);
    foldJournal(draft);
    copyFileSync(draft, `${file}.new`);
    renameSync(`${file}.new`, file);
    rmSync(join(draft, ".."), { recursive: true, force: true });
  }
  const database = await startEmbeddedDatabase(file, tableName);
  noteDatabase(folder, database.process.pid);
  return { endpoint: database.endpoint, close: () => database.stop() };
}

/** Opens a table on a DynamoDB that somebody else runs, creating and filling it when it is not there. */
export async function openOtherTable(options: {
  endpoint: string;
  folder: string;
  tableName: string;
  fill: () => Promise<Item[]>;
}): Promise<OpenTable> {
  const client = new DynamoDBClient(localClientSettings(options.endpoint));
  try {
    await client.send(new DescribeTableCommand({ TableName: options.tableName }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException))
      throw new Error(`No DynamoDB answers at ${options.endpoint} (DYNAMODB_ENDPOINT). Start it, or leave the variable out.`, {
        cause: error,
      });
    await createTable(client, options.tableName);
    await loadRows(client, await options.fill(), options.tableName);
    await passOver(client, options.tableName, checkpointFiles(options.folder));
  } finally {
    client.destroy();
  }
  return { endpoint: options.endpoint, close: async () => {} };
}

/** A folder in memory where the machine has one: a database is made there several times faster than on a disk. */
function draftFolder(): string {
  const base = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  for (const name of readdirSync(base)) {
    // Left behind by a first start that was killed.
    if (name.startsWith(draftPrefix) && !isAlive(Number(name.slice(draftPrefix.length).split("-")[0])))
      rmSync(join(base, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(base, `${draftPrefix}${process.pid}-`));
}

/** Writes what the database still keeps in its journal into the file itself, so that the file alone is the whole. */
function foldJournal(file: string): void {
  const db = new DatabaseSync(file);
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
}
