import { describe, expect, it } from "vitest";
import type { EffectKind } from "../../functions/assignment/effects-contract.ts";
import { drawn, type EffectsWorld, fileOf, openEffectsWorld, type Row } from "./effects-world.ts";

const monday = "2026-11-02T15:00:00Z";
const schools = { s1: "Lincoln Elementary School", s2: "Harbor Middle School", s3: "Ridge High School" };
const kinds: EffectKind[] = ["assigned", "removed", "redated"];
type Paths = Awaited<ReturnType<EffectsWorld["pathsTomorrow"]>>;

/** What the preview says becomes of every path. */
async function previewed(world: EffectsWorld, importId: string): Promise<string[]> {
  const lines: string[] = [];
  for (const kind of kinds) {
    const { people } = await world.list(importId, { kind, from: 0 });
    for (const { staffId, modules } of people)
      for (const { moduleId, dueOn, from = "", isDone } of modules) lines.push([kind, staffId, moduleId, from, dueOn, isDone].join(" "));
  }
  return lines.toSorted();
}

/** What did become of every path. */
function happened(world: EffectsWorld, before: Paths, after: Paths): string[] {
  const lines: string[] = [];
  const said = (text: string): string => `${text.slice(0, 10)} ${text.endsWith("done")}`;
  for (const [id, next] of after) {
    const old = before.get(id) ?? new Map<string, string>();
    for (const [moduleId, text] of next) {
      const was = old.get(moduleId);
      if (was === undefined) lines.push(`assigned ${world.idOf(id)} ${moduleId}  ${said(text)}`);
      else if (was.slice(0, 10) !== text.slice(0, 10) && !text.endsWith("done"))
        lines.push(`redated ${world.idOf(id)} ${moduleId} ${was.slice(0, 10)} ${said(text)}`);
    }
    for (const [moduleId, text] of old) if (!next.has(moduleId)) lines.push(`removed ${world.idOf(id)} ${moduleId}  ${said(text)}`);
  }
  return lines.toSorted();
}

async function withRules(world: EffectsWorld): Promise<void> {
  const path = (id: string) => ({ target: { kind: "path" as const, id } });
  const module = (id: string) => ({ target: { kind: "module" as const, id } });
  await world.rule("Teachers", [{ about: "role", anyOf: ["teacher"] }], { ...path("teacher"), due: { kind: "paced" } });
  await world.rule("Coaches", [{ about: "role", anyOf: ["coach"] }], { ...path("coach"), due: { kind: "paced" } });
  await world.rule("Middle schools", [{ about: "level", anyOf: ["middle"] }], {
    ...module("m8"),
    due: { kind: "fixed", on: "2026-12-04" },
  });
  await world.rule("Ridge", [{ about: "school", anyOf: [(await schoolId(world, "s3")) ?? ""] }], {
    ...module("m9"),
    due: { kind: "relative", days: 20, anchor: "roleStart" },
  });
  await world.rule("Newcomers", [{ about: "newlyHired", days: 60 }], {
    ...module("m03"),
    due: { kind: "relative", days: 50, anchor: "hired" },
  });
}

async function schoolId(world: EffectsWorld, sourcedId: string): Promise<string | undefined> {
  return (await world.rows()).find((row) => row.type === "school" && row.sourcedId === sourcedId)?.id as string | undefined;
}

const jobs = ["teacher", "ext:coach", "principal", "counselor"];
const pick = <One>(from: readonly One[], ...seed: (string | number)[]): One => from[drawn(from.length, ...seed)] as One;

function rolesOf(seed: string): Row["roles"] {
  const count = 1 + drawn(2, seed, "roles");
  return Array.from({ length: count }, (_, i) => ({
    job: pick(jobs, seed, i, "job"),
    at: pick(["s1", "s2", "s3"], seed, i, "at"),
    ...(drawn(3, seed, i, "begins") > 0 && { from: pick(["2019-08-12", "2026-09-28", "2026-11-02", "2026-12-01"], seed, i, "from") }),
    ...(drawn(5, seed, i, "ends") === 0 && { to: pick(["2026-11-02", "2027-01-29"], seed, i, "to") }),
  }));
}

/** People of a first file, and what a second file makes of them: most stay, some change, some are gone, some are new. */
function twoFiles(seed: number): { before: Row[]; after: Row[] } {
  const everyone = Array.from({ length: 26 }, (_, i) => `p${String(i).padStart(2, "0")}`);
  const fate = (id: string): number => drawn(10, seed, id, "fate");
  const row = (id: string, part: string): Row => ({
    id,
    ...(drawn(9, seed, id, part, "email") === 0 && { email: "" }),
    roles: rolesOf(`${seed} ${id} ${part}`),
  });
  const before = everyone.filter((id) => fate(id) > 0).map((id) => row(id, "first"));
  const after = everyone
    .filter((id) => fate(id) !== 1)
    .map((id) => (fate(id) < 5 ? row(id, "second") : (before.find((one) => one.id === id) ?? row(id, "second"))));
  return { before, after };
}

describe("what an import would ask of people", () => {
  it.each([1, 2, 3, 4, 5, 6])("is what it does ask of them once it is applied, no more and no less (draw %i)", async (seed) => {
    const world = await openEffectsWorld(monday);
    const { before, after } = twoFiles(seed);
    await world.begin(fileOf(before, schools));
    await withRules(world);
    for (const [i, { id }] of before.entries()) {
      if (i % 4 === 0) await world.learned(id, pick(["m01", "m02", "m8"], seed, id), i % 8 === 0);
      if (i % 5 === 0) await world.waive(id, pick(["m01", "m03", "m9"], seed, id));
      if (i % 7 === 0) await world.assignByHand(id, pick(["m01", "m9"], seed, id));
      if (i % 14 === 0) await world.takeBack(id);
    }
    await world.settle();
    const ids = [...new Set([...before, ...after].map(({ id }) => id))];
    // One school becomes a middle school, or another is renamed; one may close, which stops the rule that names it.
    const next = seed % 2 === 0 ? { ...schools, s1: "Lincoln Middle School" } : { ...schools, s2: "Harbor Middle School of Arts" };
    const importId = await world.preview(fileOf(after, next));
    const said = await previewed(world, importId);
    const before2 = await world.pathsTomorrow(ids);
    await world.apply(importId);
    expect(said.length).toBeGreaterThan(5);
    expect(said).toEqual(happened(world, before2, await world.pathsTomorrow(ids)));
    // What was shown of it stays to be read.
    expect(await previewed(world, importId)).toEqual(said);
  });

  it("takes a rule that names a school which closes to be stopped, as it then is", async () => {
    const world = await openEffectsWorld(monday);
    const people = ["a", "b", "c", "d"].map((id, i): Row => ({ id, roles: [{ job: "teacher", at: i < 2 ? "s3" : "s1" }] }));
    await world.begin(fileOf(people, schools));
    await withRules(world);
    const { s3: _, ...open } = schools;
    const importId = await world.preview(
      fileOf(
        people.map((one) => ({ ...one, roles: [{ job: "teacher", at: "s2" }] })),
        open,
      ),
    );
    const said = await previewed(world, importId);
    const ids = people.map(({ id }) => id);
    const before = await world.pathsTomorrow(ids);
    await world.apply(importId);
    expect(said).toEqual(happened(world, before, await world.pathsTomorrow(ids)));
    expect(said.some((line) => line.startsWith("removed") && line.includes("m9"))).toBe(false);
  });

  it("is counted by module and listed by name, a page at a time, and can be looked through by name", async () => {
    const world = await openEffectsWorld(monday);
    await world.begin(fileOf([{ id: "old", roles: [{ job: "teacher", at: "s1" }] }], schools));
    await withRules(world);
    const fresh = Array.from({ length: 620 }, (_, i): Row => ({
      id: `n${String(i).padStart(3, "0")}`,
      roles: [{ job: "teacher", at: i % 2 ? "s1" : "s2" }],
    }));
    const importId = await world.preview(fileOf([{ id: "old", roles: [{ job: "teacher", at: "s1" }] }, ...fresh], schools));
    const effects = await world.effects(importId);
    if (effects.state !== "ready") throw new Error(effects.state);
    expect(effects).toMatchObject({ on: "2026-11-03", people: { assigned: 620, removed: 0, redated: 0 }, all: 620 });
    expect(effects.modules.find(({ moduleId }) => moduleId === "m8")).toMatchObject({ title: "Module m8", counts: { assigned: 310 } });
    const last = await world.list(importId, { kind: "assigned", from: 600 });
    expect([last.people.length, last.total, last.people.at(-1)?.name]).toEqual([20, 620, "n619 Tester"]);
    const middle = await world.list(importId, { kind: "assigned", from: 450 });
    expect(middle.people.map(({ name }) => name)).toEqual(fresh.slice(450, 550).map(({ id }) => `${id} Tester`));
    expect((await world.list(importId, { kind: "assigned", from: 0, name: "N61" })).total).toBe(10);
    expect((await world.list(importId, { kind: "removed", from: 0 })).people).toEqual([]);
  });

  it("says for how many people something would be late from the first day", async () => {
    const world = await openEffectsWorld(monday);
    const old: Row = { id: "old", roles: [{ job: "teacher", at: "s3", from: "2019-08-12" }] };
    await world.begin(fileOf([old], schools));
    await withRules(world);
    const long: Row = { id: "long", roles: [{ job: "teacher", at: "s3", from: "2019-08-12" }] };
    const fresh: Row = { id: "fresh", roles: [{ job: "teacher", at: "s3" }] };
    expect(await world.effects(await world.preview(fileOf([old, long, fresh], schools)))).toMatchObject({ all: 2, late: 1 });
  });

  it("is not said of what was applied before it was worked out", async () => {
    const world = await openEffectsWorld(monday);
    const files = fileOf([{ id: "a", roles: [{ job: "teacher", at: "s1" }] }], schools);
    await world.begin(files);
    const [first] = (await world.rows()).filter(({ type }) => type === "import");
    expect(await world.effects(String(first?.id))).toEqual({ state: "notKnown" });
  });
});

describe("the mail that would follow from an import", () => {
  const people: Row[] = [
    { id: "moves", roles: [{ job: "teacher", at: "s1", from: "2019-08-12" }] },
    { id: "earns", roles: [{ job: "teacher", at: "s1", from: "2019-08-12" }] },
    { id: "nomail", email: "", roles: [{ job: "teacher", at: "s1", from: "2019-08-12" }] },
    { id: "ends", roles: [{ job: "teacher", at: "s1", from: "2019-08-12" }] },
    { id: "stays", roles: [{ job: "teacher", at: "s1", from: "2019-08-12" }] },
  ];
  const moved = people
    .filter(({ id }) => id !== "ends")
    .map((one): Row => (one.id === "stays" ? one : { ...one, roles: [{ job: "ext:coach", at: "s2", from: "2026-11-02" }] }));

  async function opened(isOn: boolean): Promise<EffectsWorld> {
    const world = await openEffectsWorld(monday);
    await world.begin(fileOf(people, schools));
    await withRules(world);
    await world.learned("earns", "m01", true);
    if (isOn) await world.remindersOn();
    // Everything that there is to say without the import is said.
    await world.remindAt("2026-11-03T15:00:00Z");
    world.sent.splice(0);
    return world;
  }

  it("is what is sent once it is applied, by the next day's reminders and for a certificate that is earned by it", async () => {
    const world = await opened(true);
    const importId = await world.preview(fileOf(moved, schools));
    const effects = await world.effects(importId);
    if (effects.state !== "ready") throw new Error(effects.state);
    await world.apply(importId);
    await world.remindAt("2026-11-04T15:00:00Z");
    const mailed = new Set(world.sent.map(({ staffId }) => staffId));
    expect([...mailed].toSorted()).toEqual([world.idOf("moves"), world.idOf("earns")].toSorted());
    expect(world.sent.map(({ subject }) => subject)).toContain("You have earned MTSS Foundations");
    expect(effects.mails).toMatchObject({ areRemindersOn: true, people: 2, kinds: { newlyAssigned: 2, certificate: 1 } });
    const kindsSent = new Set(world.sent.flatMap(({ digest }) => digest?.lines.map(({ kind }) => kind) ?? []));
    expect(new Set(Object.keys(effects.mails.kinds).filter((kind) => kind !== "certificate"))).toEqual(kindsSent);
  });

  it("is none but certificates where no reminders are on", async () => {
    const world = await opened(false);
    const importId = await world.preview(fileOf(moved, schools));
    expect(await world.effects(importId)).toMatchObject({ mails: { areRemindersOn: false, people: 1, kinds: { certificate: 1 } } });
    await world.apply(importId);
    await world.remindAt("2026-11-04T15:00:00Z");
    expect(world.sent).toHaveLength(1);
  });
});
