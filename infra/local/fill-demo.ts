import { join } from "node:path";
import { fixedClock } from "../../functions/platform/clock.ts";
import { scheduleHandler } from "../../functions/lambda/schedule.ts";
import { streamHandler } from "../../functions/lambda/stream.ts";
import { compose, tableName } from "./compose.ts";
import { type DemoSize, demoDistricts, demoOpensAt } from "./demo/district.ts";
import { openDemo } from "./demo/open-demo.ts";
import { idpPath } from "./identity-provider.ts";
import { streamDriver } from "./stream-driver.ts";

/** Enters both demo districts and their history into an empty table, with the very handlers that run afterwards. */
export async function fillDemo(options: {
  endpoint: string;
  folder: string;
  origin: string;
  size: DemoSize;
  report: (done: number, total: number) => void;
}): Promise<void> {
  const stack = compose({ ...options, clock: fixedClock(demoOpensAt) });
  const driver = await streamDriver({ client: stack.dynamodb, tableName, handler: streamHandler(stack.services, stack.mailer), checkpointFile: join(options.folder, "stream.json") });
  const tick = scheduleHandler(stack.services, stack.mailer);
  const surroundings = { settle: () => driver.settle(), tick: async () => void (await tick()) };
  const [first, second] = demoDistricts(`${options.origin}${idpPath}`);
  if (!first || !second) throw new Error("the demo has two districts");
  await openDemo(stack.services, { district: first, size: options.size, seed: 20_250_818, surroundings, report: options.report });
  await openDemo(stack.services, { district: second, size: "tiny", seed: 7, surroundings, report: () => {} });
  stack.dynamodb.destroy();
}
