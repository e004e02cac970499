import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type Clock, systemClock } from "../platform/clock.ts";
import type { Services, SigningKeys } from "../platform/context.ts";
import type { Mailer } from "../platform/outbox.ts";
import { openTable } from "../platform/table.ts";
import { remoteBadgeSigner } from "./badge-signer.ts";
import { certificateFacts } from "./certificate-facts.ts";
import { compileModule } from "./compiler.ts";
import { FolderContent } from "./content.ts";
import { MailEnv, readEnv, ServicesEnv } from "./env.ts";
import { filesOnDemand } from "./files-on-demand.ts";
import { FolderMailer, SesMailer } from "./mailer.ts";

/** Placeholders for a database on this machine, which does not look at them. */
const localClient = (endpoint: string) => ({ endpoint, region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } });

/** Reaching what others publish is loaded by the first that does. */
let reaching: Promise<typeof import("../badges/safe-fetch.ts")> | undefined;

/** The keys of a folder, where there is one. Most functions sign nothing, and load nothing of it. */
function keysIn(folder: string | undefined): SigningKeys {
  let opening: Promise<SigningKeys> | undefined;
  const open = async (): Promise<SigningKeys> => {
    const { FolderKeys, noKeys } = await import("./signing-keys.ts");
    return folder === undefined ? noKeys : new FolderKeys(folder);
  };
  const keys = (): Promise<SigningKeys> => (opening ??= open());
  return {
    current: async (algorithm) => (await keys()).current(algorithm),
    earlier: async (algorithm) => (await keys()).earlier(algorithm),
  };
}

/** Composes what every function stands on from its environment; fails at once, by name, when something is missing. */
export function servicesFrom(env: NodeJS.ProcessEnv, clock: Clock = systemClock): Services {
  const settings = readEnv(ServicesEnv, env);
  const { DYNAMODB_ENDPOINT, FILES_BUCKET, FILES_FOLDER, SIGNING_KEYS_FOLDER, SIGNING_FUNCTION } = settings;
  const dynamodb = new DynamoDBClient(DYNAMODB_ENDPOINT === undefined ? {} : localClient(DYNAMODB_ENDPOINT));
  const client = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  return {
    table: openTable(client, settings.TABLE_NAME),
    clock,
    compileModule,
    certificates: certificateFacts,
    content: new FolderContent(settings.CONTENT_FOLDER),
    files: filesOnDemand(async () => {
      if (FILES_BUCKET === undefined) return new (await import("./files.ts")).FolderFiles(FILES_FOLDER ?? "", clock);
      return new (await import("./s3-files.ts")).S3Files(FILES_BUCKET);
    }),
    signingKeys: keysIn(SIGNING_KEYS_FOLDER),
    badgeSigner: remoteBadgeSigner(SIGNING_FUNCTION),
    fetchText: async (address, signal) => (await (reaching ??= import("../badges/safe-fetch.ts"))).safeFetch()(address, signal),
    origin: settings.ORIGIN,
  };
}

/** The mailer that the environment names. */
export function mailerFrom(env: NodeJS.ProcessEnv): Mailer {
  const { MAIL_FROM, MAIL_FOLDER } = readEnv(MailEnv, env);
  return MAIL_FROM === undefined ? new FolderMailer(MAIL_FOLDER ?? "") : new SesMailer(MAIL_FROM);
}
