import { join } from "node:path";
import { createApp } from "../../functions/lambda/app.ts";
import { scheduleHandler } from "../../functions/lambda/schedule.ts";
import { signedFilesPath } from "../../functions/lambda/signed-addresses.ts";
import { streamHandler } from "../../functions/lambda/stream.ts";
import { workHandler } from "../../functions/lambda/work.ts";
import type { Item } from "../../functions/platform/table.ts";
import { buildForLocal } from "../build.ts";
import { claimFolder, emptyFolder } from "./claim-folder.ts";
import { claimPort } from "./claim-port.ts";
import { compose, tableName } from "./compose.ts";
import { demoClients, pointAtProvider } from "./demo/clients.ts";
import { demoSecrets } from "./demo/district.ts";
import { demoClock } from "./demo-clock.ts";
import { demoRows } from "./fill-demo.ts";
import { checkSize, noteSize } from "./folder-size.ts";
import { createIdentityProvider, idpPath } from "./identity-provider.ts";
import { inboxPage, localStyles } from "./inbox.ts";
import { checkpointFiles, openEmbeddedTable, openOtherTable } from "./open-table.ts";
import { readOptions, type StartOptions } from "./options.ts";
import { type Progress, terminalProgress } from "./progress.ts";
import { streamDriver } from "./stream-driver.ts";
import { createWebServer, filesAt } from "./web-server.ts";

const tickEveryMs = 60_000;

/** Brings the whole product up on this machine and keeps it running; returns how to end it. */
async function start(options: StartOptions, progress: Progress): Promise<() => Promise<void>> {
  const { folder, port } = options;
  const origin = `http://localhost:${port}`;
  process.once("exit", claimFolder(folder, port));
  await claimPort(port);
  if (options.isFresh) emptyFolder(folder);
  // Another DynamoDB keeps its table elsewhere, whatever this folder holds.
  if (options.endpoint === undefined) checkSize(folder, options.size);
  await progress.step("Training content and web application", () => buildForLocal());

  const fill = (): Promise<Item[]> =>
    progress.step("Demo district and its eight months of history", async (onProgress) => {
      const size = options.size ?? "standard";
      const rows = await demoRows({ folder, origin, size, report: onProgress });
      noteSize(folder, size);
      return rows;
    });
  const table = await (options.endpoint === undefined
    ? openEmbeddedTable({ folder, tableName, fill })
    : openOtherTable({ endpoint: options.endpoint, folder, tableName, fill }));

  const stack = compose({ endpoint: table.endpoint, folder, origin, clock: demoClock(folder) });
  await pointAtProvider(stack.services, `${origin}${idpPath}`);
  // Two readers of the stream, as when deployed: long work must not keep the rest waiting.
  const [ofReactions, ofWork] = checkpointFiles(folder);
  const readers = [
    { handler: streamHandler(stack.services, stack.mailer), checkpointFile: ofReactions },
    { handler: workHandler(stack.services), checkpointFile: ofWork },
  ];
  const drivers = await Promise.all(readers.map((reader) => streamDriver({ client: stack.dynamodb, tableName, ...reader })));
  for (const driver of drivers) driver.start();
  const schedule = scheduleHandler(stack.services, stack.mailer);
  const tick = (): void => void schedule().catch(report);
  tick();
  const ticking = setInterval(tick, tickEveryMs);

  const app = createApp(stack.services, { read: async (name) => demoSecrets[name] ?? name });
  const provider = await createIdentityProvider({
    origin,
    keyFile: join(folder, "idp-key.json"),
    clients: await demoClients(stack.services),
  });
  const server = createWebServer({
    api: (request) => app.fetch(request),
    webFolder: "dist/web",
    local: {
      [idpPath]: provider,
      [signedFilesPath]: filesAt(stack.services.files),
      "/inbox": inboxPage(join(folder, "mail")),
      "/local.css": localStyles,
    },
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return async () => {
    clearInterval(ticking);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await Promise.all(drivers.map((driver) => driver.stop()));
    stack.dynamodb.destroy();
    await table.close();
  };
}

function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

async function main(): Promise<void> {
  // The address people open is shown by this program; a line for every request would bury it.
  process.env.LOG_LEVEL ??= "warn";
  const options = readOptions(process.argv.slice(2), process.env);
  process.stdout.write("Starting Throughline\n");
  const stop = await start(options, terminalProgress());
  process.stdout.write(`\nThroughline is ready at http://localhost:${options.port}\n`);
  process.stdout.write(`Mail that would have gone out: http://localhost:${options.port}/inbox   End with Ctrl-C.\n`);
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    process.stdout.write("\nStopping. Everything is kept.\n");
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        report(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
}

main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : String(error)}\n`);
  process.exit(1);
});
