import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type Source, sources } from "../../functions/assignment/records.ts";
import { repair } from "../../functions/engagement/actions/day-tick.ts";
import { createApp } from "../../functions/lambda/app.ts";
import { type Enrollment, enrollments } from "../../functions/learning/records.ts";
import { createContext, type Services } from "../../functions/platform/context.ts";
import type { District } from "../../functions/platform/district.ts";
import { grant } from "../../functions/platform/grant.ts";
import { idFrom } from "../../functions/platform/ids.ts";
import { startSession } from "../../functions/platform/session.ts";
import { openTable, type Table } from "../../functions/platform/table.ts";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import { openDistrict } from "../../functions/roster/actions/open-district.ts";
import { compose, tableName } from "../../infra/local/compose.ts";
import { demoDistricts } from "../../infra/local/demo/district.ts";
import { localClientSettings, startEmbeddedDatabase } from "../../infra/local/embedded-database.ts";
import { loadRows } from "../../infra/local/load-rows.ts";
import { type MemoryTable, memoryTable } from "../../infra/local/memory-table.ts";
import { fixedClock } from "../../functions/platform/clock.ts";
import { type Scale, scaleRoster } from "./scale-roster.ts";

export const origin = "http://localhost:3000";
const at = "2026-04-20T13:30:00Z";

export type Used = { operation: string; units: number };
export type ScaleDatabase = Awaited<ReturnType<typeof openScaleDatabase>>;

/** An empty database of one's own, with the API over it in this process and every call's capacity counted. */
export async function openScaleDatabase() {
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "throughline-scale-"));
  const database = await startEmbeddedDatabase(join(folder, "table.db"), tableName);
  const dynamodb = new DynamoDBClient(localClientSettings(database.endpoint));
  const client = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  const used: Used[] = [];
  const clock = fixedClock(at);
  const { services: composed, mailer } = compose({ endpoint: database.endpoint, folder, origin, clock });
  const services = { ...composed, table: openTable(client, tableName) };
  const counted: Services = { ...services, table: openTable(client, tableName, (one) => void used.push(one)) };
  return {
    folder,
    database,
    dynamodb,
    client,
    services,
    counted,
    used,
    mailer,
    app: createApp(services, { read: async (name) => name }),
    countedApp: createApp(counted, { read: async (name) => name }),
    async cookieOf(districtId: string, sourcedId: string): Promise<string> {
      const who = { districtId, staffId: idFrom("stf", districtId, sourcedId) };
      return `__Host-throughline=${await startSession(services.table, clock.now(), who)}`;
    },
    async close() {
      client.destroy();
      dynamodb.destroy();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The settings of a district of the bench. */
export function scaleDistrict(slug: string): District {
  const [settings] = demoDistricts(`${origin}/idp`);
  if (!settings) throw new Error("there is a demo district");
  return { ...settings, id: idFrom("dst", slug), slug, name: slug };
}

/** Opens the district over a table and imports its roster by the product's own importer. Returns the import's seconds. */
export async function importInto(services: Services, table: Table, district: District, scale: Scale): Promise<number> {
  const context = createContext({ ...services, table }, { actor: { kind: "job", name: "setup" }, district, requestId: "bench" });
  const ctx = grant(context, "roster:write", { kind: "district" });
  await openDistrict(ctx, district);
  const files = scaleRoster(scale);
  const startedAt = performance.now();
  const report = await importRoster(ctx, { source: "bench", files });
  if (report.staff.added !== scale.staff)
    throw new Error(
      `${report.staff.added} of ${scale.staff} people were imported: ${report.notApplied ?? JSON.stringify(report.diagnostics[0])}`,
    );
  return (performance.now() - startedAt) / 1000;
}

const ofImport = new Set(["audit", "import", "staff", "member", "school", "email-claim", "district", "district-name"]);

/**
 * The same district with what everyone must learn, what they began, and every figure, made in memory by the product's own
 * code and loaded. `isImported`: its roster stands in the database already.
 */
export async function fill(db: ScaleDatabase, district: District, scale: Scale, isImported: boolean): Promise<void> {
  const memory = memoryTable();
  await importInto(db.services, memory, district, scale);
  await beginLearning(memory, district, scale);
  const context = createContext(
    { ...db.services, table: memory },
    { actor: { kind: "job", name: "engagement" }, district, requestId: "bench" },
  );
  await repair(context);
  const items = memory.items().filter(({ type }) => !(isImported ? ofImport.has(type) : type === "audit"));
  await loadRows(db.dynamodb, items, tableName);
}

async function beginLearning(memory: MemoryTable, district: District, { staff }: Scale): Promise<void> {
  for (let i = 2; i < staff; i++) {
    const staffId = idFrom("stf", district.id, `u${i}`);
    const source: Source = {
      id: "m-asg_bench",
      staffId,
      origin: { kind: "person", staffId: "stf_bench", name: "Bench", assignmentId: "asg_bench" },
      target: { kind: "module", id: "m01" },
      due: { kind: "relative", days: 30 },
      anchorOn: "2025-09-01",
      anchor: "assigned",
      assignedAt: "2025-09-01T12:00:00.000Z",
    };
    const begun: Enrollment = {
      staffId,
      moduleId: "m01",
      hash: "bench",
      startedAt: "2025-09-10T12:00:00.000Z",
      lastActivityAt: "2025-09-20T12:00:00.000Z",
      lessons: {},
      check: { attempts: 0, seen: [] },
      practice: { state: i % 3 === 0 ? "accepted" : "none", submissions: 0 },
      ...(i % 2 === 0 && { contentCompletedAt: "2025-09-20T12:00:00.000Z", completedAt: "2025-09-20T12:00:00.000Z" }),
      creditMinutes: 0,
    };
    await memory.write([sources.overwrite(source).operation(district.id), enrollments.overwrite(begun).operation(district.id)]);
  }
}
