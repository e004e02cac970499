import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../functions/platform/errors.ts";
import type { District } from "../../functions/platform/district.ts";
import { adoptions } from "../../functions/lambda/adoptions.ts";
import { continueMerge } from "../../functions/roster/actions/continue-merge.ts";
import { linkIdentity } from "../../functions/roster/actions/link-identity.ts";
import { mergePeople } from "../../functions/roster/actions/merge-people.ts";
import { changePerson } from "../../functions/roster/actions/change-person.ts";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import { undoChange } from "../../functions/roster/actions/undo-change.ts";
import { schoolIdOf, staffIdOf } from "../../functions/roster/import-rules.ts";
import type { PersonChange } from "../../functions/roster/person-contract.ts";
import { listMembers, readStaff } from "../../functions/roster/queries.ts";
import { readPersonRecord } from "../../functions/roster/read-person.ts";
import { readTimeline } from "../../functions/roster/read-timeline.ts";
import { accessOn, isWorking, rolesOn, statusOn, subjectOf } from "../../functions/roster/rules.ts";
import { openDistrict } from "../engagement/small-district.ts";
import { type AnyStore, openMemoryStore } from "../support/store.ts";
import { csv, manifest, orgs, roleHeader, userHeader } from "./bundles.ts";

let store: AnyStore;
let district: District;
const given = {
  users: csv(userHeader, "u1,,,TRUE,ana,Ana,Ruiz,ana@maple.example,s1,x", "u2,,,TRUE,ben,Ben,Okafor,ben@maple.example,d1,x"),
  roles: csv(roleHeader, "r1,,,u1,primary,teacher,2024-08-12,,s1", "r2,,,u2,primary,systemAdministrator,,,d1"),
};
const sync = ({ users, roles } = given) =>
  importRoster(job(), { source: "nightly", files: { "manifest.csv": manifest, "orgs.csv": orgs, "users.csv": users, "roles.csv": roles } });
const job = () => store.job("roster-import", "roster:write", district);
const sam = () =>
  store.as(
    "roster:write",
    { staffId: id("u2"), name: "Sam Whitfield", grants: [{ role: "districtAdministrator" }], district },
    { kind: "district" },
  );
const id = (sourcedId: string) => staffIdOf(district.id, sourcedId);
const school = (sourcedId: string) => schoolIdOf(district.id, sourcedId);
const ana = () => readStaff(job(), id("u1"));
const change = (one: PersonChange, version?: number) => changePerson(sam(), { staffId: id("u1"), change: one, version });
const move = { kind: "transfer", fromSchoolId: "", toSchoolId: "", on: "2026-11-16" } as const;
const moving = (on = "2026-11-16") => change({ ...move, fromSchoolId: school("s1"), toSchoolId: school("s2"), on });
const membersAt = async (sourcedId: string) => (await listMembers(job(), school(sourcedId))).map(({ staffId }) => staffId);
const refusal = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error("nothing was refused")),
    (error: unknown) => (error instanceof AppError ? error : Promise.reject(error)),
  );

beforeAll(async () => {
  store = await openMemoryStore();
});
beforeEach(async () => {
  store.clock.set("2026-11-02T15:00:00Z");
  district = await openDistrict(store);
  await sync();
});
afterAll(() => store.close());

describe("a transfer", () => {
  it("leaves the past where it was and moves what is to come, on its day", async () => {
    await moving();
    const staff = await ana();
    expect(rolesOn(staff, "2026-11-15").map(({ schoolId }) => schoolId)).toEqual([school("s1")]);
    expect(rolesOn(staff, "2026-11-16").map(({ schoolId }) => schoolId)).toEqual([school("s2")]);
    expect(subjectOf(staff, "2026-11-15")).toMatchObject({ schoolIds: [school("s1")] });
    expect(subjectOf(staff, "2026-11-16")).toMatchObject({ schoolIds: [school("s2")] });
    expect(await membersAt("s2")).toContain(id("u1"));
  });

  it("moves a leader's reach on its day, not before and not after", async () => {
    await change({
      kind: "roles",
      roles: [{ role: "schoolAdministrator", schoolId: school("s1"), isPrimary: true, beginOn: "2026-08-01" }],
    });
    await moving();
    const led = async (day: string) => accessOn(await ana(), day).flatMap((held) => (held.role === "schoolLeader" ? held.schoolIds : []));
    expect(await led("2026-11-15")).toEqual([school("s1")]);
    expect(await led("2026-11-16")).toEqual([school("s2")]);
  });

  it("said twice is done once, survives the next sync, and is the roster's again once the roster says it too", async () => {
    await moving();
    const { version } = await ana();
    await moving();
    expect((await ana()).version).toBe(version);
    const report = await sync();
    expect(report).toMatchObject({ warnings: 1, staff: { changed: 0 } });
    expect(report.diagnostics[0]?.message).toContain("Kept your edit");
    expect((await ana()).pins?.roles).toMatchObject({ by: "Sam Whitfield" });
    store.clock.set("2026-11-18T15:00:00Z");
    await sync({ ...given, roles: given.roles.replace(",,s1", ",,s2") });
    const staff = await ana();
    expect(staff.pins).toBeUndefined();
    expect(staff.roles).toEqual([
      { role: "teacher", schoolId: school("s1"), isPrimary: true, beginOn: "2024-08-12", endOn: "2026-11-15" },
      { role: "teacher", schoolId: school("s2"), isPrimary: true, beginOn: "2026-11-16" },
    ]);
  });

  it("to the same school, to one that is not there, or from one they do not work at is refused, and nothing changes", async () => {
    const before = await ana();
    const to = (fromSchoolId: string, toSchoolId: string) => refusal(change({ ...move, fromSchoolId, toSchoolId }));
    expect((await to(school("s1"), school("s1"))).code).toBe("invalid-input");
    expect((await to(school("s1"), "sch_none")).code).toBe("invalid-input");
    expect((await to(school("s2"), school("s1"))).code).toBe("not-ready");
    expect(await ana()).toEqual(before);
  });
});

describe("leave", () => {
  it("that is planned while another is on leaves the one that is on as it is", async () => {
    await change({ kind: "leave", from: "2026-10-26", to: "2026-11-13" });
    await change({ kind: "leave", from: "2027-02-01" });
    const staff = await ana();
    expect(["2026-11-02", "2026-11-14", "2027-02-01"].map((day) => isWorking(staff, day))).toEqual([false, true, false]);
    expect((await readPersonRecord(job(), id("u1"))).coming.map(({ on, what }) => [on, what])).toEqual([
      ["2026-11-13", "leaveEnds"],
      ["2027-02-01", "leaveBegins"],
    ]);
  });

  it("ends the day before the return; a return on its first day takes it back", async () => {
    await change({ kind: "leave", from: "2026-10-26" });
    await change({ kind: "return", on: "2026-11-02" });
    expect((await ana()).leave).toEqual({ from: "2026-10-26", to: "2026-11-01" });
    expect((await refusal(change({ kind: "return", on: "2026-11-09" }))).code).toBe("not-ready");
    await change({ kind: "leave", from: "2026-12-01" });
    await change({ kind: "return", on: "2026-12-01" });
    expect((await ana()).leave).toEqual({ from: "2026-10-26", to: "2026-11-01" });
  });
});

describe("a return from leave", () => {
  it("shortens the leave that is on, and leaves one that is planned for later as it is", async () => {
    await change({ kind: "leave", from: "2026-10-26", to: "2026-11-27" });
    await change({ kind: "leave", from: "2026-12-14", to: "2027-01-15" });
    await change({ kind: "return", on: "2026-11-02" });
    const staff = await ana();
    expect(staff.leave).toEqual({ from: "2026-12-14", to: "2027-01-15" });
    expect(staff.earlierLeaves).toEqual([{ from: "2026-10-26", to: "2026-11-01" }]);
    expect(["2026-11-02", "2026-12-14"].map((day) => isWorking(staff, day))).toEqual([true, false]);
  });
});

describe("a suspension", () => {
  it("takes access and mail away at once, is left alone by the next sync, and is lifted", async () => {
    await change({ kind: "suspend" });
    expect(accessOn(await ana(), "2026-11-02")).toEqual([]);
    await sync();
    expect(isWorking(await ana(), "2026-11-02")).toBe(false);
    await change({ kind: "lift" });
    expect(isWorking(await ana(), "2026-11-02")).toBe(true);
    expect((await refusal(change({ kind: "lift" }))).code).toBe("not-ready");
  });
});

describe("a last day that is to come", () => {
  it("leaves everything as it is until then, survives a sync, and takes access away on the day after without a run", async () => {
    await change({ kind: "end", on: "2026-12-18" });
    await sync();
    const staff = await ana();
    expect(accessOn(staff, "2026-12-18")).toEqual([{ role: "staff" }]);
    expect([accessOn(staff, "2026-12-19"), statusOn(staff, "2026-12-19"), isWorking(staff, "2026-12-19")]).toEqual([[], "left", false]);
    expect(subjectOf(staff, "2026-12-19")).toMatchObject({ schoolIds: [] });
    store.clock.set("2026-12-21T15:00:00Z");
    expect((await sync()).diagnostics[0]?.message).toContain("was ended in Throughline");
    expect(statusOn(await ana(), "2026-12-21")).toBe("left");
  });
});

describe("a last day that is moved", () => {
  it("later takes the roles along that ended with it", async () => {
    await change({ kind: "end", on: "2026-12-10" });
    await change({ kind: "end", on: "2026-12-18" });
    const staff = await ana();
    expect([staff.lastDayOn, accessOn(staff, "2026-12-18")]).toEqual(["2026-12-18", [{ role: "staff" }]]);
    expect(subjectOf(staff, "2026-12-18")).toMatchObject({ schoolIds: [school("s1")] });
  });
});

describe("someone who left and is back", () => {
  const back = () => ({
    kind: "rehire" as const,
    on: "2026-11-02",
    roles: [{ role: "coach" as const, schoolId: school("s2"), isPrimary: true, beginOn: "2026-11-02" }],
  });
  it("has their history, begins anew, and stays although the roster does not name them yet", async () => {
    await sync({ users: given.users.replace(/u1.*\r\n/, ""), roles: given.roles.replace(/r1.*\r\n/, "") });
    expect((await ana()).status).toBe("left");
    await change(back());
    const without = { users: given.users.replace(/u1.*\r\n/, ""), roles: given.roles.replace(/r1.*\r\n/, "") };
    await sync(without);
    const staff = await ana();
    expect(staff).toMatchObject({ status: "active", hiredOn: "2026-11-02" });
    expect(staff.roles.map(({ role, endOn }) => [role, endOn])).toEqual([
      ["teacher", "2026-11-02"],
      ["coach", undefined],
    ]);
    expect(await membersAt("s2")).toContain(id("u1"));
  });

  it("is not brought back twice, nor before they left", async () => {
    expect((await refusal(change(back()))).code).toBe("not-ready");
  });
});

describe("an edit of name and address", () => {
  const edit = { kind: "edit", givenName: "Ana", familyName: "Reyes", email: "ana.reyes@maple.example", hiredOn: "2024-08-12" } as const;
  it("is kept by the next sync, which says so, until the roster's value is asked for again", async () => {
    await change(edit);
    await sync({ ...given, users: given.users.replace("Ana,Ruiz", "Anna,Ruiz") });
    expect(await ana()).toMatchObject({ familyName: "Reyes", email: "ana.reyes@maple.example" });
    expect((await readPersonRecord(job(), id("u1"))).pins).toMatchObject([
      { field: "name", by: "Sam Whitfield", rosterSays: "Anna Ruiz" },
      { field: "email", rosterSays: "ana@maple.example" },
    ]);
    await change({ kind: "unpin", field: "name" });
    expect(await ana()).toMatchObject({ givenName: "Anna", familyName: "Ruiz", email: "ana.reyes@maple.example" });
  });

  it("to an address that someone else has is refused", async () => {
    expect((await refusal(change({ ...edit, email: "ben@maple.example" }))).fields[0]?.path).toBe("json.change.email");
  });

  it("of a record that was changed meanwhile is a conflict", async () => {
    const { version } = await ana();
    await change({ kind: "suspend" });
    expect((await refusal(change(edit, version))).code).toBe("conflict");
  });
});

describe("two accounts that were merged", () => {
  const ruiz = "u3,,,TRUE,ana2,Ana,Ruiz-Hall,ana.hall@maple.example,s2,x";
  const twice = {
    users: `${given.users}${csv(ruiz)}`,
    roles: `${given.roles}${csv("r3,,,u3,primary,coach,2025-08-11,,s2")}`,
  };
  beforeEach(async () => {
    await sync(twice);
    const { id: mergeId } = await mergePeople(sam(), { staffId: id("u1"), duplicateId: id("u3") });
    await continueMerge(sam(), { staffId: id("u1"), mergeId }, adoptions);
  });

  it("stay merged when the next sync names both, or the other alone", async () => {
    const before = await ana();
    expect(await sync(twice)).toMatchObject({ staff: { added: 0, changed: 0, ended: 0 } });
    expect(await ana()).toEqual(before);
    await sync({ users: twice.users.replace(/u1.*\r\n/, ""), roles: twice.roles.replace(/r1.*\r\n/, "") });
    expect(await ana()).toMatchObject({ status: "active" });
    expect((await readStaff(job(), id("u3"))).mergedInto).toBe(id("u1"));
    await sync({ users: given.users.replace(/u1.*\r\n/, ""), roles: given.roles.replace(/r1.*\r\n/, "") });
    expect((await ana()).status).toBe("left");
  });

  it("are one person at sign-in by either address; each provider's account is bound once", async () => {
    const signIn = (email: string, subject: string) =>
      linkIdentity(job(), { issuer: "idp", subject: `${subject}-${district.id}`, email, isEmailVerified: true, rosterId: undefined });
    for (const [email, subject] of [
      ["ana@maple.example", "a"],
      ["ana.hall@maple.example", "b"],
      ["ana.hall@maple.example", "b"],
    ] as const)
      expect((await signIn(email, subject)).id).toBe(id("u1"));
    expect((await refusal(signIn("ana.hall@maple.example", "c"))).detail).toContain("another account");
  });
});

describe("nobody", () => {
  it.each([{ kind: "suspend" } as const, { kind: "end", on: "2026-11-02" } as const])("takes their own access away: %o", async (one) => {
    expect((await refusal(changePerson(sam(), { staffId: id("u2"), change: one }))).code).toBe("not-allowed");
  });
});

describe("the timeline", () => {
  it("says every step with who and when, the latest first, and takes one back unless the same was changed since", async () => {
    store.clock.set("2026-11-02T15:01:00Z");
    await moving();
    store.clock.set("2026-11-02T15:02:00Z");
    await change({ kind: "leave", from: "2026-12-01", to: "2026-12-11" });
    const { entries } = await readTimeline(sam(), id("u1"));
    expect(entries.map(({ action, by, job: by2 }) => [action, by?.id ?? by2])).toEqual([
      ["leave.recorded", id("u2")],
      ["person.transferred", id("u2")],
      ["staff.added", "roster-import"],
    ]);
    expect(entries[1]?.facts).toEqual([
      { kind: "roleEnded", role: "teacher", schoolName: "Lincoln Elementary School", on: "2026-11-15" },
      { kind: "roleBegan", role: "teacher", schoolName: "Harbor Middle School", on: "2026-11-16" },
      { kind: "pin", field: "roles" },
    ]);
    const before = await ana();
    await undoChange(sam(), { staffId: id("u1"), entryId: entries[1]?.id ?? "" });
    expect((await ana()).roles).toMatchObject([{ schoolId: school("s1") }]);
    expect(await ana()).toMatchObject({ leave: before.leave });
    expect((await ana()).pins).toBeUndefined();
    await moving("2026-11-20");
    expect((await refusal(undoChange(sam(), { staffId: id("u1"), entryId: entries[1]?.id ?? "" }))).code).toBe("conflict");
    expect((await refusal(undoChange(sam(), { staffId: id("u1"), entryId: entries[2]?.id ?? "" }))).code).toBe("not-ready");
  });

  it("comes in pages, each step once, without the steps of learning", async () => {
    for (let i = 0; i < 40; i++) {
      store.clock.set(`2026-11-03T15:${String(i).padStart(2, "0")}:00Z`);
      await change(i % 2 === 0 ? { kind: "suspend" } : { kind: "lift" });
    }
    const first = await readTimeline(sam(), id("u1"));
    const second = await readTimeline(sam(), id("u1"), first.next);
    const all = [...first.entries, ...second.entries].map((entry) => entry.id);
    expect([first.entries.length, second.entries.length, new Set(all).size, second.next]).toEqual([30, 11, 41, undefined]);
    expect((await refusal(readTimeline(sam(), id("u1"), "x"))).code).toBe("invalid-cursor");
  });
});
