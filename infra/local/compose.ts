import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { FolderFiles } from "../../functions/lambda/files.ts";
import { signHere } from "../../functions/lambda/sign.ts";
import { mailerFrom, servicesFrom } from "../../functions/lambda/services.ts";
import type { Clock } from "../../functions/platform/clock.ts";
import type { Services } from "../../functions/platform/context.ts";
import type { Mailer } from "../../functions/platform/outbox.ts";
import { localClientSettings } from "./embedded-database.ts";

/** The name of the table on one machine. */
export const tableName = "throughline";

/** The functions' own services and what drives them from outside: the raw client for the stream. */
export type LocalStack<C extends Clock = Clock> = {
  services: Services & { clock: C; files: FolderFiles };
  mailer: Mailer;
  dynamodb: DynamoDBClient;
};

/** Composes the functions from an environment, as Lambda does, over what one machine has. */
export function compose<C extends Clock>(options: { endpoint: string; folder: string; origin: string; clock: C }): LocalStack<C> {
  const filesFolder = join(options.folder, "files");
  const files = new FolderFiles(filesFolder, options.clock);
  const env = {
    TABLE_NAME: tableName,
    ORIGIN: options.origin,
    CONTENT_FOLDER: "dist/content",
    FILES_FOLDER: filesFolder,
    MAIL_FOLDER: join(options.folder, "mail"),
    SIGNING_KEYS_FOLDER: join(options.folder, "keys"),
    DYNAMODB_ENDPOINT: options.endpoint,
  };
  return {
    services: { ...servicesFrom(env, options.clock), clock: options.clock, files, badgeSigner: signHere },
    mailer: mailerFrom(env),
    dynamodb: new DynamoDBClient(localClientSettings(options.endpoint)),
  };
}
