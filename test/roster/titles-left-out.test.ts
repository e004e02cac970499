import { strToU8 } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { importFile, importRoster } from "../../functions/roster/actions/import-roster.ts";
import { leaveTitlesOut } from "../../functions/roster/actions/leave-titles-out.ts";
import { saveMapping } from "../../functions/roster/actions/save-mapping.ts";
import { readUpload } from "../../functions/roster/actions/start-import.ts";
import { inspectHr } from "../../functions/roster/hr/inspect.ts";
import { signatureOf } from "../../functions/roster/hr/read-table.ts";
import { staffIdOf } from "../../functions/roster/import-rules.ts";
import { readBundle } from "../../functions/roster/one-roster/read-bundle.ts";
import { findStaff, findTitlesLeftOut } from "../../functions/roster/queries.ts";
import { contentFrom, type MemoryStore, openMemoryStore, testDistrict } from "../support/store.ts";
import { bundleWith, csv, goodBundle, orgs, roleHeader, userHeader } from "./bundles.ts";

const teachers = Array.from({ length: 30 }, (_, i) => `t${i}`);
const substitutes = ["s1", "s2", "s3"];
const title = (id: string) => (substitutes.includes(id) ? "Substitute  Teacher (Daily)" : "Teacher");
const files = bundleWith({
  "orgs.csv": orgs,
  "users.csv": csv(
    `${userHeader},metadata.jobTitle`,
    ...[...teachers, ...substitutes].map((id) => `${id},,,TRUE,${id},Ann,${id},${id}@maple.example,s1,,${title(id)}`),
  ),
  "roles.csv": csv(roleHeader, ...[...teachers, ...substitutes].map((id) => `${id}r,,,${id},primary,teacher,,,s1`)),
});

describe("a title that is left out of OneRoster files", () => {
  it("is found in the column of job titles or as the role itself, whatever its case, and counted and said once for each", () => {
    const bundle = readBundle({ files }, [], ["substitute teacher daily"]);
    expect(bundle).toMatchObject({ leftOut: 3, keptBack: new Set() });
    expect(bundle.people.map(({ sourcedId }) => sourcedId)).toEqual(teachers);
    expect(bundle.diagnostics).toMatchObject([
      {
        severity: "warning",
        file: "roles.csv",
        line: 32,
        message:
          '"Substitute Teacher (Daily)" is among the titles your district leaves out: this row and 2 more like it were not imported.',
      },
    ]);
    const byRole = bundleWith({
      "roles.csv": csv(
        roleHeader,
        "a,,,u1,primary,teacher,,,s1",
        "b,,,u2,primary,ext:Crossing-Guard,,,s1",
        "c,,,u1,,ext:crossingGuard,,,s2",
      ),
    });
    const read = readBundle({ files: byRole }, [], ["Crossing guard"]);
    expect(read.people).toMatchObject([{ sourcedId: "u1", roles: [{ role: "teacher", schoolSourcedId: "s1" }] }]);
    expect(read.leftOut).toBe(2);
    const first = readBundle(
      { files: { "orgs.csv": orgs, "users.csv": csv(`${userHeader},role,jobTitle`, "u1,,,,,Ana,Ruiz,ana@maple.example,s1,,teacher,Sub") } },
      [],
      ["sub"],
    );
    expect(first).toMatchObject({ version: "1.1", people: [], leftOut: 1 });
  });

  describe("once it is saved", () => {
    let store: MemoryStore;
    const job = () => store.job("roster-import", "roster:write");
    const take = (reason?: string) => importRoster(job(), { source: "roster.zip", files, ...(reason !== undefined && { reason }) });
    const statusOf = async (id: string) => (await findStaff(job(), staffIdOf(testDistrict.id, id)))?.status;

    beforeAll(async () => {
      store = await openMemoryStore({ content: contentFrom({}) });
      await take();
    });

    it("ends nobody by itself: the next file shows whom, is held when they are many, and brings them back once it is taken off", async () => {
      expect(await leaveTitlesOut(job(), { titles: ["Substitute Teacher, daily", "substituteteacherdaily", "--"] })).toEqual({
        titles: ["substituteteacherdaily"],
      });
      expect(await findTitlesLeftOut(job())).toEqual({ titles: ["substituteteacherdaily"] });
      expect(await statusOf("s1")).toBe("active");
      expect(await take()).toMatchObject({ state: "held", leftOut: 3, staff: { ended: 3, unchanged: 30 }, hold: { isTooMany: true } });
      expect(await statusOf("s1")).toBe("active");
      expect(await take("Substitutes are not ours")).toMatchObject({ isApplied: true });
      expect(await statusOf("s1")).toBe("left");
      expect(await statusOf("t1")).toBe("active");
      await leaveTitlesOut(job(), { titles: [] });
      expect(await take()).toMatchObject({ isApplied: true, leftOut: 0 });
      expect(await statusOf("s1")).toBe("active");
    });

    it("saved again as it is writes nothing", async () => {
      const before = await store.rows();
      await leaveTitlesOut(job(), { titles: [] });
      expect(await store.rows()).toEqual(before);
    });
  });
});

describe("a title that a personnel file's mapping leaves out", () => {
  it("is counted, and ends whoever an earlier file brought under it and who has no other row", async () => {
    const store = await openMemoryStore({ content: contentFrom({}) });
    const job = () => store.job("roster-import", "roster:write");
    await importRoster(job(), { source: "roster.zip", files: goodBundle() });
    const header = "Emp #,Employee Name,Work E-mail,Job Title,Building";
    const bytes = strToU8(
      csv(
        header,
        "1,Ruiz Pat,pat@maple.example,Substitute,Lincoln Elem",
        "2,Lee Sam,sam@maple.example,Substitute,Lincoln Elem",
        "2,Lee Sam,sam@maple.example,Aide,Lincoln Elem",
      ),
    );
    const take = async () => importFile(job(), await readUpload(job(), { fileName: "hr.csv", bytes }), { reason: "As we chose" });
    const { mapping: guessed, signature } = await inspectHr(job(), bytes);
    const mapping = { ...guessed, columns: { ...guessed.columns, id: "Emp #" } };
    expect(signature).toBe(signatureOf(header.split(",")));
    await saveMapping(job(), { signature, mapping });
    expect(await take()).toMatchObject({ staff: { added: 2 }, leftOut: 0 });
    await saveMapping(job(), { signature, mapping: { ...mapping, titles: { ...mapping.titles, Substitute: "ignore" } } });
    expect(await take()).toMatchObject({ staff: { ended: 1, changed: 1 }, leftOut: 2 });
    expect(await findStaff(job(), staffIdOf(testDistrict.id, "hr:HR:1"))).toMatchObject({ status: "left" });
    expect(await findStaff(job(), staffIdOf(testDistrict.id, "hr:HR:2"))).toMatchObject({ status: "active" });
  });
});
