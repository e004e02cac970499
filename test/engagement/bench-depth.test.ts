import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayTick } from "../../functions/engagement/actions/day-tick.ts";
import { freezeWeek } from "../../functions/engagement/actions/freeze-week.ts";
import { benchDepthCsv, readBenchDepth } from "../../functions/engagement/read-bench-depth.ts";
import { teamCoverages } from "../../functions/engagement/records.ts";
import type { District } from "../../functions/platform/district.ts";
import { openMemoryStore } from "../support/store.ts";
import { jobIn } from "./expect-figures.ts";
import { content, openDistrict, person, roleAt, school, writeFacts } from "./small-district.ts";

const schools = [school("sch_oak"), school("sch_elm"), school("sch_high", "high")];

let store: Awaited<ReturnType<typeof openMemoryStore>>;
let district: District;

/** How many people stand behind the two critical roles of each school, from now on. */
async function benches(people: Record<string, [number, number]>, version: number): Promise<void> {
  const rows = Object.entries(people).map(([place, [facilitator, coach]]) =>
    teamCoverages.put({
      version,
      place,
      name: place,
      asOfDay: "2026-11-02",
      teams: [],
      gaps: [],
      bench: [
        { role: "facilitator", people: facilitator },
        { role: "coach", people: coach },
      ],
    }),
  );
  await store.table.write(rows.map((row) => row.operation(district.id)));
}

beforeAll(async () => {
  store = await openMemoryStore({ content, now: "2026-10-26T15:00:00Z" });
  district = await openDistrict(store);
  await writeFacts(store, district, { schools, people: schools.map(({ id }, i) => person(`stf_${i}`, [roleAt(id)])) });
  // Every school is worked out, and a week is frozen in which nobody is named to a team.
  await dayTick(jobIn(store, district), "everyone");
  store.clock.set("2026-11-02T15:00:00Z");
  await benches({ sch_oak: [2, 1], sch_elm: [0, 0], sch_high: [2, 2] }, 1);
  await freezeWeek(jobIn(store, district));
  store.clock.set("2026-11-09T15:00:00Z");
  await benches({ sch_oak: [2, 2], sch_elm: [2, 0], sch_high: [2, 2] }, 2);
  await freezeWeek(jobIn(store, district));
});
afterAll(() => store.close());

const leader = () => store.as("team:read", { staffId: "stf_elena", grants: [{ role: "districtLeader" }], district }, { kind: "district" });
const ofOak = () => {
  const grants = [{ role: "schoolLeader" as const, schoolIds: ["sch_oak"] }];
  return store.as("team:read", { staffId: "stf_lead", grants, district }, { kind: "school", schoolId: "sch_oak" });
};
const figures = ({ total, trend }: Awaited<ReturnType<typeof readBenchDepth>>) => ({
  now: total.percent,
  weeks: trend.slice(1).map(({ asOf, rate: { numerator, denominator } }) => [asOf, numerator, denominator]),
});

describe("bench depth", () => {
  it("shows the weeks as they were frozen, whatever the teams are today", async () => {
    expect(figures(await readBenchDepth(leader()))).toEqual({
      now: 83.3,
      weeks: [
        ["2026-11-02", 3, 6],
        ["2026-11-09", 5, 6],
      ],
    });
  });

  it("is of the schools of a level alone where one is chosen, today and in the past, on the page and in its file", async () => {
    const elementary = await readBenchDepth(leader(), { level: "elementary" });
    expect(elementary.schools.map(({ id }) => id)).toEqual(["sch_elm", "sch_oak"]);
    expect(figures(elementary)).toEqual({
      now: 75,
      weeks: [
        ["2026-11-02", 1, 4],
        ["2026-11-09", 3, 4],
      ],
    });
    const file = String(benchDepthCsv(elementary).bytes);
    expect(file).not.toContain("sch_high");
    expect(file).toMatch(/Week to 2026-11-02,(?:,)*1,4,25/);
    expect(figures(await readBenchDepth(leader(), { level: "middle" }))).toMatchObject({ now: undefined });
  });

  it("is of one's own school for whoever leads one, also in the weeks, and of no other that is asked for", async () => {
    expect(figures(await readBenchDepth(ofOak()))).toEqual({
      now: 100,
      weeks: [
        ["2026-11-02", 1, 2],
        ["2026-11-09", 2, 2],
      ],
    });
    const other = await readBenchDepth(ofOak(), { schoolId: "sch_high" });
    expect(other.schools).toEqual([]);
    expect(other.trend.every(({ rate }) => rate.denominator === 0)).toBe(true);
  });
});
