import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayTick } from "../../functions/engagement/actions/day-tick.ts";
import type { DistrictChange, DistrictPage, SchoolPage } from "../../functions/engagement/contract.ts";
import { weekRollUps } from "../../functions/engagement/records.ts";
import type { District } from "../../functions/platform/district.ts";
import { partitionOf } from "../../functions/platform/record.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { districtLeader, engagementApi, leaderOf } from "./engagement-api.ts";
import { jobIn } from "./expect-figures.ts";
import { content, learned, mustLearn, openDistrict, type Person, person, roleAt, school, writeFacts } from "./small-district.ts";

let store: TestStore;
let district: District;
let api: ReturnType<typeof engagementApi>;
const schools = ["a", "b", "c", "d"].map((letter) => school(`sch_${letter}`));
const begin = "2026-11-02T15:00:00Z";
const staffOf = (letter: string, count: number): Person[] =>
  Array.from({ length: count }, (_, i) => mustLearn(person(`stf_${letter}${i}`, [roleAt(`sch_${letter}`)]), "m01", "2026-10-01"));
const done = (people: Person[]): Person[] => people.map((one) => learned(one, "m01", "completed", "2026-11-04T15:00:00.000Z"));
const gone = (people: Person[]): Person[] => people.map((one) => ({ ...one, staff: { ...one.staff, status: "left" as const } }));
const [a, b, c, d] = [staffOf("a", 6), staffOf("b", 22), staffOf("c", 24), staffOf("d", 30)];

const tick = () => dayTick(jobIn(store, district), "everyone");
const page = (query: string) => api.json<DistrictPage>(`/api/engagement/district?${query}`, districtLeader, district);

/** A week as everything was; then half of b and d finish, and two of a's six leave. */
beforeAll(async () => {
  store = await openTestStore({ now: begin, content });
  api = engagementApi(store);
  district = await openDistrict(store);
  await writeFacts(store, district, { schools, people: [...a, ...b, ...c, ...d] });
  await tick();
  await writeFacts(store, district, { people: [...done(b.slice(0, 11)), ...done(d), ...gone(a.slice(0, 2))] });
  store.clock.set("2026-11-11T15:00:00Z");
  await tick();
});
afterAll(() => store.close());

describe("a page as of a day that is past", () => {
  it("shows the week frozen last on or before it, says which, and works out nothing anew", async () => {
    const past = await page("metric=current&asOf=2026-11-08");
    expect(past.frozen).toEqual({ week: "2026-W45", asOf: "2026-11-02" });
    expect(past.asOf.slice(0, 10)).toBe("2026-11-02");
    expect(past.schools.find(({ id }) => id === "sch_d")?.metrics.current).toMatchObject({ numerator: 0, denominator: 30 });
    expect(past.metrics.current).toMatchObject({ numerator: 0, denominator: 82 });
    expect((await page("metric=current")).schools.find(({ id }) => id === "sch_d")?.metrics.current).toMatchObject({ numerator: 30 });
  });

  it("takes the week before where the day's own was frozen later in it", async () => {
    expect((await page("asOf=2026-11-10")).frozen).toEqual({ week: "2026-W45", asOf: "2026-11-02" });
    expect((await page("asOf=2026-11-11")).frozen).toBeUndefined();
  });

  it("hides a school that is hidden today though it was not then, in the table, the export and the trend", async () => {
    const query = "level=elementary&metric=reach&asOf=2026-11-08";
    const past = await page(query);
    expect(past.schools.find(({ id }) => id === "sch_a")?.metrics.reach).toEqual({ isHidden: true });
    const csv = await api.text(`/api/engagement/district.csv?${query}`, districtLeader, district);
    expect(csv.split("\r\n").find((line) => line.startsWith("School sch_a"))).toContain("hidden (a group of fewer than 5)");
    expect(csv).toContain("Frozen week,2026-W45");
    expect(past.trend.map(({ metrics }) => metrics.reach.isHidden)).toEqual([true]);
    // Two are hidden, so that what the level counts less what it shows is no one school.
    const shown = past.schools.filter(({ metrics }) => !metrics.reach.isHidden).length;
    expect(shown).toBe(2);
  });

  it("shows a school's own page as it was, hiding nothing from those who lead it", async () => {
    const past = await api.json<SchoolPage>("/api/engagement/schools/sch_a?metric=reach&asOf=2026-11-08", leaderOf("sch_a"), district);
    expect(past).toMatchObject({ frozen: { week: "2026-W45" }, activeStaff: 6, metrics: { reach: { numerator: 0, denominator: 6 } } });
    expect(past.trend).toHaveLength(1);
  });

  it("from before the first week is refused, saying which is the first", async () => {
    const answer = await api.ask("/api/engagement/district?asOf=2026-10-31", districtLeader, district);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining("2026-11-02") });
  });

  it("is read school by school where a week was frozen before the schools' rows were kept side by side", async () => {
    const before = await page("metric=current&asOf=2026-11-08");
    for (const { id } of schools) await store.table.write([{ remove: { PK: partitionOf(district.id, "ROLLW#2026-W45"), SK: `S#${id}` } }]);
    expect(await jobIn(store, district).table.list(weekRollUps, "ROLLW#2026-W45")).toEqual([]);
    expect(await page("metric=current&asOf=2026-11-08")).toEqual(before);
  });
});

describe("closer or further apart", () => {
  const change = (query: string) => api.json<DistrictChange>(`/api/engagement/district/change?${query}`, districtLeader, district);

  it("is held against the week asked for, over the schools shown at both times", async () => {
    expect(await change("metric=current&since=2026-11-03")).toMatchObject({
      since: { week: "2026-W45", asOf: "2026-11-02" },
      verdict: "unknown",
    });
  });

  it("is unknown where there is no earlier week", async () => {
    expect(await change("metric=current")).toMatchObject({ verdict: "unknown", schools: 0 });
  });
});
