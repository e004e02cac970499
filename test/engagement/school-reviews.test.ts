import { afterAll, beforeAll, expect, it } from "vitest";
import { repair } from "../../functions/engagement/actions/day-tick.ts";
import type { SchoolReviewsPage } from "../../functions/engagement/people-contract.ts";
import type { District } from "../../functions/platform/district.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { administrator, coach, districtLeader, engagementApi, leaderOf, teacher } from "./engagement-api.ts";
import { jobIn } from "./expect-figures.ts";
import { now } from "./random-district.ts";
import { content, learned, openDistrict, person, roleAt, school, writeFacts } from "./small-district.ts";

let store: TestStore;
let api: ReturnType<typeof engagementApi>;
let district: District;

const sent = (id: string, at: string, more: Parameters<typeof person>[2] = {}, schoolId = "sch_a") =>
  learned(person(id, [roleAt(schoolId)], more), "m01", "submitted", at);
const leader = leaderOf("sch_a");

beforeAll(async () => {
  store = await openTestStore({ now, content });
  api = engagementApi(store);
  district = await openDistrict(store);
  const people = [
    sent("stf_later", "2026-10-25T15:00:00.000Z"),
    sent("stf_first", "2026-10-20T15:00:00.000Z", { coachId: "stf_coach" }),
    sent("stf_gone", "2026-10-19T15:00:00.000Z", { status: "suspended" }),
    sent(leader.staffId, "2026-10-18T15:00:00.000Z"),
    sent("stf_elsewhere", "2026-10-18T15:00:00.000Z", {}, "sch_b"),
    learned(person("stf_done", [roleAt("sch_a")]), "m01", "completed", "2026-10-20T15:00:00.000Z"),
  ];
  await writeFacts(store, district, { schools: [school("sch_a", "elementary", "Ashby"), school("sch_b", "middle", "Birch")], people });
  await repair(jobIn(store, district));
});
afterAll(() => store.close());

it("lists what waits at a school for its leader, the longest wait first, and says who has a coach", async () => {
  const page = await api.json<SchoolReviewsPage>("/api/engagement/schools/sch_a/reviews", leader, district);
  expect(page.school).toEqual({ id: "sch_a", name: "Ashby" });
  expect(page.reviews.map(({ staffId, moduleId, hasCoach }) => [staffId, moduleId, hasCoach])).toEqual([
    ["stf_first", "m01", true],
    ["stf_later", "m01", false],
  ]);
});

it("is for those alone who may review there", async () => {
  const askers = [leaderOf("sch_b"), coach, teacher, districtLeader, administrator];
  const statuses = await Promise.all(askers.map((asker) => api.status("/api/engagement/schools/sch_a/reviews", asker, district)));
  expect(statuses).toEqual([404, 404, 403, 403, 403]);
});
