import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repair } from "../../functions/engagement/actions/day-tick.ts";
import type { ModulePeople } from "../../functions/engagement/people-contract.ts";
import type { District } from "../../functions/platform/district.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { administrator, type Asker, coach, districtLeader, engagementApi, leaderOf, teacher } from "./engagement-api.ts";
import { jobIn } from "./expect-figures.ts";
import { now } from "./random-district.ts";
import { content, learned, mustLearn, openDistrict, type Person, person, roleAt, school, writeFacts } from "./small-district.ts";

let store: TestStore;
let api: ReturnType<typeof engagementApi>;
let district: District;
let other: District;

const schools = [school("sch_a", "elementary", "Ashby"), school("sch_b", "elementary", "Birch"), school("sch_c", "middle", "Cedar")];
const lately = "2026-10-20T15:00:00.000Z";
const at = (...schoolIds: string[]) => schoolIds.map((id, i) => roleAt(id, "teacher", { isPrimary: i === 0 }));
const withM01 = (one: Person) => mustLearn(one, "m01", "2026-12-01");
const path = (moduleId: string) => `/api/authoring/${moduleId}/people`;
const peopleOf = (moduleId: string, of = district) => api.json<ModulePeople>(path(moduleId), administrator, of);

beforeAll(async () => {
  store = await openTestStore({ now, content });
  api = engagementApi(store);
  district = await openDistrict(store);
  other = await openDistrict(store);
  await writeFacts(store, district, {
    schools,
    people: [
      learned(withM01(person("stf_done", at("sch_a"))), "m01", "completed", lately),
      learned(withM01(person("stf_busy", at("sch_b"))), "m01", "started", lately),
      // Works at two schools: one person, told of by the school that is theirs first.
      learned(withM01(person("stf_both", at("sch_b", "sch_a"))), "m01", "submitted", lately),
      withM01(person("stf_ahead", at("sch_c"))),
      withM01(person("stf_left", at("sch_a"), { status: "left" })),
      mustLearn(person("stf_elsewhere", at("sch_a")), "m02", "2026-12-01"),
    ],
  });
  await writeFacts(store, other, { schools, people: [withM01(person("stf_foreign", at("sch_a")))] });
  await repair(jobIn(store, district));
  await repair(jobIn(store, other));
});
afterAll(() => store.close());

describe("whom a new edition of a module would meet", () => {
  it("is everyone who has it on their path, once each, by how far they are and with their own school", async () => {
    const { people, ...counts } = await peopleOf("m01");
    expect(counts).toEqual({ moduleId: "m01", completed: 1, begun: 2, ahead: 1, isCut: false });
    expect(people.map(({ staffId, schoolName, stage }) => [staffId, schoolName, stage])).toEqual([
      ["stf_ahead", "Cedar", "ahead"],
      ["stf_both", "Birch", "begun"],
      ["stf_busy", "Birch", "begun"],
      ["stf_done", "Ashby", "completed"],
    ]);
  });

  it("is nobody where nobody has the module", async () => {
    expect(await peopleOf("m03")).toEqual({ moduleId: "m03", completed: 0, begun: 0, ahead: 0, people: [], isCut: false });
  });

  it("is nobody of another district", async () => {
    expect((await peopleOf("m01", other)).people.map(({ staffId }) => staffId)).toEqual(["stf_foreign"]);
  });

  it("is not told for a module that does not exist", async () => {
    expect(await api.status(path("m99"), administrator, district)).toBe(404);
  });

  it.each<[string, Asker]>([
    ["a district leader", districtLeader],
    ["a school's leader", leaderOf("sch_a")],
    ["a coach", coach],
    ["a teacher", teacher],
  ])("is not told to %s", async (_, asker) => {
    expect(await api.status(path("m01"), asker, district)).toBe(403);
  });
});

it("costs one read for the district's editions, one for its schools and one for each school, whoever works there", async () => {
  store.used.length = 0;
  await peopleOf("m01");
  expect(store.used.map(({ operation }) => operation).toSorted()).toEqual([
    "get",
    ...Array.from({ length: 1 + schools.length }, () => "query"),
  ]);
});

it("counts everyone and names two hundred", async () => {
  const many = Array.from({ length: 205 }, (_, i) => withM01(person(`stf_m${String(i).padStart(3, "0")}`, at("sch_c"))));
  await writeFacts(store, other, { people: many });
  await repair(jobIn(store, other));
  const { ahead, people, isCut } = await peopleOf("m01", other);
  expect([ahead, people.length, isCut]).toEqual([206, 200, true]);
  expect(people.map(({ name }) => name)).toEqual(people.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b)));
});
