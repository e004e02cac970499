import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dayTick } from "../../functions/engagement/actions/day-tick.ts";
import type { DistrictPage } from "../../functions/engagement/contract.ts";
import { levelWords, roleWords } from "../../functions/engagement/export-words.ts";
import type { District } from "../../functions/platform/district.ts";
import { lead } from "../../web/strings/en-lead.ts";
import { t } from "../../web/strings/en.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { districtLeader, engagementApi, leaderOf } from "./engagement-api.ts";
import { jobIn } from "./expect-figures.ts";
import { content, mustLearn, openDistrict, person, roleAt, school, writeFacts } from "./small-district.ts";

let store: TestStore;
let district: District;
let api: ReturnType<typeof engagementApi>;
const schools = [school("sch_1"), school("sch_2"), school("sch_3"), school("sch_4", "middle")];
const aides = [3, 6, 8, 7].flatMap((size, i) =>
  Array.from({ length: size }, (_, j) =>
    mustLearn(
      person(`stf_${i}${j}`, [roleAt(`sch_${i + 1}`, "paraprofessional")], i === 2 && j === 0 ? { leave: { from: "2026-10-01" } } : {}),
      "m01",
      "2026-10-01",
    ),
  ),
);

beforeAll(async () => {
  store = await openTestStore({ now: "2026-11-02T15:00:00Z", content });
  api = engagementApi(store);
  district = await openDistrict(store);
  await writeFacts(store, district, { schools, people: aides });
  await dayTick(jobIn(store, district), "everyone");
});
afterAll(() => store.close());

it("carries when it was true, what was chosen, and everyone who is left out, as the page does", async () => {
  const query = "metric=reach&level=elementary&role=paraprofessional";
  const page = await api.json<DistrictPage>(`/api/engagement/district?${query}`, districtLeader, district);
  expect(page.leftOut.reach).toEqual({ people: 9, schools: 2 });
  expect(page.metrics.reach).toEqual({ isHidden: false, coded: "atMost", percent: 5 });
  const response = await api.ask(`/api/engagement/district.csv?${query}`, districtLeader, district);
  const rows: string[][] = parse(await response.text(), { bom: true });
  const notes = rows.slice(rows.findIndex(([label]) => label?.startsWith("Total: ")) + 1).map(([label, value]) => [label, value]);
  expect(notes.slice(0, 3)).toEqual([
    ["As of", "November 2, 2026 at 10:00 AM"],
    ["School level", "Elementary"],
    ["Role", "Paraprofessional"],
  ]);
  expect(notes).toContainEqual(["Not in the total of Reach: people in hidden schools", "9"]);
  expect(notes).toContainEqual(["Not in the total of Reach: hidden schools", "2"]);
  expect(notes).toContainEqual(["Definition of Reach", "version 1"]);
  // Of a chosen role alone, one person on leave is one whom everyone knows.
  expect(notes.filter(([label]) => label?.startsWith("Left out"))).toEqual([]);
  const all: string[][] = parse(await (await api.ask("/api/engagement/district.csv?metric=reach", districtLeader, district)).text(), {
    bom: true,
  });
  expect(all.map(([label, value]) => [label, value])).toContainEqual(["Left out: On a long leave", "1"]);
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="engagement-elementary-paraprofessional-2026-11-02.csv"');
});

it("says of a list which figure, role and part of it was chosen, and roles in words", async () => {
  const query = "metric=reach&role=paraprofessional&show=rest";
  const response = await api.ask(`/api/engagement/schools/sch_2/people.csv?${query}`, leaderOf("sch_2"), district);
  const rows: string[][] = parse(await response.text(), { bom: true });
  expect(rows[1]?.[1]).toBe("Paraprofessional");
  expect(rows.slice(-4).map(([label, value]) => [label, value])).toEqual([
    ["As of", "November 2, 2026 at 10:00 AM"],
    ["Figure", "Reach"],
    ["Role", "Paraprofessional"],
    ["Shown", "Those with something missing"],
  ]);
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="reach-.*-paraprofessional-.*-2026-11-02\.csv"$/);
});

it("names roles and levels as the screen does", () => {
  expect(roleWords).toEqual(t.jobRoles);
  expect(levelWords).toEqual(lead.levels);
});
