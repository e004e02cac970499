import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { bundleFunctions, functionFolder } from "../../infra/bundle.ts";
import { median, rounded } from "./figures.ts";

const rounds = 15;

const bareHandler = `
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, DeleteCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const commands = { get: GetCommand, put: PutCommand, query: QueryCommand, remove: DeleteCommand, write: TransactWriteCommand };
const app = new Hono();
app.get("/:kind", async (c) => c.json(await client.send(new commands[c.req.param("kind")](await c.req.json()))));
export const handler = handle(app);
`;

/** Size of the API's bundle (KB, what is loaded at start), and its load time over that of a bare Hono + AWS SDK handler. */
export async function measureModuleLoad(): Promise<{ apiBundleKB: number; apiLoadRatio: number }> {
  const sizes = await bundleFunctions();
  const api = sizes.find(({ name }) => name === "api");
  const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
  const bare = join(folder, "index.mjs");
  writeFileSync(join(folder, "package.json"), `{"type":"module"}`);
  await build({
    stdin: { contents: bareHandler, resolveDir: join(import.meta.dirname, "../.."), loader: "js" },
    outfile: bare,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    minify: true,
    banner: { js: `import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);` },
  });
  const ours = join(functionFolder("api"), "index.mjs");
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    times.ours.push(loadMs(ours));
    times.bare.push(loadMs(bare));
  }
  rmSync(folder, { recursive: true, force: true });
  return { apiBundleKB: Math.round((api?.startBytes ?? 0) / 1000), apiLoadRatio: rounded(median(times.ours) / median(times.bare)) };
}

function loadMs(file: string): number {
  const script = `const t=performance.now();await import(${JSON.stringify(file)});process.stdout.write(String(performance.now()-t));process.exit(0)`;
  const env = {
    ...process.env,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "bench",
    AWS_SECRET_ACCESS_KEY: "bench",
    TABLE_NAME: "throughline",
    CONTENT_FOLDER: "content",
    FILES_BUCKET: "files",
    ORIGIN: "https://throughline.example",
    SECRETS_PREFIX: "throughline/",
  };
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${file} could not be loaded: ${stderr}`);
  return Number(stdout);
}
