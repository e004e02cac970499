import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rollUpSchool } from "../../functions/engagement/actions/roll-up-school.ts";
import { summarizeStaff } from "../../functions/engagement/actions/summarize-staff.ts";
import { schoolRollUps, staffSummaries } from "../../functions/engagement/records.ts";
import { type Context, createContext } from "../../functions/platform/context.ts";
import type { District } from "../../functions/platform/district.ts";
import type { Operation, Table } from "../../functions/platform/table.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { expectFiguresEqualFacts, jobIn } from "./expect-figures.ts";
import { now, today } from "./random-district.ts";
import { content, learned, mustLearn, openDistrict, type Person, person, roleAt, school, writeFacts } from "./small-district.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore({ now, content });
});
afterAll(() => store.close());

const schools = [school("sch_1"), school("sch_2")];
const idle = mustLearn(person("stf_1", [roleAt("sch_1")]), "m01", "2026-10-01");
const done = learned(idle, "m01", "completed", "2026-10-20T15:00:00.000Z");
const moved: Person = { ...done, staff: { ...done.staff, roles: [roleAt("sch_2")] } };

type Gate = { reached: Promise<void>; open(): void; attempts: Operation[][] };

/** A worker of the same kind that stops dead just before its first write, until the gate is opened. */
function slowWorker(district: District): { ctx: Context; gate: Gate } {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  const attempts: Operation[][] = [];
  const table: Table = {
    ...store.table,
    async write(operations) {
      attempts.push(operations);
      reached.resolve();
      await opened.promise;
      return store.table.write(operations);
    },
  };
  const ctx = createContext({ ...store.services, table }, { actor: { kind: "job", name: "engagement" }, district, requestId: "slow" });
  return { ctx, gate: { reached: reached.promise, open: opened.resolve, attempts } };
}

/** A worker that stops dead just before its `call`-th call of the table, whatever that is. */
function heldUpBefore(call: number, district: District): { ctx: Context; reached: Promise<void>; open(): void } {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  let calls = 0;
  const held = async <T>(work: () => Promise<T>): Promise<T> => {
    if (++calls === call) {
      reached.resolve();
      await opened.promise;
    }
    return work();
  };
  const table: Table = {
    get: (key) => held(() => store.table.get(key)),
    query: (partition, range) => held(() => store.table.query(partition, range)),
    write: (operations) => held(() => store.table.write(operations)),
  };
  const ctx = createContext({ ...store.services, table }, { actor: { kind: "job", name: "engagement" }, district, requestId: "slow" });
  return { ctx, reached: reached.promise, open: opened.resolve };
}

/** Everything the swift workers do for these people. */
async function workOff(district: District, people: Person[]): Promise<void> {
  await writeFacts(store, district, { schools, people });
  for (const { staff } of people) await summarizeStaff(jobIn(store, district), staff.id);
  for (const { id } of schools) await rollUpSchool(jobIn(store, district), id);
}

describe("a slow worker that holds old rows", () => {
  it("loses to a roll-up made meanwhile, and starts over from the version", async () => {
    const district = await openDistrict(store);
    await writeFacts(store, district, { schools, people: [idle] });
    await summarizeStaff(jobIn(store, district), "stf_1");
    const { ctx, gate } = slowWorker(district);
    const slow = rollUpSchool(ctx, "sch_1");
    await gate.reached;
    await workOff(district, [done]);
    gate.open();
    await slow;
    expect(gate.attempts).toHaveLength(1);
    await expectFiguresEqualFacts(store, district, schools, [done], today);
  });

  it("loses as well when its write would be the last one ever", async () => {
    const district = await openDistrict(store);
    await workOff(district, [idle]);
    await writeFacts(store, district, { people: [learned(idle, "m01", "started", "2026-10-21T15:00:00.000Z")] });
    await summarizeStaff(jobIn(store, district), "stf_1");
    const { ctx, gate } = slowWorker(district);
    const slow = rollUpSchool(ctx, "sch_1");
    await gate.reached;
    await workOff(district, [done]);
    const before = await jobIn(store, district).table.get(schoolRollUps, { of: "ROLL", at: "S#sch_1" });
    gate.open();
    await slow;
    expect(await jobIn(store, district).table.get(schoolRollUps, { of: "ROLL", at: "S#sch_1" })).toEqual(before);
  });

  it("loses to a summary made meanwhile", async () => {
    const district = await openDistrict(store);
    await writeFacts(store, district, { schools, people: [idle] });
    await summarizeStaff(jobIn(store, district), "stf_1");
    await writeFacts(store, district, { people: [learned(idle, "m01", "started", "2026-10-21T15:00:00.000Z")] });
    const { ctx, gate } = slowWorker(district);
    const slow = summarizeStaff(ctx, "stf_1");
    await gate.reached;
    await workOff(district, [done]);
    gate.open();
    await slow;
    await rollUpSchool(jobIn(store, district), "sch_1");
    await expectFiguresEqualFacts(store, district, schools, [done], today);
  });

  it("does not bring back the row of someone who has moved to another school", async () => {
    const district = await openDistrict(store);
    await workOff(district, [idle]);
    await writeFacts(store, district, { people: [done] });
    const { ctx, gate } = slowWorker(district);
    const slow = summarizeStaff(ctx, "stf_1");
    await gate.reached;
    await workOff(district, [moved]);
    gate.open();
    await slow;
    expect(await jobIn(store, district).table.list(staffSummaries, "S#sch_1", { prefix: "STAFF#" })).toEqual([]);
    for (const { id } of schools) await rollUpSchool(jobIn(store, district), id);
    await expectFiguresEqualFacts(store, district, schools, [moved], today);
  });

  it("does not make a second first row when two workers meet someone new", async () => {
    const district = await openDistrict(store);
    await writeFacts(store, district, { schools, people: [idle] });
    const { ctx, gate } = slowWorker(district);
    const slow = summarizeStaff(ctx, "stf_1");
    await gate.reached;
    await workOff(district, [moved]);
    gate.open();
    await slow;
    await Promise.all(schools.map(({ id }) => rollUpSchool(jobIn(store, district), id)));
    await expectFiguresEqualFacts(store, district, schools, [moved], today);
  });

  it("does not turn the day back when it began before midnight", async () => {
    const district = await openDistrict(store);
    await workOff(district, [idle]);
    const yesterday = createContext(
      { ...store.services, clock: { now: () => new Date("2026-11-02T04:59:00Z") } },
      { actor: { kind: "job", name: "engagement" }, district, requestId: "late" },
    );
    expect(yesterday.today).toBe("2026-11-01");
    await writeFacts(store, district, { people: [done] });
    await summarizeStaff(yesterday, "stf_1");
    await rollUpSchool(yesterday, "sch_1");
    expect(await jobIn(store, district).table.get(schoolRollUps, { of: "ROLL", at: "S#sch_1" })).toMatchObject({ asOfDay: today });
    await expectFiguresEqualFacts(store, district, schools, [done], today);
  });

  it.each([
    { what: "a summary", work: (ctx: Context) => summarizeStaff(ctx, "stf_1"), after: (ctx: Context) => rollUpSchool(ctx, "sch_1") },
    { what: "a roll-up", work: (ctx: Context) => rollUpSchool(ctx, "sch_1"), after: async () => {} },
  ])("making $what does no harm, wherever it was held up", async ({ what, work, after }) => {
    for (let call = 1; ; call++) {
      const district = await openDistrict(store);
      await workOff(district, [idle]);
      await writeFacts(store, district, { people: [learned(idle, "m01", "started", "2026-10-21T15:00:00.000Z")] });
      if (what === "a roll-up") await summarizeStaff(jobIn(store, district), "stf_1");
      const { ctx, reached, open } = heldUpBefore(call, district);
      const slow = work(ctx);
      const wasReached = await Promise.race([reached.then(() => true), slow.then(() => false)]);
      await workOff(district, [done]);
      open();
      await slow;
      await after(jobIn(store, district));
      await expectFiguresEqualFacts(store, district, schools, [done], today);
      if (!wasReached) return;
    }
  });

  it("gets every one of many racing workers to the same figures", async () => {
    const district = await openDistrict(store);
    const people = Array.from({ length: 6 }, (_, i) => mustLearn(person(`stf_r${i}`, [roleAt("sch_1")]), "m01", "2026-10-01"));
    await writeFacts(store, district, { schools, people });
    const grown = people.map((one) => learned(one, "m01", "completed", "2026-10-20T15:00:00.000Z"));
    await Promise.all([
      writeFacts(store, district, { people: grown }),
      ...people.flatMap(({ staff }) => [1, 2, 3].map(() => summarizeStaff(jobIn(store, district), staff.id))),
    ]);
    for (const { staff } of people) await summarizeStaff(jobIn(store, district), staff.id);
    await Promise.all([1, 2, 3, 4].map(() => rollUpSchool(jobIn(store, district), "sch_1")));
    await expectFiguresEqualFacts(store, district, schools, grown, today);
  });
});
