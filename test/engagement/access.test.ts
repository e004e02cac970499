import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repair } from "../../functions/engagement/actions/day-tick.ts";
import type { DistrictPage, SchoolPage } from "../../functions/engagement/contract.ts";
import type { DrillPage } from "../../functions/engagement/people-contract.ts";
import type { District } from "../../functions/platform/district.ts";
import type { SchoolView } from "../../functions/roster/contract.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { administrator, coach, districtLeader, engagementApi, leaderOf, teacher } from "./engagement-api.ts";
import { jobIn } from "./expect-figures.ts";
import { now } from "./random-district.ts";
import { content, learned, mustLearn, openDistrict, type Person, person, roleAt, school, writeFacts } from "./small-district.ts";

let store: TestStore;
let api: ReturnType<typeof engagementApi>;
let district: District;
let other: District;

const schools = [school("sch_a", "elementary", "Ashby"), school("sch_b", "elementary", "Birch"), school("sch_c", "middle", "Cedar")];
const staffOf = (letter: string, count: number): Person[] =>
  Array.from({ length: count }, (_, i) => mustLearn(person(`stf_${letter}${i}`, [roleAt(`sch_${letter}`)]), "m01", "2026-10-01"));
/** Leads Ashby; teaches at Birch. */
const principal = person("stf_principal", [roleAt("sch_a", "schoolAdministrator"), roleAt("sch_b", "teacher", { isPrimary: false })]);
const leader = leaderOf("sch_a");

beforeAll(async () => {
  store = await openTestStore({ now, content });
  api = engagementApi(store);
  district = await openDistrict(store);
  other = await openDistrict(store);
  const people = [...staffOf("a", 6), ...staffOf("b", 7), ...staffOf("c", 8), principal].map((one, i) =>
    i % 2 ? learned(one, "m01", "completed", "2026-10-20T15:00:00.000Z") : one,
  );
  await writeFacts(store, district, { schools, people });
  await writeFacts(store, other, { schools, people: staffOf("a", 9) });
  await repair(jobIn(store, district));
  await repair(jobIn(store, other));
});
afterAll(() => store.close());

describe("a leader of one school who teaches at another", () => {
  it("sees the figures, the list and the exports of their own school", async () => {
    const page = await api.json<SchoolPage>("/api/engagement/schools/sch_a", leader, district);
    expect(page).toMatchObject({ school: { name: "Ashby" }, activeStaff: 7 });
    const list = await api.json<DrillPage>("/api/engagement/schools/sch_a/people?metric=reach", leader, district);
    expect(list.people.map(({ id }) => id)).toEqual(["stf_a0", "stf_a1", "stf_a2", "stf_a3", "stf_a4", "stf_a5", "stf_principal"]);
    expect(await api.status("/api/engagement/schools/sch_a/people.csv", leader, district)).toBe(200);
  });

  it.each(["", "/people", "/people?metric=reach&show=rest", "/people.csv"])(
    "is told that there is no such school as the one where they teach (…%s)",
    async (path) => {
      const answer = await api.ask(`/api/engagement/schools/sch_b${path}`, leader, district);
      const nowhere = await api.ask(`/api/engagement/schools/sch_nowhere${path}`, leader, district);
      expect([answer.status, await answer.text()]).toEqual([404, await nowhere.text()]);
    },
  );

  it("gets no district page and no district export", async () => {
    expect(await api.status("/api/engagement/district", leader, district)).toBe(403);
    expect(await api.status("/api/engagement/district.csv", leader, district)).toBe(403);
  });

  it("is offered their own school alone", async () => {
    expect((await api.json<SchoolView[]>("/api/engagement/schools", leader, district)).map(({ id }) => id)).toEqual(["sch_a"]);
  });

  it("does not learn from a list where else its people work", async () => {
    const { people } = await api.json<DrillPage>("/api/engagement/schools/sch_a/people?metric=reach", leader, district);
    expect(people.find(({ id }) => id === "stf_principal")?.schoolNames).toEqual(["Ashby"]);
    expect(await api.text("/api/engagement/schools/sch_a/people.csv?metric=reach", leader, district)).not.toContain("Birch");
  });

  it("finds no other school's name or people anywhere in their page", async () => {
    const text = await api.text("/api/engagement/schools/sch_a", leader, district);
    for (const word of ["Birch", "Cedar", "sch_b", "sch_c", "stf_b", "stf_c"]) expect(text).not.toContain(word);
    expect((JSON.parse(text) as SchoolPage).distribution).toHaveLength(2);
  });
});

describe("who may open what", () => {
  it.each([
    ["the district's leader", districtLeader, [200, 200, 200, 200, 403]],
    ["the district's administrator", administrator, [200, 200, 200, 200, 403]],
    ["a coach", coach, [403, 403, 403, 404, 200]],
    ["a teacher", teacher, [403, 403, 403, 404, 403]],
    ["the leader of another school", leaderOf("sch_c"), [403, 403, 404, 404, 403]],
  ])("%s", async (_, asker, statuses) => {
    const paths = ["district", "district.csv", "schools/sch_a", "schools/sch_a/people"].map((path) => `/api/engagement/${path}`);
    const found = await Promise.all([...paths, "/api/coach/caseload"].map((path) => api.status(path, asker, district)));
    expect(found).toEqual(statuses);
  });

  it("keeps districts apart, also where their schools have the same ids", async () => {
    const page = await api.json<DistrictPage>("/api/engagement/district", districtLeader, other);
    expect(page.schools.map(({ activeStaff }) => activeStaff)).toEqual([9, 0, 0]);
  });
});

describe("what a page costs", () => {
  const readsOf = async (path: string, asker = districtLeader): Promise<{ operation: string; units: number }[]> => {
    store.used.length = 0;
    await api.json(path, asker, district);
    return [...store.used];
  };

  it("the district's page is two queries: the schools' figures and the frozen weeks", async () => {
    expect((await readsOf("/api/engagement/district")).map(({ operation }) => operation)).toEqual(["query", "query"]);
  });

  it("a school's page is two queries", async () => {
    expect((await readsOf("/api/engagement/schools/sch_a", leader)).map(({ operation }) => operation)).toEqual(["query", "query"]);
  });

  it("a list of people is three reads", async () => {
    expect(await readsOf("/api/engagement/schools/sch_a/people", leader)).toHaveLength(3);
  });

  it("neither page reads more when there are ten times as many people", async () => {
    const before = await readsOf("/api/engagement/district");
    await writeFacts(store, district, { people: staffOf("a", 70) });
    await repair(jobIn(store, district));
    const after = await readsOf("/api/engagement/district");
    expect(after).toEqual(before);
    expect((await api.json<DistrictPage>("/api/engagement/district", districtLeader, district)).schools[0]?.activeStaff).toBe(71);
  });
});

describe("what is asked for", () => {
  it("stands in the address and is repeated in the answer", async () => {
    const page = await api.json<DistrictPage>("/api/engagement/district?metric=reach&level=middle&role=teacher", districtLeader, district);
    expect(page.filter).toEqual({ metric: "reach", level: "middle", role: "teacher" });
    expect(page.schools.map(({ name }) => name)).toEqual(["Cedar"]);
  });

  it("is refused with the place of the mistake when it is not understood", async () => {
    const answer = await api.ask("/api/engagement/district?metric=happiness", districtLeader, district);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "invalid-input", fields: [{ path: "query.metric" }] });
  });

  it("shows the people counted, or those still missing from the figure", async () => {
    const all = await api.json<DrillPage>("/api/engagement/schools/sch_b/people?metric=transfer", districtLeader, district);
    const counted = await api.json<DrillPage>(
      "/api/engagement/schools/sch_b/people?metric=transfer&show=counted",
      districtLeader,
      district,
    );
    const rest = await api.json<DrillPage>("/api/engagement/schools/sch_b/people?metric=transfer&show=rest", districtLeader, district);
    expect(counted.people.length + rest.people.length).toBe(all.people.length);
    expect([counted.rate, rest.rate]).toEqual([all.rate, all.rate]);
  });
});
