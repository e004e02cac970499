import { beforeAll, describe, expect, vi } from "vitest";
import { createApp } from "../../functions/lambda/app.ts";
import { streamHandler } from "../../functions/lambda/stream.ts";
import { fromOurPages, signedInAs } from "../access/world.ts";
import { person, roleAt, school } from "../engagement/small-district.ts";
import { contentOf, moduleOf } from "../learning/world.ts";
import { type MemoryStore, openMemoryStore } from "../support/store.ts";
import { inTurns, randomFrom } from "../support/turns.ts";
import { streamRunner } from "../support/stream-runner.ts";
import { holds } from "./seeds.ts";
import { enterFacts, expectWell, openWellDistrict } from "./well.ts";

beforeAll(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  return () => vi.restoreAllMocks();
});

const content = contentOf([moduleOf({ id: "m01" })]);
const people = {
  teacher: person("stf_teacher", [roleAt("sch_1")], { coachId: "stf_coach" }),
  coach: person("stf_coach", [roleAt("sch_1", "coach")]),
  leader: person("stf_leader", [roleAt("sch_1", "schoolAdministrator")]),
};
const [teacher, coach, leader] = [people.teacher.staff, people.coach.staff, people.leader.staff];
type Who = typeof teacher;

/** A district in which requests take turns at the table, call by call, as a seed has it. */
async function openRace(seed: number) {
  const store: MemoryStore = await openMemoryStore({ content });
  const district = await openWellDistrict(store);
  await enterFacts(store, district, { schools: [school("sch_1")], people: Object.values(people) });
  const app = createApp({ ...store.services, table: inTurns(store.table, randomFrom(seed)) }, { read: async () => "none" });
  const ask = async (who: Who, path: string, body?: object, key?: string): Promise<{ status: number; body: Record<string, any> }> => {
    const headers = {
      ...fromOurPages(store.services.origin),
      cookie: await signedInAs(store, who, district),
      "content-type": "application/json",
    };
    const response = await app.request(`${store.services.origin}/api${path}`, {
      method: "POST",
      headers: { ...headers, ...(key !== undefined && { "idempotency-key": key }) },
      body: body === undefined ? null : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, any> };
  };
  /** Whatever was decided, all that follows from it is as the facts have it. */
  const isWell = async (): Promise<void> => {
    await (await streamRunner(store, streamHandler(store.services, { send: async () => {} }))).drain();
    await expectWell(store, district);
  };
  return { store, ask, isWell };
}

describe("people who decide the same thing at the same moment (F4)", () => {
  holds("are two reviewers of one piece of work: one review counts, the other is told, and neither is lost unseen", async (seed) => {
    const { store, ask, isWell } = await openRace(seed);
    await ask(teacher, "/modules/m01/lessons/one/completion", {});
    await ask(teacher, "/modules/m01/practice", { text: "What I did.", noStudentData: true });
    const levels = { plan: "meets", doing: "meets" };
    const path = `/staff/${teacher.id}/evidence/m01/1/review`;
    const answers = await Promise.all([
      ask(coach, path, { decision: "accept", levels, comment: "Well done.", version: 1 }),
      ask(leader, path, { decision: "return", levels: { ...levels, plan: "notYet" }, comment: "Say what changed.", version: 1 }),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const winner = answers.find(({ status }) => status === 200)?.body;
    const rows = await store.rows();
    const evidence = rows.filter(({ type }) => type === "evidence");
    expect(evidence.map(({ state }) => state)).toEqual([winner?.state]);
    expect(rows.filter(({ action }) => action === "evidence.accepted" || action === "evidence.returned")).toHaveLength(1);
    expect(rows.filter(({ type }) => type === "message")).toHaveLength(1);
    await isWell();
  });

  holds("are twenty tabs that open the check: one attempt is open, and all of them show it", async (seed) => {
    const { store, ask, isWell } = await openRace(seed);
    await ask(teacher, "/modules/m01/lessons/one/completion", {});
    await ask(teacher, "/modules/m01/lessons/two/completion", {});
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => ask(teacher, "/modules/m01/attempts", undefined, `tab ${i}`)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.number}`))).toEqual(new Set(["200 1"]));
    expect((await store.rows()).filter(({ type }) => type === "attempt")).toHaveLength(1);
    await isWell();
  });
});

describe("a key that comes back (F16)", () => {
  holds("with another body is refused, and has no second effect", async (seed) => {
    const { store, ask, isWell } = await openRace(seed);
    await ask(teacher, "/modules/m01/lessons/one/completion", {});
    const send = (text: string) => ask(teacher, "/modules/m01/practice", { text, noStudentData: true }, "one key");
    const answers = await Promise.all([send("What I did."), send("Something else.")]);
    const late = await send("A third thing.");
    expect(late.body.code).toBe("key-reused");
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await store.rows()).filter(({ type }) => type === "evidence")).toHaveLength(1);
    await isWell();
  });
});
