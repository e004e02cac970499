import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { purgeEvidence } from "../../functions/learning/actions/purge-evidence.ts";
import { submitPractice } from "../../functions/learning/actions/submit-practice.ts";
import { evidenceFile } from "../../functions/learning/queries.ts";
import { incomingFileName } from "../../functions/learning/records.ts";
import { FolderFiles } from "../../functions/lambda/files.ts";
import { fixedClock, systemClock } from "../../functions/platform/clock.ts";
import { mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wholeTable } from "../roster/whole-table.ts";
import { uploadFile } from "../support/upload.ts";
import { type Learner, newLearner } from "./learner.ts";
import { type MemoryWorld, openMemoryWorld } from "./world.ts";

let world: MemoryWorld;
let me: Learner;
beforeAll(async () => (world = await openMemoryWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  me = await newLearner(world);
  await me.start();
});

const reason = "A first name stands on the second page.";
const purge = (version = 1, submission = 1) =>
  purgeEvidence(world.coach(me.staff), { staffId: me.staffId, moduleId: "m01", submission, version, reason });

async function submitFile() {
  const bytes = new TextEncoder().encode("%PDF-1.7 Wilhelmina");
  const { id } = await uploadFile(world.learner(me.staffId), world.files, { staffId: me.staffId, fileName: "Wilhelmina.pdf", bytes });
  const given = { staffId: me.staffId, moduleId: "m01", text: "What Wilhelmina did.", fileId: id, noStudentData: true as const };
  await submitPractice(world.learner(me.staffId), given);
  return id;
}

describe("evidence in which a student can be recognized", () => {
  it("is emptied with its file for good; that it was there and why stays, and it can be sent again", async () => {
    const fileId = await submitFile();
    // What a cut, or the same bytes put there once more, left where it arrived.
    await world.files.put(incomingFileName(world.districtId, me.staffId, fileId), new TextEncoder().encode("Wilhelmina"), "text/plain");
    expect(await purge()).toEqual({ submission: 1, state: "returned", isTold: true });
    expect(world.files.names.filter((name) => name.includes(fileId))).toEqual([]);
    const [emptied] = await me.evidence();
    expect(emptied).toMatchObject({ text: "", state: "returned", purged: { byName: "Ada Coach", reason } });
    expect(emptied?.file).toBeUndefined();
    await expect(evidenceFile(world.learner(me.staffId), me.staffId, "m01", 1)).rejects.toMatchObject({ code: "not-found" });
    expect(JSON.stringify(await wholeTable(world))).not.toContain("Wilhelmina");
    expect((await me.mail()).map(({ subject }) => subject)).toEqual(['Emptied: your practice for "Module m01"']);
    await me.submit("What I did, without names.");
    expect((await me.evidence()).map(({ state }) => state)).toEqual(["submitted", "returned"]);
  });

  it("stays accepted where it was, and the completion stands", async () => {
    await me.completeContent();
    await submitFile();
    await me.review({ comment: "How Wilhelmina answered shows it." });
    expect(await purge(2)).toEqual({ submission: 1, state: "accepted", isTold: true });
    expect(JSON.stringify(await wholeTable(world))).not.toContain("Wilhelmina");
    expect((await me.enrollment()).state).toBe("completed");
  });

  it("of someone who is not at work is emptied without a mail, and says so", async () => {
    await submitFile();
    await world.put({ ...me.staff, leave: { from: "2026-10-01" } });
    expect(await purge()).toMatchObject({ isTold: false });
    expect(await me.mail()).toEqual([]);
  });

  it("is emptied once, from a page that shows it as it is, and never reviewed afterwards", async () => {
    await submitFile();
    await expect(purge(7)).rejects.toMatchObject({ code: "conflict" });
    await purge();
    await expect(purge(2)).rejects.toMatchObject({ code: "conflict" });
    await expect(me.review({ version: 2 })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a folder of files", () => {
  it("lets go of one file and nothing beside it, as often as it is asked", async () => {
    const folder = mkdtempSync(join(tmpdir(), "throughline-files-"));
    const files = new FolderFiles(folder, fixedClock("2026-11-02T15:00:00Z"));
    for (const name of ["dst_a/stf_1/fil_1", "dst_a/stf_1/fil_2"]) await files.put(name, new Uint8Array([1]));
    await files.remove("dst_a/stf_1/fil_1");
    await files.remove("dst_a/stf_1/fil_1");
    expect(await files.get("dst_a/stf_1/fil_1")).toBeUndefined();
    expect(await files.get("dst_a/stf_1/fil_2")).toEqual(Buffer.from([1]));
    await expect(files.remove("../elsewhere")).rejects.toThrow("name");
    rmSync(folder, { recursive: true });
  });

  it("lets go of what arrived and was not handed in when another arrives a day later, and of nothing else", async () => {
    const folder = mkdtempSync(join(tmpdir(), "throughline-files-"));
    const files = new FolderFiles(folder, systemClock);
    const [left, kept] = ["incoming/dst_a/stf_1/fil_1", "dst_a/stf_1/fil_2"];
    const longAgo = new Date("2020-01-01T00:00:00Z");
    for (const name of [left, kept]) {
      await files.put(name, new Uint8Array([1]));
      utimesSync(join(folder, name), longAgo, longAgo);
    }
    for (const name of ["incoming/dst_a/stf_2/fil_3", "incoming/dst_a/stf_2/fil_4"]) await files.put(name, new Uint8Array([1]));
    expect(await files.get(left)).toBeUndefined();
    for (const name of [kept, "incoming/dst_a/stf_2/fil_3"]) expect(await files.get(name)).toBeDefined();
    rmSync(folder, { recursive: true });
  });
});
