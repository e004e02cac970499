import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { certificatesFrom } from "../../functions/certification/queries.ts";
import { previewMerge } from "../../functions/certification/preview-merge.ts";
import { adoptions } from "../../functions/lambda/adoptions.ts";
import { mergedEnrollment } from "../../functions/learning/merge-rules.ts";
import { enrollmentsFrom } from "../../functions/learning/queries.ts";
import { type Enrollment, enrollments } from "../../functions/learning/records.ts";
import type { District } from "../../functions/platform/district.ts";
import { AppError } from "../../functions/platform/errors.ts";
import type { Table } from "../../functions/platform/table.ts";
import { continueMerge } from "../../functions/roster/actions/continue-merge.ts";
import { changePerson } from "../../functions/roster/actions/change-person.ts";
import { mergePeople } from "../../functions/roster/actions/merge-people.ts";
import { takeMergeBack } from "../../functions/roster/actions/take-merge-back.ts";
import { listCaseload, listMembers, readStaff } from "../../functions/roster/queries.ts";
import { readTimeline } from "../../functions/roster/read-timeline.ts";
import { teamSeatsOf } from "../../functions/roster/team-queries.ts";
import { accessOn, isWorking } from "../../functions/roster/rules.ts";
import { crashPoints, mortal } from "../support/crash-points.ts";
import { type MemoryStore, openMemoryStore } from "../support/store.ts";
import { administrator, duplicateId, essence, keptId, openTwoAccounts } from "./merge-world.ts";

let store: MemoryStore;
let district: District;
const ctx = (table: Table = store.table) => administrator(store, district, table);
const begin = () => mergePeople(ctx(), { staffId: keptId, duplicateId });
const goOn = (mergeId: string, table: Table = store.table) => continueMerge(ctx(table), { staffId: keptId, mergeId }, adoptions);
const rowsOf = async (staffId: string) => [
  ...(await ctx().table.collection(`U#${staffId}`)),
  ...(await ctx().table.collection(`U#${staffId}#WORK`)),
];
const completed = async (staffId: string) => enrollmentsFrom(await rowsOf(staffId)).filter(({ completedAt }) => completedAt !== undefined);
async function merged(): Promise<string> {
  const { id } = await begin();
  await goOn(id);
  return id;
}
async function unmerged(mergeId: string): Promise<void> {
  await takeMergeBack(ctx(), { staffId: keptId, mergeId });
  await goOn(mergeId);
}
const refusal = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error("nothing was refused")),
    (error: unknown) => (error instanceof AppError ? error : Promise.reject(error)),
  );

beforeAll(async () => {
  store = await openMemoryStore();
});
beforeEach(async () => {
  district = await openTwoAccounts(store);
});

describe("a merge of two accounts", () => {
  it("loses no completion: five and fourteen and one of both are twenty, each with its earliest date", async () => {
    const preview = await previewMerge(ctx(), { staffId: keptId, duplicateId });
    expect(preview).toMatchObject({
      completions: 15,
      completionsOfBoth: 1,
      completionsAfter: 20,
      certificates: 1,
      caseload: 1,
      losesAdministration: true,
    });
    await merged();
    const done = await completed(keptId);
    expect(done).toHaveLength(20);
    expect(done.find(({ moduleId }) => moduleId === "both")?.completedAt).toBe("2026-09-10T12:00:00.000Z");
    expect(await completed(duplicateId)).toEqual([]);
  });

  it("keeps every attempt and all evidence, counted on, and the file where it lies", async () => {
    await merged();
    const work = await ctx().table.collection(`U#${keptId}#WORK`);
    expect(work.map(({ SK, percent }) => [SK, percent])).toEqual([
      ["Q#both#0001", 10],
      ["Q#both#0002", 20],
      ["Q#both#0003", 10],
      ["Q#both#0004", 20],
      ["Q#both#0005", 30],
      ["V#both#0001", undefined],
      ["V#both#0002", undefined],
    ]);
    expect(work.at(-1)).toMatchObject({ id: `evd_${duplicateId}`, staffId: keptId, file: { heldBy: duplicateId } });
  });

  it("keeps each certificate the one it is, both of one term too", async () => {
    const before = certificatesFrom([...(await rowsOf(keptId)), ...(await rowsOf(duplicateId))]);
    await merged();
    const after = certificatesFrom(await rowsOf(keptId));
    const essentials = ({ id, publicId, holderName, expiresOn }: (typeof after)[number]) => [id, publicId, holderName, expiresOn].join();
    expect(after.map(essentials).toSorted()).toEqual(before.map(essentials).toSorted());
    expect(after.map(({ cycle }) => cycle)).toEqual([1, 2]);
  });

  it("brings the jobs, the people coached and the earlier day of hire, and never a right to administer", async () => {
    await merged();
    const kept = await readStaff(ctx(), keptId);
    expect(kept.roles.map(({ role, schoolId, isPrimary }) => [role, schoolId, isPrimary])).toEqual([
      ["teacher", "sch_1", true],
      ["coach", "sch_2", false],
    ]);
    expect(kept).toMatchObject({ hiredOn: "2022-08-12", isDistrictAdministrator: false, identity: { subject: `ruiz-${district.id}` } });
    expect((await listCaseload(ctx(), keptId)).map(({ id }) => id)).toEqual(["stf_coached"]);
    const other = await readStaff(ctx(), duplicateId);
    expect([accessOn(other, "2026-11-02"), isWorking(other, "2026-11-02"), other.mergedInto]).toEqual([[], false, keptId]);
    expect((await teamSeatsOf(ctx(), keptId)).map(({ id }) => id)).toEqual(["sea_other"]);
    expect((await listMembers(ctx(), "sch_2")).map(({ staffId }) => staffId).toSorted()).toEqual(["stf_coached", keptId]);
  });

  it("is said in one timeline, with what happened to the other account before", async () => {
    await changePerson(ctx(), { staffId: duplicateId, change: { kind: "suspend" } });
    await merged();
    const { entries } = await readTimeline(ctx(), keptId);
    expect(entries.map(({ action, ofAccount = "" }) => `${action} ${ofAccount}`).toSorted()).toEqual([
      "merge.begun ",
      "people.merged ",
      `person.suspended ${duplicateId}`,
    ]);
  });

  it("of one account with itself, with one merged before, or into one that is out of use is refused", async () => {
    expect((await refusal(mergePeople(ctx(), { staffId: keptId, duplicateId: keptId }))).code).toBe("not-ready");
    await merged();
    expect((await refusal(begin())).code).toBe("not-ready");
    expect((await refusal(mergePeople(ctx(), { staffId: "stf_coached", duplicateId: keptId }))).detail).toContain("merged into that of");
    await changePerson(ctx(), { staffId: "stf_coached", change: { kind: "end", on: "2026-11-02" } });
    district = await openTwoAccounts(store);
    await changePerson(ctx(), { staffId: keptId, change: { kind: "end", on: "2026-11-02" } });
    expect((await refusal(begin())).detail).toContain("no longer works here");
  });
});

describe("every kind of row in a person's own partitions", () => {
  it("is moved by a merge, or stays by name", () => {
    const own = readFileSync("docs/data-model.md", "utf8").matchAll(/^\| `([\w-]+)` \| `U#<(?:kept )?staff>(?:#WORK)?` [^|]*\| fact/gm);
    // A person's own record, and their seats with it, go over in the transaction that begins the merge.
    const stays = ["staff", "seat", "merge"];
    const kinds = [...own].map(([, kind = ""]) => kind);
    expect(kinds.length).toBeGreaterThan(6);
    expect(kinds.filter((kind) => !stays.includes(kind)).toSorted()).toEqual(adoptions.map(({ type }) => type).toSorted());
  });
});

describe("a merge that is taken back", () => {
  it("leaves both accounts exactly as they were", async () => {
    const before = await essence(store, district, { versions: false });
    await unmerged(await merged());
    const isTrace = (text: string) => text.includes('"type":"merge"') || text.includes('"type":"moved-row"');
    expect((await essence(store, district, { versions: false })).filter((text) => !isTrace(text))).toEqual(before);
  });

  it("leaves with the kept account what was done since, and gives the other its own as it was", async () => {
    const id = await merged();
    const [half] = (await completed(keptId)).filter(({ moduleId }) => moduleId === "both");
    if (!half) throw new Error("nothing was merged");
    const since = { ...half, lessons: { ...half.lessons, z: "2026-11-01T12:00:00.000Z" } };
    await store.table.write([enrollments.put(since).operation(district.id)]);
    await unmerged(id);
    const of = async (staffId: string) => (await completed(staffId)).find(({ moduleId }) => moduleId === "both");
    expect((await of(keptId))?.lessons).toHaveProperty("z");
    expect(await of(duplicateId)).toMatchObject({ completedAt: "2026-09-10T12:00:00.000Z", check: { attempts: 3 } });
    expect((await completed(duplicateId)).length).toBe(15);
    expect((await rowsOf(keptId)).filter(({ SK }) => SK.startsWith("Q#both"))).toHaveLength(5);
  });

  it("can be made again", async () => {
    await unmerged(await merged());
    await merged();
    expect(await completed(keptId)).toHaveLength(20);
  });
});

describe("a process that ends anywhere in a merge", () => {
  it.each(["merging", "undoing"] as const)("leaves it to be finished by the next one, to the same rows: %s", async (phase) => {
    const prepare = async (): Promise<string> => {
      district = await openTwoAccounts(store, { kept: 1, duplicate: 1 });
      if (phase === "merging") return (await begin()).id;
      const id = await merged();
      await takeMergeBack(ctx(), { staffId: keptId, mergeId: id });
      return id;
    };
    const table = mortal(store.table);
    const whole = await prepare();
    table.begin();
    await goOn(whole, table);
    const { calls } = table.life;
    const expected = await essence(store, district, { versions: true });
    expect(calls).toBeGreaterThan(20);
    for (const point of crashPoints(calls)) {
      const id = await prepare();
      table.begin(point);
      await expect(goOn(id, table), `at call ${point.atCall}`).rejects.toThrow();
      await goOn(id);
      expect(await essence(store, district, { versions: true }), `${point.when} call ${point.atCall}`).toEqual(expected);
    }
  });

  it("meets another that is at the same merge without harm", async () => {
    const { id } = await begin();
    await Promise.all([goOn(id), goOn(id), goOn(id)]);
    expect(await completed(keptId)).toHaveLength(20);
  });
});

const instant = fc.integer({ min: 10, max: 28 }).map((d) => `2026-09-${d}T12:00:00.000Z`);
const maybe = fc.option(instant, { nil: undefined });
const enrollment = fc
  .record({
    lessons: fc.dictionary(fc.constantFrom("a", "b", "c"), instant),
    passed: maybe,
    accepted: maybe,
    done: fc.boolean(),
    at: instant,
    attempts: fc.nat(4),
  })
  .map(({ lessons, passed, accepted, done, at, attempts }): Enrollment => {
    const isDone = done && passed !== undefined && accepted !== undefined;
    return {
      staffId: "x",
      moduleId: "m",
      hash: at,
      startedAt: at,
      lastActivityAt: at,
      lessons,
      check: { attempts, seen: [], ...(passed !== undefined && { passedAt: passed, lastPassedAt: passed, bestPercent: 90 }) },
      practice: {
        state: accepted === undefined ? "none" : "accepted",
        submissions: 1,
        ...(accepted !== undefined && { acceptedAt: accepted }),
      },
      ...(isDone && { contentCompletedAt: passed, completedAt: accepted }),
      creditMinutes: isDone ? 60 : 0,
    };
  });

describe("one enrollment out of two (property)", () => {
  it("has all that either had, at the earlier date, whichever account is kept", () => {
    const facts = (one: Enrollment) => [
      one.lessons,
      one.check.passedAt,
      one.check.bestPercent,
      one.completedAt,
      one.practice.acceptedAt,
      one.creditMinutes,
    ];
    fc.assert(
      fc.property(enrollment, enrollment, (a, b) => {
        const both = mergedEnrollment(a, b);
        expect(facts(both)).toEqual(facts(mergedEnrollment(b, a)));
        expect(both.check.attempts).toBe(a.check.attempts + b.check.attempts);
        const first = [a.completedAt, b.completedAt].filter((at) => at !== undefined).toSorted()[0];
        expect(both.completedAt).toBe(first);
        for (const one of [a, b])
          for (const [lesson, at] of Object.entries(one.lessons)) expect((both.lessons[lesson] ?? "x") <= at).toBe(true);
        expect(facts(mergedEnrollment(both, a))).toEqual(facts(both));
      }),
    );
  });
});
