import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repair } from "../../functions/engagement/actions/day-tick.ts";
import type { DistrictPage, MetricId, SchoolPage, SchoolRate } from "../../functions/engagement/contract.ts";
import type { DrillPage } from "../../functions/engagement/people-contract.ts";
import { countOnIt } from "../../functions/engagement/count-on-it.ts";
import { metricIds } from "../../functions/engagement/metrics/all.ts";
import { rateOf } from "../../functions/engagement/rate.ts";
import { schoolsOn } from "../../functions/roster/rules.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { districtLeader, engagementApi, leaderOf } from "./engagement-api.ts";
import { jobIn } from "./expect-figures.ts";
import { activePeople, type Counts, naiveCounts } from "./naive.ts";
import { everyone, now, schools, today } from "./random-district.ts";
import { content, openDistrict, writeFacts } from "./small-district.ts";

let store: TestStore;
let api: ReturnType<typeof engagementApi>;
beforeAll(async () => {
  store = await openTestStore({ now, content });
  api = engagementApi(store);
});
afterAll(() => store.close());

const runs = { numRuns: 18, endOnFailure: true };
const levelOf = (schoolId: string | undefined) => schools.find(({ id }) => id === schoolId)?.level;
const csvRows = (text: string): string[][] => parse(text, { bom: true });
/** Below the total stand only notes. */
const totalAt = (rows: string[][]): number => rows.findIndex(([label]) => label?.startsWith("Total"));
const lowerIsBetter = new Set<MetricId>(["stalled", "lapsing", "lapsed"]);

/** What a view across schools may say of a figure about this many people: of fewer than twenty, no count that speaks of nearly all or hardly any. */
function asShown({ numerator, denominator }: Counts, people: number): SchoolRate {
  const share = (100 * numerator) / denominator;
  if (people > 0 && people < 20 && share >= 95) return { isHidden: false, coded: "atLeast", percent: 95 };
  if (people > 0 && people < 20 && share <= 5) return { isHidden: false, coded: "atMost", percent: 5 };
  return { isHidden: false, ...rateOf({ numerator, denominator }) };
}

/** A figure as the file writes it. */
function written(rate: SchoolRate): string[] {
  if (rate.isHidden) return Array.from({ length: 3 }, () => "hidden (a group of fewer than 5)");
  if ("coded" in rate) {
    const bound = rate.coded === "atLeast" ? "95 or more" : "5 or less";
    return ["not shown (fewer than 20 people)", "not shown (fewer than 20 people)", bound];
  }
  return [String(rate.numerator), String(rate.denominator), rate.percent === undefined ? "" : String(rate.percent)];
}

const roles = ["teacher", "coach", "paraprofessional"] as const;

describe("in any district", () => {
  it("picture, table, export, list of people and the facts themselves say the same", async () => {
    await fc.assert(
      fc.asyncProperty(everyone, fc.constantFrom(...metricIds), fc.constantFrom(undefined, ...roles), async (people, metric, role) => {
        const district = await openDistrict(store);
        await writeFacts(store, district, { schools, people });
        await repair(jobIn(store, district));
        const query = `metric=${metric}${role ? `&role=${role}` : ""}`;
        const page = await api.json<DistrictPage>(`/api/engagement/district?${query}`, districtLeader, district);
        const [header, ...table] = csvRows(await api.text(`/api/engagement/district.csv?${query}`, districtLeader, district));
        const column = header?.indexOf(`${page.definitions.find(({ id }) => id === metric)?.title}: counted`) ?? -1;
        const known: (number | undefined)[] = [];
        for (const [i, row] of page.schools.entries()) {
          const cell = row.metrics[metric];
          const here = people.filter(
            ({ staff }) =>
              role === undefined ||
              staff.roles.some((one) => one.role === role && one.schoolId === row.id && today <= (one.endOn ?? "9999")),
          );
          const truth = naiveCounts(metric, here, row.id, today);
          const drill = await api.json<DrillPage>(`/api/engagement/schools/${row.id}/people?${query}`, districtLeader, district);
          const own = await api.json<SchoolPage>(`/api/engagement/schools/${row.id}?${query}`, leaderOf(row.id), district);
          const list = csvRows(await api.text(`/api/engagement/schools/${row.id}/people.csv?${query}`, leaderOf(row.id), district));

          expect(drill.rate).toEqual(rateOf(truth));
          expect(own.metrics[metric]).toEqual(rateOf(truth));
          expect(row.activeStaff).toBe(activePeople(here, row.id, today).length);
          expect(own.activeStaff).toBe(row.activeStaff);
          const added = drill.people.reduce(
            (sum, one) => ({ numerator: sum.numerator + one.numerator, denominator: sum.denominator + one.denominator }),
            { numerator: 0, denominator: 0 },
          );
          expect(rateOf(added)).toEqual(drill.rate);
          expect(list.slice(1, totalAt(list)).map(([name]) => name)).toEqual(drill.people.map(({ name }) => name));
          expect(list[totalAt(list)]?.slice(3, 5)).toEqual([String(truth.numerator), String(truth.denominator)]);

          if (!cell.isHidden) expect(cell).toEqual(asShown(truth, drill.people.length));
          expect(table[i]?.slice(column, column + 3)).toEqual(written(cell));
          const isFew = truth.denominator > 0 && drill.people.length < 5;
          if (isFew) expect(cell.isHidden).toBe(true);
          if (row.level !== "district")
            known.push(cell.isHidden || truth.denominator === 0 ? undefined : (100 * truth.numerator) / truth.denominator);
        }
        expect(page.countOnIt).toEqual(countOnIt(known, !lowerIsBetter.has(metric)));
        const inRole = people.filter(
          ({ staff }) =>
            // The district office is no school: its people are in no total beside schools.
            levelOf(schoolsOn(staff, today)[0]) !== "district" &&
            (role === undefined || staff.roles.some((one) => one.role === role && today <= (one.endOn ?? "9999"))),
        );
        const total = page.metrics[metric];
        const behind = inRole.filter((one) => naiveCounts(metric, [one], undefined, today).denominator > 0).length;
        if (behind > 0 && behind < 5) expect(total.isHidden).toBe(true);
        if (!total.isHidden) expect(total).toEqual(asShown(naiveCounts(metric, inRole, undefined, today), behind));
        expect(table[totalAt(table)]?.slice(column, column + 3)).toEqual(written(total));
        const shownRole = page.byRole.find((one) => one.role === role);
        if (shownRole) expect(shownRole.rate).toEqual(total);
      }),
      runs,
    );
  });

  it("states how many are left out and why, so that everyone on the roster is accounted for", async () => {
    await fc.assert(
      fc.asyncProperty(everyone, async (people) => {
        const district = await openDistrict(store);
        await writeFacts(store, district, { schools, people });
        await repair(jobIn(store, district));
        const page = await api.json<DistrictPage>("/api/engagement/district", districtLeader, district);
        const onRoster = people.filter(({ staff }) =>
          staff.roles.some((role) => role.beginOn <= today && today <= (role.endOn ?? "9999")),
        ).length;
        const leftOut = page.excluded.reduce((sum, { count }) => sum + count, 0);
        expect(page.coverage.of + leftOut).toBe(onRoster);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});
