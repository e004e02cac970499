import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dayTick, type Thoroughness } from "../../functions/engagement/actions/day-tick.ts";
import { freezeWeek } from "../../functions/engagement/actions/freeze-week.ts";
import type { DistrictPage, SchoolPage } from "../../functions/engagement/contract.ts";
import { schoolWeeks, staffSummaries, trendWeeks } from "../../functions/engagement/records.ts";
import type { District } from "../../functions/platform/district.ts";
import { jobContext } from "../../functions/platform/job.ts";
import { partitionOf } from "../../functions/platform/record.ts";
import type { Table } from "../../functions/platform/table.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { districtLeader, engagementApi, leaderOf } from "./engagement-api.ts";
import { expectFiguresEqualFacts, jobIn, readFigures } from "./expect-figures.ts";
import { content, learned, mustLearn, openDistrict, type Person, person, roleAt, school, writeFacts } from "./small-district.ts";

let store: TestStore;
let district: District;
beforeAll(async () => {
  store = await openTestStore({ content });
});
beforeEach(async () => {
  // A Monday.
  store.clock.set("2026-11-02T15:00:00Z");
  district = await openDistrict(store);
});
afterAll(() => store.close());

const schools = ["sch_1", "sch_2", "sch_3"].map((id) => school(id));
const staff = (dueOn: string): Person[] =>
  schools.flatMap(({ id }, i) => [0, 1, 2, 3, 4].map((j) => mustLearn(person(`stf_${i}${j}`, [roleAt(id)]), "m01", dueOn)));
const tick = (thoroughness: Thoroughness = "everyone"): Promise<boolean> => dayTick(jobIn(store, district), thoroughness);

describe("the day's tick", () => {
  it("brings what a date alone has changed to the page: something due today was not yesterday", async () => {
    const people = staff("2026-11-03");
    await writeFacts(store, district, { schools, people });
    await tick();
    await expectFiguresEqualFacts(store, district, schools, people, "2026-11-02");
    store.clock.set("2026-11-03T15:00:00Z");
    await tick();
    await expectFiguresEqualFacts(store, district, schools, people, "2026-11-03");
  });

  it("runs once for each local date, by the district's own midnight", async () => {
    await writeFacts(store, district, { schools, people: staff("2026-11-03") });
    expect(await tick()).toBe(true);
    expect(await tick()).toBe(false);
    store.clock.set("2026-11-03T04:59:00Z");
    expect(await tick()).toBe(false);
    store.clock.set("2026-11-03T05:00:00Z");
    expect(await tick()).toBe(true);
  });

  it.each<Thoroughness>(["everyone", "outdated"])(
    "takes on who begins today and lets go who ended yesterday (%s)",
    async (thoroughness) => {
      const moving = person("stf_m", [
        roleAt("sch_1", "teacher", { endOn: "2026-11-02" }),
        roleAt("sch_2", "teacher", { beginOn: "2026-11-03" }),
      ]);
      const coming = person("stf_n", [roleAt("sch_1", "teacher", { beginOn: "2026-11-03" })]);
      await writeFacts(store, district, { schools, people: [moving, coming] });
      await writeFacts(store, district, { people: [coming], today: "2026-11-03" });
      await tick();
      await expectFiguresEqualFacts(store, district, schools, [moving, coming], "2026-11-02");
      store.clock.set("2026-11-03T12:00:00Z");
      await tick(thoroughness);
      await expectFiguresEqualFacts(store, district, schools, [moving, coming], "2026-11-03");
      const left = await jobIn(store, district).table.list(staffSummaries, "S#sch_1", { prefix: "STAFF#" });
      expect(left.map(({ staffId }) => staffId)).toEqual(["stf_n"]);
    },
  );

  it("finds and removes a row that no pointer knows", async () => {
    const people = staff("2026-10-01");
    await writeFacts(store, district, { schools, people });
    await tick();
    const [row] = await jobIn(store, district).table.list(staffSummaries, "S#sch_1", { prefix: "STAFF#" });
    if (!row) throw new Error("no row");
    await store.table.write([staffSummaries.overwrite({ ...row, staffId: "stf_ghost" }).operation(district.id)]);
    store.clock.set("2026-11-03T15:00:00Z");
    await tick();
    await expectFiguresEqualFacts(store, district, schools, people, "2026-11-03");
  });

  it("goes on without one person whose rows cannot be made", async () => {
    const people = staff("2026-10-01");
    await writeFacts(store, district, { schools, people });
    await store.table.write([{ put: { PK: partitionOf(district.id, "U#stf_00"), SK: "PROFILE", type: "staff", version: 1 } }]);
    expect(await tick()).toBe(true);
    expect((await readFigures(store, district)).get("sch_1")?.total).toMatch(/^4 /);
  });
});

describe("a tick that is cut short", () => {
  it("goes on with whoever is left, and the figures are then right for everyone", async () => {
    const people = Array.from({ length: 120 }, (_, i) =>
      mustLearn(person(`stf_${String(i).padStart(3, "0")}`, [roleAt("sch_1")]), "m01", "2026-11-03"),
    );
    await writeFacts(store, district, { schools, people });
    const tickOver = async (table: Table): Promise<boolean> =>
      dayTick(await jobContext({ ...store.services, table }, "engagement", district.id, "tick"));
    const dying: Table = {
      ...store.table,
      async write(operations) {
        await store.table.write(operations);
        if (operations.some((one) => "put" in one && one.put.type === "day-tick-place")) throw new Error("the process ended");
      },
    };
    await expect(tickOver(dying)).rejects.toThrow("the process ended");
    const read = new Set<string>();
    const listening: Table = {
      ...store.table,
      query(partition, range) {
        const [, staffId] = /#U#(.+)$/.exec(partition) ?? [];
        if (staffId !== undefined) read.add(staffId);
        return store.table.query(partition, range);
      },
    };
    expect(await tickOver(listening)).toBe(true);
    expect([...read].toSorted()).toEqual(people.slice(100).map(({ staff: { id } }) => id));
    await expectFiguresEqualFacts(store, district, schools, people, "2026-11-02");
    store.clock.set("2026-11-03T15:00:00Z");
    expect(await tick()).toBe(true);
    await expectFiguresEqualFacts(store, district, schools, people, "2026-11-03");
  });
});

describe("a frozen week", () => {
  const weeksOf = async (): Promise<DistrictPage["trend"]> =>
    (await engagementApi(store).json<DistrictPage>("/api/engagement/district", districtLeader, district)).trend;

  it("is taken on the week's first tick and holds what the page showed", async () => {
    const people = staff("2026-10-01").map((one, i) => (i % 3 ? one : learned(one, "m01", "completed", "2026-10-20T15:00:00.000Z")));
    await writeFacts(store, district, { schools, people });
    await tick();
    const page = await engagementApi(store).json<DistrictPage>("/api/engagement/district", districtLeader, district);
    const metrics = Object.fromEntries(Object.entries(page.metrics).map(([id, rate]) => [id, { ...rate, isHidden: false }]));
    expect(page.trend).toEqual([{ week: "2026-W45", asOf: "2026-11-02", metrics, countOnIt: page.countOnIt }]);
    const own = await engagementApi(store).json<SchoolPage>("/api/engagement/schools/sch_1", leaderOf("sch_1"), district);
    expect(own.trend).toEqual([{ week: "2026-W45", asOf: "2026-11-02", metrics: own.metrics }]);
  });

  it("is never rewritten, whatever happens to the facts, and later days of the week add none", async () => {
    const people = staff("2026-10-01");
    await writeFacts(store, district, { schools, people });
    await tick();
    const before = await weeksOf();
    await writeFacts(store, district, { people: people.map((one) => learned(one, "m01", "completed", "2026-11-02T18:00:00.000Z")) });
    store.clock.set("2026-11-05T15:00:00Z");
    await tick();
    expect(await freezeWeek(jobIn(store, district))).toBe("frozenBefore");
    expect(await weeksOf()).toEqual(before);
    store.clock.set("2026-11-11T15:00:00Z");
    await tick();
    expect((await weeksOf()).map(({ week, asOf, metrics: { transfer } }) => [week, asOf, transfer])).toEqual([
      ["2026-W45", "2026-11-02", { isHidden: false, coded: "atMost", percent: 5 }],
      ["2026-W46", "2026-11-11", { isHidden: false, coded: "atLeast", percent: 95 }],
    ]);
  });

  it("that a run left half done is finished from the rows already frozen, so that district and schools agree", async () => {
    const people = staff("2026-10-01");
    await writeFacts(store, district, { schools, people });
    await tick();
    const job = jobIn(store, district);
    const trend = await job.table.collection("TREND#all#all");
    for (const { PK, SK } of trend) await store.table.write([{ remove: { PK, SK } }]);
    await store.table.write([
      { remove: { PK: partitionOf(district.id, "TREND#all#teacher"), SK: "2026-W45" } },
      { remove: { PK: partitionOf(district.id, "TREND#elementary#all"), SK: "2026-W45" } },
      { remove: { PK: partitionOf(district.id, "BENCHW"), SK: "2026-W45" } },
    ]);
    await store.table.write([{ remove: { PK: partitionOf(district.id, "TREND#elementary#teacher"), SK: "2026-W45" } }]);
    await writeFacts(store, district, { people: people.map((one) => learned(one, "m01", "completed", "2026-11-02T18:00:00.000Z")) });
    store.clock.set("2026-11-03T15:00:00Z");
    await tick();
    expect((await weeksOf())[0]?.metrics.transfer).toEqual({ isHidden: false, coded: "atMost", percent: 5 });
    const week = await job.table.get(schoolWeeks, { of: "S#sch_1", at: "HIST#2026-W45" });
    expect(week).toMatchObject({ asOfDay: "2026-11-02", version: 1 });
  });

  it("is kept for every choice of level and role that the page offers", async () => {
    await writeFacts(store, district, { schools, people: staff("2026-10-01") });
    await tick();
    for (const slice of ["all#all", "all#teacher", "elementary#all", "elementary#teacher"])
      expect(await jobIn(store, district).table.get(trendWeeks, { of: `TREND#${slice}`, at: "2026-W45" })).toBeDefined();
  });
});

describe("the page's as-of time", () => {
  it("is now when the day's tick has run, and until then the time at which the oldest figure was worked out", async () => {
    await writeFacts(store, district, { schools, people: staff("2026-10-01") });
    await tick();
    const page = (): Promise<DistrictPage> => engagementApi(store).json("/api/engagement/district", districtLeader, district);
    store.clock.set("2026-11-02T20:00:00Z");
    expect((await page()).asOf).toBe("2026-11-02T20:00:00.000Z");
    store.clock.set("2026-11-03T06:00:00Z");
    expect((await page()).asOf).toBe("2026-11-02T15:00:00.000Z");
  });
});
