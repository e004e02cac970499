import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scheduleHandler } from "../../functions/lambda/schedule.ts";
import { streamHandler } from "../../functions/lambda/stream.ts";
import { workHandler } from "../../functions/lambda/work.ts";
import { fixedClock } from "../../functions/platform/clock.ts";
import type { Services } from "../../functions/platform/context.ts";
import { compose } from "../../infra/local/compose.ts";
import { demoDistricts, demoOpensAt, demoSizes } from "../../infra/local/demo/district.ts";
import { openDemo } from "../../infra/local/demo/open-demo.ts";
import { settle } from "../../infra/local/fill-demo.ts";
import { memoryTable, type MemoryTable } from "../../infra/local/memory-table.ts";

/** A tiny district with a year's history, entered with the product's own actions into a table in memory. */
export async function demoRows(): Promise<{ services: Services; table: MemoryTable; districtId: string }> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-check-"));
  const stack = compose({ endpoint: "http://127.0.0.1:1", folder, origin: "http://localhost:3000", clock: fixedClock(demoOpensAt) });
  const table = memoryTable();
  const services = { ...stack.services, table };
  const [stream, work] = [streamHandler(services, stack.mailer), workHandler(services)];
  const tick = scheduleHandler(services, stack.mailer, "outdated");
  const surroundings = {
    settle: () => settle(table, async (event) => (await work(event), stream(event))),
    tick: async () => void (await tick()),
  };
  const [, small] = demoDistricts("http://localhost:3000/idp");
  if (!small) throw new Error("the demo has two districts");
  await openDemo(services, { district: small, size: demoSizes.tiny, seed: 7, surroundings, report: () => {} });
  stack.dynamodb.destroy();
  return {
    services,
    table,
    districtId:
      table
        .items()
        .find(({ type }) => type === "district")
        ?.PK.slice(2) ?? "",
  };
}
