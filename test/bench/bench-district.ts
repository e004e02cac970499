import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createApp } from "../../functions/lambda/app.ts";
import { scheduleHandler } from "../../functions/lambda/schedule.ts";
import { streamHandler } from "../../functions/lambda/stream.ts";
import { fixedClock } from "../../functions/platform/clock.ts";
import { idFrom } from "../../functions/platform/ids.ts";
import { startSession } from "../../functions/platform/session.ts";
import { openTable } from "../../functions/platform/table.ts";
import { compose, tableName } from "../../infra/local/compose.ts";
import { demoDistricts, demoOpensAt, type DistrictSize } from "../../infra/local/demo/district.ts";
import { openDemo } from "../../infra/local/demo/open-demo.ts";
import { makeRoster, personas } from "../../infra/local/demo/people.ts";
import { seededRandom } from "../../infra/local/demo/random.ts";
import { localClientSettings, startEmbeddedDatabase } from "../../infra/local/embedded-database.ts";
import { settle } from "../../infra/local/fill-demo.ts";
import { loadRows } from "../../infra/local/load-rows.ts";
import { memoryTable } from "../../infra/local/memory-table.ts";
import type { BenchPage } from "./request-cost.ts";

const seed = 11;

/** A district of a size in an embedded database of its own, with the API over it in this process. */
export async function openBenchDistrict(size: DistrictSize, options: { hasHistory: boolean }) {
  const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
  const database = await startEmbeddedDatabase(join(folder, "table.db"), tableName);
  const origin = "http://localhost:3000";
  const clock = fixedClock(demoOpensAt);
  const stack = compose({ endpoint: database.endpoint, folder, origin, clock });
  const memory = memoryTable();
  const services = { ...stack.services, table: memory };
  const [settings] = demoDistricts(`${origin}/idp`);
  if (!settings) throw new Error("there is a demo district");
  const handler = streamHandler(services, stack.mailer);
  const tick = scheduleHandler(services, stack.mailer, "outdated");
  const surroundings = { settle: () => settle(memory, handler), tick: async () => void (await tick()) };
  await openDemo(services, { district: settings, size, seed, hasHistory: options.hasHistory, surroundings, report: () => {} });
  await loadRows(stack.dynamodb, memory.items(), tableName);

  const client = DynamoDBDocumentClient.from(new DynamoDBClient(localClientSettings(database.endpoint)), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const used: { operation: string; units: number }[] = [];
  const plain = openTable(client, tableName);
  const app = createApp({ ...stack.services, table: plain }, { read: async (name) => name });
  const roster = makeRoster(size, settings.name, `${settings.slug}.example`, seededRandom(seed));
  const districtId = idFrom("dst", settings.slug);
  const cookieOf = async (name: string): Promise<string> => {
    const person = roster.staff.find(({ givenName, familyName }) => `${givenName} ${familyName}` === name);
    const token = await startSession(plain, clock.now(), { districtId, staffId: idFrom("stf", districtId, person?.sourcedId ?? "") });
    return `__Host-throughline=${token}`;
  };
  const school = idFrom("sch", districtId, roster.schools[0]?.sourcedId ?? "");
  const pages: BenchPage[] = [
    { name: "myPath", path: "/api/my/path", cookie: await cookieOf(personas.teacher) },
    { name: "module", path: "/api/modules/m08", cookie: await cookieOf(personas.teacher) },
    { name: "caseload", path: "/api/coach/caseload", cookie: await cookieOf(personas.coach) },
    { name: "school", path: `/api/engagement/schools/${school}`, cookie: await cookieOf(personas.schoolLeader) },
    { name: "district", path: "/api/engagement/district", cookie: await cookieOf(personas.districtLeader) },
  ];
  const measured = createApp(
    { ...stack.services, table: openTable(client, tableName, (one) => void used.push(one)) },
    { read: async (name) => name },
  );
  return {
    client,
    origin,
    used,
    pages,
    roster,
    districtId,
    table: plain,
    clock,
    fetch: (request: Request) => app.fetch(request),
    /** The request units of one page's reads, session and all. */
    async readUnits(page: BenchPage): Promise<number> {
      used.length = 0;
      const response = await measured.fetch(new Request(origin + page.path, { headers: { cookie: page.cookie } }));
      if (response.status !== 200) throw new Error(`${page.path} answered ${response.status}: ${await response.text()}`);
      return used.filter(({ operation }) => operation !== "write").reduce((sum, { units }) => sum + units, 0);
    },
    async close() {
      client.destroy();
      stack.dynamodb.destroy();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type BenchDistrict = Awaited<ReturnType<typeof openBenchDistrict>>;

/** Each main page's reads in request units. */
export async function measureReads(district: BenchDistrict): Promise<Record<string, number>> {
  const reads: Record<string, number> = {};
  for (const page of district.pages) {
    await district.readUnits(page); // The first request of a process also reads the district's settings.
    reads[page.name] = await district.readUnits(page);
  }
  return reads;
}
