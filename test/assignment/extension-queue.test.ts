import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { askForTime } from "../../functions/assignment/actions/ask-for-time.ts";
import { beginRulesDay } from "../../functions/assignment/actions/begin-day.ts";
import { assign } from "../../functions/assignment/actions/assign.ts";
import { decideExtension } from "../../functions/assignment/actions/decide-extension.ts";
import { answerableAfter, daysToAnswer } from "../../functions/assignment/answer-rules.ts";
import { extensions } from "../../functions/assignment/decision-records.ts";
import { decisionsFrom } from "../../functions/assignment/queries.ts";
import { extensionQueue } from "../../functions/assignment/read-extension-queue.ts";
import type { AccessGrant } from "../../functions/platform/context.ts";
import type { District } from "../../functions/platform/district.ts";
import { addDays } from "../../functions/platform/dates.ts";
import { assignCoach } from "../../functions/roster/actions/assign-coach.ts";
import { saveStaff } from "../../functions/roster/actions/change-person.ts";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import { openDistrict } from "../../functions/roster/actions/open-district.ts";
import { recordLeave } from "../../functions/roster/actions/record-leave.ts";
import { schoolIdOf, staffIdOf } from "../../functions/roster/import-rules.ts";
import { readStaff } from "../../functions/roster/queries.ts";
import { subjectOf } from "../../functions/roster/rules.ts";
import { csv, type Files, roleHeader, userHeader } from "../roster/bundles.ts";
import { contentFrom, type MemoryStore, openMemoryStore, testDistrict } from "../support/store.ts";
import { content } from "./people.ts";

/** A Monday; three contract days later it is Thursday, six later the Tuesday after. */
const monday = "2026-11-02";
const [thursday, nextMonday, nextTuesday] = ["2026-11-05", "2026-11-09", "2026-11-10"];

let store: MemoryStore;
let district: District = testDistrict;
let count = 0;
const id = (name: string) => staffIdOf(district.id, name);
const school = (name: string) => schoolIdOf(district.id, name);
/** Ana has a coach and a principal, Ben a principal alone, Cy neither. */
const names = ["ana", "ben", "cy", "coach", "dee", "eli"];
const roster: Files = {
  "orgs.csv": csv("sourcedId,name,type,parentSourcedId", "s1,Lincoln Elementary,school,", "s2,Harbor Middle,school,"),
  "users.csv": csv(userHeader, ...names.map((name) => `${name},,,TRUE,x,${name},Test,${name}@maple.example,,2020-08-17`)),
  "roles.csv": csv(
    roleHeader,
    "r1,,,ana,primary,teacher,2024-08-12,,s1",
    "r2,,,ben,primary,teacher,2024-08-12,,s1",
    "r3,,,cy,primary,teacher,2024-08-12,,s2",
    "r4,,,coach,primary,ext:coach,2024-08-12,,s1",
    "r5,,,dee,primary,principal,2024-08-12,,s1",
    "r6,,,eli,primary,ext:districtLeader,2024-08-12,,s1",
  ),
};
const grants: Record<string, () => AccessGrant[]> = {
  coach: () => [{ role: "staff" }, { role: "coach" }],
  dee: () => [{ role: "staff" }, { role: "schoolLeader", schoolIds: [school("s1")] }],
  eli: () => [{ role: "staff" }, { role: "districtLeader" }],
};
const actor = (name: string) => ({ staffId: id(name), name: `${name} Test`, grants: grants[name]?.() ?? [], district });
const queueOf = (name: string) => extensionQueue(store.as("extension:read", actor(name)));
const asked = async (name: string) => (await queueOf(name)).requests.map(({ personName }) => personName);
const on = (day: string) => store.clock.set(`${day}T15:00:00Z`);
const importing = () => store.job("roster-import", "roster:write", district);
const ask = (name: string) =>
  askForTime(store.as("learning:write", { staffId: id(name), name, district }), {
    moduleId: "m9",
    wishedOn: "2027-01-15",
    reason: "Two weeks of testing",
  });

beforeAll(async () => {
  store = await openMemoryStore({ content: contentFrom(content) });
});
afterAll(() => store.close());
beforeEach(async () => {
  on(monday);
  district = { ...testDistrict, id: `dst_q${++count}`, slug: `q${count}` };
  await openDistrict(store.job("setup", "roster:write", district), district);
  await importRoster(importing(), { source: "test", files: roster });
  const leader = { staffId: "x", grants: [{ role: "districtLeader" as const }], district };
  await assignCoach(store.as("coaching:assign", leader, { kind: "district" }), { coachId: id("coach"), staffIds: [id("ana")] });
  await assign(store.as("assignment:write", leader, { kind: "district" }), {
    audience: { staffIds: ["ana", "ben", "cy", "dee"].map(id), schoolIds: [], roles: [] },
    target: { kind: "module", id: "m9" },
    due: { kind: "fixed", on: "2026-12-08" },
  });
});

describe("a request for more time", () => {
  it("is its coach's first, then the school leader's too, then the district leader's too", async () => {
    await ask("ana");
    expect([await asked("coach"), await asked("dee"), await asked("eli")]).toEqual([["ana Test"], [], []]);
    on(thursday);
    expect([await asked("coach"), await asked("dee"), await asked("eli")]).toEqual([["ana Test"], ["ana Test"], []]);
    on(nextMonday);
    expect(await asked("eli")).toEqual([]);
    on(nextTuesday);
    expect([await asked("coach"), await asked("dee"), await asked("eli")]).toEqual([["ana Test"], ["ana Test"], ["ana Test"]]);
    const [request] = (await queueOf("eli")).requests;
    expect(request).toMatchObject({
      schoolName: "Lincoln Elementary",
      isOwn: false,
      nearer: ["coach Test", "dee Test"],
      waitedDays: 2 * daysToAnswer,
      reason: "Two weeks of testing",
    });
  });

  it("of someone without a coach is the school leader's at once", async () => {
    await ask("ben");
    expect([await asked("coach"), await asked("dee"), await asked("eli")]).toEqual([[], ["ben Test"], []]);
    expect((await queueOf("dee")).requests[0]).toMatchObject({ isOwn: false, nearer: [], waitedDays: 0 });
    on(thursday);
    expect((await queueOf("eli")).requests[0]).toMatchObject({ personName: "ben Test", nearer: ["dee Test"] });
  });

  it("that nobody nearer can answer is the district leader's at once: no coach and no leader, or only oneself", async () => {
    await ask("cy");
    await ask("dee");
    expect(await asked("dee")).toEqual([]);
    expect((await asked("eli")).toSorted()).toEqual(["cy Test", "dee Test"]);
  });

  it("does not wait for someone who is away", async () => {
    await recordLeave(importing(), { staffId: id("coach"), from: monday, to: "2026-12-18" });
    await recordLeave(importing(), { staffId: id("dee"), from: monday, to: "2026-12-18" });
    await ask("ana");
    expect(await asked("eli")).toEqual(["ana Test"]);
    expect((await queueOf("eli")).requests[0]).toMatchObject({ nearer: [], waitedDays: 0 });
  });

  it("leaves every queue with its answer, whoever gives it, and stays with the person as it was decided", async () => {
    await ask("ana");
    on(nextTuesday);
    const [request] = (await queueOf("eli")).requests;
    const ana = await readStaff(importing(), id("ana"));
    const deciding = store.as("extension:decide", actor("eli"), subjectOf(ana, nextTuesday));
    await decideExtension(deciding, {
      staffId: id("ana"),
      extensionId: request?.id ?? "",
      decision: "granted",
      dueOn: "2027-01-15",
      words: "",
    });
    expect([await asked("coach"), await asked("dee"), await asked("eli")]).toEqual([[], [], []]);
    const decided = decisionsFrom(await importing().table.collection(`U#${id("ana")}`));
    expect(decided.extensions).toMatchObject([{ state: "granted", by: { staffId: id("eli") } }]);
  });

  it("stands once with someone who holds two roles, as the nearer of them", async () => {
    await ask("ana");
    on(nextTuesday);
    grants.both = () => [...(grants.eli?.() ?? []), ...(grants.dee?.() ?? [])];
    expect(await queueOf("both")).toMatchObject({ total: 1, requests: [{ isOwn: false, nearer: ["coach Test"] }] });
  });

  it("is among the hundred oldest that are shown, or counted with them", async () => {
    for (let i = 0; i < 105; i++) {
      const askedOn = addDays("2026-07-01", i);
      const request = { staffId: id("cy"), id: `ext_${i}`, moduleId: "m9", state: "waiting" as const, askedOn, schoolId: school("s2") };
      await store.table.write([extensions.put({ ...request, version: 0 }).operation(district.id)]);
    }
    const { total, requests } = await queueOf("eli");
    expect(total).toBe(105);
    expect(requests.map(({ id: one }) => one)).toEqual(Array.from({ length: 100 }, (_, i) => `ext_${i}`));
  });
});

describe("when a request is whose", () => {
  it("follows from who is there, and the nearest never waits", () => {
    expect(answerableAfter({ hasCoach: true, hasLeader: true })).toEqual({ coach: 0, schoolLeader: 3, districtLeader: 6 });
    expect(answerableAfter({ hasCoach: true, hasLeader: false }).districtLeader).toBe(3);
    expect(answerableAfter({ hasCoach: false, hasLeader: true })).toMatchObject({ schoolLeader: 0, districtLeader: 3 });
    expect(answerableAfter({ hasCoach: false, hasLeader: false }).districtLeader).toBe(0);
  });
});

it("a request goes along on the day of a transfer that was entered ahead, when no row of the person changes", async () => {
  await ask("ben");
  await saveStaff(importing(), { staffId: id("ben"), action: "person.transferred", about: {} }, async (staff) => ({
    ...staff,
    roles: [
      { role: "teacher", schoolId: school("s1"), isPrimary: true, beginOn: "2024-08-12", endOn: "2026-11-08" },
      { role: "teacher", schoolId: school("s2"), isPrimary: true, beginOn: nextMonday },
    ],
  }));
  const place = async () => (await importing().table.list(extensions, "ASK", { index: "index1" })).map(({ schoolId }) => schoolId);
  expect(await place()).toEqual([school("s1")]);
  on(nextMonday);
  await beginRulesDay(store.job("assignment", "assignment:write", district), "everyone");
  expect(await place()).toEqual([school("s2")]);
});
