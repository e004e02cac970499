import { strToU8, zipSync } from "fflate";
import { expect } from "vitest";
import { scheduleHandler } from "../../functions/lambda/schedule.ts";
import { sweepOutbox } from "../../functions/lambda/mail.ts";
import { enrollments } from "../../functions/learning/records.ts";
import { commit } from "../../functions/platform/commit.ts";
import type { ContentSource } from "../../functions/platform/context.ts";
import type { Item, Key } from "../../functions/platform/table.ts";
import { compiledContent } from "../access/world.ts";
import { coreIds, learned } from "../certification/world.ts";
import { choices } from "../reminders/world.ts";
import { type CrashPoint, mortal } from "../support/crash-points.ts";
import { bundleOf, learn, openLivingDistrict, type Roster, roster } from "../support/living-district.ts";
import { tracesOf } from "./traces.ts";

/** Two accounts of one person, twice: one pair is still to be merged, one was. */
export const everyone: Roster = {
  ...roster,
  mia: { jobs: [["teacher", "s1", "2024-08-12"]] },
  mia2: { jobs: [["teacher", "s2", "2024-08-12"]] },
  noa: { jobs: [["teacher", "s1", "2024-08-12"]] },
  noa2: { jobs: [["ext:coach", "s2", "2024-08-12"]] },
};

export const zipOf = (people: Roster): Uint8Array<ArrayBuffer> =>
  zipSync(Object.fromEntries(Object.entries(bundleOf(people)).map(([name, text]) => [name, strToU8(String(text))])));

const placeOf = ({ PK, SK }: Key): string => `${PK}\n${SK}`;

export type CrashWorld = Awaited<ReturnType<typeof openCrashWorld>>;

/** A living district that can be put back as it was, and whose processes may end before any of their writes. */
export async function openCrashWorld(content?: ContentSource) {
  const world = await openLivingDistrict(content ? { content } : {});
  const { table, clock, services, mailer } = world;
  const process = mortal(table);
  let kept = new Map<string, Item>();
  const start = clock.now().toISOString();

  /** Follows changes up with processes of which the first ends at the point; whatever it was at is delivered again. */
  const follow = async (keys: readonly Key[], end?: CrashPoint): Promise<number> => {
    process.begin(end);
    let writes = 0;
    const handle = world.handlerOver({ ...services, table: process });
    for (let batch = keys; batch.length > 0; batch = table.takeChanges()) {
      try {
        await handle(batch);
      } catch (error) {
        if (!process.life.hasEnded) throw error;
        writes += process.life.writes;
        process.begin();
        await handle(batch);
      }
    }
    writes += process.life.writes;
    // What hangs on a lease runs out in time, and is swept.
    clock.set(new Date(Date.parse(start) + 11 * 60_000).toISOString());
    await sweepOutbox(services, mailer);
    await world.settle();
    clock.set(start);
    return writes;
  };
  return {
    ...world,
    follow,
    /** An hour of the schedule, whose process may end, and all that follows; how many writes the schedule itself made. */
    async hour(at: string, end?: CrashPoint): Promise<number> {
      clock.set(at);
      process.begin(end);
      await scheduleHandler({ ...services, table: process }, mailer)().catch((error: unknown) => {
        if (!process.life.hasEnded) throw error;
      });
      const { writes } = process.life;
      await world.settle();
      clock.set(start);
      return writes;
    },
    /** From here on, `restore` comes back to this. */
    keep(): void {
      table.takeChanges();
      kept = new Map(table.items().map((item) => [placeOf(item), item]));
    },
    /** Every row as it was, and with it whichever of these were there besides. */
    async restore(besides: ReadonlyMap<string, Item> = kept): Promise<void> {
      for (const item of table.items()) {
        const before = besides.get(placeOf(item));
        if (!before) await table.write([{ remove: item }]);
        else if (before !== item) await table.write([{ put: before }]);
      }
      for (const [place, item] of besides) if (!(await table.get(item))) await table.write([{ put: besides.get(place) ?? item }]);
      table.takeChanges();
    },
    /** Everything as it is now. */
    now: (): Map<string, Item> => new Map(table.items().map((item) => [placeOf(item), item])),
    /** What is not as it was, by kind and content, chance aside. */
    changes(): string[] {
      const rows = table.items();
      const there = new Set(rows.map(placeOf));
      const gone = [...kept.keys()].filter((place) => !there.has(place));
      return [
        ...tracesOf(
          rows.filter((item) => kept.get(placeOf(item)) !== item),
          world.district,
        ),
        ...gone,
      ];
    },
  };
}

/** A district in the middle of everything, so that each action finds what it needs. */
export async function busyDistrict(): Promise<CrashWorld> {
  const world = await openCrashWorld();
  await world.sync(everyone);
  const id = world.idOf;
  await world.ask("lou", "POST", `/coaches/${id("cho")}/caseload`, { staffIds: ["ana", "ben", "dee", "mia2"].map(id) });
  await world.ask("sam", "PUT", "/reminders", { ...choices(["overdue"]), version: 0 });
  await world.ask("sam", "POST", "/rules", teachersLearn);
  // Ana has one thing left before she is certified: the review of what she handed in.
  const ctx = world.job("setup", "roster:write");
  const writes = coreIds
    .slice(1)
    .map((module) => enrollments.put({ ...learned(id("ana"), module, "2026-08-20T15:00:00.000Z"), version: 0 }));
  await commit(ctx, { action: "entered", subject: `staff:${id("ana")}`, writes, result: null });
  await learn(world, "ana", "m01");
  await world.ask("ana", "POST", "/modules/m01/practice", { text: "What I did.", noStudentData: true });
  await world.ask("ben", "POST", "/modules/m02/lessons/one/completion", {});
  await world.ask("ben", "POST", "/modules/m02/attempts");
  await world.ask("ben", "POST", "/my/path/m01/extension", { wishedOn: "2027-02-01", reason: "Testing season" });
  await world.ask("pat", "POST", `/staff/${id("ben")}/waivers`, { target: { kind: "module", id: "m03" }, reason: "Teaches it" });
  await world.ask("pat", "POST", `/teams/${world.schoolId("s1")}/seats`, { staffId: id("ben"), team: "tier2", role: "dataAnalyst" });
  for (const name of ["mia2", "noa2"]) {
    await learn(world, name, "m01");
    await learn(world, name, "m02");
  }
  await world.ask("sam", "POST", `/people/${id("noa")}/merges`, { duplicateId: id("noa2") });
  await world.takeIn(
    zipOf({ ...everyone, eli: { jobs: [["counselor", "s1", "2026-09-01"]] }, new1: { jobs: [["teacher", "s2", "2026-09-01"]] } }),
  );
  for (const name of Object.keys(everyone)) if (name !== "noa2") await world.request(name, "GET", "/session");
  expect(await world.findings()).toEqual([]);
  world.keep();
  return world;
}

/** A district that adapts modules: one draft waits to be published, one edition waits for its day, one is in force. */
export async function districtThatWrites(): Promise<CrashWorld> {
  const world = await openCrashWorld(compiledContent());
  await world.sync();
  for (const moduleId of ["m02", "m03", "m04"]) {
    const { current } = await world.ask("sam", "GET", `/authoring/${moduleId}`);
    const files = { ...current, "job-aid.md": `${current["job-aid.md"]}\nAsk at the office.\n` };
    await world.ask("sam", "PUT", `/authoring/${moduleId}/draft`, { files, version: 0 });
    const edition = { version: 1, publishOn: moduleId === "m02" ? "2026-12-01" : "2026-09-01", note: "Our own form", again: [] };
    if (moduleId !== "m03") await world.ask("sam", "POST", `/authoring/${moduleId}/editions`, edition);
  }
  expect(await world.findings()).toEqual([]);
  world.keep();
  return world;
}

export const teachersLearn = {
  name: "What teachers learn",
  audience: { anyOf: [{ allOf: [{ about: "role", anyOf: ["teacher"] }] }] },
  target: { kind: "path", id: "paraprofessional" },
  due: { kind: "paced" },
  effectiveFrom: "2026-09-01",
};
