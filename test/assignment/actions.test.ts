import type { DynamoDBRecord } from "aws-lambda";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyRulesToPerson } from "../../functions/assignment/actions/apply-rules-to-person.ts";
import { assign } from "../../functions/assignment/actions/assign.ts";
import { endAssignment } from "../../functions/assignment/actions/end-assignment.ts";
import { previewAssignment } from "../../functions/assignment/actions/preview-assignment.ts";
import { saveRule } from "../../functions/assignment/actions/save-rule.ts";
import { AssignRequest } from "../../functions/assignment/contract.ts";
import { assignmentReactions } from "../../functions/assignment/events.ts";
import { assignmentsFrom, pathPage } from "../../functions/assignment/queries.ts";
import type { RuleInput } from "../../functions/assignment/rule-contract.ts";
import { rulesPage } from "../../functions/assignment/rule-queries.ts";
import { taskKinds } from "../../functions/lambda/task-kinds.ts";
import { enrollments } from "../../functions/learning/records.ts";
import type { AccessGrant } from "../../functions/platform/context.ts";
import type { District } from "../../functions/platform/district.ts";
import { AppError } from "../../functions/platform/errors.ts";
import type { Granted } from "../../functions/platform/grant.ts";
import { messages } from "../../functions/platform/outbox.ts";
import type { Permission } from "../../functions/platform/permissions.ts";
import { react } from "../../functions/platform/reaction.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import { listTasks } from "../../functions/platform/task.ts";
import { assignCoach } from "../../functions/roster/actions/assign-coach.ts";
import { endEmployment } from "../../functions/roster/actions/end-employment.ts";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import { openDistrict } from "../../functions/roster/actions/open-district.ts";
import { recordLeave } from "../../functions/roster/actions/record-leave.ts";
import { schoolIdOf, staffIdOf } from "../../functions/roster/import-rules.ts";
import { readStaff } from "../../functions/roster/queries.ts";
import { subjectOf } from "../../functions/roster/rules.ts";
import { csv, type Files, roleHeader, userHeader } from "../roster/bundles.ts";
import { contentFrom, openTestStore, testDistrict, type TestStore } from "../support/store.ts";
import { audienceOf, content, progress } from "./people.ts";

let store: TestStore;
let district: District = testDistrict;
let count = 0;
const names = ["ana", "ben", "cho", "dee", "eli", "fay", "gus"];
const roster = (roles: string[]): Files => ({
  "orgs.csv": csv("sourcedId,name,type,parentSourcedId", "s1,Lincoln Elementary,school,", "s2,Harbor Middle,school,"),
  "users.csv": csv(userHeader, ...names.map((name) => `${name},,,TRUE,x,${name},Test,${name}@maple.example,,2020-08-17`)),
  "roles.csv": csv(roleHeader, ...roles.map((role, i) => `r${i},,,${role}`)),
});
const jobs = [
  "ana,primary,teacher,2024-08-12,,s1",
  "ben,primary,teacher,2024-08-12,,s2",
  "cho,primary,ext:coach,2024-08-12,,s1",
  "dee,primary,principal,2024-08-12,,s1",
  "eli,primary,ext:districtLeader,2024-08-12,,s1",
  "fay,primary,teacher,2024-08-12,,s1",
  "gus,primary,counselor,2024-08-12,,s2",
];
const id = (name: string) => staffIdOf(district.id, name);
const school = (name: string) => schoolIdOf(district.id, name);
const grants: Record<string, () => AccessGrant[]> = {
  cho: () => [{ role: "staff" }, { role: "coach" }],
  dee: () => [{ role: "staff" }, { role: "schoolLeader", schoolIds: [school("s1")] }],
  eli: () => [{ role: "staff" }, { role: "districtLeader" }],
  sam: () => [{ role: "staff" }, { role: "districtAdministrator" }],
};
const as = <P extends Permission>(name: string, permission: P, idempotencyKey?: string): Granted<P> =>
  store.as(
    permission,
    {
      staffId: id(name),
      name: `${name} Test`,
      grants: grants[name]?.() ?? [{ role: "staff" }],
      district,
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    },
    permission.startsWith("rule") ? { kind: "district" } : { kind: "self" },
  );
const about = async <P extends Permission>(name: string, permission: P, whom: string): Promise<Granted<P>> => {
  const staff = await readStaff(importing(), id(whom));
  return store.as(
    permission,
    { staffId: id(name), name: `${name} Test`, grants: grants[name]?.() ?? [], district },
    subjectOf(staff, "2026-11-02"),
  );
};
const importing = () => store.job("roster-import", "roster:write", district);
const applying = () => store.job("assignment", "assignment:write", district);
const pathOf = (name: string) => pathPage(as(name, "learning:read"), id(name));
const ledger = async (name: string) => assignmentsFrom(await applying().table.collection(`U#${id(name)}`));
const refusal = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error("nothing was refused")),
    (error: unknown) => (error instanceof AppError ? error : Promise.reject(error)),
  );
const request = (audience: Partial<AssignRequest["audience"]>, more: Partial<AssignRequest> = {}): AssignRequest =>
  AssignRequest.parse({ audience, target: { kind: "module", id: "m9" }, due: { kind: "fixed", on: "2026-12-08" }, ...more });
const teachers: RuleInput = {
  name: "Teachers",
  audience: audienceOf(["teacher"]),
  target: { kind: "path", id: "teacher" },
  due: { kind: "paced" },
  effectiveFrom: "2026-08-17",
};
const save = (more: Parameters<typeof saveRule>[1] = teachers) => saveRule(as("sam", "rule:write"), more);
/** The long work that waits, done as the work function does it. */
async function workOff(): Promise<void> {
  const open = (await listTasks(applying())).filter(({ state }) => state === "waiting");
  for (const task of open.toReversed()) await runTask(store.services, taskKinds, district.id, task.id);
}
const later = (day: string) => store.clock.set(`${day}T15:00:00Z`);

/** Feeds the reactions what the stream would say of these rows of the district. */
const stream = (...rows: [of: string, at: string][]) =>
  react(
    store.services,
    assignmentReactions,
    rows.map(([of, at], i): DynamoDBRecord => ({
      dynamodb: {
        SequenceNumber: String(i),
        Keys: { PK: { S: of === "" ? `D#${district.id}` : `D#${district.id}#${of}` }, SK: { S: at } },
      },
    })),
  );
const person = (name: string): [string, string] => [`U#${id(name)}`, "PROFILE"];

beforeAll(async () => {
  store = await openTestStore({ content: contentFrom(content) });
});
afterAll(() => store.close());
beforeEach(async () => {
  later("2026-11-02");
  count++;
  district = { ...testDistrict, id: `dst_a${count}`, slug: `a${count}` };
  await openDistrict(store.job("setup", "roster:write", district), district);
  await importRoster(importing(), { source: "test", files: roster(jobs) });
  await assignCoach(store.as("coaching:assign", { staffId: "x", grants: [{ role: "districtLeader" }], district }, { kind: "district" }), {
    coachId: id("cho"),
    staffIds: [id("ana"), id("gus")],
  });
});

describe("a rule", () => {
  it("reaches everyone it is for when it is saved, and the newcomer when they land", async () => {
    await save();
    await workOff();
    for (const name of ["ana", "ben", "fay"])
      expect((await pathOf(name)).assignments.map(({ moduleId }) => moduleId)).toEqual(["m1", "m2", "m3"]);
    expect((await pathOf("gus")).assignments).toEqual([]);
    await importRoster(importing(), { source: "test", files: roster([...jobs, "gus,secondary,teacher,2026-10-26,,s2"]) });
    await stream(person("gus"));
    expect((await pathOf("gus")).assignments[0]?.reasons[0]).toMatchObject({
      anchor: "roleStart",
      anchorOn: "2026-10-26",
      origin: { ruleName: "Teachers", ruleVersion: 1 },
    });
  });

  it("applied again, twice at once and after a replay writes nothing more", async () => {
    const { task } = await save();
    const apply = () => runTask(store.services, taskKinds, district.id, task?.id ?? "");
    await Promise.all([apply(), apply(), stream(person("ana"))]);
    const before = await ledger("ana");
    expect(before).toMatchObject([{ version: 1 }]);
    await stream(person("ana"), ["U#stf_nobody", "PROFILE"], ["", `S#${school("s1")}`]);
    expect(await ledger("ana")).toEqual(before);
    expect(await applyRulesToPerson(applying(), id("ana"))).toBe(0);
  });

  it("edited leaves whom it was for, reaches whom it is for, and keeps every start", async () => {
    const rule = await save();
    await workOff();
    later("2026-11-09");
    await save({ ...teachers, id: rule.id, version: rule.version, audience: audienceOf(["counselor"]) });
    await workOff();
    expect((await pathOf("ana")).assignments).toEqual([]);
    expect((await pathOf("gus")).assignments).toHaveLength(3);
    await save({ ...teachers, id: rule.id, version: 2 });
    await workOff();
    expect((await pathOf("ana")).assignments[0]).toMatchObject({ dueOn: "2026-08-27" });
  });

  it("for a level follows a school whose level changes", async () => {
    await save({ ...teachers, audience: audienceOf(["teacher"], { levels: ["high"] }) });
    await workOff();
    expect((await pathOf("ben")).assignments).toEqual([]);
    const files = roster(jobs);
    await importRoster(importing(), {
      source: "test",
      files: { ...files, "orgs.csv": String(files["orgs.csv"]).replace("Harbor Middle", "Harbor High") },
    });
    await stream(["", `S#${school("s2")}`]);
    expect((await pathOf("ben")).assignments).toHaveLength(3);
    expect((await pathOf("ana")).assignments).toEqual([]);
  });

  it("lets go of someone who leaves and takes them back as they were", async () => {
    await save();
    await workOff();
    const before = await ledger("ana");
    const without = roster(jobs.slice(1));
    await importRoster(importing(), {
      source: "test",
      files: { ...without, "users.csv": String(without["users.csv"]).replace(/ana,.*\r\n/, "") },
    });
    await stream(person("ana"));
    expect(await ledger("ana")).toMatchObject([{ endedOn: "2026-11-02", endedBy: "audience" }]);
    later("2027-01-11");
    await importRoster(importing(), { source: "test", files: roster(jobs) });
    await stream(person("ana"));
    expect(await ledger("ana")).toEqual(before.map((line) => ({ ...line, version: 3 })));
  });

  it("is not saved over someone else's edit, for nothing, or for a school there is not", async () => {
    const rule = await save();
    await save({ ...teachers, id: rule.id, version: 1, name: "Mine" });
    expect((await refusal(save({ ...teachers, id: rule.id, version: 1 }))).code).toBe("conflict");
    expect((await refusal(save({ ...teachers, target: { kind: "path", id: "gone" } }))).fields[0]?.path).toBe("json.target.id");
    expect((await refusal(save({ ...teachers, target: { kind: "module", id: "m1" } }))).fields[0]?.path).toBe("json.due.kind");
    expect((await refusal(save({ ...teachers, due: { kind: "fixed", on: "2026-08-01" } }))).fields[0]?.path).toBe("json.due.on");
    expect((await refusal(save({ ...teachers, audience: audienceOf(["teacher"], { schoolIds: ["sch_x"] }) }))).fields[0]?.path).toBe(
      "json.audience",
    );
    expect((await refusal(save({ ...teachers, id: "rul_x", version: 1 }))).code).toBe("not-found");
    expect((await rulesPage(as("sam", "rule:read"))).rules).toMatchObject([
      { name: "Mine", version: 2, isActive: true, targetTitle: "Teacher path" },
    ]);
  });
});

describe("my path", () => {
  it("is one query of the person's partition, one of the schools, their coach, and the district's editions", async () => {
    await save();
    await workOff();
    const ctx = as("ana", "learning:read");
    store.used.length = 0;
    const page = await pathPage(ctx, id("ana"));
    expect(store.used.map(({ operation }) => operation).toSorted()).toEqual(["get", "get", "query", "query"]);
    expect(page).toMatchObject({
      person: { name: "ana Test", coach: { name: "cho Test" } },
      today: "2026-11-02",
      next: { moduleId: "m1" },
      minutesLeft: 120,
      creditMinutes: 0,
    });
  });

  it("of nobody is not found", async () => {
    expect((await refusal(pathPage(applying(), "stf_nobody"))).code).toBe("not-found");
  });
});

describe("an assignment", () => {
  it("by a coach reaches the caseload alone: named strangers do not exist, groups are narrowed", async () => {
    const cho = as("cho", "assignment:write");
    expect(await assign(cho, request({ staffIds: [id("ana"), id("gus")] }))).toMatchObject({ assigned: 2 });
    for (const stranger of ["ben", "cho", "nobody"])
      expect((await refusal(assign(cho, request({ staffIds: [id("ana"), id(stranger)] })))).code).toBe("not-found");
    expect(await namesIn(cho, { roles: ["teacher"] })).toEqual(["ana Test"]);
    expect(await namesIn(cho, { schoolIds: [school("s2")] })).toEqual(["gus Test"]);
    expect(await namesIn(cho, { schoolIds: [school("s2")], roles: ["teacher"] })).toEqual([]);
    expect(await ledger("ben")).toEqual([]);
  });

  it("by a school leader reaches their own schools alone", async () => {
    const dee = as("dee", "assignment:write");
    expect(await namesIn(dee, { roles: ["teacher"] })).toEqual(["ana Test", "fay Test"]);
    expect(await namesIn(dee, { schoolIds: [school("s1")], roles: ["teacher", "coach"] })).toEqual(["ana Test", "cho Test", "fay Test"]);
    expect(await namesIn(dee, { schoolIds: [school("s2")] })).toEqual([]);
    expect((await refusal(assign(dee, request({ schoolIds: [school("s2")] })))).detail).toContain("within your reach");
    expect((await refusal(assign(dee, request({ staffIds: [id("ben")] })))).code).toBe("not-found");
    expect((await refusal(assign(dee, request({ schoolIds: ["sch_x"] })))).code).toBe("not-found");
  });

  it("by a district leader reaches everyone", async () => {
    expect(await namesIn(as("eli", "assignment:write"), { roles: ["teacher", "counselor"] })).toEqual([
      "ana Test",
      "ben Test",
      "fay Test",
      "gus Test",
    ]);
  });

  it("leaves out by name who is on leave, and does not speak of who is gone for good in a group", async () => {
    await recordLeave(importing(), { staffId: id("fay"), from: "2026-10-01", to: "2026-12-01" });
    await endEmployment(importing(), { staffId: id("ben"), on: "2026-10-30" });
    const eli = as("eli", "assignment:write");
    const preview = await previewAssignment(eli, request({ roles: ["teacher"] }));
    expect(preview.leftOut).toEqual([{ name: "fay Test", reason: "On leave until December 1, 2026." }]);
    expect(await assign(eli, request({ roles: ["teacher"] }))).toMatchObject({ assigned: 1 });
    expect((await previewAssignment(eli, request({ staffIds: [id("ben")] }))).leftOut).toEqual([
      { name: "ben Test", reason: "No longer works here." },
    ]);
    expect((await refusal(assign(eli, request({ staffIds: [id("ben"), id("fay")] })))).detail).toContain("Everyone in this group is away");
  });

  it("sent twice with one key is one assignment; a second one is another reason, not another step", async () => {
    const send = (key: string) => assign(as("eli", "assignment:write", key), request({ staffIds: [id("ana")] }));
    const first = await send("k1");
    // The route answers a repeat from its record; the action itself would refuse to write the record again.
    await expect(send("k1")).rejects.toThrow();
    expect(await ledger("ana")).toHaveLength(1);
    expect(await ledger("ana")).toMatchObject([{ id: `m-${first.assignmentId}` }]);
    await send("k2");
    const [only, ...others] = (await pathOf("ana")).assignments;
    expect(only?.reasons).toHaveLength(2);
    expect(others).toEqual([]);
  });

  it("is refused for what is not in the catalogue, for a date that has passed and for a pace without a path", async () => {
    const eli = as("eli", "assignment:write");
    const paths = async (more: Partial<AssignRequest>) =>
      (await refusal(assign(eli, request({ staffIds: [id("ana")] }, more)))).fields.map(({ path }) => path);
    expect(await paths({ target: { kind: "module", id: "gone" } })).toEqual(["json.target.id"]);
    expect(await paths({ due: { kind: "fixed", on: "2026-11-02" } })).toEqual(["json.due.on"]);
    expect(await paths({ due: { kind: "paced" } })).toEqual(["json.due.kind"]);
  });

  it("is previewed with what it changes for each, and the preview writes nothing", async () => {
    const eli = as("eli", "assignment:write");
    await assign(eli, request({ staffIds: [id("ana"), id("ben")] }, { due: { kind: "fixed", on: "2026-12-08" } }));
    await store.table.write([enrollments.put({ ...progress("m9", "completed"), staffId: id("fay"), version: 0 }).operation(district.id)]);
    const effects = async (on: string) => {
      const { people } = await previewAssignment(eli, request({ roles: ["teacher"] }, { due: { kind: "fixed", on } }));
      return people.map(({ name, effect }) => `${name}: ${effect}`);
    };
    await endAssignment(eli, { staffId: id("ben"), sourceId: (await ledger("ben"))[0]?.id ?? "" });
    expect(await effects("2026-12-14")).toEqual(["ana Test: alreadyAssigned", "ben Test: new", "fay Test: alreadyCompleted"]);
    expect(await effects("2026-11-09")).toEqual(["ana Test: earlier", "ben Test: new", "fay Test: alreadyCompleted"]);
    expect(await ledger("fay")).toEqual([]);
  });

  it("is previewed with the date that will be in force: an earlier one of someone else's stays", async () => {
    const eli = as("eli", "assignment:write");
    await assign(eli, request({ staffIds: [id("ana")] }, { due: { kind: "fixed", on: "2026-12-08" } }));
    const dates = async (more: Partial<AssignRequest>) => {
      const { people } = await previewAssignment(eli, request({ staffIds: [id("ana"), id("fay")] }, more));
      return people.map(({ name, dueOn }) => `${name}: ${dueOn}`);
    };
    const asked = { due: { kind: "fixed", on: "2027-01-12" } } as const;
    expect(await dates(asked)).toEqual(["ana Test: 2026-12-08", "fay Test: 2027-01-12"]);
    expect(await dates({ due: { kind: "fixed", on: "2026-11-09" } })).toEqual(["ana Test: 2026-11-09", "fay Test: 2026-11-09"]);
    await assign(as("eli", "assignment:write", "later"), request({ staffIds: [id("ana"), id("fay")] }, asked));
    const inForce = await Promise.all(["ana", "fay"].map(async (name) => (await pathOf(name)).assignments[0]?.dueOn));
    expect(inForce).toEqual(["2026-12-08", "2027-01-12"]);
  });

  it("on one date that is no school day is previewed with the day it moves to, and why", async () => {
    const moved = async (on: string) =>
      (await previewAssignment(as("eli", "assignment:write"), request({ staffIds: [id("ana")] }, { due: { kind: "fixed", on } }))).moved;
    expect(await moved("2026-12-24")).toEqual({ from: "2026-12-24", to: "2027-01-04", by: "winter break" });
    expect(await moved("2026-11-07")).toEqual({ from: "2026-11-07", to: "2026-11-09" });
    expect(await moved("2026-12-08")).toBeUndefined();
  });

  it("mails nobody, as its preview says", async () => {
    await assign(as("cho", "assignment:write"), request({ staffIds: [id("ana")] }));
    expect(await applying().table.list(messages, `OUTU#${id("ana")}`, { index: "index2" })).toEqual([]);
  });

  it("is untouched by the rules, and no second reason by rule touches it", async () => {
    await assign(as("cho", "assignment:write"), request({ staffIds: [id("ana")] }));
    const before = await ledger("ana");
    await save();
    await workOff();
    await stream(person("ana"));
    expect((await ledger("ana")).filter((line) => line.id.startsWith("m-"))).toEqual(before);
  });

  it("taken back ends for good, keeps what was learned, and shows the path as it then is", async () => {
    const cho = as("cho", "assignment:write");
    const { assignmentId } = await assign(cho, request({ staffIds: [id("ana")] }));
    const page = await endAssignment(await about("cho", "assignment:write", "ana"), { staffId: id("ana"), sourceId: `m-${assignmentId}` });
    expect(page.assignments).toEqual([]);
    expect(await ledger("ana")).toMatchObject([{ endedBy: "person", endReason: "Taken back by cho Test." }]);
    const version = (await ledger("ana"))[0]?.version;
    await endAssignment(cho, { staffId: id("ana"), sourceId: `m-${assignmentId}` });
    expect((await ledger("ana"))[0]?.version).toBe(version);
    expect((await refusal(endAssignment(cho, { staffId: id("ana"), sourceId: "m-x" }))).code).toBe("not-found");
  });

  it("of a rule is not taken back from one person, whoever asks", async () => {
    const rule = await save();
    await workOff();
    for (const name of ["cho", "dee", "eli"]) {
      const taking = endAssignment(await about(name, "assignment:write", "ana"), { staffId: id("ana"), sourceId: `r-${rule.id}` });
      expect((await refusal(taking)).detail).toContain("exempt them instead");
    }
    expect((await pathOf("ana")).assignments).toHaveLength(3);
  });
});

/** Whom an audience comes to for someone, by name. */
async function namesIn(ctx: Granted<"assignment:write">, audience: Partial<AssignRequest["audience"]>): Promise<string[]> {
  return (await previewAssignment(ctx, request(audience))).people.map(({ name }) => name);
}
