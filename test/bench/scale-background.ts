import { join } from "node:path";
import { fixedClock } from "../../functions/platform/clock.ts";
import { streamHandler } from "../../functions/lambda/stream.ts";
import { workHandler } from "../../functions/lambda/work.ts";
import { compose, tableName } from "../../infra/local/compose.ts";
import { streamDriver } from "../../infra/local/stream-driver.ts";
import { origin } from "./scale-district.ts";

/**
 * A process of its own that does what the stream's functions do when deployed. It passes over everything that is there,
 * says "ready", and works off whatever changes from then on until it is ended.
 */
const [endpoint = "", folder = "", at = ""] = process.argv.slice(2);
process.env.LOG_LEVEL = "error";
const { services, mailer, dynamodb } = compose({ endpoint, folder: join(folder, "background"), origin, clock: fixedClock(at) });
const [follow, work] = [streamHandler(services, mailer), workHandler(services)];
const isPassing = { value: true };
const driver = await streamDriver({
  client: dynamodb,
  tableName,
  async handler(event) {
    if (isPassing.value) return { batchItemFailures: [] };
    await follow(event);
    return work(event);
  },
});
await driver.settle();
isPassing.value = false;
process.stdout.write("ready\n");
driver.start();
