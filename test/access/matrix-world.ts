import { BatchWriteCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { createApp } from "../../functions/lambda/app.ts";
import { assign } from "../../functions/assignment/actions/assign.ts";
import { saveRule } from "../../functions/assignment/actions/save-rule.ts";
import { addResource } from "../../functions/curriculum/actions/add-resource.ts";
import { publishEdition } from "../../functions/curriculum/actions/publish-edition.ts";
import { saveDraft } from "../../functions/curriculum/actions/save-draft.ts";
import { uploadLibraryFile } from "../../functions/curriculum/actions/upload-library-file.ts";
import { authoringPage } from "../../functions/curriculum/authoring-queries.ts";
import { ResourceInput } from "../../functions/curriculum/contract.ts";
import { rollUpSchool } from "../../functions/engagement/actions/roll-up-school.ts";
import { summarizeStaff } from "../../functions/engagement/actions/summarize-staff.ts";
import { openAttempt } from "../../functions/learning/actions/open-attempt.ts";
import { openLesson } from "../../functions/learning/actions/open-lesson.ts";
import { saveAnswers } from "../../functions/learning/actions/save-answers.ts";
import { submitPractice } from "../../functions/learning/actions/submit-practice.ts";
import { uploadEvidenceFile } from "../../functions/learning/actions/upload-evidence-file.ts";
import type { Permission } from "../../functions/platform/permissions.ts";
import type { Table } from "../../functions/platform/table.ts";
import { newTask } from "../../functions/platform/task.ts";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import type { Staff } from "../../functions/roster/records.ts";
import { countTo } from "../support/count-to.ts";
import { openTestStore, otherDistrict, testDistrict } from "../support/store.ts";
import { edition, resource, type RouteUnderTest, routesUnderTest } from "./routes-under-test.ts";
import { cedarPeople, compiledContent, fromOurPages, maplePeople, populate, schoolIds, signedInAs } from "./world.ts";

/** The same text for the same row: a store may hand out the fields of a map in any order. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, part]) => `${name}:${textOf(part)}`).join()}}`;
}

type Row = Record<string, unknown> & { PK: string; SK: string };

/** The rows that are not as they were. */
export type Difference = { added: Row[]; altered: Row[]; removed: Row[] };

export type MatrixWorld = Awaited<ReturnType<typeof openMatrixWorld>>;

/** The real app over a table with history, which can be compared and put back, and which says which rows were touched. */
export async function openMatrixWorld() {
  const store = await openTestStore({ content: compiledContent() });
  await populate(store);
  for (const staff of Object.values(maplePeople)) await learnSomething(staff, testDistrict);
  for (const staff of Object.values(cedarPeople)) await learnSomething(staff, otherDistrict);

  async function learnSomething({ id: staffId }: Staff, district: typeof testDistrict): Promise<void> {
    const ctx = store.as("learning:write", { staffId, district });
    await openLesson(ctx, { staffId, moduleId: "m01", lessonId: "why-one-system" });
    await openLesson(ctx, { staffId, moduleId: "m02", lessonId: "words-carry-decisions" });
    const { number, items } = await openAttempt(ctx, { staffId, moduleId: "m01" });
    const answers = Object.fromEntries(items.map(({ id, choices }) => [id, choices[0]?.id ?? ""]));
    await saveAnswers(ctx, { staffId, moduleId: "m01", number, answers });
    const file = await uploadEvidenceFile(ctx, { staffId, fileName: "evidence.pdf", bytes: new TextEncoder().encode("%PDF-1.7 evidence") });
    await submitPractice(ctx, { staffId, moduleId: "m01", text: `Evidence of ${staffId}`, fileId: file.id, noStudentData: true });
  }

  const lead = { staffId: maplePeople.districtLeader.id, grants: [{ role: "districtLeader" as const }], idempotencyKey: "seed" };
  const everyone = Object.values(maplePeople)
    .filter(({ status }) => status === "active")
    .map(({ id }) => id);
  const module = { target: { kind: "module" as const, id: "m02" }, due: { kind: "relative" as const, days: 30 } };
  const audience = { staffIds: everyone, schoolIds: [], roles: [] };
  const { sourceId } = await assign(store.as("assignment:write", lead, { kind: "district" }), { audience, ...module });
  const administrator = { staffId: maplePeople.administrator.id, grants: [{ role: "districtAdministrator" as const }] };
  const ruleAudience = { roles: ["counselor" as const], levels: [], schoolIds: [] };
  const rule = { name: "Counselors", audience: ruleAudience, effectiveFrom: "2026-08-01", ...module };
  const { id: ruleId } = await saveRule(store.as("rule:write", administrator, { kind: "district" }), rule);

  const bundle = { source: "roster.zip", zip: routesUnderTest["POST /api/roster/imports"]?.file?.bytes ?? new Uint8Array() };
  const { id: importId } = await importRoster(store.as("roster:write", administrator, { kind: "district" }), bundle);

  const writing = () => store.as("content:write", administrator, { kind: "district" });
  const { current } = await authoringPage(writing(), "m03");
  const adapted = { moduleId: "m03", files: { ...current, "job-aid.md": `${current["job-aid.md"]}\nAsk at the office.\n` } };
  await saveDraft(writing(), { ...adapted, version: 0 });
  await publishEdition(writing(), { moduleId: "m03", version: 1, ...edition });
  await saveDraft(writing(), { ...adapted, version: 2 });
  const upload = await uploadLibraryFile(writing(), { fileName: "form.pdf", bytes: new TextEncoder().encode("%PDF-1.7 form") });
  const { url: _, ...ofFile } = ResourceInput.parse(resource);
  const { id: resourceId } = await addResource(writing(), { ...ofFile, fileId: upload.id });

  const { write: asked, view } = newTask(store.job("setup", "roster:write"), countTo, { input: { to: 3 } });
  await store.table.write([asked.operation(testDistrict.id)]);

  /** What the stream would have done by now. */
  for (const { id } of Object.values(maplePeople)) await summarizeStaff(store.job("engagement", "engagement:read"), id);
  for (const id of [schoolIds.alder, schoolIds.birch]) await rollUpSchool(store.job("engagement", "engagement:read"), id);

  let touched: string[] = [];
  let isWriting = false;
  let calls = 0;
  let end: { atCall: number; when: "before" | "after" } | undefined;
  /** One call to the table; the process may end just before it, or after it and before anyone hears of it. */
  const call = async <T>(partitions: string[], work: () => Promise<T>): Promise<T> => {
    touched.push(...partitions);
    calls++;
    if (end && (calls > end.atCall || (calls === end.atCall && end.when === "before"))) throw new Error("the process ended");
    const answer = await work();
    if (end && calls >= end.atCall) throw new Error("the process ended");
    return answer;
  };
  const spied: Table = {
    get: (key) => call([key.PK], () => store.table.get(key)),
    query: (partition, range) => call([partition], () => store.table.query(partition, range)),
    write: (operations) => {
      isWriting = true;
      const partitions = operations.map((one) => ("put" in one ? one.put.PK : "remove" in one ? one.remove.PK : one.check.PK));
      return call(partitions, () => store.table.write(operations));
    },
  };
  const app = createApp({ ...store.services, table: spied }, { read: async () => "none" });
  const cookies = new Map<string, string>();
  for (const staff of Object.values(maplePeople)) cookies.set(staff.id, await signedInAs(store, staff));

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
  const changed = async (): Promise<Difference> => {
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
    /** Ids that were made while the world was, by the names that routes-under-test.ts calls them. */
    seeded: { $sourceId: sourceId, $ruleId: ruleId, $importId: importId, $resourceId: resourceId, $taskId: view.id } as Record<
      string,
      string
    >,
    /** From here on, `changed` compares with the table as it is now. */
    async settle(): Promise<void> {
      before = byKey(await rows());
    },
    /** Puts every row back as it was at the last `settle`. */
    async restore(known?: Difference): Promise<void> {
      const { added, altered, removed } = known ?? (await changed());
      const puts = [...altered, ...removed].map((row) => ({ PutRequest: { Item: before.get(JSON.stringify([row.PK, row.SK])) } }));
      const requests = [...added.map(({ PK, SK }) => ({ DeleteRequest: { Key: { PK, SK } } })), ...puts];
      for (let n = 0; n < requests.length; n += 25)
        await store.client.send(new BatchWriteCommand({ RequestItems: { [store.tableName]: requests.slice(n, n + 25) } }));
    },
    /** One request by a person (or by nobody), with the partitions that it touched and whether it tried to write. */
    async ask(
      who: Staff | undefined,
      method: string,
      path: string,
      init: { body?: unknown; file?: RouteUnderTest["file"]; key?: string; end?: typeof end } = {},
    ) {
      touched = [];
      calls = 0;
      end = init.end;
      isWriting = false;
      const cookie = who && cookies.get(who.id);
      const headers: Record<string, string> = {
        ...fromOurPages(store.services.origin),
        ...(cookie && { cookie }),
        ...(init.key !== undefined && { "idempotency-key": init.key }),
      };
      if (init.file) headers["content-type"] = init.file.mediaType;
      else if (init.body !== undefined) headers["content-type"] = "application/json";
      const body = init.file ? init.file.bytes : init.body === undefined ? null : JSON.stringify(init.body);
      const response = await app.request(`${store.services.origin}${path}`, { method, headers, body });
      return { status: response.status, body: await response.text(), touched, isWriting, calls };
    },
    /** Every route as the app itself describes it. */
    async routes(): Promise<{ name: string; method: string; path: string; permission: Permission | undefined }[]> {
      const described = (await (await app.request("/openapi.json")).json()) as {
        paths: Record<string, Record<string, { "x-permission"?: Permission }>>;
      };
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
