import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { certificateFacts } from "../../functions/lambda/certificate-facts.ts";
import { compileModule } from "../../functions/lambda/compiler.ts";
import { SignedAddresses } from "../../functions/lambda/signed-addresses.ts";
import { signHere } from "../../functions/lambda/sign.ts";
import { type Clock, fixedClock } from "../../functions/platform/clock.ts";
import {
  type AccessGrant,
  type ContentSource,
  type Context,
  createContext,
  type FileStore,
  type Services,
} from "../../functions/platform/context.ts";
import { type District, districtNames, districts } from "../../functions/platform/district.ts";
import { type Granted, grant, type Subject } from "../../functions/platform/grant.ts";
import type { JobName, Permission } from "../../functions/platform/permissions.ts";
import { type Item, openTable, type Table } from "../../functions/platform/table.ts";
import { localClientSettings, startEmbeddedDatabase } from "../../infra/local/embedded-database.ts";
import { testKeys } from "./signing-keys.ts";
import { memoryTable } from "../../infra/local/memory-table.ts";

const tableName = "throughline-test";

/** The district every test begins with: New York time, one school year with two breaks. */
export const testDistrict: District = {
  id: "dst_maple",
  slug: "maple",
  name: "Maple Valley Schools",
  zone: "America/New_York",
  calendar: {
    yearStartsOn: "2026-07-01",
    yearEndsOn: "2027-06-30",
    breaks: [
      { name: "winter break", from: "2026-12-21", to: "2027-01-01" },
      { name: "spring break", from: "2027-04-05", to: "2027-04-09" },
    ],
  },
  identityProvider: { issuer: "http://localhost:1/idp", clientId: "maple", clientSecretName: "maple", match: "verifiedEmail" },
};

/** A second district, for everything that must not cross over. */
export const otherDistrict: District = { ...testDistrict, id: "dst_cedar", slug: "cedar", name: "Cedar Ridge Schools" };

/** Files in memory, with the signed addresses of a folder's. */
function memoryFiles(clock: Clock): FileStore & { readonly names: string[]; answer(request: Request): Promise<Response> } {
  const held = new Map<string, Uint8Array>();
  const put = async (name: string, bytes: Uint8Array) => void held.set(name, bytes);
  const get = async (name: string) => held.get(name);
  const addresses = new SignedAddresses(clock, { put, get });
  return {
    get names() {
      return [...held.keys()];
    },
    put,
    get,
    async copy(from, to) {
      const bytes = held.get(from);
      if (!bytes) throw new Error(`there is no file ${from}`);
      held.set(to, bytes);
    },
    addressToPut: async (name, bytes) => addresses.toPut(name, bytes),
    addressToGet: async (name, saved) => (held.has(name) ? addresses.toGet(name, saved) : undefined),
    answer: (request) => addresses.answer(request),
    remove: async (name) => void held.delete(name),
    expire: async (folder) => {
      for (const name of held.keys()) if (name.startsWith(`${folder}/`)) held.delete(name);
    },
  };
}

/** Compiled content from a folder, or from an object in a test that edits it. */
export function contentFrom(source: string | Record<string, unknown>): ContentSource {
  return {
    async readJson(path) {
      if (typeof source === "string") return JSON.parse(await readFile(join(source, path), "utf8"));
      // What is not translated stands in the catalogue of a language as it is.
      const found = path in source ? path : path.replace(/^es\/catalog/, "catalog");
      if (!(found in source)) throw new Error(`no content at ${path}`);
      return source[found];
    },
    readFont: (name) => readFile(join("dist/content/fonts", `${name}.ttf`)),
    readTypefaces: async () => JSON.parse(await readFile("dist/content/fonts/index", "utf8")),
    readProgram: (name) => readFile(join("dist/content/programs", `${name}.wasm`)),
  };
}

/** What every test works with, whatever its table is: two districts, a clock that stands still, and contexts. */
async function surroundingsOf<T extends Table>(table: T, options: { now?: string; content?: ContentSource }) {
  const clock = fixedClock(options.now ?? "2026-11-02T15:00:00Z");
  const files = memoryFiles(clock);
  const services: Services = {
    table,
    clock,
    content: options.content ?? contentFrom("dist/content"),
    compileModule,
    certificates: certificateFacts,
    files,
    signingKeys: testKeys,
    badgeSigner: signHere,
    // No test reaches the Internet; one that needs an issuer brings its own.
    fetchText: () => Promise.reject(new Error("there is no Internet in a test")),
    origin: "http://localhost:3000",
  };
  for (const district of [testDistrict, otherDistrict]) {
    await table.write([
      districts.put({ ...district, version: 0 }).operation(district.id),
      districtNames.put({ districtId: district.id, slug: district.slug, name: district.name, version: 0 }).operation(district.id),
    ]);
  }
  const contextOf = (actor: Context["actor"], district: District = testDistrict, idempotencyKey?: string): Context =>
    createContext(services, {
      actor,
      district,
      requestId: "test",
      ...(idempotencyKey !== undefined && { idempotency: { key: idempotencyKey, fingerprint: "test" } }),
    });
  return {
    services,
    table,
    clock,
    files,
    districtId: testDistrict.id,
    contextOf,
    /** A person's context with a permission, checked as a route would. */
    as<P extends Permission>(
      permission: P,
      person: { staffId: string; name?: string; grants?: AccessGrant[]; district?: District; idempotencyKey?: string },
      subject: Subject = { kind: "self" },
    ): Granted<P> {
      const actor = {
        kind: "person" as const,
        staffId: person.staffId,
        name: person.name ?? person.staffId,
        grants: person.grants ?? [{ role: "staff" as const }],
      };
      return grant(contextOf(actor, person.district, person.idempotencyKey), permission, subject);
    },
    /** A job's context with a permission. */
    job<P extends Permission>(name: JobName, permission: P, district: District = testDistrict): Granted<P> {
      return grant(contextOf({ kind: "job", name }, district), permission, { kind: "district" });
    },
  };
}

/** A test's table in memory or in a database, and what stands around it. */
export type AnyStore = Awaited<ReturnType<typeof surroundingsOf<Table>>> & {
  /** Every row there is, or every one of a district with its public ones, in no order. */
  rows(of?: District): Promise<Item[]>;
  close(): Promise<void>;
};

export type TestStore = Awaited<ReturnType<typeof openTestStore>>;

/** A database of one's own (a process and a file): for what is true of the database, its stream and the way to it. */
export async function openTestStore(options: { now?: string; content?: ContentSource } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "throughline-test-"));
  const database = await startEmbeddedDatabase(join(folder, "table.db"), tableName);
  const dynamodb = new DynamoDBClient(localClientSettings(database.endpoint));
  const client = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  const used: { operation: string; units: number }[] = [];
  const surroundings = await surroundingsOf(
    openTable(client, tableName, (one) => void used.push(one)),
    options,
  );
  return {
    ...surroundings,
    client,
    dynamodb,
    database,
    tableName,
    /** Capacity used by each call since it was last emptied (`used.length = 0`). */
    used,
    async rows(of?: District): Promise<Item[]> {
      const all: Item[] = [];
      let after: Record<string, unknown> | undefined;
      const filter = of && {
        FilterExpression: "PK = :p OR begins_with(PK, :below) OR districtName = :name",
        ExpressionAttributeValues: { ":p": `D#${of.id}`, ":below": `D#${of.id}#`, ":name": of.name },
      };
      do {
        const page = await client.send(new ScanCommand({ TableName: tableName, ...filter, ...(after && { ExclusiveStartKey: after }) }));
        all.push(...((page.Items ?? []) as Item[]));
        after = page.LastEvaluatedKey;
      } while (after);
      return all;
    },
    async close() {
      client.destroy();
      dynamodb.destroy();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type MemoryStore = Awaited<ReturnType<typeof openMemoryStore>>;

/**
 * The same over a table in memory, which passes the table's own contract test and answers at once: for what must hold
 * in very many runs.
 */
export async function openMemoryStore(options: { now?: string; content?: ContentSource } = {}) {
  const surroundings = await surroundingsOf(memoryTable(), options);
  const isOf = ({ PK, districtName }: Item, { id, name }: District): boolean =>
    PK === `D#${id}` || PK.startsWith(`D#${id}#`) || districtName === name;
  return {
    ...surroundings,
    rows: async (of?: District): Promise<Item[]> => surroundings.table.items().filter((item) => of === undefined || isOf(item, of)),
    close: async (): Promise<void> => {},
  };
}
