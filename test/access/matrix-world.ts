import { strToU8 } from "fflate";
import { createApp } from "../../functions/lambda/app.ts";
import { assign } from "../../functions/assignment/actions/assign.ts";
import { saveRule } from "../../functions/assignment/actions/save-rule.ts";
import { extensions, waivers } from "../../functions/assignment/decision-records.ts";
import { appeals, applications, certificates, publicCertificates } from "../../functions/certification/records.ts";
import { outsideCredits } from "../../functions/credit/records.ts";
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
import { enrollments, incomingFileName, storedFileName, uploads } from "../../functions/learning/records.ts";
import { newEnrollment } from "../../functions/learning/rules.ts";
import type { Permission } from "../../functions/platform/permissions.ts";
import type { Item } from "../../functions/platform/table.ts";
import { newTask } from "../../functions/platform/task.ts";
import { observations, pieces, references } from "../../functions/portfolio/records.ts";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import type { Staff } from "../../functions/roster/records.ts";
import { countTo } from "../support/count-to.ts";
import { type CrashPoint, mortal } from "../support/crash-points.ts";
import { openMemoryStore, otherDistrict, testDistrict } from "../support/store.ts";
import { announced, uploadFile } from "../support/upload.ts";
import { arrivedFile, edition, resource, type RouteUnderTest, routesUnderTest } from "./routes-under-test.ts";
import { cedarPeople, compiledContent, fromOurPages, maplePeople, populate, schoolIds, signedInAs } from "./world.ts";

/** The same text for the same row: a store may hand out the fields of a map in any order. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, part]) => `${name}:${textOf(part)}`).join()}}`;
}

/** A certificate in force, an application that waits and an open appeal of one person. */
function certified(staffId: string) {
  const shared = { staffId, staffName: staffId, certificationId: "practitioner-teacher", cycle: 1, version: 0 };
  const dates = { issuedOn: "2026-09-01", renewalOpensOn: "2029-06-03", expiresOn: "2029-09-01" };
  const at = "2026-10-01T12:00:00.000Z";
  const names = { title: "MTSS Foundations", holderName: staffId, districtName: "Maple Valley Schools", zone: "America/New_York" };
  return {
    certificate: {
      version: 0,
      id: `crt_${staffId}`,
      publicId: staffId.slice(4).padEnd(32, "0"),
      staffId,
      certificationId: "foundations",
      cycle: 1,
      ...names,
      ...dates,
      issuedAt: at,
      clockHours: 1,
      modules: {},
      practice: [],
    },
    application: {
      ...shared,
      id: `app_${staffId}`,
      state: "underReview" as const,
      submission: 1,
      submittedAt: at,
      statement: "Done.",
      reviewers: 1,
      reviews: [],
      earlierStatements: [],
    },
    appeal: {
      ...shared,
      id: "apl_seed",
      of: "return" as const,
      filedAt: at,
      reason: "It was there.",
      decidersBefore: [],
      state: "open" as const,
    },
  };
}

/** An observation by someone who is nobody's coach. */
const observed = (staffId: string) => ({
  version: 0,
  id: "obs_seed",
  staffId,
  kind: "practice" as const,
  observedOn: "2026-10-01",
  observerId: "stf_observer",
  observerName: "An observer",
  formVersion: 1,
  scores: {},
  parts: [{ id: "practice", percent: 90 }],
  comment: "Clear steps.",
  recordedAt: "2026-10-01T12:00:00.000Z",
});

/** A piece that waits for a reviewer, of the kind that any coach may review. */
const handedIn = (staffId: string) => ({
  version: 0,
  id: "pce_seed",
  staffId,
  staffName: staffId,
  kind: "coachingCycle" as const,
  title: "A cycle",
  doneOn: "2026-10-01",
  text: "Two visits.",
  file: { id: `fil_of_${staffId}`, name: "cycle.pdf", mediaType: "application/pdf", bytes: 8 },
  state: "submitted" as const,
  submission: 1,
  submittedAt: "2026-10-01T12:00:00.000Z",
  reviews: [],
  earlier: [],
});

/** A recommendation that one person asked another for; without anyone's name, for it is told to both. */
const askedFor = (staffId: string, refereeId: string) => ({
  version: 0,
  id: "ref_seed",
  staffId,
  staffName: "Someone",
  refereeId,
  refereeName: "Someone",
  state: "asked" as const,
  askedAt: "2026-10-01T12:00:00.000Z",
  note: "",
});

/** A course taken elsewhere that waits for approval. */
const tookElsewhere = (staffId: string) => ({
  version: 0,
  id: "crd_seed",
  staffId,
  staffName: staffId,
  title: "Reading instruction that works",
  provider: "State University",
  completedOn: "2026-09-12",
  minutes: 180,
  evidence: "Certificate of attendance, on paper.",
  state: "submitted" as const,
  submittedAt: "2026-10-01T12:00:00.000Z",
  reviews: [],
});

/** The rows that are not as they were. */
export type Difference = { added: Item[]; altered: Item[]; removed: Item[] };

export type MatrixWorld = Awaited<ReturnType<typeof openMatrixWorld>>;

/** The real app over a table with history, which can be compared and put back, and which says which rows were touched. */
export async function openMatrixWorld() {
  const store = await openMemoryStore({ content: compiledContent() });
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
    const pdf = strToU8("%PDF-1.7 evidence");
    const file = await uploadFile(ctx, store.files, { staffId, fileName: "evidence.pdf", bytes: pdf });
    await submitPractice(ctx, { staffId, moduleId: "m01", text: `Evidence of ${staffId}`, fileId: file.id, noStudentData: true });
  }

  const lead = { staffId: maplePeople.districtLeader.id, grants: [{ role: "districtLeader" as const }], idempotencyKey: "seed" };
  const everyone = Object.values(maplePeople)
    .filter(({ status }) => status === "active")
    .map(({ id }) => id);
  const module = { target: { kind: "module" as const, id: "m02" }, due: { kind: "relative" as const, days: 30 } };
  const audience = { staffIds: everyone, schoolIds: [], roles: [] };
  const { sourceId } = await assign(store.as("assignment:write", lead, { kind: "district" }), { audience, ...module });
  const decided = { id: "wvr_seed", reason: "Teaches it", by: { staffId: "stf_x", name: "X" }, decidedOn: "2026-10-01", version: 0 };
  const completedAt = "2026-10-01T12:00:00.000Z";
  const waiting = { id: "ext_seed", moduleId: "m01", state: "waiting" as const, wishedOn: "2027-02-01", reason: "Testing", version: 0 };
  for (const [i, staffId] of everyone.entries()) {
    const { certificate, application, appeal } = certified(staffId);
    const piece = handedIn(staffId);
    await store.services.files.put(storedFileName(testDistrict.id, staffId, piece.file.id), strToU8("%PDF-1.7"), piece.file.mediaType);
    const upload = { ...announced("plan.pdf", arrivedFile), id: "fil_arrived", staffId, state: "expected" as const };
    const incoming = incomingFileName(testDistrict.id, staffId, upload.id);
    await store.services.files.put(incoming, arrivedFile, "application/octet-stream");
    const rows = [
      enrollments.put({ ...newEnrollment(staffId, { id: "m04", hash: "v1" }, completedAt), completedAt, creditMinutes: 30, version: 0 }),
      uploads.put({ ...upload, version: 0, mediaType: "application/octet-stream", uploadedAt: "2026-11-02T14:59:00.000Z" }),
      certificates.put(certificate),
      publicCertificates.put(certificate),
      applications.put(application),
      appeals.put(appeal),
      observations.put(observed(staffId)),
      pieces.put(piece),
      outsideCredits.put(tookElsewhere(staffId)),
      // Each asks the next one, so everyone has asked and is asked.
      references.put(askedFor(staffId, everyone[(i + 1) % everyone.length] ?? staffId)),
      waivers.put({ ...decided, staffId, target: { kind: "module", id: "m03" } }),
      extensions.put({ ...waiting, staffId, askedOn: "2026-10-01" }),
    ];
    await store.table.write(rows.map((row) => row.operation(testDistrict.id)));
  }
  const administrator = { staffId: maplePeople.administrator.id, grants: [{ role: "districtAdministrator" as const }] };
  const ruleAudience = { anyOf: [{ allOf: [{ about: "role" as const, anyOf: ["counselor" as const] }] }] };
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

  const table = mortal(store.table);
  const app = createApp({ ...store.services, table }, { read: async () => "none" });
  const cookies = new Map<string, string>();
  for (const staff of Object.values(maplePeople)) cookies.set(staff.id, await signedInAs(store, staff));

  const byKey = (all: Item[]) => new Map(all.map((row) => [JSON.stringify([row.PK, row.SK]), row]));
  let before = byKey(await store.rows());

  /** The keys of rows that are not as they were at the last `settle`. */
  const changed = async (): Promise<Difference> => {
    const now = byKey(await store.rows());
    const isSame = (key: string, row: Item) => before.get(key) === row || textOf(before.get(key)) === textOf(row);
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
      before = byKey(await store.rows());
    },
    /** Puts every row back as it was at the last `settle`. */
    async restore(known?: Difference): Promise<void> {
      const { added, altered, removed } = known ?? (await changed());
      for (const { PK, SK } of added) await store.table.write([{ remove: { PK, SK } }]);
      for (const { PK, SK } of [...altered, ...removed]) {
        const put = before.get(JSON.stringify([PK, SK]));
        if (put) await store.table.write([{ put }]);
      }
    },
    /** One request by a person (or by nobody), with the partitions that it touched and whether it tried to write. */
    async ask(
      who: Staff | undefined,
      method: string,
      path: string,
      init: { body?: unknown; file?: RouteUnderTest["file"]; key?: string; end?: CrashPoint } = {},
    ) {
      table.begin(init.end);
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
      const { partitions: touched, isWriting, calls } = table.life;
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
