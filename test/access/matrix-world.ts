import { BatchWriteCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { createApp } from "../../functions/lambda/app.ts";
import { openAttempt } from "../../functions/learning/actions/open-attempt.ts";
import { openLesson } from "../../functions/learning/actions/open-lesson.ts";
import { submitPractice } from "../../functions/learning/actions/submit-practice.ts";
import { uploadEvidenceFile } from "../../functions/learning/actions/upload-evidence-file.ts";
import type { AccessRole, Permission } from "../../functions/platform/permissions.ts";
import type { Table } from "../../functions/platform/table.ts";
import type { Staff } from "../../functions/roster/records.ts";
import { openTestStore, otherDistrict, testDistrict } from "../support/store.ts";
import { cedarPeople, fromOurPages, maplePeople, personOfRole, populate, signedInAs } from "./world.ts";

/** The same text for the same row: a store may hand out the fields of a map in any order. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, part]) => `${name}:${textOf(part)}`).join()}}`;
}

type Row = Record<string, unknown> & { PK: string; SK: string };

export type MatrixWorld = Awaited<ReturnType<typeof openMatrixWorld>>;

/** The real app over a table with history, which can be compared and put back, and which says which rows were touched. */
export async function openMatrixWorld() {
  const store = await openTestStore();
  await populate(store);
  for (const staff of Object.values(maplePeople)) await learnSomething(staff, testDistrict);
  for (const staff of Object.values(cedarPeople)) await learnSomething(staff, otherDistrict);

  async function learnSomething({ id: staffId }: Staff, district: typeof testDistrict): Promise<void> {
    const ctx = store.as("learning:write", { staffId, district });
    await openLesson(ctx, { staffId, moduleId: "m01", lessonId: "why-one-system" });
    await openLesson(ctx, { staffId, moduleId: "m02", lessonId: "words-carry-decisions" });
    await openAttempt(ctx, { staffId, moduleId: "m01" });
    const file = await uploadEvidenceFile(ctx, { staffId, fileName: "evidence.pdf", bytes: new TextEncoder().encode("%PDF-1.7 evidence") });
    await submitPractice(ctx, { staffId, moduleId: "m01", text: `Evidence of ${staffId}`, fileId: file.id, noStudentData: true });
  }

  let touched: string[] = [];
  const spied: Table = {
    get: (key) => (touched.push(key.PK), store.table.get(key)),
    query: (partition, range) => (touched.push(partition), store.table.query(partition, range)),
    write: (operations) => {
      touched.push(...operations.map((one) => ("put" in one ? one.put.PK : "remove" in one ? one.remove.PK : one.check.PK)));
      return store.table.write(operations);
    },
  };
  const app = createApp({ ...store.services, table: spied }, { read: async () => "none" });
  const cookies = new Map<AccessRole, string>();
  for (const [role, staff] of Object.entries(personOfRole) as [AccessRole, Staff][]) cookies.set(role, await signedInAs(store, staff));

  const rows = async (): Promise<Row[]> => {
    const all: Row[] = [];
    let after: Record<string, unknown> | undefined;
    do {
      const page = await store.client.send(new ScanCommand({ TableName: store.tableName, ...(after && { ExclusiveStartKey: after }) }));
      all.push(...((page.Items ?? []) as Row[]));
      after = page.LastEvaluatedKey;
    } while (after);
    return all;
  };
  const byKey = (all: Row[]) => new Map(all.map((row) => [JSON.stringify([row.PK, row.SK]), row]));
  let before = byKey(await rows());

  /** The keys of rows that are not as they were at the last `settle`. */
  const changed = async (): Promise<{ added: Row[]; altered: Row[]; removed: Row[] }> => {
    const now = byKey(await rows());
    const isSame = (key: string, row: Row) => textOf(before.get(key) ?? row) === textOf(row);
    return {
      added: [...now].filter(([key]) => !before.has(key)).map(([, row]) => row),
      altered: [...now].filter(([key, row]) => before.has(key) && !isSame(key, row)).map(([, row]) => row),
      removed: [...before].filter(([key]) => !now.has(key)).map(([, row]) => row),
    };
  };

  return {
    store,
    app,
    changed,
    close: () => store.close(),
    /** From here on, `changed` compares with the table as it is now. */
    async settle(): Promise<void> {
      before = byKey(await rows());
    },
    /** Puts every row back as it was at the last `settle`. */
    async restore(): Promise<void> {
      const { added, altered, removed } = await changed();
      const puts = [...altered, ...removed].map((row) => ({ PutRequest: { Item: before.get(JSON.stringify([row.PK, row.SK])) } }));
      const requests = [...added.map(({ PK, SK }) => ({ DeleteRequest: { Key: { PK, SK } } })), ...puts];
      for (let n = 0; n < requests.length; n += 25)
        await store.client.send(new BatchWriteCommand({ RequestItems: { [store.tableName]: requests.slice(n, n + 25) } }));
    },
    /** One request by a role (or by nobody), with the partitions that it touched. */
    async ask(role: AccessRole | undefined, method: string, path: string, init: { body?: unknown; file?: { mediaType: string; text: string } | undefined }) {
      touched = [];
      const cookie = role && cookies.get(role);
      const headers: Record<string, string> = { ...fromOurPages(store.services.origin), ...(cookie && { cookie }) };
      if (init.file) headers["content-type"] = init.file.mediaType;
      else if (init.body !== undefined) headers["content-type"] = "application/json";
      const body = init.file ? init.file.text : init.body === undefined ? null : JSON.stringify(init.body);
      const response = await app.request(`${store.services.origin}${path}`, { method, headers, body });
      return { status: response.status, body: await response.text(), touched };
    },
    /** Every route as the app itself describes it. */
    async routes(): Promise<{ name: string; method: string; path: string; permission: Permission | undefined }[]> {
      const described = (await (await app.request("/openapi.json")).json()) as { paths: Record<string, Record<string, { "x-permission"?: Permission }>> };
      return Object.entries(described.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({
          name: `${method.toUpperCase()} ${path}`,
          method: method.toUpperCase(),
          path,
          permission: operation["x-permission"],
        })),
      );
    },
  };
}
