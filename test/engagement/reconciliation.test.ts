import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repair } from "../../functions/engagement/actions/day-tick.ts";
import type { DistrictPage, DrillPage, SchoolPage } from "../../functions/engagement/contract.ts";
import { countOnIt } from "../../functions/engagement/count-on-it.ts";
import { metricIds } from "../../functions/engagement/metrics/all.ts";
import { rateOf } from "../../functions/engagement/tally.ts";
import { schoolsOn } from "../../functions/roster/rules.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { districtLeader, engagementApi, leaderOf } from "./engagement-api.ts";
import { jobIn } from "./expect-figures.ts";
import { activePeople, naiveCounts } from "./naive.ts";
import { everyone, now, schools, today } from "./random-district.ts";
import { content, openDistrict, writeFacts } from "./small-district.ts";

let store: TestStore;
let api: ReturnType<typeof engagementApi>;
beforeAll(async () => {
  store = await openTestStore({ now, content });
  api = engagementApi(store);
});
afterAll(() => store.close());

const runs = { numRuns: 12, endOnFailure: true };
const levelOf = (schoolId: string | undefined) => schools.find(({ id }) => id === schoolId)?.level;
const csvRows = (text: string): string[][] => parse(text, { bom: true });
/** Below the total stand only notes. */
const totalAt = (rows: string[][]): number => rows.findIndex(([label]) => label?.startsWith("Total"));
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

          const written = table[i]?.slice(column, column + 3);
          if (cell.isHidden) expect(new Set(written)).toEqual(new Set(["hidden (a group of fewer than 5)"]));
          else {
            expect(cell).toEqual({ ...rateOf(truth), isHidden: false });
            expect(written).toEqual([
              String(cell.numerator),
              String(cell.denominator),
              cell.percent === undefined ? "" : String(cell.percent),
            ]);
          }
          const isFew = truth.denominator > 0 && drill.people.length < 5;
          if (isFew) expect(cell.isHidden).toBe(true);
          if (row.level !== "district")
            known.push(cell.isHidden || cell.denominator === 0 ? undefined : (100 * cell.numerator) / cell.denominator);
        }
        expect(page.countOnIt).toEqual(countOnIt(known, metric !== "stalled"));
        const inRole = people.filter(
          ({ staff }) =>
            // The district office is no school: its people are in no total beside schools.
            levelOf(schoolsOn(staff, today)[0]) !== "district" &&
            (role === undefined || staff.roles.some((one) => one.role === role && today <= (one.endOn ?? "9999"))),
        );
        expect(page.metrics[metric]).toEqual(rateOf(naiveCounts(metric, inRole, undefined, today)));
        const total = page.metrics[metric];
        expect(table[totalAt(table)]?.slice(column, column + 2)).toEqual([String(total.numerator), String(total.denominator)]);
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
        expect(page.metrics.reach.denominator + leftOut).toBe(onRoster);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});
