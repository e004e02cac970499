import { unzipSync, strFromU8 } from "fflate";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import { findTask } from "../../functions/platform/task.ts";
import type { AppError } from "../../functions/platform/errors.ts";
import { askForExport } from "../../functions/roster/actions/ask-for-export.ts";
import { expireFiles } from "../../functions/roster/actions/expire-files.ts";
import { RosterExport } from "../../functions/roster/export-contract.ts";
import { rosterExportTask } from "../../functions/roster/export-task.ts";
import { exportPiece } from "../../functions/roster/read-export.ts";
import { readBundle } from "../../functions/roster/one-roster/read-bundle.ts";
import { contentFrom, type MemoryStore, openMemoryStore, otherDistrict, testDistrict } from "../support/store.ts";
import { canary, csv, goodBundle, roleHeader, roles, users } from "./bundles.ts";

let store: MemoryStore;
const noContent = contentFrom({});
const job = () => store.job("roster-import", "roster:write");
/** Asks for the roster, lets the work be done and joins what there is to fetch. */
const taken = async (district = testDistrict) => {
  const sam = { staffId: "stf_sam", name: "Sam", grants: [{ role: "districtAdministrator" as const }], district };
  const ctx = store.as("roster:read", sam, { kind: "district" });
  const { taskId } = await askForExport(ctx);
  await runTask(store.services, [rosterExportTask], district.id, taskId);
  const outcome = RosterExport.parse((await findTask(ctx, taskId))?.outcome);
  const pieces: Uint8Array[] = [];
  for (let i = 0; i < outcome.pieces; i++) pieces.push((await exportPiece(ctx, taskId, i)).bytes as Uint8Array);
  return { ctx, taskId, outcome, file: new Uint8Array(Buffer.concat(pieces)) };
};
const exported = async (district = testDistrict) => {
  const { file } = await taken(district);
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, content]) => [name, strFromU8(content)]));
};
const rowsOf = (text = ""): Record<string, string>[] => parse(text, { columns: true });

const everyRole = [
  "teacher",
  "aide",
  "counselor",
  "principal",
  "districtAdministrator",
  "ext:interventionist",
  "ext:specialEducator",
  "ext:psychologist",
  "ext:coach",
  "ext:dataCoordinator",
];
const files = () => ({
  ...goodBundle(),
  "users.csv":
    users +
    csv(
      ...everyRole.map((_, i) => `e${i},,,TRUE,x,"Eve ""E"", ${i}",=Núñez,e${i}@maple.example,s1,${canary}`),
      "noaddress,,,TRUE,x,Nobody,Reaches,,s2,x",
      "008,,,TRUE,x,Zero,Leading,zero@maple.example,s2,x",
    ),
  "roles.csv":
    roles +
    csv(
      ...everyRole.map((role, i) => `re${i},,,e${i},primary,${role},2024-08-12,,s1`),
      "rn,,,noaddress,primary,teacher,2024-08-12,2026-12-31,s2",
      "r0,,,008,primary,teacher,2020-08-12,2024-06-30,s1",
      "r0b,,,008,secondary,teacher,2024-08-12,,s2",
      "r0c,,,008,secondary,ext:coach,2027-01-04,,s2",
      "r0d,,,e1,secondary,systemAdministrator,,,d1",
    ),
});

beforeAll(async () => {
  store = await openMemoryStore({ content: noContent });
  await importRoster(job(), { source: "x", files: files() });
});

describe("an export of the roster", () => {
  it("is a strict OneRoster 1.2 bundle: its files, its headers in their order, its enumerations, every reference met", async () => {
    const bundle = await exported();
    expect(Object.keys(bundle).toSorted()).toEqual(["manifest.csv", "orgs.csv", "roles.csv", "users.csv"]);
    expect(bundle["roles.csv"]?.split("\r\n")[0]).toBe(`${roleHeader},userProfileSourcedId`);
    const manifest = new Map(rowsOf(bundle["manifest.csv"]).map(({ propertyName = "", value = "" }) => [propertyName, value]));
    expect([
      manifest.get("oneroster.version"),
      manifest.get("file.users"),
      manifest.get("file.academicSessions"),
      manifest.get("file.userProfiles"),
    ]).toEqual(["1.2", "bulk", "absent", "absent"]);
    const [orgs, people, held] = [rowsOf(bundle["orgs.csv"]), rowsOf(bundle["users.csv"]), rowsOf(bundle["roles.csv"])];
    expect(new Set(orgs.map(({ type }) => type))).toEqual(new Set(["district", "school"]));
    const orgIds = new Set(orgs.map(({ sourcedId }) => sourcedId));
    const userIds = new Set(people.map(({ sourcedId }) => sourcedId));
    expect(
      people.every(
        ({ enabledUser = "", status, dateLastModified, password }) =>
          /^(true|false)$/.test(enabledUser) && status === "" && dateLastModified === "" && password === "",
      ),
    ).toBe(true);
    const enumeration = /^(aide|counselor|districtAdministrator|principal|proctor|siteAdministrator|systemAdministrator|teacher|ext:\w+)$/;
    for (const { userSourcedId = "", orgSourcedId = "", role = "", roleType = "" } of held)
      expect([
        userIds.has(userSourcedId),
        orgIds.has(orgSourcedId),
        enumeration.test(role),
        /^(primary|secondary)$/.test(roleType),
      ]).toEqual([true, true, true, true]);
    expect(new Set(held.map(({ sourcedId }) => sourcedId)).size).toBe(held.length);
    const primaries = held
      .filter(({ roleType }) => roleType === "primary")
      .map(({ userSourcedId = "", orgSourcedId = "" }) => `${userSourcedId} ${orgSourcedId}`);
    expect(new Set(primaries)).toEqual(
      new Set(held.map(({ userSourcedId = "", orgSourcedId = "" }) => `${userSourcedId} ${orgSourcedId}`)),
    );
    expect(primaries).toHaveLength(new Set(primaries).size);
    expect(JSON.stringify(bundle)).not.toContain(canary);
  });

  it("is understood by our own reader without a word but for whom mail cannot reach", async () => {
    const { diagnostics, people, schools } = readBundle({ files: await exported() });
    expect(diagnostics.map(({ file, column }) => `${file} ${column ?? ""}`)).toEqual(["users.csv email"]);
    expect([people.length, schools.length]).toEqual([15, 3]);
  });

  it("read back changes nothing", async () => {
    const bundle = await exported();
    const before = await store.rows();
    const report = await importRoster(job(), { source: "export", files: bundle });
    expect(report).toMatchObject({
      state: "applied",
      schools: { added: 0, changed: 0, unchanged: 3, ended: 0 },
      staff: { added: 0, changed: 0, moved: 0, unchanged: 15, ended: 0 },
    });
    const after = (await store.rows()).filter(({ id, subject }) => id !== report.id && subject !== `import:${report.id}`);
    expect(after.toSorted(byKey)).toEqual(before.toSorted(byKey));
  });

  it("brought into another district makes the same people there", async () => {
    const there = store.job("roster-import", "roster:write", otherDistrict);
    expect(await importRoster(there, { source: "export", files: await exported() })).toMatchObject({
      staff: { added: 15 },
      schools: { added: 3 },
    });
    const copy = await exported(otherDistrict);
    const { "manifest.csv": _, ...original } = await exported();
    expect(copy).toMatchObject(original);
  });

  it("is made in steps, people in the order of their roster ids, and says how many and how large it is", async () => {
    const { outcome, file, taskId, ctx } = await taken();
    expect(outcome).toMatchObject({ people: 15, pieces: 1, bytes: file.length });
    expect(outcome.fileName).toMatch(/^oneroster-maple-\d{4}-\d\d-\d\d\.zip$/);
    expect(await findTask(ctx, taskId)).toMatchObject({ state: "done", done: 15, total: 15 });
    const ids = rowsOf((await exported())["users.csv"]).map(({ sourcedId = "" }) => sourcedId);
    expect(ids).toEqual(ids.toSorted());
  });

  it("is kept for seven days, and then says so; the district's others know nothing of it", async () => {
    const { ctx, taskId } = await taken();
    const there = store.as(
      "roster:read",
      { staffId: "x", grants: [{ role: "districtAdministrator" }], district: otherDistrict },
      { kind: "district" },
    );
    const refusal = (work: Promise<unknown>) =>
      work.then(
        () => undefined,
        (error: unknown) => (error as AppError).code,
      );
    expect(await refusal(exportPiece(there, taskId, 0))).toBe("not-found");
    expect(await refusal(exportPiece(ctx, taskId, 1))).toBe("not-found");
    const now = store.clock.now().getTime();
    store.clock.set(new Date(now + 6 * 86_400_000).toISOString());
    await expireFiles(job());
    expect((await exportPiece(ctx, taskId, 0)).fileName).toContain("oneroster");
    store.clock.set(new Date(now + 8 * 86_400_000).toISOString());
    await expireFiles(job());
    expect(await refusal(exportPiece(ctx, taskId, 0))).toBe("not-ready");
    store.clock.set(new Date(now).toISOString());
  });
});

function byKey(a: { PK: string; SK: string }, b: { PK: string; SK: string }): number {
  return a.PK + a.SK < b.PK + b.SK ? -1 : 1;
}
