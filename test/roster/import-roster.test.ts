import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Granted } from "../../functions/platform/grant.ts";
import type { District } from "../../functions/platform/district.ts";
import { assignCoach } from "../../functions/roster/actions/assign-coach.ts";
import { endEmployment } from "../../functions/roster/actions/end-employment.ts";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import { openDistrict } from "../../functions/roster/actions/open-district.ts";
import { recordLeave } from "../../functions/roster/actions/record-leave.ts";
import { schoolIdOf, staffIdOf } from "../../functions/roster/import-rules.ts";
import { findSchool, findStaff, listMembers } from "../../functions/roster/queries.ts";
import { emailClaims, emailHash } from "../../functions/roster/records.ts";
import { openTestStore, testDistrict, type TestStore } from "../support/store.ts";
import { bundleWith, canary, csv, type Files, goodBundle, orgs, roleHeader, roles, userHeader, users } from "./bundles.ts";
import { wholeTable } from "./whole-table.ts";
import { addedPeople } from "../support/added-people.ts";

let store: TestStore;
let district: District = testDistrict;
let count = 0;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  store.clock.set("2026-11-02T15:00:00Z");
  count++;
  district = { ...testDistrict, id: `dst_r${count}`, slug: `r${count}`, name: `District ${count}` };
  await openDistrict(store.job("setup", "roster:write", district), district);
});

const job = (): Granted<"roster:write"> => store.job("roster-import", "roster:write", district);
const run = (files: Files, source = "test.zip") => importRoster(job(), { source, files });
const staff = async (sourcedId: string) => {
  const found = await findStaff(job(), staffIdOf(district.id, sourcedId));
  if (!found) throw new Error(`${sourcedId} did not land`);
  return found;
};
const membersAt = async (school: string) =>
  (await listMembers(job(), schoolIdOf(district.id, school))).map(({ name, roles: held }) => `${name}: ${held.join()}`);
const ownRows = async () => (await wholeTable(store)).filter(({ PK }) => PK.startsWith(`D#${district.id}`));
/** Everything but the list of imports and what is said of them. */
const facts = (rows: Awaited<ReturnType<typeof ownRows>>) =>
  rows.filter(({ type, subject }) => type !== "import" && !String(subject).startsWith("import:"));
const audits = async () => (await ownRows()).filter(({ type }) => type === "audit").map(({ action }) => String(action));
const claimOf = async (email: string) => (await job().table.get(emailClaims, { of: `EMAIL#${emailHash(email)}`, at: "U" }))?.staffId;
const later = (day: string) => store.clock.set(`${day}T15:00:00Z`);

describe("an import", () => {
  it("lands schools, people, the schools' lists and the claims to addresses", async () => {
    const report = await run(goodBundle());
    expect(report).toMatchObject({
      isApplied: true,
      schools: { added: 3 },
      staff: { added: 3, changed: 0, ended: 0 },
      skipped: 1,
      errors: 0,
      warnings: 0,
    });
    expect(await staff("u2")).toMatchObject({ givenName: "Ben", status: "active", hiredOn: "2020-08-10", isDistrictAdministrator: false });
    expect(await membersAt("s1")).toEqual(expect.arrayContaining(["Ana Ruiz: teacher", "Ben Okafor: schoolAdministrator"]));
    expect(await membersAt("s2")).toEqual(["Ben Okafor: teacher"]);
    expect(await membersAt("d1")).toEqual(["Cho Park: "]);
    expect(await claimOf(" Ana@Maple.example ")).toBe(staffIdOf(district.id, "u1"));
  });

  it("of the same bundle twice changes nothing at all but the list of imports", async () => {
    await run(goodBundle());
    const before = await ownRows();
    const report = await run(goodBundle());
    expect(report).toMatchObject({
      schools: { added: 0, changed: 0, unchanged: 3 },
      staff: { added: 0, changed: 0, unchanged: 3, ended: 0 },
    });
    const after = (await ownRows()).filter(
      ({ type, id, subject }) => !(type === "import" && id === report.id) && subject !== `import:${report.id}`,
    );
    expect(after).toEqual(before);
  });

  it("of the same bundle twice at once lands everyone once", async () => {
    await Promise.all([run(goodBundle()), run(goodBundle())]);
    expect(addedPeople(await ownRows())).toHaveLength(3);
  });

  it("leaves no password anywhere in the table, and nothing of a student", async () => {
    await run(
      bundleWith({
        "users.csv": users.replace("ben@maple.example", "ana@maple.example") + csv(`u7,,,TRUE,x,X,Y,Z,s1,${canary}`),
        "roles.csv": roles + csv("r7,,,u7,primary,wizard,,,s1"),
      }),
    );
    const text = JSON.stringify(await ownRows());
    expect(text).not.toContain(canary);
    expect(text).not.toMatch(/Student|pat@maple/);
  });

  it("reports its progress up to the whole", async () => {
    const seen: number[] = [];
    await importRoster(job(), { source: "x", files: goodBundle(), onProgress: ({ done, total }) => seen.push(done / total) });
    expect(seen.at(-1)).toBe(1);
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
  });
});

describe("on a first import", () => {
  it("people without dates are taken to have been here since the school year began; later ones began on the day they appear", async () => {
    const undated = csv(roleHeader, "r1,,,u1,primary,teacher,,,s1");
    await run(bundleWith({ "users.csv": csv(userHeader, "u1,,,TRUE,ana,Ana,Ruiz,ana@maple.example,s1,x"), "roles.csv": undated }));
    expect(await staff("u1")).toMatchObject({ hiredOn: "2026-07-01", roles: [{ beginOn: "2026-07-01" }] });
    later("2026-11-20");
    await run(
      bundleWith({
        "users.csv": csv(userHeader, "u1,,,TRUE,ana,Ana,Ruiz,ana@maple.example,s1,x", "u5,,,TRUE,eli,Eli,New,eli@maple.example,s1,x"),
        "roles.csv": undated + csv("r5,,,u5,primary,teacher,,,s1"),
      }),
    );
    expect(await staff("u5")).toMatchObject({ hiredOn: "2026-11-20", roles: [{ beginOn: "2026-11-20" }] });
    expect(await staff("u1")).toMatchObject({ hiredOn: "2026-07-01", version: 1 });
  });
});

describe("a later import", () => {
  beforeEach(async () => {
    await run(goodBundle());
    later("2026-11-20");
  });

  it("ends a role that is gone today and keeps it as history", async () => {
    await run(bundleWith({ "roles.csv": roles.replace(/r3,.*\r\n/, "") }));
    expect((await staff("u2")).roles).toMatchObject([
      { role: "schoolAdministrator" },
      { role: "teacher", endOn: "2026-11-20", isPrimary: false },
    ]);
    later("2026-11-21");
    await run(bundleWith({ "users.csv": users.replace("Okafor", "Okafor-Lee"), "roles.csv": roles.replace(/r3,.*\r\n/, "") }));
    expect(await membersAt("s2")).toEqual([]);
    expect((await staff("u2")).roles).toHaveLength(2);
  });

  it("opens a role that comes back as it was, with its first day", async () => {
    await run(bundleWith({ "roles.csv": roles.replace(/r3,.*\r\n/, "") }));
    later("2026-12-04");
    await run(goodBundle());
    expect((await staff("u2")).roles).toEqual([
      expect.objectContaining({ role: "schoolAdministrator" }),
      { role: "teacher", schoolId: schoolIdOf(district.id, "s2"), isPrimary: false, beginOn: "2020-08-10" },
    ]);
  });

  it("moves someone to another school: the old list loses them, history stays", async () => {
    await run(
      bundleWith({ "roles.csv": roles.replace("r1,,,u1,primary,teacher,2024-08-12,,s1", "r1,,,u1,primary,teacher,2026-11-16,,s2") }),
    );
    expect((await staff("u1")).roles).toMatchObject([
      { schoolId: schoolIdOf(district.id, "s2"), beginOn: "2026-11-16", isPrimary: true },
      { schoolId: schoolIdOf(district.id, "s1"), endOn: "2026-11-20", isPrimary: false },
    ]);
    expect(await membersAt("s2")).toContain("Ana Ruiz: teacher");
  });

  it("ends the employment of someone who is gone; they keep their record and let go of their address", async () => {
    const report = await run(bundleWith({ "users.csv": users.replace(/u1,.*\r\n/, ""), "roles.csv": roles.replace(/r1,.*\r\n/, "") }));
    expect(report.staff).toEqual({ added: 0, changed: 0, moved: 0, unchanged: 2, ended: 1 });
    expect(await staff("u1")).toMatchObject({ status: "left", endedBy: "roster", roles: [{ endOn: "2026-11-20" }] });
    expect(await membersAt("s1")).toEqual(["Ben Okafor: schoolAdministrator"]);
    expect(await claimOf("ana@maple.example")).toBeUndefined();
  });

  it("brings back whom the roster had sent away, as they were", async () => {
    const before = await staff("u1");
    await run(bundleWith({ "users.csv": users.replace(/u1,.*\r\n/, ""), "roles.csv": roles.replace(/r1,.*\r\n/, "") }));
    later("2026-11-21");
    await run(goodBundle());
    const { version: _, ...restored } = await staff("u1");
    expect({ ...restored, version: before.version }).toEqual(before);
    expect(await claimOf("ana@maple.example")).toBe(before.id);
  });

  it("leaves coach, leave and suspension alone", async () => {
    const coachRow = csv("u4,,,TRUE,cy,Cy,Coach,cy@maple.example,s1,x");
    const withCoach = bundleWith({ "users.csv": users + coachRow, "roles.csv": roles + csv("r5,,,u4,primary,ext:coach,2024-08-12,,s1") });
    await run(withCoach);
    const leader = store.as("coaching:assign", { staffId: "x", grants: [{ role: "districtLeader" }], district }, { kind: "district" });
    await assignCoach(leader, { coachId: staffIdOf(district.id, "u4"), staffIds: [staffIdOf(district.id, "u1")] });
    await recordLeave(job(), { staffId: staffIdOf(district.id, "u1"), from: "2026-11-10", to: "2026-12-10" });
    await run({ ...withCoach, "users.csv": String(withCoach["users.csv"]).replace("Ana,Ruiz", "Anna,Ruiz") });
    expect(await staff("u1")).toMatchObject({
      givenName: "Anna",
      coachId: staffIdOf(district.id, "u4"),
      leave: { from: "2026-11-10", to: "2026-12-10" },
    });
  });

  it("does not bring back whom a person sent away, unless a role begins later", async () => {
    await endEmployment(job(), { staffId: staffIdOf(district.id, "u1"), on: "2026-11-19" });
    const report = await run(bundleWith({ "users.csv": users.replace("Ana,Ruiz", "Anna,Ruiz") }));
    expect(report).toMatchObject({ warnings: 1, staff: { unchanged: 3, ended: 0 }, diagnostics: [{ file: "users.csv", line: 2 }] });
    expect(await staff("u1")).toMatchObject({ status: "left", givenName: "Ana" });
    await run(bundleWith({ "roles.csv": roles.replace("2024-08-12", "2026-11-20") }));
    expect(await staff("u1")).toMatchObject({ status: "active" });
  });

  it("takes a new name and a new address, and lets go of the old one", async () => {
    await run(bundleWith({ "users.csv": users.replace("Ruiz,ana@maple.example", "Ruiz-Hall,ana.hall@maple.example") }));
    expect(await staff("u1")).toMatchObject({ familyName: "Ruiz-Hall" });
    expect(await claimOf("ana@maple.example")).toBeUndefined();
    expect(await claimOf("ana.hall@maple.example")).toBe(staffIdOf(district.id, "u1"));
    expect(await membersAt("s1")).toContain("Ana Ruiz-Hall: teacher");
  });

  it("swaps two people's addresses in one go", async () => {
    const swapped = users
      .replace("ana@maple.example", "TEMP")
      .replace("ben@maple.example", "ana@maple.example")
      .replace("TEMP", "ben@maple.example");
    expect((await run(bundleWith({ "users.csv": swapped }))).warnings).toBe(0);
    expect([await claimOf("ana@maple.example"), await claimOf("ben@maple.example")]).toEqual([
      staffIdOf(district.id, "u2"),
      staffIdOf(district.id, "u1"),
    ]);
  });

  it("closes a school that is gone and never removes it", async () => {
    await run(bundleWith({ "orgs.csv": orgs.replace(/s2,.*\r\n/, ""), "roles.csv": roles.replace(/r3,.*\r\n/, "") }));
    expect(await findSchool(job(), schoolIdOf(district.id, "s2"))).toMatchObject({ isActive: false });
    await run(goodBundle());
    expect(await findSchool(job(), schoolIdOf(district.id, "s2"))).toMatchObject({ isActive: true });
  });

  it.each([
    ["an empty users.csv", () => bundleWith({ "users.csv": csv(userHeader) })],
    ["no users.csv", () => bundleWith({ "users.csv": undefined })],
    ["an orgs.csv without a school", () => bundleWith({ "orgs.csv": csv("sourcedId,name,type") })],
    ["everyone marked as deleted", () => bundleWith({ "users.csv": users.replaceAll(/(u\d),,/g, "$1,tobedeleted,") })],
    ["rows of nothing", () => bundleWith({ "users.csv": csv(userHeader, ",,,,,,,,,", ",,,,,,,,,") })],
  ])("of %s changes nothing and says why", async (_, files) => {
    const before = await ownRows();
    const report = await run(files());
    expect(report.isApplied).toBe(false);
    expect(report.notApplied).toMatch(/nothing was changed/);
    expect(facts(await ownRows())).toEqual(facts(before));
  });

  it("with a row that cannot be read ends nobody: it may be theirs", async () => {
    const report = await run(
      bundleWith({ "users.csv": users.replace("Ana,Ruiz", "Ana,Ruiz,Jr"), "roles.csv": roles.replace(/r3,.*\r\n/, "") }),
    );
    expect(report.staff.ended).toBe(0);
    expect(await staff("u1")).toMatchObject({ status: "active" });
    expect((await staff("u2")).roles.every(({ endOn }) => endOn === undefined)).toBe(true);
  });

  it("with an error in someone's row neither changes nor ends them", async () => {
    await run(bundleWith({ "roles.csv": roles.replace("u1,primary,teacher", "u1,primary,wizard") }));
    expect(await staff("u1")).toMatchObject({ status: "active", version: 1 });
  });

  it("with a school's row in error closes no school", async () => {
    await run(bundleWith({ "orgs.csv": orgs.replace("Harbor Middle School", "") }));
    expect(await findSchool(job(), schoolIdOf(district.id, "s2"))).toMatchObject({ isActive: true });
  });
});

describe("a bundle that names no administrator", () => {
  it("takes that access from nobody, and says so", async () => {
    await run(goodBundle());
    const report = await run(bundleWith({ "roles.csv": roles.replace("systemAdministrator", "ext:dataCoordinator") }));
    expect(report.diagnostics).toMatchObject([{ severity: "warning", file: "roles.csv", line: 1, column: "role" }]);
    expect(await staff("u3")).toMatchObject({ isDistrictAdministrator: true, roles: [{ role: "dataCoordinator" }] });
  });

  it("one that names another takes it from the first", async () => {
    await run(goodBundle());
    const other = bundleWith({
      "roles.csv": roles.replace("systemAdministrator", "ext:dataCoordinator") + csv("r5,,,u1,secondary,systemAdministrator,,,d1"),
    });
    expect(await run(other)).toMatchObject({ state: "held", isApplied: false });
    await importRoster(job(), { source: "x", files: other, reason: "Ana takes over from Cho" });
    expect([(await staff("u3")).isDistrictAdministrator, (await staff("u1")).isDistrictAdministrator]).toEqual([false, true]);
  });
});

describe("someone whose roles have all ended", () => {
  it("stays on their school's list, so that the next import still knows of them", async () => {
    await run(bundleWith({ "roles.csv": roles.replace("2024-08-12,,s1", "2024-08-12,2026-10-01,s1") }));
    expect(await membersAt("s1")).toContain("Ana Ruiz: ");
    const report = await run(bundleWith({ "users.csv": users.replace(/u1,.*\r\n/, ""), "roles.csv": roles.replace(/r1,.*\r\n/, "") }));
    expect(report.staff.ended).toBe(1);
  });
});

describe("one address on two people", () => {
  const shared = () => bundleWith({ "users.csv": users.replace("ben@maple.example", "ana@maple.example") });

  it("belongs to the first of them; the other lands without it, and the next import changes nothing", async () => {
    const report = await run(shared());
    expect(report).toMatchObject({ staff: { added: 3 }, warnings: 1, diagnostics: [{ line: 3, column: "email" }] });
    expect(await claimOf("ana@maple.example")).toBe(staffIdOf(district.id, "u1"));
    const before = await audits();
    expect((await run(shared())).staff).toMatchObject({ unchanged: 3 });
    expect((await audits()).filter((action) => action.startsWith("staff."))).toEqual(
      before.filter((action) => action.startsWith("staff.")),
    );
  });

  it("passes to the other when the first lets go of it, in the same import", async () => {
    await run(shared());
    await run(
      bundleWith({
        "users.csv": users.replace("ana@maple.example", "ana2@maple.example").replace("ben@maple.example", "ana@maple.example"),
      }),
    );
    expect(await claimOf("ana@maple.example")).toBe(staffIdOf(district.id, "u2"));
  });
});

describe("a report", () => {
  it("keeps every diagnostic, errors first", async () => {
    const many = Array.from({ length: 600 }, (_, i) => `w${i},,,u1,secondary,wizard,,,s1`);
    const report = await run(bundleWith({ "roles.csv": roles + csv(...many), "users.csv": users.replace("ana@maple.example", "") }));
    expect(report).toMatchObject({ errors: 600, warnings: 1 });
    expect(report.diagnostics).toHaveLength(601);
    expect(report.diagnostics.at(-1)?.severity).toBe("warning");
  });
});
