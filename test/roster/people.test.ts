import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../../functions/platform/errors.ts";
import type { AccessGrant } from "../../functions/platform/context.ts";
import { assignCoach } from "../../functions/roster/actions/assign-coach.ts";
import { endEmployment } from "../../functions/roster/actions/end-employment.ts";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import { openDistrict } from "../../functions/roster/actions/open-district.ts";
import { recordLeave } from "../../functions/roster/actions/record-leave.ts";
import { schoolIdOf, staffIdOf } from "../../functions/roster/import-rules.ts";
import { listCaseload, listMembers, readStaff, sessionView } from "../../functions/roster/queries.ts";
import { readCoaches } from "../../functions/roster/read-coaches.ts";
import { diagnosticsCsv, readDiagnostics, readImport, readImports } from "../../functions/roster/read-imports.ts";
import { nameList, nameLists } from "../../functions/roster/name-lists.ts";
import { readPeople } from "../../functions/roster/read-people.ts";
import { openTestStore, otherDistrict, testDistrict, type TestStore } from "../support/store.ts";
import { csv, roleHeader, userHeader } from "./bundles.ts";

let store: TestStore;
const people = Array.from(
  { length: 130 },
  (_, i) => `p${i},,,TRUE,x,Given${String(i).padStart(3, "0")},${i < 120 ? "Nash" : "Orr"},p${i}@maple.example,s1,x`,
);
const jobs = Array.from(
  { length: 130 },
  (_, i) => `r${i},,,p${i},primary,${i < 2 ? "ext:coach" : "teacher"},2024-08-12,,${i < 2 ? `s${i + 1}` : "s1"}`,
);
const files = {
  "orgs.csv": csv("sourcedId,name,type,parentSourcedId", "s1,Lincoln Elementary,school,", "s2,Harbor Middle,school,"),
  "users.csv": csv(userHeader, ...people),
  "roles.csv": csv(roleHeader, ...jobs, "rx,,,p0,secondary,ext:coach,2024-08-12,,s2", "ry,,,p7,primary,=cmd,,,s1"),
};
const id = (n: number) => staffIdOf(testDistrict.id, `p${n}`);
const job = () => store.job("roster-import", "roster:write");
const leader: AccessGrant[] = [{ role: "districtLeader" }];
const assigning = () => store.as("coaching:assign", { staffId: "stf_lead", grants: leader }, { kind: "district" });
const reading = () => store.as("roster:read", { staffId: "stf_admin", grants: [{ role: "districtAdministrator" }] }, { kind: "district" });
const refusal = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error("nothing was refused")),
    (error: unknown) => (error instanceof AppError ? error : Promise.reject(error)),
  );

beforeAll(async () => {
  store = await openTestStore();
  await importRoster(job(), { source: 'a "bundle".zip', files });
});
afterAll(() => store.close());

describe("the list of people", () => {
  it("comes in pages of fifty by the beginning of a family name, each person once", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await readPeople(reading(), { name: "NAS", ...(cursor !== undefined && { cursor }) });
      expect(page.people.length).toBeLessThanOrEqual(50);
      seen.push(...page.people.map((one) => one.id));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
  });

  it("comes in pages for a school", async () => {
    const first = await readPeople(reading(), { schoolId: schoolIdOf(testDistrict.id, "s1") });
    const second = await readPeople(reading(), { schoolId: schoolIdOf(testDistrict.id, "s1"), cursor: first.next });
    expect(first.people).toHaveLength(50);
    expect(new Set([...first.people, ...second.people].map((one) => one.id)).size).toBe(100);
    expect(first.people[0]?.roles[0]).toMatchObject({ schoolName: "Lincoln Elementary" });
  });

  it("refuses a cursor of another query, of another district, or made up", async () => {
    const { next } = await readPeople(reading(), { name: "nash" });
    const elsewhere = Buffer.from(
      JSON.stringify({ PK: `D#${otherDistrict.id}#U#x`, SK: "PROFILE", P1: `D#${testDistrict.id}#NAME#n`, S1: "nash" }),
    ).toString("base64url");
    for (const cursor of [next, "x", "", elsewhere, Buffer.from("null").toString("base64url"), Buffer.from("{}").toString("base64url")])
      expect((await refusal(readPeople(reading(), { name: cursor === next ? "orr" : "nash", cursor }))).code).toBe("invalid-cursor");
    expect((await refusal(readPeople(reading(), { schoolId: schoolIdOf(testDistrict.id, "s1"), cursor: next }))).code).toBe(
      "invalid-cursor",
    );
  });

  it("looks for a beginning of a name on the very list on which the name stands, whatever its script", () => {
    for (const name of ["Nash", "ÉTIENNE", "李明", "Ковальчук", "أحمد", "𝔘nruh", "’t Hooft", ""])
      for (const [i] of Array.from(name).entries()) {
        const beginning = Array.from(name)
          .slice(0, i + 1)
          .join("");
        expect(nameList(beginning.toLowerCase())).toBe(nameList(name));
        expect(nameLists).toContain(nameList(name));
      }
  });

  it("asks for a name or a school", async () => {
    for (const query of [{}, { name: "" }, { name: "x", schoolId: "y" }])
      expect((await refusal(readPeople(reading(), query))).code).toBe("invalid-input");
  });
});

describe("coaches", () => {
  it("are given people, and listed with their schools and caseloads", async () => {
    expect(await assignCoach(assigning(), { coachId: id(0), staffIds: [id(10), id(11), id(11)] })).toEqual({ coachId: id(0), assigned: 2 });
    await assignCoach(assigning(), { coachId: id(1), staffIds: [id(11), id(0)] });
    expect(
      (await readCoaches(assigning())).coaches.map(({ name, schools, caseload }) => [name, schools.map((one) => one.name), caseload]),
    ).toEqual([
      ["Given000 Nash", ["Harbor Middle", "Lincoln Elementary"], 1],
      ["Given001 Nash", ["Harbor Middle"], 2],
    ]);
  });

  it("are shown with the number of people who are with none of them, each counted once wherever they work", async () => {
    const before = (await readCoaches(assigning())).withoutCoach;
    const onRoster = new Set(
      (await Promise.all(["s1", "s2"].map((one) => listMembers(job(), schoolIdOf(testDistrict.id, one)))))
        .flat()
        .map(({ staffId }) => staffId),
    );
    const coached = (await Promise.all([id(0), id(1)].map((one) => listCaseload(job(), one)))).flat();
    expect(before).toBe(onRoster.size - coached.length);
    await assignCoach(assigning(), { coachId: id(1), staffIds: [id(40), id(41)] });
    expect((await readCoaches(assigning())).withoutCoach).toBe(before - 2);
  });

  it("lose someone who leaves", async () => {
    await assignCoach(assigning(), { coachId: id(0), staffIds: [id(20)] });
    await endEmployment(job(), { staffId: id(20), on: "2026-11-02" });
    expect((await listCaseload(job(), id(0))).map((one) => one.id)).not.toContain(id(20));
  });

  it.each([
    ["themselves", 0, [0], "own coach"],
    ["anyone, without being a coach", 10, [12], "not a coach"],
  ])("are not given %s, and then nobody is reassigned", async (_, coach, given, words) => {
    expect((await refusal(assignCoach(assigning(), { coachId: id(coach), staffIds: [id(15), ...given.map(id)] }))).detail).toContain(words);
    expect((await readStaff(job(), id(15))).coachId).toBeUndefined();
  });

  it("are not given someone who does not exist", async () => {
    expect((await refusal(assignCoach(assigning(), { coachId: id(0), staffIds: ["stf_nobody"] }))).code).toBe("not-found");
  });
});

describe("leave", () => {
  it("is corrected by one that overlaps it; one that was over is kept", async () => {
    const record = (from: string, to?: string) => recordLeave(job(), { staffId: id(30), from, ...(to !== undefined && { to }) });
    await record("2026-09-01");
    await record("2026-09-01", "2026-09-20");
    expect((await readStaff(job(), id(30))).earlierLeaves).toBeUndefined();
    await record("2026-11-01");
    expect(await readStaff(job(), id(30))).toMatchObject({
      leave: { from: "2026-11-01" },
      earlierLeaves: [{ from: "2026-09-01", to: "2026-09-20" }],
    });
    const { version } = await readStaff(job(), id(30));
    await record("2026-11-01");
    expect((await readStaff(job(), id(30))).version).toBe(version);
  });

  it("that ends before it begins is refused", async () => {
    expect((await refusal(recordLeave(job(), { staffId: id(30), from: "2026-12-02", to: "2026-12-01" }))).code).toBe("invalid-input");
  });
});

describe("the end of employment", () => {
  it("takes access and the schools' lists away, keeps the record, and is the same done twice", async () => {
    const left = await endEmployment(job(), { staffId: id(40), on: "2026-10-30" });
    expect(left).toMatchObject({ status: "left", endedBy: "person", roles: [{ endOn: "2026-10-30" }] });
    expect((await endEmployment(job(), { staffId: id(40), on: "2026-11-02" })).roles).toEqual(left.roles);
    expect((await listMembers(job(), schoolIdOf(testDistrict.id, "s1"))).map(({ staffId }) => staffId)).not.toContain(id(40));
  });

  it("on a day to come dates the roles and leaves access until then", async () => {
    expect(await endEmployment(job(), { staffId: id(41), on: "2026-12-18" })).toMatchObject({
      status: "active",
      roles: [{ endOn: "2026-12-18" }],
    });
  });
});

describe("an import's report", () => {
  it("is listed without its diagnostics, read with them, and downloaded with formulas made harmless", async () => {
    const [latest] = await readImports(reading());
    expect(latest).toMatchObject({ source: 'a "bundle".zip', errors: 1 });
    expect(await readDiagnostics(reading(), latest?.id ?? "", { from: 0 })).toMatchObject({ total: 3, from: 0 });
    expect((await readDiagnostics(reading(), latest?.id ?? "", { from: 0, severity: "error" })).diagnostics).toHaveLength(1);
    const { bytes } = await diagnosticsCsv(reading(), latest?.id ?? "");
    expect(String(bytes)).toContain("roles.csv,133,role");
    expect((await refusal(readImport(reading(), "imp_x"))).code).toBe("not-found");
  });
});

describe("the session", () => {
  it("names the schools that a school leader leads, and no others", async () => {
    const ctx = store.as("profile:read", {
      staffId: id(3),
      name: "Given003 Nash",
      grants: [{ role: "staff" }, { role: "schoolLeader", schoolIds: [schoolIdOf(testDistrict.id, "s2")] }],
    });
    expect(await sessionView(ctx)).toEqual({
      staffId: id(3),
      name: "Given003 Nash",
      district: { id: testDistrict.id, name: testDistrict.name, zone: "America/New_York" },
      today: "2026-11-02",
      access: ["staff", "schoolLeader"],
      schools: [{ id: schoolIdOf(testDistrict.id, "s2"), name: "Harbor Middle", level: "middle" }],
    });
  });
});

describe("a district", () => {
  it("opened again as it is stays as it is; with other settings, or another's short name, it is a conflict", async () => {
    const ctx = store.job("setup", "roster:write");
    expect(await openDistrict(ctx, testDistrict)).toEqual(testDistrict);
    expect((await refusal(openDistrict(ctx, { ...testDistrict, name: "Other" }))).code).toBe("conflict");
    const twin = { ...testDistrict, id: "dst_twin" };
    expect((await refusal(openDistrict(store.job("setup", "roster:write", twin), twin))).detail).toContain("another district");
  });

  it("with a time zone, short name or calendar that cannot be is refused by field", async () => {
    const wrong = {
      ...testDistrict,
      slug: "No Spaces",
      zone: "Mars/Base",
      calendar: { yearStartsOn: "2026-08-01", yearEndsOn: "2026-06-01", breaks: [{ name: "fall", from: "2026-10-02", to: "2026-10-01" }] },
    };
    const error = await refusal(openDistrict(store.job("setup", "roster:write"), wrong));
    expect(error.fields.map(({ path }) => path)).toEqual(["slug", "zone", "calendar.yearEndsOn", "calendar.breaks.0.to"]);
  });
});
