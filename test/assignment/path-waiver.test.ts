import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyRulesToPerson } from "../../functions/assignment/actions/apply-rules-to-person.ts";
import { assign } from "../../functions/assignment/actions/assign.ts";
import { previewWaiver } from "../../functions/assignment/actions/preview-waiver.ts";
import { saveRule } from "../../functions/assignment/actions/save-rule.ts";
import { takeBackDecision } from "../../functions/assignment/actions/take-back-decision.ts";
import { waive } from "../../functions/assignment/actions/waive.ts";
import type { PathPage } from "../../functions/assignment/contract.ts";
import { pathPage } from "../../functions/assignment/queries.ts";
import { enrollments } from "../../functions/learning/records.ts";
import type { District } from "../../functions/platform/district.ts";
import { AppError } from "../../functions/platform/errors.ts";
import type { Granted } from "../../functions/platform/grant.ts";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import { openDistrict } from "../../functions/roster/actions/open-district.ts";
import { staffIdOf } from "../../functions/roster/import-rules.ts";
import { readStaff } from "../../functions/roster/queries.ts";
import { readTimeline } from "../../functions/roster/read-timeline.ts";
import { subjectOf } from "../../functions/roster/rules.ts";
import { csv, roleHeader, userHeader } from "../roster/bundles.ts";
import { contentFrom, type MemoryStore, openMemoryStore, testDistrict } from "../support/store.ts";
import { audienceOf, content, progress } from "./people.ts";

let store: MemoryStore;
let district: District = testDistrict;
let count = 0;
const id = (name: string) => staffIdOf(district.id, name);
const lead = () => ({ staffId: id("eli"), name: "Eli Lead", grants: [{ role: "districtLeader" as const }], district });
const path = { kind: "path" as const, id: "teacher" };
const importing = () => store.job("roster-import", "roster:write", district);
const exempting = async (): Promise<Granted<"assignment:exempt">> =>
  store.as("assignment:exempt", lead(), subjectOf(await readStaff(importing(), id("ana")), "2026-11-02"));
const modulesIn = ({ assignments }: PathPage) => assignments.map(({ moduleId }) => moduleId);
const pathOf = () => pathPage(importing(), id("ana"));
const preview = async () => previewWaiver(await exempting(), { staffId: id("ana"), target: path });

beforeAll(async () => {
  store = await openMemoryStore({ content: contentFrom(content) });
});
afterAll(() => store.close());
beforeEach(async () => {
  store.clock.set("2026-11-02T15:00:00Z");
  district = { ...testDistrict, id: `dst_w${++count}`, slug: `w${count}` };
  await openDistrict(store.job("setup", "roster:write", district), district);
  await importRoster(importing(), {
    source: "test",
    files: {
      "orgs.csv": csv("sourcedId,name,type,parentSourcedId", "s1,Lincoln Elementary,school,"),
      "users.csv": csv(userHeader, ...["ana", "eli"].map((name) => `${name},,,TRUE,x,${name},Test,${name}@maple.example,,2020-08-17`)),
      "roles.csv": csv(roleHeader, "r1,,,ana,primary,teacher,2024-08-12,,s1", "r2,,,eli,primary,ext:districtLeader,2024-08-12,,s1"),
    },
  });
  const administrator = { staffId: "stf_sam", grants: [{ role: "districtAdministrator" as const }], district };
  await saveRule(store.as("rule:write", administrator, { kind: "district" }), {
    name: "Teachers",
    audience: audienceOf(["teacher"]),
    target: path,
    due: { kind: "paced" },
    effectiveFrom: "2026-08-17",
  });
  await applyRulesToPerson(store.job("assignment", "assignment:write", district), id("ana"));
});

describe("exempting someone from a whole path", () => {
  it("is shown before it is saved: what leaves, what is done, and what stays because of something else", async () => {
    await store.table.write([enrollments.put({ ...progress("m1", "completed"), staffId: id("ana"), version: 0 }).operation(district.id)]);
    await assign(store.as("assignment:write", lead(), { kind: "district" }), {
      audience: { staffIds: [id("ana")], schoolIds: [], roles: [] },
      target: { kind: "module", id: "m2" },
      due: { kind: "fixed", on: "2026-12-08" },
    });
    const before = await store.rows();
    expect(await preview()).toEqual({
      title: "Teacher path",
      leaving: [
        { moduleId: "m1", title: "Module m1", isCompleted: true },
        { moduleId: "m3", title: "Module m3", isCompleted: false },
      ],
      staying: [{ moduleId: "m2", title: "Module m2", by: { kind: "person", name: "Eli Lead" } }],
    });
    expect(await store.rows()).toEqual(before);
    const after = await waive(await exempting(), { staffId: id("ana"), target: path, reason: "Teaches the course herself" });
    expect(modulesIn(after)).toEqual(["m2"]);
    expect(modulesIn(await pathOf())).toEqual(["m2"]);
  });

  it("says so when it would change nothing", async () => {
    const ids = ["m1", "m2", "m3"];
    for (const moduleId of ids)
      await assign(store.as("assignment:write", lead(), { kind: "district" }), {
        audience: { staffIds: [id("ana")], schoolIds: [], roles: [] },
        target: { kind: "module", id: moduleId },
        due: { kind: "fixed", on: "2026-12-08" },
      });
    expect(await preview()).toMatchObject({ leaving: [], staying: ids.map((moduleId) => ({ moduleId })) });
  });

  it("is taken back as one, and every module is asked for again with its own date", async () => {
    const before = (await pathOf()).assignments;
    const { waivers } = await waive(await exempting(), { staffId: id("ana"), target: path, reason: "On a long project" });
    expect(waivers).toMatchObject([{ target: path, title: "Teacher path", reason: "On a long project" }]);
    await applyRulesToPerson(store.job("assignment", "assignment:write", district), id("ana"));
    expect((await pathOf()).assignments).toEqual([]);
    await takeBackDecision(await exempting(), { staffId: id("ana"), decisionId: waivers[0]?.id ?? "" });
    const after = await pathOf();
    expect(after.assignments).toEqual(before);
    expect(after.waivers).toEqual([]);
  });

  it("holds until its day and not longer", async () => {
    await waive(await exempting(), { staffId: id("ana"), target: path, reason: "A term abroad", until: "2026-12-18" });
    store.clock.set("2026-12-18T15:00:00Z");
    expect(modulesIn(await pathOf())).toEqual([]);
    store.clock.set("2026-12-19T15:00:00Z");
    expect(modulesIn(await pathOf())).toEqual(["m1", "m2", "m3"]);
  });

  it("stands in the person's timeline with its words, and so does taking it back", async () => {
    const { waivers } = await waive(await exempting(), { staffId: id("ana"), target: path, reason: "A term abroad", until: "2026-12-18" });
    await takeBackDecision(await exempting(), { staffId: id("ana"), decisionId: waivers[0]?.id ?? "" });
    const reading = store.as("roster:read", { ...lead(), grants: [{ role: "districtAdministrator" }] }, { kind: "district" });
    const { entries } = await readTimeline(reading, id("ana"));
    const fact = { kind: "waived", target: path, reason: "A term abroad" };
    for (const action of ["assignment.waived", "waiver.revoked"])
      expect(entries.filter((entry) => entry.action === action)).toMatchObject([{ facts: [fact] }]);
  });

  it("is refused for a path that the catalogue does not have", async () => {
    const asking = previewWaiver(await exempting(), { staffId: id("ana"), target: { kind: "path", id: "gone" } });
    await expect(asking).rejects.toBeInstanceOf(AppError);
  });
});
