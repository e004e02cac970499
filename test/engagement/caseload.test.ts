import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repair } from "../../functions/engagement/actions/day-tick.ts";
import type { CaseloadPage } from "../../functions/engagement/people-contract.ts";
import type { District } from "../../functions/platform/district.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { coach, engagementApi } from "./engagement-api.ts";
import { jobIn } from "./expect-figures.ts";
import { now } from "./random-district.ts";
import { content, learned, mustLearn, openDistrict, type Person, person, roleAt, school, writeFacts } from "./small-district.ts";

let store: TestStore;
let district: District;
let page: CaseloadPage;

const named = (name: string, more: Partial<Person["staff"]> = {}): Person =>
  person(`stf_${name.toLowerCase()}`, [roleAt("sch_1")], { givenName: name, familyName: "Ng", coachId: "stf_coach", ...more });
const due = (one: Person, on: string): Person => mustLearn(one, "m01", on);

const people: Person[] = [
  due(named("Ontrack"), "2026-12-14"),
  named("Nothing"),
  learned(due(named("Done"), "2026-10-01"), "m01", "completed", "2026-09-20T15:00:00.000Z"),
  due(named("Soon"), "2026-11-16"),
  due(named("Today"), "2026-11-02"),
  learned(due(named("Stalled"), "2026-12-14"), "m01", "started", "2026-09-20T15:00:00.000Z"),
  mustLearn(due(named("Late"), "2026-10-19"), "m02", "2026-10-26"),
  due(named("Later"), "2026-10-05"),
  learned(due(named("Waiting"), "2026-10-05"), "m01", "submitted", "2026-10-22T03:00:00.000Z"),
  learned(due(named("Handed"), "2026-12-14"), "m01", "submitted", "2026-11-02T14:00:00.000Z"),
  due(named("Away", { leave: { from: "2026-10-01", to: "2027-01-04" } }), "2026-10-05"),
  due(named("Newcomer", { hiredOn: "2026-10-12" }), "2026-10-30"),
  due(named("Gone", { status: "left" }), "2026-10-05"),
  due(named("Suspended", { status: "suspended" }), "2026-10-05"),
  due(named("Elsewhere", { coachId: "stf_other" }), "2026-10-05"),
];

beforeAll(async () => {
  store = await openTestStore({ now, content });
  district = await openDistrict(store);
  await writeFacts(store, district, { schools: [school("sch_1", "elementary", "Ashby")], people });
  await repair(jobIn(store, district));
  page = await engagementApi(store).json<CaseloadPage>("/api/coach/caseload", coach, district);
});
afterAll(() => store.close());

describe("a coach's caseload", () => {
  it("puts who needs them most first, and says why in plain words", () => {
    expect(page.people.map(({ name, need, why }) => `${name.replace(" Ng", "")} · ${need} · ${why}`)).toEqual([
      "Waiting · review · Evidence for “One system” waits for your review, since October 21 (12 days).",
      "Handed · review · Evidence for “One system” waits for your review, today.",
      "Later · overdue · “One system” was due on October 5, 28 days ago.",
      "Late · overdue · “One system” was due on October 19, 14 days ago; 1 more like it.",
      "Stalled · stalled · Began “One system” and did nothing in it since September 20 (43 days).",
      "Today · dueSoon · “One system” is due today.",
      "Soon · dueSoon · “One system” is due on November 16, in 14 days.",
      "Newcomer · onTrack · New here: nothing counts as due before November 26.",
      "Ontrack · onTrack · Next is “One system”, due on December 14.",
      "Done · onTrack · Everything that is assigned is complete.",
      "Nothing · onTrack · Nothing is assigned.",
      "Away · onLeave · On leave until January 4, 2027. Nothing is counted or sent while they are away.",
    ]);
  });

  it("lists the evidence that waits, the longest first, with the days it has waited", () => {
    expect(page.reviews.map(({ staffName, moduleTitle, waitingDays }) => [staffName, moduleTitle, waitingDays])).toEqual([
      ["Waiting Ng", "One system", 12],
      ["Handed Ng", "One system", 0],
    ]);
  });

  it("calls nobody late for what lies with the coach, nor anyone who is away or new", () => {
    const overdue = Object.fromEntries(page.people.map(({ name, overdue: count }) => [name.replace(" Ng", ""), count]));
    expect(overdue).toMatchObject({ Waiting: 0, Away: 0, Newcomer: 0, Late: 2, Later: 1 });
  });

  it("holds the coach's own people alone, and nobody who left or is suspended", () => {
    const names = page.people.map(({ name }) => name);
    for (const name of ["Gone Ng", "Suspended Ng", "Elsewhere Ng"]) expect(names).not.toContain(name);
  });

  it("has the figures of those people, of whom nobody on a long leave counts", () => {
    const counted = (id: keyof typeof page.metrics): string => `${page.metrics[id].numerator} of ${page.metrics[id].denominator}`;
    const inFigures = page.people.filter(({ isOnLeave }) => !isOnLeave).length;
    expect(page.metrics.reach.denominator).toBe(inFigures);
    expect(counted("transfer")).toBe(
      ["practiceAccepted", "practiceDue"]
        .map((part) => page.people.reduce((sum, one) => sum + (one.isOnLeave ? 0 : one[part as "practiceDue"]), 0))
        .join(" of "),
    );
    expect(page.definitions.map(({ id }) => id)).toEqual(Object.keys(page.metrics));
  });

  it("is one query of the coach's own index one of the school names and the district's editions, whatever the size of the district", async () => {
    store.used.length = 0;
    await engagementApi(store).json("/api/coach/caseload", coach, district);
    expect(store.used.map(({ operation }) => operation).toSorted()).toEqual(["get", "query", "query"]);
  });

  it("shows someone who works at two schools once", async () => {
    const both = person("stf_both", [roleAt("sch_1"), roleAt("sch_2", "teacher", { isPrimary: false })], { coachId: "stf_coach" });
    await writeFacts(store, district, { schools: [school("sch_2")], people: [both] });
    await repair(jobIn(store, district));
    const again = await engagementApi(store).json<CaseloadPage>("/api/coach/caseload", coach, district);
    expect(again.people.filter(({ id }) => id === "stf_both").map(({ schoolNames }) => schoolNames)).toEqual([["Ashby", "School sch_2"]]);
  });
});
