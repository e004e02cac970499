import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { summarizeStaff } from "../../functions/engagement/actions/summarize-staff.ts";
import { repair } from "../../functions/engagement/actions/day-tick.ts";
import { schoolRollUps, staffSummaries, summaryPointers } from "../../functions/engagement/records.ts";
import type { District } from "../../functions/platform/district.ts";
import { partitionOf } from "../../functions/platform/record.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { type StreamRunner, streamRunner } from "../support/stream-runner.ts";
import { engagementHandler, expectFiguresEqualFacts, jobIn, readFigures } from "./expect-figures.ts";
import { now, today } from "./random-district.ts";
import { content, learned, mustLearn, openDistrict, type Person, person, roleAt, school, writeFacts } from "./small-district.ts";

let store: TestStore;
let stream: StreamRunner;
let district: District;
beforeAll(async () => {
  store = await openTestStore({ now, content });
  stream = await streamRunner(store, engagementHandler(store));
});
afterAll(() => store.close());

const schools = [school("sch_1"), school("sch_2", "middle")];
const recently = "2026-10-20T15:00:00.000Z";
const teachers = (count: number, schoolId = "sch_1"): Person[] =>
  Array.from({ length: count }, (_, i) => mustLearn(person(`stf_${schoolId.slice(-1)}${i}`, [roleAt(schoolId)]), "m01", "2026-10-01"));

/** A fresh district with these people, its stream worked off. */
async function begin(people: Person[]): Promise<void> {
  district = await openDistrict(store);
  await writeFacts(store, district, { schools, people });
  await stream.drain();
}

const rowsAt = (schoolId: string) => jobIn(store, district).table.list(staffSummaries, `S#${schoolId}`, { prefix: "STAFF#" });

describe("the first stage", () => {
  it("writes nothing when nothing changed, and does not answer its own writes for ever", async () => {
    await begin(teachers(3));
    const before = await rowsAt("sch_1");
    await stream.replay();
    expect(await stream.drain()).toBe(0);
    expect(await rowsAt("sch_1")).toEqual(before);
  });

  it("moves a person's row with them: one transaction, no row left behind, none missing", async () => {
    const [one, ...rest] = teachers(3);
    if (!one) throw new Error("nobody");
    await begin([one, ...rest]);
    const moved = { ...one, staff: { ...one.staff, roles: [roleAt("sch_1", "teacher", { endOn: "2026-10-31" }), roleAt("sch_2")] } };
    await writeFacts(store, district, { people: [moved] });
    await stream.drain();
    expect((await rowsAt("sch_1")).map(({ staffId }) => staffId)).toEqual(rest.map(({ staff }) => staff.id));
    expect((await rowsAt("sch_2")).map(({ staffId }) => staffId)).toEqual([one.staff.id]);
    await expectFiguresEqualFacts(store, district, schools, [moved, ...rest], today);
  });

  it("keeps a row in each school of someone who works at two, and counts them once in the district", async () => {
    const both = mustLearn(person("stf_both", [roleAt("sch_2", "coach", { isPrimary: false }), roleAt("sch_1")]), "m01", "2026-10-01");
    const people = [...teachers(2), ...teachers(2, "sch_2"), both];
    await begin(people);
    const figures = await readFigures(store, district);
    expect([figures.get("sch_1")?.total, figures.get("sch_2")?.total]).toEqual([
      expect.stringMatching(/^3 /),
      expect.stringMatching(/^3 /),
    ]);
    expect(figures.get("sch_1")?.home?.byRole).toHaveProperty("coach");
    expect(figures.get("sch_2")?.home?.total).toMatch(/^2 /);
    await expectFiguresEqualFacts(store, district, schools, people, today);
  });

  it("removes every row of a person who is no longer there", async () => {
    const people = teachers(2);
    await begin(people);
    await store.table.write([{ remove: { PK: partitionOf(district.id, "U#stf_10"), SK: "PROFILE" } }]);
    await stream.drain();
    expect((await rowsAt("sch_1")).map(({ staffId }) => staffId)).toEqual(["stf_11"]);
    expect(await jobIn(store, district).table.get(summaryPointers, { of: "U#stf_10", at: "SUM" })).toMatchObject({ schoolIds: [] });
  });
});

describe("poison", () => {
  const garbage = async (of: string, at: string, type: string): Promise<void> =>
    store.table.write([{ put: { PK: partitionOf(district.id, of), SK: at, type, version: 1, staffId: 7, moduleId: [], roles: "no" } }]);

  it("in a person's partition is left out and counted; everything else about them still counts", async () => {
    const people = teachers(3).map((one) => learned(one, "m01", "completed", recently));
    await begin(people);
    await garbage("U#stf_10", "E#m02", "enrollment");
    await stream.drain();
    expect((await readFigures(store, district)).get("sch_1")?.bad).toBe(1);
    await expectFiguresEqualFacts(store, district, schools, people, today);
  });

  it("in a person's own record keeps them in the figures as last known, marked", async () => {
    const people = teachers(3);
    await begin(people);
    await garbage("U#stf_10", "PROFILE", "staff");
    await stream.drain();
    expect((await readFigures(store, district)).get("sch_1")?.bad).toBe(1);
    await expectFiguresEqualFacts(store, district, schools, people, today);
  });

  it("among a school's summary rows is left out and counted, and put right by the next change or the repair", async () => {
    const people = teachers(3);
    await begin(people);
    await garbage("S#sch_1", "STAFF#stf_10", "staff-summary");
    await garbage("S#sch_1", "STAFF#stf_nobody", "something-else");
    await stream.drain();
    const spoilt = (await readFigures(store, district)).get("sch_1");
    expect([spoilt?.total, spoilt?.bad]).toEqual([expect.stringMatching(/^2 /), 2]);
    await repair(jobIn(store, district));
    expect((await readFigures(store, district)).get("sch_1")?.bad).toBe(0);
    await expectFiguresEqualFacts(store, district, schools, people, today);
  });

  it("in the roll-up itself is replaced", async () => {
    const people = teachers(3);
    await begin(people);
    await garbage("ROLL", "S#sch_1", "school-roll-up");
    await writeFacts(store, district, { people: [learned(people[0] ?? teachers(1)[0]!, "m01", "started", recently)] });
    await stream.drain();
    expect(await jobIn(store, district).table.get(schoolRollUps, { of: "ROLL", at: "S#sch_1" })).toMatchObject({
      schoolId: "sch_1",
      bad: 0,
    });
  });
});

describe("a closed school", () => {
  it("keeps its figures while anyone works there, and leaves the district's page with the last of them", async () => {
    const [one] = teachers(1);
    if (!one) throw new Error("nobody");
    await begin([one]);
    await writeFacts(store, district, { schools: [{ ...school("sch_1"), isActive: false }] });
    await stream.drain();
    expect([...(await readFigures(store, district)).keys()]).toEqual(["sch_1", "sch_2"]);
    await writeFacts(store, district, { people: [{ ...one, staff: { ...one.staff, roles: [roleAt("sch_2")] } }] });
    await stream.drain();
    expect([...(await readFigures(store, district)).keys()]).toEqual(["sch_2"]);
  });
});

describe("a school's name", () => {
  it("is the page's as soon as it changes, without a change of anybody", async () => {
    await begin(teachers(1));
    await writeFacts(store, district, { schools: [school("sch_1", "high", "Lincoln High")] });
    await stream.drain();
    expect((await readFigures(store, district)).get("sch_1")).toMatchObject({ name: "Lincoln High", level: "high" });
  });
});

describe("a pointer that was lost", () => {
  it("does not keep a person's rows from being made", async () => {
    const people = teachers(1);
    await begin(people);
    await store.table.write([{ remove: { PK: partitionOf(district.id, "U#stf_10"), SK: "SUM" } }]);
    await writeFacts(store, district, { people: people.map((one) => learned(one, "m01", "completed", recently)) });
    await summarizeStaff(jobIn(store, district), "stf_10");
    expect((await rowsAt("sch_1"))[0]).toMatchObject({ version: 2, items: [["m01", expect.any(Number), 3]] });
  });
});
