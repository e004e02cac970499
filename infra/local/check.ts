import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { checkTable, type Found, type TableCheck } from "../../functions/check/check-table.ts";
import { repairDerived } from "../../functions/check/repair.ts";
import { findingWords } from "../../functions/check/words.ts";
import { servicesFrom } from "../../functions/lambda/services.ts";
import { systemClock } from "../../functions/platform/clock.ts";
import type { Services } from "../../functions/platform/context.ts";
import { jobContext } from "../../functions/platform/job.ts";
import { tableName } from "./compose.ts";
import { runningDatabase } from "./database-process.ts";
import { demoClock } from "./demo-clock.ts";
import { localClientSettings, startEmbeddedDatabase } from "./embedded-database.ts";
import { scanPages } from "./scan.ts";

/** The table to check, and how to let go of it. */
type Opened = { services: Services; client: DynamoDBDocumentClient; name: string; close(): Promise<void> };

/** Checks a whole table and says what it found; the exit code is 1 when there is a finding. */
async function main(): Promise<number> {
  // What the check prints is its own; a line of log between would spoil it for whoever reads it as JSON.
  process.env.LOG_LEVEL ??= "error";
  const { values } = parseArgs({ options: { json: { type: "boolean" }, repair: { type: "boolean" } } });
  const opened = await open(process.env);
  try {
    const startedAt = performance.now();
    let result = await checkTable(opened.services, () => scanPages(opened.client, opened.name));
    let repaired = 0;
    if (values.repair) {
      repaired = await repairAll(opened.services, result.findings);
      if (repaired > 0) result = await checkTable(opened.services, () => scanPages(opened.client, opened.name));
    }
    const measured = {
      seconds: Math.round((performance.now() - startedAt) / 100) / 10,
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    };
    process.stdout.write(
      values.json ? `${JSON.stringify({ ...result, repaired, ...measured }, null, 2)}\n` : inWords(result, repaired, measured.seconds),
    );
    return result.findings.length > 0 ? 1 : 0;
  } finally {
    await opened.close();
  }
}

async function repairAll(services: Services, findings: readonly Found[]): Promise<number> {
  let repaired = 0;
  for (const [districtId, own] of Map.groupBy(findings, (one) => one.districtId))
    if (districtId !== "") repaired += await repairDerived(await jobContext(services, "check", districtId, "check"), own);
  return repaired;
}

function inWords({ rows, people, schools, findings }: TableCheck, repaired: number, seconds: number): string {
  const looked = `${rows} rows, ${people} people, ${schools} schools in ${seconds} s.`;
  const mended = repaired > 0 ? ` ${repaired} made anew from facts.` : "";
  if (findings.length === 0) return `All well: ${looked}${mended}\n`;
  const said = findings.map(({ districtId, kind, row, expected, found }) => {
    const { title, remedy } = findingWords("en", kind);
    return `${title}\n  where     ${districtId === "" ? "" : `${districtId}: `}${row}\n  expected  ${expected}\n  found     ${found}\n  what next ${remedy}\n`;
  });
  return `${said.join("\n")}\n${findings.length} findings: ${looked}${mended}\n`;
}

async function open(env: NodeJS.ProcessEnv): Promise<Opened> {
  const folder = env.THROUGHLINE_FOLDER ?? ".throughline";
  const isDeployed = env.TABLE_NAME !== undefined && env.DYNAMODB_ENDPOINT === undefined;
  const name = env.TABLE_NAME ?? tableName;
  const found = env.DYNAMODB_ENDPOINT ?? (isDeployed ? undefined : runningDatabase(folder));
  const own = found === undefined && !isDeployed ? await startOwn(folder, name) : undefined;
  const endpoint = found ?? own?.endpoint;
  const clock = existsSync(join(folder, "clock.json")) && !isDeployed ? demoClock(folder) : systemClock;
  const services = servicesFrom(
    {
      TABLE_NAME: name,
      ORIGIN: env.ORIGIN ?? "http://localhost:3000",
      CONTENT_FOLDER: env.CONTENT_FOLDER ?? "dist/content",
      FILES_FOLDER: join(folder, "files"),
      ...(endpoint !== undefined && { DYNAMODB_ENDPOINT: endpoint }),
    },
    clock,
  );
  const dynamodb = new DynamoDBClient(endpoint === undefined ? {} : localClientSettings(endpoint));
  return {
    services,
    client: DynamoDBDocumentClient.from(dynamodb),
    name,
    async close() {
      dynamodb.destroy();
      await own?.stop();
    },
  };
}

async function startOwn(folder: string, name: string) {
  const file = join(folder, "table.db");
  if (!existsSync(file))
    throw new Error(
      `There is no table in ${folder}. Start Throughline there once, or name another with THROUGHLINE_FOLDER or DYNAMODB_ENDPOINT.`,
    );
  return startEmbeddedDatabase(file, name);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : String(error)}\n`);
  process.exitCode = 2;
}
