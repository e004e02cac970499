import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { createTable } from "./create-table.ts";

/** A running embedded DynamoDB: the real API over one SQLite file. */
export type EmbeddedDatabase = { endpoint: string; process: ChildProcess; stop(): Promise<void> };

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
  const program = embeddedProgram();
  if (!program) throw new Error("the embedded database does not exist for this machine");
  mkdirSync(dirname(file), { recursive: true });
  const chosen = port ?? (await freePort());
  if (!existsSync(file)) {
    const first = await serve(program, file, chosen);
    const client = new DynamoDBClient(localClientSettings(first.endpoint));
    await createTable(client, tableName);
    client.destroy();
    await first.stop();
    indexStream(file);
  }
  return serve(program, file, chosen);
}

/** Without this index each write gets slower as the stream grows, because the stream's next number is searched for. */
function indexStream(file: string): void {
  const db = new DatabaseSync(file);
  db.exec("CREATE INDEX IF NOT EXISTS stream_by_number ON _stream_records(table_name, CAST(sequence_number AS INTEGER))");
  db.close();
}

async function serve(program: string, file: string, port: number): Promise<EmbeddedDatabase> {
  const child = spawn(program, ["serve", "-p", String(port), "--db-path", file], { stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr?.on("data", (text) => (complaint = (complaint + String(text)).slice(-2_000)));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new DynamoDBClient({ ...localClientSettings(endpoint), maxAttempts: 1 });
  try {
    for (let waitedMs = 0; ; waitedMs += 25) {
      if (child.exitCode !== null) throw new Error(`the embedded database ended while starting: ${complaint.trim()}`);
      try {
        await client.send(new ListTablesCommand({}));
        break;
      } catch (error) {
        if (waitedMs > 10_000)
          throw new Error(`the embedded database did not answer within 10 seconds: ${complaint.trim()}`, { cause: error });
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

/** A port of this machine that nobody listens on right now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
