import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Staff, staffRecords } from "../../functions/roster/records.ts";
import { choices } from "../reminders/world.ts";
import { bundleOf, type Job, learn, type LivingDistrict, openLivingDistrict, type Roster, roster } from "../support/living-district.ts";

beforeAll(() => {
  // What goes wrong here on purpose is logged as it should be; nobody needs to read it.
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  return () => vi.restoreAllMocks();
});

const core = ["m01", "m02", "m03", "m04", "m05", "m06"];
const teachers = { anyOf: [{ allOf: [{ about: "role", anyOf: ["teacher"] }] }] };
const path = {
  name: "What teachers learn",
  audience: teachers,
  target: { kind: "path", id: "paraprofessional" },
  due: { kind: "paced" },
  effectiveFrom: "2026-09-01",
};
/** Ninety days before a teacher's certificate runs out they are asked for one more module, thirty days before it does. */
const renewal = {
  name: "Renewal",
  audience: {
    anyOf: [
      {
        allOf: [
          { about: "role", anyOf: ["teacher"] },
          { about: "certificate", certificationId: "foundations", is: "expiring", days: 90 },
        ],
      },
    ],
  },
  target: { kind: "module", id: "m07" },
  due: { kind: "relative", days: -30, anchor: "certificateExpiry" },
  effectiveFrom: "2026-09-01",
};

/** The roster with another job for someone, or with nobody where no job is given. */
const withJob = (name: string, role?: string, school = "s1", from?: string, before: Roster = roster): Roster => {
  const { [name]: one, ...others } = before;
  return role === undefined ? others : { ...others, [name]: { ...one, jobs: [[role, school, from]] } };
};

async function openWorld(): Promise<LivingDistrict> {
  const world = await openLivingDistrict();
  await world.sync();
  const staffIds = ["ana", "ben", "dee", "eli"].map((name) => world.idOf(name));
  await world.ask("lou", "POST", `/coaches/${world.idOf("cho")}/caseload`, { staffIds });
  return world;
}

const rowsOf = async (world: LivingDistrict, type: string, name: string) =>
  (await world.rows()).filter((row) => row.type === type && row.staffId === world.idOf(name)).toSorted((a, b) => (a.SK < b.SK ? -1 : 1));
/** What is in force for someone: modules and dates. */
const inForce = async (world: LivingDistrict, name: string): Promise<Record<string, string>> => {
  const { assignments } = await world.ask("lou", "GET", `/staff/${world.idOf(name)}/path`);
  return Object.fromEntries((assignments as { moduleId: string; dueOn: string }[]).map(({ moduleId, dueOn }) => [moduleId, dueOn]));
};
const profile = async (world: LivingDistrict, name: string): Promise<Staff & { version: number }> =>
  staffRecords.parse((await world.rows()).find(({ type, id }) => type === "staff" && id === world.idOf(name))!);
const change = async (world: LivingDistrict, name: string, what: object) =>
  world.ask("sam", "POST", `/people/${world.idOf(name)}/changes`, { version: (await profile(world, name)).version, change: what });
const edit = async (world: LivingDistrict, name: string, what: object): Promise<unknown> => {
  const { givenName, familyName, email, hiredOn } = await profile(world, name);
  return change(world, name, { kind: "edit", givenName, familyName, email, hiredOn, ...what });
};
const certify = async (world: LivingDistrict, name: string): Promise<void> => {
  for (const id of core) await learn(world, name, id, id === "m01" ? { coach: "cho" } : {});
};

describe("a renewal date that arrives after the role was lost (H10)", () => {
  it("asks nothing new of anyone who lost it, and takes nothing from what they have", async () => {
    const world = await openWorld();
    await world.ask("sam", "POST", "/rules", renewal);
    for (const name of ["ana", "ben", "dee", "eli"]) await certify(world, name);
    const history = async (name: string) => [await rowsOf(world, "certificate", name), await rowsOf(world, "enrollment", name)];
    const before = Object.fromEntries(
      await Promise.all(["ana", "ben", "dee", "eli"].map(async (name) => [name, await history(name)] as const)),
    );

    // Ana becomes a counselor and Eli leaves before the window opens on 3 June 2029; Dee becomes a counselor inside it.
    world.at("2029-05-15");
    let now = withJob("eli", undefined, "s2", undefined, withJob("ana", "counselor", "s1", "2029-05-15"));
    await world.sync(now);
    for (const day of ["2029-06-02", "2029-06-03", "2029-06-04"]) await world.day(day);
    expect(await inForce(world, "ben")).toEqual({ m07: "2029-08-02" });
    expect(await inForce(world, "dee")).toEqual({ m07: "2029-08-02" });
    world.at("2029-07-10");
    now = withJob("dee", "counselor", "s2", "2029-07-10", now);
    await world.sync(now);
    for (const day of ["2029-07-11", "2029-08-03", "2029-09-02"]) {
      await world.day(day);
      await world.sync(now);
    }

    for (const name of ["ana", "eli"]) expect(await rowsOf(world, "assignment-source", name)).toEqual([]);
    expect(await rowsOf(world, "assignment-source", "dee")).toMatchObject([{ anchorOn: "2029-09-01", lastOn: "2029-07-10" }]);
    expect(await rowsOf(world, "assignment-source", "ben")).toMatchObject([{ anchorOn: "2029-09-01" }]);
    for (const name of ["ana", "dee"]) expect(await inForce(world, name)).toEqual({});
    for (const name of ["ana", "ben", "dee", "eli"]) expect([name, await history(name)]).toEqual([name, before[name]]);
    expect(await world.findings()).toEqual([]);
  });
});

describe("what a person decided about another (H12)", () => {
  it("a waiver and an assignment taken back survive every edit of the profile and of the rule, and every night's sync", async () => {
    const world = await openWorld();
    const rule = await world.ask("sam", "POST", "/rules", path);
    const ana = world.idOf("ana");
    await world.ask("pat", "POST", `/staff/${ana}/waivers`, { target: { kind: "module", id: "m03" }, reason: "Teaches it herself" });
    const given = { audience: { staffIds: [ana] }, target: { kind: "module", id: "m07" }, due: { kind: "relative", days: 30 } };
    const { sourceId } = await world.ask("cho", "POST", "/assignments", given);
    await world.ask("cho", "DELETE", `/staff/${ana}/assignments/${sourceId}`);
    const asked = async () => Object.keys(await inForce(world, "ana")).toSorted();
    const decided = async () => [
      await rowsOf(world, "waiver", "ana"),
      (await rowsOf(world, "assignment-source", "ana")).filter(({ id }) => id === sourceId),
    ];
    const before = { asked: await asked(), decided: await decided() };
    expect(before.asked).toEqual(["m01", "m02", "m05"]);
    expect(before.decided[1]).toMatchObject([{ endedBy: "person" }]);

    const saveRule = async (more: object) => {
      const [one] = (await world.ask("sam", "GET", "/rules")).rules;
      await world.ask("sam", "PUT", `/rules/${rule.id}`, { ...path, isActive: true, ...more, version: one.version });
    };
    const renamed = { ...roster, ana: { ...roster.ana!, familyName: "Married", email: "married@maple.example" } };
    const happenings: [what: string, happen: () => Promise<unknown>][] = [
      ["the same roster comes in again", () => world.sync()],
      ["the roster has another name and address", () => world.sync(renamed)],
      ["an administrator edits the name", () => edit(world, "ana", { givenName: "Anna" })],
      ["the roster ends the job", () => world.sync(withJob("ana", "counselor", "s1", "2026-09-01"))],
      ["and gives it back", () => world.sync()],
      [
        "a transfer",
        () =>
          change(world, "ana", {
            kind: "transfer",
            fromSchoolId: world.schoolId("s1"),
            toSchoolId: world.schoolId("s2"),
            on: "2026-09-01",
          }),
      ],
      ["a leave begins", () => change(world, "ana", { kind: "leave", from: "2026-09-01", to: "2026-12-01" })],
      ["and ends", () => change(world, "ana", { kind: "return", on: "2026-09-03" })],
      ["the rule has another name and date", () => saveRule({ name: "All teachers", due: { kind: "fixed", on: "2027-02-01" } })],
      ["the rule is switched off", () => saveRule({ isActive: false })],
      ["and on", () => saveRule({})],
      ["the rule is for others", () => saveRule({ audience: { anyOf: [{ allOf: [{ about: "role", anyOf: ["coach"] }] }] } })],
      ["and for teachers again", () => saveRule({})],
    ];
    let day = 2;
    for (const [what, happen] of happenings) {
      await happen();
      await world.day(`2026-09-${String(day++).padStart(2, "0")}`);
      const now = await asked();
      expect([what, now]).toEqual([what, what.startsWith("the rule is") || what === "the roster ends the job" ? [] : before.asked]);
      expect([what, await decided()]).toEqual([what, before.decided]);
      expect([what, await world.findings()]).toEqual([what, []]);
    }
  });

  it("an assignment by hand starts no second chain of renewals: one certificate, one line and one word for each cycle", async () => {
    const world = await openWorld();
    await world.ask("sam", "POST", "/rules", renewal);
    await certify(world, "ben");
    const given = {
      audience: { staffIds: [world.idOf("ben")] },
      target: { kind: "module", id: "m07" },
      due: { kind: "relative", days: 60 },
    };
    world.at("2029-06-01");
    await world.ask("cho", "POST", "/assignments", given);
    await world.ask("sam", "PUT", "/reminders", { ...choices(["renewal"]), version: 0 });
    for (const [opens, after] of [
      ["2029-06-04", "2029-07-02"],
      ["2032-06-03", "2032-07-01"],
    ] as const) {
      await world.day(opens);
      await world.day(after);
      expect(Object.keys(await inForce(world, "ben"))).toEqual(["m07"]);
      // Inside the window each check is passed again, which renews; m07 is done once and stays done.
      for (const id of [...core, ...(opens.startsWith("2029") ? ["m07"] : [])]) await learn(world, "ben", id);
      await world.day(after.replace(/-0[12]$/, "-20"));
    }
    const lines = await rowsOf(world, "assignment-source", "ben");
    expect(lines.map(({ id, endedBy }) => [String(id).slice(0, 2), endedBy])).toEqual([
      ["m-", undefined],
      ["r-", "audience"],
    ]);
    const held = await rowsOf(world, "certificate", "ben");
    expect(held.map(({ cycle, expiresOn }) => [cycle, expiresOn])).toEqual([
      [1, "2029-09-01"],
      [2, "2032-09-01"],
      [3, "2035-09-01"],
    ]);
    const told = world.sent.filter(({ staffId, digest }) => staffId === world.idOf("ben") && digest);
    expect(told.map(({ digest }) => digest?.day)).toEqual(["2029-06-04", "2032-06-03"]);
    expect(await world.findings()).toEqual([]);
  });
});

describe("someone who drops out of an audience and comes back (H9)", () => {
  it("finds the start, the date and all they did as it was: on the next day, with progress, and after the date", async () => {
    const world = await openWorld();
    await world.ask("sam", "POST", "/rules", path);
    await learn(world, "ana", "m01", { coach: "cho" });
    const before = await inForce(world, "ana");
    const begun = async () => rowsOf(world, "enrollment", "ana");
    const enrollments = await begun();
    for (const [out, back] of [
      ["2026-09-02", "2026-09-03"],
      ["2026-09-08", "2026-12-10"],
    ] as const) {
      world.at(out);
      await world.sync(withJob("ana", "counselor", "s1", out));
      await world.day(back);
      expect(await inForce(world, "ana")).toEqual({});
      await world.sync(withJob("ana", "teacher", "s1", back));
      await world.day(back === "2026-09-03" ? "2026-09-04" : "2026-12-11");
      expect(await inForce(world, "ana")).toEqual(before);
      expect(await begun()).toEqual(enrollments);
    }
    expect(await rowsOf(world, "assignment-source", "ana")).toMatchObject([{ anchorOn: "2026-09-01" }]);
    expect(await world.findings()).toEqual([]);
  });
});

describe("two rules with two dates for one module (H11)", () => {
  it("are one assignment; a person who moves from one to the other in one sync has the other's date, and one mail that names its rule", async () => {
    const world = await openWorld();
    const rule = (name: string, role: string, on: string) => ({
      name,
      audience: { anyOf: [{ allOf: [{ about: "role", anyOf: [role] }] }] },
      target: { kind: "module", id: "m07" },
      due: { kind: "fixed", on },
      effectiveFrom: "2026-09-01",
    });
    await world.ask("sam", "POST", "/rules", rule("Early", "teacher", "2026-12-01"));
    await world.ask("sam", "POST", "/rules", rule("Late", "counselor", "2027-02-01"));
    await world.day("2026-09-02");
    await world.ask("sam", "PUT", "/reminders", { ...choices(["newlyAssigned"]), version: 0 });
    await world.sync(withJob("ana", "counselor", "s1", "2026-09-02"));
    // The old job lasts through its last day, and with it the earlier date.
    expect(await inForce(world, "ana")).toEqual({ m07: "2026-12-01" });
    await world.day("2026-09-03");
    expect(await inForce(world, "ana")).toEqual({ m07: "2027-02-01" });
    const told = world.sent.filter(({ staffId }) => staffId === world.idOf("ana"));
    expect(told.map(({ body }) => [/"Late"/.test(body), /"Early"/.test(body)])).toEqual([[true, false]]);
    expect(await world.findings()).toEqual([]);
  });
});

describe("a move to another school (H13)", () => {
  it("takes all they did with them, leaves the old school's frozen weeks as they were, and brought in twice adds nothing", async () => {
    const world = await openWorld();
    await world.ask("sam", "POST", "/rules", path);
    await learn(world, "ana", "m01", { coach: "cho" });
    await world.day("2026-09-07");
    const weeks = async (type: string, school: string) =>
      (await world.rows()).filter((row) => row.type === type && row.schoolId === world.schoolId(school) && row.week === "2026-W37");
    const frozen = async () => [await weeks("school-week", "s1"), await weeks("week-roll-up", "s1"), await weeks("school-week", "s2")];
    const before = { frozen: await frozen(), did: await rowsOf(world, "enrollment", "ana"), path: await inForce(world, "ana") };
    expect(before.frozen.map((rows) => rows.length)).toEqual([1, 1, 1]);
    world.at("2026-09-09");
    const moved = withJob("ana", "teacher", "s2", "2026-09-09");
    await world.sync(moved);
    for (const day of ["2026-09-10", "2026-09-14"]) await world.day(day);
    const rest = async () => (await world.rows()).filter(({ type }) => !["import", "import-turn", "audit", "session"].includes(type));
    const once = await rest();
    await world.sync(moved);
    expect(await rest()).toEqual(once);
    expect(await frozen()).toEqual(before.frozen);
    expect(await rowsOf(world, "enrollment", "ana")).toEqual(before.did);
    expect(await inForce(world, "ana")).toEqual(before.path);
    const people = async (school: string) =>
      (await world.ask("lou", "GET", `/engagement/schools/${world.schoolId(school)}/people?metric=reach`)).people.map(
        (one: { name: string }) => one.name,
      );
    expect(await people("s1")).not.toContain("ana Test");
    expect(await people("s2")).toContain("ana Test");
    expect(await world.findings()).toEqual([]);
  });
});

describe("eighty rules (H24)", () => {
  it("are a page of as many reads as one", async () => {
    const world = await openWorld();
    const reads = async () => (await world.request("sam", "GET", "/rules")).calls;
    // Nobody here is a counselor: what eighty rules cost one person is not this test's matter.
    const counselors = { anyOf: [{ allOf: [{ about: "role", anyOf: ["counselor"] }] }] };
    const save = async (i: number) =>
      world.request("sam", "POST", "/rules", { body: { ...path, audience: counselors, name: `Rule ${i}` } });
    await save(1);
    await world.settle();
    const one = await reads();
    for (let i = 2; i <= 80; i++) expect((await save(i)).status).toBe(200);
    await world.settle();
    expect((await world.ask("sam", "GET", "/rules")).rules).toHaveLength(80);
    expect(await reads()).toBe(one);
  });
});

describe("a roster file (H15)", () => {
  const everyone = Object.keys(roster).length;
  const good = bundleOf(roster);
  const [header, ...rows] = String(good["users.csv"]).split("\r\n");
  const over = Object.entries(roster).map(([id, { jobs }]): [string, { jobs: Job[] }] => [
    id,
    { jobs: jobs.map(([role, school]): Job => [role, school, "2024-08-12", "2026-06-30"]) },
  ]);
  const files: [what: string, files: ReturnType<typeof bundleOf>, ended: number][] = [
    ["that breaks off in the middle", bundleOf(Object.fromEntries(Object.entries(roster).slice(everyone / 2))), everyone / 2],
    [
      "whose first row is empty and whose next are missing",
      { ...good, "users.csv": [header, ",,,,,,,,,", ...rows.slice(4)].join("\r\n") },
      4,
    ],
    // Sam administers and holds no job that could be over.
    ["in which every job is over", bundleOf(Object.fromEntries(over)), everyone - 1],
  ];

  it.each(files)("%s ends nobody by itself: it is held, with the list of who would go", async (_, bad, ended) => {
    const world = await openWorld();
    const before = (await world.rows()).filter(({ type }) => type === "staff" || type === "member" || type === "school");
    const result = await world.bringIn(bad);
    expect(result).toMatchObject({ state: "held", staff: { ended }, hold: { ended, active: everyone } });
    const page = await world.ask("sam", "GET", `/roster/imports/${result.id}/people?kind=ended`);
    expect(page.people).toHaveLength(ended);
    const after = (await world.rows()).filter(({ type }) => type === "staff" || type === "member" || type === "school");
    expect(after).toEqual(before);
    expect(await world.findings()).toEqual([]);
  });
});
