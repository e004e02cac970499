import { existsSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { signHere } from "../../functions/lambda/sign.ts";
import { servicesFrom } from "../../functions/lambda/services.ts";
import { systemClock } from "../../functions/platform/clock.ts";
import type { Services } from "../../functions/platform/context.ts";
import { tableName } from "./compose.ts";
import { runningDatabase } from "./database-process.ts";
import { demoClock } from "./demo-clock.ts";
import { localClientSettings, startEmbeddedDatabase } from "./embedded-database.ts";

/** The table of a folder, of another DynamoDB or of a deployment, and how to let go of it. */
export type Opened = { services: Services; client: DynamoDBDocumentClient; name: string; folder: string; close(): Promise<void> };

/**
 * Opens what `npm start` keeps in its folder, running or not (`THROUGHLINE_FOLDER`), another DynamoDB (`DYNAMODB_ENDPOINT`), or,
 * with `TABLE_NAME`, the deployed table: for programs that are run beside it.
 */
export async function openRunning(env: NodeJS.ProcessEnv): Promise<Opened> {
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
      ORIGIN: env.ORIGIN ?? `http://localhost:${env.PORT ?? 3000}`,
      CONTENT_FOLDER: env.CONTENT_FOLDER ?? "dist/content",
      FILES_FOLDER: join(folder, "files"),
      ...(!isDeployed && { SIGNING_KEYS_FOLDER: join(folder, "keys") }),
      ...(endpoint !== undefined && { DYNAMODB_ENDPOINT: endpoint }),
    },
    clock,
  );
  const dynamodb = new DynamoDBClient(endpoint === undefined ? {} : localClientSettings(endpoint));
  return {
    services: isDeployed ? services : { ...services, badgeSigner: signHere },
    client: DynamoDBDocumentClient.from(dynamodb),
    name,
    folder,
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
