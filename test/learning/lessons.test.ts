import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { completeLesson } from "../../functions/learning/actions/complete-lesson.ts";
import { openLesson } from "../../functions/learning/actions/open-lesson.ts";
import { readEnrollment } from "../../functions/learning/queries.ts";
import { auditRows } from "../../functions/platform/commit.ts";
import { contentOf, moduleOf, openWorld, personOf, type World } from "./world.ts";

const content = contentOf([moduleOf({ id: "m01", lessons: ["one", "two", "three"] })]);
let world: World;
let staffId: string;
let people = 0;
beforeAll(async () => {
  world = await openWorld(content);
});
afterAll(() => world.close());
beforeEach(async () => {
  staffId = (await world.put(personOf(`stf_${++people}`))).id;
  world.deploy(content);
});

const audit = () => world.contextOf({ kind: "job", name: "setup" }).table.list(auditRows, `AUDS#staff:${staffId}`, { index: "index2" });
const stored = () => readEnrollment(world.learner(staffId), staffId, "m01");

describe("keeping one's place", () => {
  it("starts the module the first time, and writes nothing for a lesson one is at already", async () => {
    const open = () => openLesson(world.learner(staffId), { staffId, moduleId: "m01", lessonId: "two" });
    expect(await open()).toMatchObject({ state: "started", place: "two", lessonsDone: [] });
    const before = (await audit()).length;
    world.used.length = 0;
    expect(await open()).toMatchObject({ state: "started", place: "two" });
    expect(world.used.map(({ operation }) => operation)).toEqual(["get", "get"]);
    expect(await audit()).toHaveLength(before);
  });

  it("counts the first visit of each day as activity", async () => {
    const open = () => openLesson(world.learner(staffId), { staffId, moduleId: "m01", lessonId: "two" });
    await open();
    world.clock.set("2026-11-03T15:00:00Z");
    expect((await open()).lastActivityAt).toBe("2026-11-03T15:00:00.000Z");
    world.clock.set("2026-11-02T15:00:00Z");
  });

  it("answers not found for a lesson or a module that does not exist", async () => {
    await expect(openLesson(world.learner(staffId), { staffId, moduleId: "m01", lessonId: "nine" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(openLesson(world.learner(staffId), { staffId, moduleId: "m99", lessonId: "one" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("finished lessons", () => {
  it("arrive once, whatever is sent twice, late or out of order", async () => {
    const done = (lessonId: string, doneAt: string) =>
      completeLesson(world.learner(staffId), { staffId, moduleId: "m01", lessonId, doneAt });
    await done("three", "2026-11-02T10:30:00Z");
    await done("one", "2026-11-02T09:00:00Z");
    await done("two", "2026-11-02T09:30:00.5Z");
    const once = await stored();
    await done("one", "2026-11-02T09:00:00Z");
    await done("three", "2026-11-02T10:30:00Z");
    expect(await stored()).toEqual(once);
    expect(once).toMatchObject({
      startedAt: "2026-11-02T09:00:00.000Z",
      lastActivityAt: "2026-11-02T10:30:00.000Z",
      place: "three",
      lessons: { one: "2026-11-02T09:00:00.000Z", two: "2026-11-02T09:30:00.500Z", three: "2026-11-02T10:30:00.000Z" },
    });
  });

  it("are all kept when they arrive at the same moment", async () => {
    const lessons = ["one", "two", "three"];
    await Promise.all(lessons.map((lessonId) => completeLesson(world.learner(staffId), { staffId, moduleId: "m01", lessonId })));
    expect(Object.keys((await stored())?.lessons ?? {}).toSorted()).toEqual(lessons.toSorted());
  });

  it("have one audit row each, and no more", async () => {
    const send = () =>
      completeLesson(world.learner(staffId), { staffId, moduleId: "m01", lessonId: "one", doneAt: "2026-11-02T09:00:00Z" });
    await send();
    const before = (await audit()).length;
    await send();
    expect(await audit()).toHaveLength(before);
  });
});
