import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import type { Item } from "../../functions/platform/table.ts";
import { createTable, expireRows, tableDescription } from "./create-table.ts";
import { exportLines } from "./export-lines.ts";

/** A running embedded DynamoDB: the real API over one SQLite file. */
export type EmbeddedDatabase = { endpoint: string; process: ChildProcess; stop(): Promise<void> };

const rowsInFile = 2_000;

/** Where the embedded database's program is, or undefined on a machine it does not exist for. */
export function embeddedProgram(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve("@dynoxide/linux-x64/package.json");
    return join(dirname(manifest), "dynoxide");
  } catch {
    return undefined;
  }
}

/** The client settings of a local endpoint; the credentials are placeholders that the endpoint does not look at. */
export const localClientSettings = (endpoint: string) => ({
  endpoint,
  region: "local",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
});

/** Starts the embedded database on a file, creating the file and the table the first time. */
export async function startEmbeddedDatabase(file: string, tableName: string, port?: number): Promise<EmbeddedDatabase> {
  const program = requireProgram();
  mkdirSync(dirname(file), { recursive: true });
  const chosen = port ?? (await freePort());
  if (!existsSync(file)) await prepare(program, file, chosen, (client) => createTable(client, tableName));
  return serve(program, file, chosen);
}

/**
 * Makes a database's file with these rows in it, all at once: many times quicker than asking a running database to store
 * them one after the other. Its stream does not tell of them.
 */
export async function makeDatabase(file: string, tableName: string, rows: readonly Item[]): Promise<void> {
  const program = requireProgram();
  const folder = join(dirname(file), "rows");
  const data = join(folder, tableName, "data");
  mkdirSync(data, { recursive: true });
  for (let from = 0; from < rows.length; from += rowsInFile)
    writeFileSync(join(data, `${from}.json`), exportLines(rows.slice(from, from + rowsInFile)));
  const schema = join(folder, "schema.json");
  writeFileSync(schema, JSON.stringify({ Table: tableDescription(tableName) }));
  const importing = spawn(program, ["import", "--source", folder, "--schema", schema, "--output", file], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const complaint = hear(importing);
  const [code] = (await once(importing, "exit")) as [number | null];
  if (code !== 0) throw new Error(`the rows could not be taken into the embedded database: ${complaint()}`);
  rmSync(folder, { recursive: true });
  await prepare(program, file, await freePort(), (client) => expireRows(client, tableName));
}

/** Does what a new file needs once, with nothing else at work on it. */
async function prepare(program: string, file: string, port: number, work: (client: DynamoDBClient) => Promise<void>): Promise<void> {
  const first = await serve(program, file, port);
  const client = new DynamoDBClient(localClientSettings(first.endpoint));
  await work(client);
  client.destroy();
  await first.stop();
  indexStream(file);
}

function requireProgram(): string {
  const program = embeddedProgram();
  if (!program) throw new Error("the embedded database does not exist for this machine");
  return program;
}

/** Without this index each write gets slower as the stream grows, because the stream's next number is searched for. */
function indexStream(file: string): void {
  const db = new DatabaseSync(file);
  db.exec("CREATE INDEX IF NOT EXISTS stream_by_number ON _stream_records(table_name, CAST(sequence_number AS INTEGER))");
  db.close();
}

async function serve(program: string, file: string, port: number): Promise<EmbeddedDatabase> {
  const child = spawn(program, ["serve", "-p", String(port), "--db-path", file], { stdio: ["ignore", "ignore", "pipe"] });
  const complaint = hear(child);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new DynamoDBClient({ ...localClientSettings(endpoint), maxAttempts: 1 });
  try {
    for (let waitedMs = 0; ; waitedMs += 25) {
      if (child.exitCode !== null) throw new Error(`the embedded database ended while starting: ${complaint()}`);
      try {
        await client.send(new ListTablesCommand({}));
        break;
      } catch (error) {
        if (waitedMs > 10_000) throw new Error(`the embedded database did not answer within 10 seconds: ${complaint()}`, { cause: error });
        await delay(25);
      }
    }
  } finally {
    client.destroy();
  }
  return {
    endpoint,
    process: child,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await ended;
    },
  };
}

/** The end of what a program says when something is wrong. */
function hear({ stderr }: ChildProcess): () => string {
  let said = "";
  stderr?.on("data", (text) => (said = (said + String(text)).slice(-2_000)));
  return () => said.trim();
}

/** A port of this machine that nobody listens on right now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
