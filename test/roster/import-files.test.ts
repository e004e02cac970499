import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { FolderFiles } from "../../functions/lambda/files.ts";
import { scheduleHandler } from "../../functions/lambda/schedule.ts";
import { systemClock } from "../../functions/platform/clock.ts";
import { AppError } from "../../functions/platform/errors.ts";
import { applyImport, discardImport } from "../../functions/roster/actions/apply-import.ts";
import { expireFiles } from "../../functions/roster/actions/expire-files.ts";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import { previewImport } from "../../functions/roster/actions/preview-import.ts";
import { readOneRoster, startImport } from "../../functions/roster/actions/start-import.ts";
import { staffIdOf } from "../../functions/roster/import-rules.ts";
import { diagnosticsCsv, readImport, readPreview } from "../../functions/roster/read-imports.ts";
import { contentFrom, type MemoryStore, openMemoryStore, testDistrict } from "../support/store.ts";
import { goodBundle } from "./bundles.ts";

let store: MemoryStore;
const job = () => store.job("roster-import", "roster:write");
const administrator = () =>
  store.as(
    "roster:write",
    { staffId: staffIdOf(testDistrict.id, "u3"), name: "Cho Park", grants: [{ role: "districtAdministrator" }] },
    { kind: "district" },
  );
const filesOf = (importId: string): string[] => store.files.names.filter((name) => name.includes(importId));
const previewed = async (): Promise<string> => {
  const { id } = await startImport(job(), await readOneRoster(job(), { source: "x", bundle: { files: goodBundle() } }), {
    inBackground: false,
  });
  await previewImport(job(), id);
  return id;
};
const refusal = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error("nothing was refused")),
    (error: unknown) => (error instanceof AppError ? error : Promise.reject(error)),
  );

beforeEach(async () => {
  store = await openMemoryStore({
    now: "2026-11-02T15:00:00Z",
    content: contentFrom({ "catalog.json": { hash: "c", modules: [], paths: [] } }),
  });
});

describe("what was read of a roster file", () => {
  it("is kept for 90 days after it was applied, and the night after that it is gone", async () => {
    const { id } = await importRoster(job(), { source: "x", files: goodBundle() });
    expect(await readImport(job(), id)).toMatchObject({ filesUntil: "2027-01-31", areFilesGone: false });
    store.clock.set("2027-01-31T15:00:00Z");
    await expireFiles(job());
    expect((await readPreview(job(), id, { kind: "added", from: 0 })).total).toBe(3);
    store.clock.set("2027-02-01T06:00:00Z");
    await scheduleHandler(store.services, { send: async () => {} })();
    expect(filesOf(id)).toEqual([]);
    expect(await readImport(job(), id)).toMatchObject({ state: "applied", staff: { added: 3 }, areFilesGone: true });
    expect((await refusal(diagnosticsCsv(job(), id))).detail).toContain("no longer kept");
  });

  it("goes 90 days after it was put away, and 90 days after it was taken in where nobody decided anything", async () => {
    const [putAway, forgotten] = [await previewed(), await previewed()];
    store.clock.set("2026-12-02T15:00:00Z");
    await discardImport(administrator(), putAway);
    store.clock.set("2027-02-01T15:00:00Z");
    await expireFiles(job());
    expect([filesOf(putAway).length > 0, filesOf(forgotten).length]).toEqual([true, 0]);
    expect((await refusal(applyImport(administrator(), { importId: forgotten }))).detail).toContain("Import the file again");
    expect(await discardImport(administrator(), forgotten)).toMatchObject({ state: "discarded" });
    store.clock.set("2027-03-03T15:00:00Z");
    await expireFiles(job());
    expect(filesOf(putAway)).toEqual([]);
  });

  it("stays while it is being applied, however long ago it was taken in", async () => {
    const id = await previewed();
    store.clock.set("2027-01-31T15:00:00Z");
    await applyImport(administrator(), { importId: id }, { inBackground: false });
    store.clock.set("2027-02-20T15:00:00Z");
    await expireFiles(job());
    expect(filesOf(id).length).toBeGreaterThan(0);
  });

  it("is removed from a folder with all that is below it, and nothing else", async () => {
    const folder = mkdtempSync(join(tmpdir(), "throughline-files-"));
    const files = new FolderFiles(folder, systemClock);
    await files.put("imports/dst_a/imp_1/bundle.gz", new Uint8Array([1]));
    await files.put("imports/dst_a/imp_2/bundle.gz", new Uint8Array([2]));
    await files.expire("imports/dst_a/imp_1");
    await files.expire("imports/dst_a/imp_1");
    expect(await files.get("imports/dst_a/imp_1/bundle.gz")).toBeUndefined();
    expect(await files.get("imports/dst_a/imp_2/bundle.gz")).toEqual(Buffer.from([2]));
    await expect(files.expire("../elsewhere")).rejects.toThrow("name");
    rmSync(folder, { recursive: true });
  });
});
