import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readRefresh, refreshTask, startRefresh } from "../../functions/certification/actions/ask-refresh.ts";
import { readTrial, tryDefinition, tryDefinitionTask } from "../../functions/certification/actions/try-definition.ts";
import { chooseDefinition } from "../../functions/certification/actions/choose-definition.ts";
import type { RequirementRule } from "../../functions/certification/definition-contract.ts";
import { foundations } from "../../functions/certification/definitions.ts";
import { certificates } from "../../functions/certification/records.ts";
import type { RefreshOutcome } from "../../functions/certification/refresh-contract.ts";
import { changedModules } from "../../functions/certification/requirement-rules.ts";
import { certificatesPage, readCandidate, standingOf } from "../../functions/certification/queries.ts";
import { waivers } from "../../functions/assignment/decision-records.ts";
import { completeLesson } from "../../functions/learning/actions/complete-lesson.ts";
import { commit } from "../../functions/platform/commit.ts";
import type { ContentSource } from "../../functions/platform/context.ts";
import type { RecordWrite } from "../../functions/platform/record.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import { members, schools, type Staff } from "../../functions/roster/records.ts";
import { contentOf, moduleOf, personOf } from "../learning/world.ts";
import { content, coreIds, learned } from "./world.ts";
import { type LadderWorld, openLadderWorld } from "./ladder-world.ts";

let world: LadderWorld;
let person: Staff;
let staffId: string;
let people = 0;

/** The lesson of `m02` that the district changed, on the day after everyone had earned their certificate. */
const changedAt = "2026-11-10T12:00:00.000Z";
const edited = contentOf(
  coreIds.map((id) => {
    const module = moduleOf({ id, hash: id === "m02" ? "m02-v2" : `${id}-v1`, lessons: ["one"] });
    const lessons = module.content.lessons.map((lesson) => (id === "m02" ? { ...lesson, changedAt } : lesson));
    return { ...module, content: { ...module.content, lessons } };
  }),
);

beforeAll(async () => {
  world = await openLadderWorld();
  const school = { id: "sch_1", sourcedId: "1", name: "Maple Grove", level: "elementary" as const, isActive: true };
  await enter("school:sch_1", schools.put({ ...school, version: 0 }));
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set("2026-11-02T15:00:00Z");
  world.deploy(content);
  person = await world.put(personOf(`stf_${++people}`));
  staffId = person.id;
  await enter(`staff:${staffId}`, members.put({ schoolId: "sch_1", staffId, name: "Rosa", roles: ["teacher"], version: 0 }));
  await world.makeReady(staffId);
  await world.issue(staffId);
});

async function newPerson(name: string): Promise<string> {
  const { id } = await world.put(personOf(`stf_${name}`));
  await enter(`staff:${id}`, members.put({ schoolId: "sch_1", staffId: id, name, roles: ["teacher"], version: 0 }));
  return id;
}

const enter = (subject: string, write: RecordWrite<"fact">) =>
  commit(world.job("setup", "roster:write"), { action: "entered", subject, writes: [write], result: null });

/** Looks or asks as an administrator, with the work in the background done. */
async function refresh(isTrial: boolean, dueOn = "2027-01-15"): Promise<RefreshOutcome> {
  const { taskId } = await startRefresh(world.administrator(), { certificationId: "foundations", dueOn, isTrial });
  await runTask(world.services, [refreshTask], world.districtId, taskId);
  return readRefresh(world.administrator(), taskId);
}
const look = () => refresh(true);
const ask = () => refresh(false);
const mine = ({ people: all }: RefreshOutcome) => all.filter((one) => one.staffId === staffId);
const asked = async () =>
  (await certificatesPage(world.contextOf({ kind: "job", name: "certification" }), staffId)).certificates[0]?.refresh;
const change = (next: ContentSource = edited, now = "2026-11-12T15:00:00Z") => {
  world.clock.set(now);
  world.deploy(next);
};
const letters = async () => (await world.mail(staffId)).filter(({ key }) => key.startsWith("refresh-asked:"));

describe("asking for what has changed", () => {
  it("looks first: who, which part, by when and the mail; a look writes nothing", async () => {
    expect(mine(await look())).toEqual([]);
    change();
    const found = await look();
    expect(mine(found)).toEqual([{ staffId, name: `Rosa Vega-${staffId}`, parts: ["Read what changed in “Module m02”: Lesson one"] }]);
    expect(found.mail?.subject).toContain("Something changed in MTSS Foundations");
    expect(found.mail?.body).toContain("by January 15, 2027");
    expect(await asked()).toBeUndefined();
    expect(await letters()).toEqual([]);
  });

  it("asks whom it concerns for the changed part alone; the certificate keeps its dates and the version it was earned by", async () => {
    const [before] = await world.held(staffId);
    change();
    expect(mine(await ask())).toHaveLength(1);
    expect(await asked()).toEqual({
      askedOn: "2026-11-12",
      dueOn: "2027-01-15",
      isDone: false,
      parts: [{ title: "Read what changed in “Module m02”: Lesson one", isDone: false, moduleId: "m02", lessonId: "one" }],
    });
    expect(await world.held(staffId)).toEqual([before]);
    expect(await letters()).toHaveLength(1);
  });

  it("done twice, or by two at once, asks nobody twice and moves no date", async () => {
    change();
    await Promise.all([ask(), ask()]);
    const first = await asked();
    world.clock.set("2026-12-01T15:00:00Z");
    const again = await refresh(false, "2027-06-01");
    expect(mine(again)).toEqual([]);
    expect(again.leftOut.asked).toBeGreaterThan(0);
    expect(await asked()).toEqual(first);
    expect(await letters()).toHaveLength(1);
  });

  it("asks again when more has changed since, for all of it, in a message of its own", async () => {
    change();
    await ask();
    const later = "2026-11-20T12:00:00.000Z";
    change(
      contentOf(
        coreIds.map((id) => {
          const module = moduleOf({ id, hash: `${id}-v3`, lessons: ["one"] });
          const at = id === "m02" ? changedAt : id === "m03" ? later : undefined;
          const lessons = module.content.lessons.map((lesson) => (at === undefined ? lesson : { ...lesson, changedAt: at }));
          return { ...module, content: { ...module.content, lessons } };
        }),
      ),
      "2026-11-21T15:00:00Z",
    );
    expect(mine(await ask())).toHaveLength(1);
    expect((await asked())?.parts.map(({ moduleId }) => moduleId)).toEqual(["m02", "m03"]);
    expect(await letters()).toHaveLength(2);
  });

  it("asks nobody who is away, leaving, exempt from the module, or whose certificate was entered from before", async () => {
    change();
    await world.put({ ...person, leave: { from: "2026-11-01" } });
    expect(mine(await ask())).toEqual([]);
    await world.put({ ...person, lastDayOn: "2026-12-31" });
    expect(mine(await ask())).toEqual([]);
    await world.put(person);
    const by = { staffId: "stf_principal", name: "Principal" };
    const waiver = { staffId, id: "wvr_1", target: { kind: "module" as const, id: "m02" }, reason: "Teaches it herself." };
    await enter(`staff:${staffId}`, waivers.put({ ...waiver, by, decidedOn: "2026-11-12", version: 0 }));
    expect(mine(await ask())).toEqual([]);
    expect(await asked()).toBeUndefined();
    const revoked = { on: "2026-11-12", by };
    await enter(`staff:${staffId}`, waivers.put({ ...waiver, by, decidedOn: "2026-11-12", revoked, version: 1 }));
    const [held] = await world.held(staffId);
    await enter(`staff:${staffId}`, certificates.put({ ...held!, origin: "history" }));
    expect(mine(await ask())).toEqual([]);
    expect(await letters()).toEqual([]);
  });
});

describe("trying a certification out before it is saved", () => {
  it("says who would be ready and who would not any more, and changes nothing", async () => {
    const [ready, open] = [await newPerson("ready"), await newPerson("open")];
    await world.makeReady(ready);
    await world.enter(coreIds.map((id) => learned(open, id, "2026-10-01T15:00:00.000Z")));
    const trial = async (requirements: RequirementRule[]) => {
      const choices = { ...foundations, requirements };
      const { taskId } = await tryDefinition(world.administrator(), { certificationId: "foundations", choices });
      await runTask(world.services, [tryDefinitionTask], world.districtId, taskId);
      const { added, removed } = await readTrial(world.administrator(), taskId);
      return { added: added.people.map((one) => one.staffId), removed: removed.people.map((one) => one.staffId) };
    };
    expect(await trial([{ kind: "core" }])).toEqual({ added: [open], removed: [] });
    expect(await trial([{ kind: "core" }, { kind: "practice", count: 2 }])).toEqual({ added: [], removed: [ready] });
    expect(await trial([...foundations.requirements])).toEqual({ added: [], removed: [] });
    expect(await world.held(ready)).toEqual([]);
    await expect(trial([{ kind: "holds", certificationIds: ["coach"] }])).rejects.toMatchObject({ code: "invalid-input" });
  });
});

describe("what was asked", () => {
  it("is done once the changed lesson is read again, and a renewal of what has changed asks for none of it again", async () => {
    change();
    await ask();
    const ground = async () => {
      const candidate = (await readCandidate(world.contextOf({ kind: "job", name: "certification" }), staffId))!;
      const standing = standingOf(world.contextOf({ kind: "job", name: "certification" }), candidate);
      return changedModules(candidate.held[0]!.modules, standing).map(({ id }) => id);
    };
    expect(await ground()).toEqual(["m02"]);
    await completeLesson(world.learner(staffId), { staffId, moduleId: "m02", lessonId: "one" });
    expect(await asked()).toMatchObject({ isDone: true, parts: [{ isDone: true }] });
    expect(await ground()).toEqual([]);
    expect((await ask()).toAsk).toBe(0);
    expect((await world.held(staffId))[0]?.modules).toMatchObject({ m02: "m02-v1" });
  });

  it("is asked no more of whoever is exempted from it since", async () => {
    change();
    await ask();
    expect(await asked()).toBeDefined();
    const by = { staffId: "stf_principal", name: "Principal" };
    const waiver = { staffId, id: "wvr_1", target: { kind: "module" as const, id: "m02" }, reason: "Teaches it herself." };
    await enter(`staff:${staffId}`, waivers.put({ ...waiver, by, decidedOn: "2026-11-12", version: 0 }));
    expect(await asked()).toBeUndefined();
  });

  it("is what a later edition of the certification asks for and the holder does not have; what they have counts", async () => {
    world.clock.set("2026-11-12T15:00:00Z");
    const more: RequirementRule[] = [
      { kind: "practice", count: 2 },
      { kind: "references", count: 1, percent: 80 },
    ];
    const choices = { ...foundations, requirements: [{ kind: "core" as const }, ...more] };
    const version = 1;
    await chooseDefinition(world.administrator(), {
      certificationId: "foundations",
      version,
      choices,
      reason: "A colleague should say so too.",
    });
    await ask();
    expect((await asked())?.parts).toEqual([
      { title: "2 practice tasks accepted by your coach", isDone: false },
      { title: "A colleague's recommendation at 80% or better", isDone: false, isOfPortfolio: true },
    ]);
    await world.recommend(staffId, "2026-11-13");
    expect((await asked())?.parts.map(({ isDone }) => isDone)).toEqual([false, true]);
  });
});
