import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AssignPreview } from "../../functions/assignment/contract.ts";
import type { Staff } from "../../functions/roster/records.ts";
import { type MatrixWorld, openMatrixWorld } from "./matrix-world.ts";
import { maplePeople, schoolIds } from "./world.ts";

let world: MatrixWorld;
beforeAll(async () => {
  world = await openMatrixWorld();
  await world.settle();
});
afterAll(() => world.close());

const { teacher, colleague, coachedOnly, schoolOnly, stranger, both, coach, leader, districtLeader } = maplePeople;
type Audience = { staffIds?: string[]; schoolIds?: string[]; roles?: string[] };
const what = { target: { kind: "module", id: "m03" }, due: { kind: "relative", days: 30 } };
const ask = (who: Staff, path: string, audience: Audience) => world.ask(who, "POST", path, { body: { audience, ...what } });
const reached = async (who: Staff, audience: Audience): Promise<string[]> => {
  const { status, body } = await ask(who, "/api/assignments/preview", audience);
  expect(status).toBe(200);
  return (JSON.parse(body) as AssignPreview).people.map(({ id }) => id).toSorted();
};
const ids = (...people: Staff[]): string[] => people.map(({ id }) => id).toSorted();
const { alder, birch, cedar } = schoolIds;

describe("a group of people", () => {
  it("means, for a coach, those of it whom they coach", async () => {
    expect(await reached(coach, { schoolIds: [alder, birch] })).toEqual(ids(teacher, colleague, coachedOnly));
    expect(await reached(coach, { schoolIds: [birch] })).toEqual(ids(coachedOnly));
    expect(await reached(coach, { roles: ["teacher"] })).toEqual(ids(teacher, colleague, coachedOnly));
  });

  it("means, for a school's leader, those of it who work at their school", async () => {
    expect(await reached(leader, { roles: ["teacher"] })).toEqual(ids(teacher, colleague, schoolOnly, both));
    expect(await reached(leader, { schoolIds: [alder, birch], roles: ["teacher"] })).toEqual(ids(teacher, colleague, schoolOnly, both));
  });

  it("means, for someone who leads one school and teaches at another, only the one they lead", async () => {
    expect(await reached(both, { roles: ["teacher"] })).not.toContain(stranger.id);
    expect(await reached(both, { schoolIds: [birch] })).toEqual([]);
  });

  it("means all of it for the district, and never anyone of another", async () => {
    expect(await reached(districtLeader, { roles: ["teacher"] })).toEqual(ids(teacher, colleague, schoolOnly, coachedOnly, stranger, both));
    for (const who of [coach, leader, districtLeader])
      expect((await ask(who, "/api/assignments/preview", { schoolIds: [cedar] })).body).not.toContain("Foreign");
  });

  it("gives a line to those alone whom its preview named", async () => {
    const named = await reached(coach, { schoolIds: [alder, birch] });
    expect((await ask(coach, "/api/assignments", { schoolIds: [alder, birch] })).status).toBe(200);
    const { added, altered } = await world.changed();
    expect(
      added
        .filter(({ type }) => type === "assignment-source")
        .map(({ staffId }) => String(staffId))
        .toSorted(),
    ).toEqual(named);
    expect(altered).toEqual([]);
    await world.restore();
  });
});

describe("people by name", () => {
  it("are refused all together when one of them is out of reach, and nobody is told which", async () => {
    for (const [who, beyond] of [
      [coach, schoolOnly],
      [leader, coachedOnly],
      [both, stranger],
    ] as const) {
      const foreign = await ask(who, "/api/assignments", { staffIds: [colleague.id, "stf_foreigner"] });
      const none = await ask(who, "/api/assignments", { staffIds: [colleague.id, "stf_none"] });
      const answer = await ask(who, "/api/assignments", { staffIds: [colleague.id, beyond.id] });
      for (const { status, body } of [answer, foreign, none]) {
        expect([status, (JSON.parse(body) as { detail: string }).detail]).toEqual([
          404,
          (JSON.parse(none.body) as { detail: string }).detail,
        ]);
      }
    }
    expect(await world.changed()).toEqual({ added: [], altered: [], removed: [] });
  });
});
