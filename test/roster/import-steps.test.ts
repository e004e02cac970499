import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AppError } from "../../functions/platform/errors.ts";
import { createContext, type Services } from "../../functions/platform/context.ts";
import { grant, type Granted } from "../../functions/platform/grant.ts";
import type { District } from "../../functions/platform/district.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import { findTask } from "../../functions/platform/task.ts";
import { applyImport, discardImport } from "../../functions/roster/actions/apply-import.ts";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import { openDistrict } from "../../functions/roster/actions/open-district.ts";
import { readOneRoster, startImport } from "../../functions/roster/actions/start-import.ts";
import { staffIdOf } from "../../functions/roster/import-rules.ts";
import { rosterImportTask, rosterPreviewTask } from "../../functions/roster/import-tasks.ts";
import { findStaff } from "../../functions/roster/queries.ts";
import { readDiagnostics, readImport, readImports, readPreview } from "../../functions/roster/read-imports.ts";
import type { Item } from "../../functions/platform/table.ts";
import { crashPoints, mortal } from "../support/crash-points.ts";
import { contentFrom, type MemoryStore, openMemoryStore, testDistrict } from "../support/store.ts";
import { bundleWith, canary, csv, type Files, goodBundle, roles, userHeader, users } from "./bundles.ts";
import { wholeTable } from "./whole-table.ts";
import { addedPeople, asTheRosterMakesIt } from "../support/added-people.ts";

let store: MemoryStore;
let district: District = testDistrict;
let count = 0;
const kinds = [rosterPreviewTask, rosterImportTask];
beforeAll(async () => {
  store = await openMemoryStore({ content: noContent });
});
beforeEach(async () => {
  store.clock.set("2026-11-02T15:00:00Z");
  count++;
  district = { ...testDistrict, id: `dst_s${count}`, slug: `s${count}`, name: `District ${count}` };
  await openDistrict(store.job("setup", "roster:write", district), district);
});

const job = (): Granted<"roster:write"> => store.job("roster-import", "roster:write", district);
const administrator = (sourcedId = "u3") =>
  store.as(
    "roster:write",
    { staffId: staffIdOf(district.id, sourcedId), name: "Cho Park", grants: [{ role: "districtAdministrator" }], district },
    { kind: "district" },
  );
const staff = (sourcedId: string) => findStaff(job(), staffIdOf(district.id, sourcedId));
const ownRows = async () => (await wholeTable(store)).filter(({ PK }) => PK.startsWith(`D#${district.id}`));
const rosterIn = (rows: readonly Item[]): string[] =>
  rows
    .filter(({ type }) => ["school", "staff", "member", "email-claim"].includes(type))
    .map((row) => textOf(asTheRosterMakesIt(row)))
    .toSorted();
const roster = async () => rosterIn(await ownRows());
const noContent = contentFrom({});
/** The same text for the same row: a store may hand out the fields of a map in any order. */
const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, part]) => `${name}:${textOf(part)}`).join()}}`;
};
const refusal = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error("nothing was refused")),
    (error: unknown) => error as AppError,
  );
/** What the background does, in this process. */
const work = async (taskId: string | undefined, services: Services = store.services) => {
  if (taskId !== undefined) await runTask(services, kinds, district.id, taskId);
};
const start = async (files: Files, ctx = administrator()) => {
  const { id, taskId } = await startImport(ctx, await readOneRoster(ctx, { source: "test.zip", bundle: { files } }));
  await work(taskId);
  return readImport(ctx, id);
};
const apply = async (importId: string, said: { reason?: string; endsMyAccess?: boolean } = {}, ctx = administrator()) => {
  const { taskId } = await applyImport(ctx, { importId, ...said });
  await work(taskId);
  return readImport(ctx, importId);
};
/** A district of so many teachers beside the three of the good bundle, without some of them. */
const many = (n: number, without: readonly number[] = []): Files => {
  const here = Array.from({ length: n }, (_, i) => i).filter((i) => !without.includes(i));
  return bundleWith({
    "users.csv": users + csv(...here.map((i) => `t${i},,,TRUE,t${i},Tess${i},Teacher,t${i}@maple.example,s1,x`)),
    "roles.csv": roles + csv(...here.map((i) => `rt${i},,,t${i},primary,teacher,2024-08-12,,s1`)),
  });
};

describe("a roster file that was taken in", () => {
  it("changes nothing until a person applies it, and then what was previewed", async () => {
    const before = await roster();
    const previewed = await start(goodBundle());
    expect(previewed).toMatchObject({ state: "previewed", staff: { added: 3 }, schools: { added: 3 }, endsYou: false });
    expect(await roster()).toEqual(before);
    expect((await readPreview(job(), previewed.id, { kind: "added", from: 0 })).people.map(({ name }) => name)).toEqual([
      "Ana Ruiz",
      "Ben Okafor",
      "Cho Park",
    ]);
    const applied = await apply(previewed.id);
    expect(applied).toMatchObject({ state: "applied", staff: { added: 3 }, confirmation: { name: "Cho Park" } });
    expect(await staff("u1")).toMatchObject({ givenName: "Ana" });
    const task = await findTask(job(), applied.taskId ?? "");
    expect(task).toMatchObject({ state: "done", done: 3, total: 3 });
  });

  it("says who is added, changed, moved and ended, and each thing that changes", async () => {
    await importRoster(job(), { source: "x", files: many(40) });
    const files = many(40, [7]);
    const { id, staff: counts } = await start({
      ...files,
      "users.csv":
        String(files["users.csv"]).replace("Tess3,Teacher,t3@", "Tess3,Married,t3.new@") +
        csv("n1,,,TRUE,n,New,Person,n@maple.example,s2,x"),
      "roles.csv":
        String(files["roles.csv"]).replace("t5,primary,teacher,2024-08-12,,s1", "t5,primary,ext:coach,2026-11-02,,s2") +
        csv("rn,,,n1,primary,aide,,,s2"),
    });
    expect(counts).toEqual({ added: 1, changed: 1, moved: 1, ended: 1, unchanged: 40 });
    const list = async (kind: "added" | "changed" | "moved" | "ended") => (await readPreview(job(), id, { kind, from: 0 })).people;
    expect(await list("added")).toMatchObject([{ name: "New Person", roles: ["paraprofessional"], schools: ["Harbor Middle School"] }]);
    expect(await list("ended")).toMatchObject([{ name: "Tess7 Teacher", schools: ["Lincoln Elementary School"] }]);
    expect((await list("changed"))[0]?.changes).toEqual([
      { field: "name", before: ["Tess3 Teacher"], after: ["Tess3 Married"] },
      { field: "email", before: ["t3@maple.example"], after: ["t3.new@maple.example"] },
    ]);
    expect((await list("moved"))[0]?.changes.slice(0, 2)).toEqual([
      { field: "schools", before: ["Lincoln Elementary School"], after: ["Harbor Middle School"] },
      { field: "roles", before: ["teacher"], after: ["coach"] },
    ]);
    expect(await readPreview(job(), id, { kind: "ended", name: "nobody", from: 0 })).toMatchObject({ people: [], total: 0 });
  });

  it("keeps nothing of its passwords and students, in no row and in no file", async () => {
    const { id } = await start(bundleWith({ "roles.csv": roles + csv("r7,,,u9,secondary,wizard,,,s1") }));
    await apply(id);
    const kept = await Promise.all(store.files.names.filter((name) => name.includes(id)).map((name) => store.files.get(name)));
    const { gunzipSync } = await import("node:zlib");
    const text = JSON.stringify(await ownRows()) + kept.map((bytes) => gunzipSync(bytes ?? new Uint8Array()).toString("utf8")).join();
    expect(kept.length).toBeGreaterThan(5);
    expect(text).not.toContain(canary);
    expect(text).not.toMatch(/Student|pat@maple|"u9"/);
  });

  it("is put away unapplied, and then cannot be applied", async () => {
    const { id } = await start(goodBundle());
    await discardImport(administrator(), id);
    expect(await readImport(administrator(), id)).toMatchObject({ state: "discarded" });
    expect((await refusal(applyImport(administrator(), { importId: id }))).code).toBe("not-ready");
    expect(await staff("u1")).toBeUndefined();
    const other = await start(goodBundle());
    await apply(other.id);
    expect((await refusal(discardImport(administrator(), other.id))).code).toBe("not-ready");
  });

  it("is applied once, however often it is asked for", async () => {
    const { id } = await start(goodBundle());
    const twice = await Promise.allSettled([
      applyImport(administrator(), { importId: id }),
      applyImport(administrator(), { importId: id }),
    ]);
    const taskIds = new Set((await readImports(job())).map(({ taskId }) => taskId));
    expect(twice.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(taskIds.size).toBe(1);
    for (const taskId of taskIds) await work(taskId);
    await applyImport(administrator(), { importId: id });
    expect(addedPeople(await ownRows())).toHaveLength(3);
  });

  it("waits while another is being applied", async () => {
    const [a, b] = [await start(goodBundle()), await start(goodBundle())];
    await applyImport(administrator(), { importId: a.id });
    expect((await refusal(applyImport(administrator(), { importId: b.id }))).detail).toContain("Another import");
  });

  it("is the only one of two that are let in at the same moment", async () => {
    const [a, b] = [await start(goodBundle()), await start(goodBundle())];
    const both = await Promise.allSettled([a, b].map(({ id }) => applyImport(administrator(), { importId: id })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await readImports(job())).filter(({ state }) => state === "applying")).toHaveLength(1);
  });

  it("that cannot be used is on record with what is wrong with it, whatever number of rows that is", async () => {
    const rows = Array.from({ length: 1_234 }, (_, i) => `x${i},,,TRUE,x,No,Role,x${i}@maple.example,s1,x`);
    const record = await start(bundleWith({ "users.csv": csv(userHeader, ...rows), "roles.csv": roles }));
    expect(record).toMatchObject({ state: "notApplicable", errors: 1_234 + 4 });
    const last = await readDiagnostics(job(), record.id, { from: 1_200 });
    expect(last).toMatchObject({ total: record.errors + record.warnings, from: 1_200 });
    expect(last.diagnostics).toHaveLength(Math.min(100, last.total - 1_200));
  });
});

describe("an import is held", () => {
  beforeEach(async () => {
    await importRoster(job(), { source: "x", files: many(100) });
  });

  it("when more than one in twenty would end, and not when it is one in twenty", async () => {
    // 103 people: five are less than one in twenty, six are more.
    expect(await start(many(100, [0, 1, 2, 3, 4]))).toMatchObject({ state: "previewed", staff: { ended: 5 } });
    const held = await start(many(100, [0, 1, 2, 3, 4, 5]));
    expect(held).toMatchObject({ state: "held", hold: { active: 103, ended: 6, isTooMany: true, administrators: [] } });
    expect((await readPreview(job(), held.id, { kind: "ended", from: 0 })).people).toHaveLength(6);
  });

  it("until a person says why; then it is applied, and who and why stay on record", async () => {
    const { id } = await start(many(100, [0, 1, 2, 3, 4, 5]));
    for (const reason of [undefined, "", "  short   "])
      expect(
        (await refusal(applyImport(administrator(), { importId: id, ...(reason !== undefined && { reason: reason.trim() }) }))).code,
      ).toBe("invalid-input");
    expect(await staff("t0")).toMatchObject({ status: "active" });
    const applied = await apply(id, { reason: "The annex closed on Friday" });
    expect(applied).toMatchObject({
      state: "applied",
      confirmation: { name: "Cho Park", reason: "The annex closed on Friday", hold: { ended: 6 } },
    });
    expect(await staff("t0")).toMatchObject({ status: "left", endedBy: "roster" });
    const audit = (await ownRows()).find(({ action }) => action === "import.confirmed");
    expect(JSON.stringify(audit)).toContain("The annex closed on Friday");
  });

  it("when an administrator would end or lose that access, and says so to the very person", async () => {
    const files = many(100);
    const demoted = {
      ...files,
      "roles.csv": String(files["roles.csv"])
        .replace("u1,primary,teacher", "u1,primary,systemAdministrator")
        .replace("u3,primary,systemAdministrator", "u3,primary,ext:dataCoordinator"),
    };
    const held = await start(demoted);
    expect(held).toMatchObject({ state: "held", endsYou: true, hold: { isTooMany: false, administrators: [{ name: "Cho Park" }] } });
    const reason = "Ana takes over from me today";
    expect((await refusal(applyImport(administrator(), { importId: held.id, reason }))).fields[0]?.path).toBe("json.endsMyAccess");
    expect(await apply(held.id, { reason, endsMyAccess: true })).toMatchObject({ state: "applied" });
    expect(await staff("u3")).toMatchObject({ isDistrictAdministrator: false, status: "active" });
  });

  it("again, when by the time it is applied more would end than were shown", async () => {
    const { id } = await start(many(100, [0, 1, 2, 3, 4]));
    await importRoster(job(), { source: "x", files: many(106) });
    const applied = await apply(id);
    expect(applied).toMatchObject({ state: "held", hold: { ended: 11 } });
    expect(applied.confirmation).toBeUndefined();
    expect(await staff("t0")).toMatchObject({ status: "active" });
    expect(await apply(id, { reason: "These eleven did leave us" })).toMatchObject({ state: "applied", staff: { ended: 11 } });
  });
});

describe("an import that is cut short", () => {
  const shared = () => {
    const files = many(60, [1, 2]);
    return {
      ...files,
      // One address on two people, two who swap theirs, one who moves, one who is new under the address of one who left.
      "users.csv":
        String(files["users.csv"])
          .replace("t10@maple", "t11@maple")
          .replace("t20@maple", "SWAP@maple")
          .replace("t21@maple", "t20@maple")
          .replace("SWAP@maple", "t21@maple") + csv("n1,,,TRUE,n,New,Person,t1@maple.example,s2,x"),
      "roles.csv":
        String(files["roles.csv"]).replace("t30,primary,teacher,2024-08-12,,s1", "t30,primary,teacher,,,s2") +
        csv("rn,,,n1,primary,aide,,,s2"),
    };
  };
  /** A district that has taken in such a file, on a table whose process can end. */
  const world = async () => {
    const memory = await openMemoryStore({ content: noContent });
    const table = mortal(memory.table);
    const services: Services = { ...memory.services, table };
    const asJob = (): Granted<"roster:write"> => {
      const ctx = createContext(services, { actor: { kind: "job", name: "roster-import" }, district: testDistrict, requestId: "test" });
      return grant(ctx, "roster:write", { kind: "district" });
    };
    table.begin();
    await importRoster(asJob(), { source: "x", files: many(60) });
    const { id } = await startImport(asJob(), await readOneRoster(asJob(), { source: "x", bundle: { files: shared() } }));
    await runTask(services, kinds, testDistrict.id, (await readImport(asJob(), id)).taskId ?? "");
    const { taskId = "" } = await applyImport(asJob(), { importId: id });
    const run = () => runTask(services, kinds, testDistrict.id, taskId);
    return { memory, table, run, state: async () => (await readImport(asJob(), id)).state };
  };

  it("at any call, and taken up again, ends in the very roster that an undisturbed one makes", async () => {
    const undisturbed = await world();
    undisturbed.table.begin();
    await undisturbed.run();
    const { calls } = undisturbed.table.life;
    const expected = rosterIn(await undisturbed.memory.rows());
    expect(calls).toBeGreaterThan(60);
    const points = crashPoints(calls).filter((_, i) => i % 7 === 0);
    for (const point of points) {
      const { memory, table, run, state } = await world();
      table.begin(point);
      await run().catch(() => undefined);
      table.begin();
      await run();
      const rows = await memory.rows();
      const added = addedPeople(rows);
      const isAddedOnce = new Set(added).size === added.length;
      expect({ point, state: await state(), isAddedOnce, roster: rosterIn(rows) }).toEqual({
        point,
        state: "applied",
        isAddedOnce: true,
        roster: expected,
      });
    }
  });

  it("ends nobody before everyone in the file has landed", async () => {
    await importRoster(job(), { source: "x", files: many(60) });
    const { id } = await start(shared());
    const { taskId = "" } = await applyImport(administrator(), { importId: id });
    const statuses: string[] = [];
    const { table } = store.services;
    const watching: Services = {
      ...store.services,
      table: {
        ...table,
        async write(operations) {
          await table.write(operations);
          for (const operation of operations)
            if ("put" in operation && operation.put.type === "audit") statuses.push(String(operation.put.action));
        },
      },
    };
    await runTask(watching, kinds, district.id, taskId);
    const changes = statuses.filter((action) => action.startsWith("staff."));
    expect(changes.indexOf("staff.left")).toBeGreaterThan(0);
    expect(changes.slice(0, changes.indexOf("staff.left"))).toContain("staff.changed");
    // After the first end only those come who waited for an address to be let go of.
    expect(changes.slice(changes.lastIndexOf("staff.left") + 1).length).toBeLessThanOrEqual(6);
  });
});

describe("an import that goes on past midnight", () => {
  it("is dated to the day on which it was applied", async () => {
    const { id } = await start(many(30));
    await apply(id);
    const second = await start(many(30, [4]));
    const { taskId = "" } = await applyImport(administrator(), { importId: second.id });
    store.clock.set("2026-11-03T15:00:00Z");
    await work(taskId);
    expect((await staff("t4"))?.roles).toMatchObject([{ endOn: "2026-11-02" }]);
  });
});
