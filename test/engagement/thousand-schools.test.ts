import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { viewAcross } from "../../functions/engagement/district-figures.ts";
import { schoolRollUps, sliceOf, trendWeeks, weekRollUps } from "../../functions/engagement/records.ts";
import { frozenFigures } from "../../functions/engagement/trend.ts";
import type { District } from "../../functions/platform/district.ts";
import type { RecordWrite } from "../../functions/platform/record.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { districtLeader, engagementApi, leaderOf } from "./engagement-api.ts";
import { manySchools } from "./many-schools.ts";
import { content, openDistrict } from "./small-district.ts";

const many = 1000;
const week = "2026-W37";
let store: TestStore;
let district: District;
let api: ReturnType<typeof engagementApi>;

beforeAll(async () => {
  store = await openTestStore({ now: "2026-11-02T15:00:00Z", content });
  api = engagementApi(store);
  district = await openDistrict(store);
  const then = manySchools(many, "2026-09-07", -0.2);
  const frozen = { week, asOfDay: "2026-09-07", ...frozenFigures(viewAcross(then, undefined).all(undefined)) };
  const writes: RecordWrite[] = [
    ...manySchools(many, "2026-11-02").map((row) => schoolRollUps.overwrite(row)),
    ...then.map((row) => weekRollUps.overwrite({ ...row, week })),
    trendWeeks.overwrite({ slice: sliceOf({}), ...frozen }),
  ];
  for (let i = 0; i < writes.length; i += 100)
    await store.table.write(writes.slice(i, i + 100).map((write) => write.operation(district.id)));
});
afterAll(() => store.close());

/** What an answer took to read, and how many units its own bytes would be, read the same way. */
async function costOf(path: string, asker = districtLeader): Promise<{ queries: number; units: number; payload: number }> {
  store.used.length = 0;
  const body = await api.text(path, asker, district);
  const units = store.used.reduce((sum, one) => sum + one.units, 0);
  return { queries: store.used.length, units, payload: Math.ceil(Buffer.byteLength(body) / 4096) / 2 };
}

describe("with a thousand schools", () => {
  it("the district's page reads at most twice what it answers", async () => {
    const { units, payload } = await costOf("/api/engagement/district");
    expect(units).toBeLessThanOrEqual(2 * payload);
    expect(units).toBeLessThan(220);
  });

  it("a day that is past is read from that week's rows and today's, and no school's own", async () => {
    const { queries, units } = await costOf("/api/engagement/district?asOf=2026-09-20");
    // Which week; today's rows and that week's, two pages each at most of a megabyte; the trend.
    expect(queries).toBeLessThanOrEqual(6);
    expect(units).toBeLessThan(440);
  });

  it("a school's page is answered in a few kilobytes", async () => {
    const id = manySchools(1, "2026-11-02")[0]?.schoolId ?? "";
    const body = await api.text(`/api/engagement/schools/${id}`, leaderOf(id), district);
    expect(Buffer.byteLength(body)).toBeLessThan(40_000);
  });

  it("the file has a line for every school", async () => {
    const csv = await api.text("/api/engagement/district.csv", districtLeader, district);
    expect(csv.split("\r\n").filter((line) => line.startsWith("Number "))).toHaveLength(many);
  });
});
