import { beforeAll, describe, expect, it, vi } from "vitest";
import { contentOf, moduleOf } from "../learning/world.ts";
import { coreIds } from "../certification/world.ts";
import { learn, type LivingDistrict, openLivingDistrict, type Roster, roster } from "../support/living-district.ts";
import { type Staff, staffRecords } from "../../functions/roster/records.ts";
import type { Versioned } from "../../functions/platform/record.ts";

let said: string[];
beforeAll(() => {
  // What goes wrong here on purpose is logged as it should be; nobody needs to read it but the tests.
  said = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  return () => vi.restoreAllMocks();
});

type Condition = { about: string } & Record<string, unknown>;
const rule = (groups: Condition[][], more: object = {}) => ({
  name: "A rule",
  audience: { anyOf: groups.map((allOf) => ({ allOf })) },
  target: { kind: "module", id: "m07" },
  due: { kind: "relative", days: 30 },
  effectiveFrom: "2026-09-01",
  ...more,
});
const is = (role: string): Condition => ({ about: "role", anyOf: [role] });

async function openWorld(): Promise<LivingDistrict> {
  const world = await openLivingDistrict();
  await world.sync();
  const staffIds = ["ana", "ben", "dee", "eli"].map((name) => world.idOf(name));
  await world.ask("lou", "POST", `/coaches/${world.idOf("cho")}/caseload`, { staffIds });
  return world;
}
/** Whom something is asked of, and by when. */
async function asked(world: LivingDistrict): Promise<Record<string, string>> {
  const found: [string, string][] = [];
  for (const name of Object.keys(roster)) {
    const { assignments } = await world.ask("lou", "GET", `/staff/${world.idOf(name)}/path`);
    for (const { dueOn } of assignments as { dueOn: string }[]) found.push([name, dueOn]);
  }
  return Object.fromEntries(found);
}
const profile = async (world: LivingDistrict, name: string): Promise<Staff & Versioned> =>
  staffRecords.parse((await world.rows()).find(({ type, id }) => type === "staff" && id === world.idOf(name))!);
async function edit(world: LivingDistrict, name: string, what: object): Promise<void> {
  const { givenName, familyName, email, hiredOn, version } = await profile(world, name);
  const change = { kind: "edit", givenName, familyName, email, hiredOn, ...what };
  await world.ask("sam", "POST", `/people/${world.idOf(name)}/changes`, { version, change });
}
const ruleOnPage = async (world: LivingDistrict) => (await world.ask("sam", "GET", "/rules")).rules[0];
const save = async (world: LivingDistrict, what: object) => {
  const before = (await world.ask("sam", "GET", "/rules")).rules[0];
  return before
    ? world.ask("sam", "PUT", `/rules/${before.id}`, { isActive: true, ...what, version: before.version })
    : world.ask("sam", "POST", "/rules", what);
};

describe("what a rule asks follows the person at once, and the self-check agrees:", () => {
  /** What happens, and who is asked by when after it. */
  type Steps = [what: string, happen: (world: LivingDistrict) => Promise<unknown>, wanted: Record<string, string>][];
  const seat = (world: LivingDistrict, name: string, more: object = {}) =>
    world.ask("pat", "POST", `/teams/${world.schoolId("s1")}/seats`, {
      staffId: world.idOf(name),
      team: "tier2",
      role: "dataAnalyst",
      ...more,
    });
  const renamed = { s1: "Lincoln Middle School", s2: "Harbor Middle School" };
  const cases: Record<string, { rule: object; steps: Steps }> = {
    "a level, and a job that meets it": {
      rule: rule([[is("teacher"), { about: "level", anyOf: ["middle"] }]]),
      steps: [
        ["saved", async () => {}, { dee: "2026-10-01", eli: "2026-10-01" }],
        [
          "the school becomes a middle school",
          (world) => world.sync(roster, renamed),
          { ana: "2026-10-01", ben: "2026-10-01", dee: "2026-10-01", eli: "2026-10-01" },
        ],
        ["and an elementary school again", (world) => world.sync(), { dee: "2026-10-01", eli: "2026-10-01" }],
      ],
    },
    "a role and a school that one and the same job must meet": {
      rule: rule([[is("teacher"), { about: "school", anyOf: ["$s1"] }]]),
      steps: [
        ["saved", async () => {}, { ana: "2026-10-01", ben: "2026-10-01" }],
        [
          "a teacher of one school coaches at the other",
          (world) =>
            world.sync({
              ...roster,
              dee: {
                jobs: [
                  ["teacher", "s2", "2024-08-12"],
                  ["ext:coach", "s1", "2024-08-12"],
                ],
              },
            }),
          { ana: "2026-10-01", ben: "2026-10-01" },
        ],
        [
          "and teaches there",
          (world) =>
            world.sync({
              ...roster,
              dee: {
                jobs: [
                  ["teacher", "s2", "2024-08-12"],
                  ["teacher", "s1", "2026-09-01"],
                ],
              },
            }),
          { ana: "2026-10-01", ben: "2026-10-01", dee: "2026-10-01" },
        ],
      ],
    },
    "a seat, counted from the day it is taken": {
      rule: rule([[{ about: "seat", teams: ["tier2"], roles: ["dataAnalyst"], withBackups: false }]], {
        due: { kind: "relative", days: 30, anchor: "roleStart" },
      }),
      steps: [
        ["saved", async () => {}, {}],
        ["someone is a backup", (world) => seat(world, "ben", { isBackup: true }), {}],
        ["someone is named from later on", (world) => seat(world, "ana", { from: "2026-09-21" }), { ana: "2026-10-21" }],
        [
          "the seat has a last day, and it comes",
          async (world) => {
            await seat(world, "ana", { from: "2026-09-21", until: "2026-10-02" });
            await world.day("2026-10-02");
            expect(await asked(world)).toEqual({ ana: "2026-10-21" });
            await world.day("2026-10-03");
          },
          {},
        ],
      ],
    },
    "a certificate never held, or a role": {
      rule: rule([[is("teacher"), { about: "certificate", certificationId: "foundations", is: "neverHeld" }], [is("coach")]]),
      steps: [
        ["saved", async () => {}, { ana: "2026-10-01", ben: "2026-10-01", dee: "2026-10-01", eli: "2026-10-01", cho: "2026-10-01" }],
        [
          "one of them earns it",
          async (world) => {
            for (const id of coreIds) await learn(world, "ana", id, id === "m01" ? { coach: "cho" } : {});
          },
          { ben: "2026-10-01", dee: "2026-10-01", eli: "2026-10-01", cho: "2026-10-01" },
        ],
        [
          "and coaches: the other group holds",
          (world) => world.sync({ ...roster, ana: { jobs: [["ext:coach", "s1", "2026-09-01"]] } }),
          { ana: "2026-10-01", ben: "2026-10-01", dee: "2026-10-01", eli: "2026-10-01", cho: "2026-10-01" },
        ],
      ],
    },
    "a certificate's last day, which moves when it is renewed": {
      rule: rule([[{ about: "certificate", certificationId: "foundations", is: "held" }]], {
        due: { kind: "relative", days: -30, anchor: "certificateExpiry" },
      }),
      steps: [
        [
          "someone is certified",
          async (world) => {
            for (const id of coreIds) await learn(world, "ana", id, id === "m01" ? { coach: "cho" } : {});
          },
          { ana: "2029-08-02" },
        ],
        [
          "and renews in the window",
          async (world) => {
            await world.day("2029-06-04");
            for (const id of coreIds) await learn(world, "ana", id);
          },
          { ana: "2032-08-02" },
        ],
      ],
    },
    "the day of hire: since a day, counted from it": {
      rule: rule([[{ about: "hired", is: "onOrAfter", on: "2026-07-02" }]], { due: { kind: "relative", days: 100, anchor: "hired" } }),
      steps: [
        ["saved", async () => {}, {}],
        ["a day of hire is corrected", (world) => edit(world, "ana", { hiredOn: "2026-07-15" }), { ana: "2026-10-23" }],
        ["to another", (world) => edit(world, "ana", { hiredOn: "2026-08-03" }), { ana: "2026-11-11" }],
        ["and back", (world) => edit(world, "ana", { hiredOn: "2024-08-12" }), {}],
      ],
    },
    "the day of hire: before a day, and in the first days alone": {
      rule: rule(
        [
          [{ about: "hired", is: "before", on: "2024-08-13" }, is("schoolAdministrator")],
          [{ about: "newlyHired", days: 90 }, is("teacher")],
        ],
        {
          due: { kind: "relative", days: 60, anchor: "hired" },
        },
      ),
      steps: [
        ["saved", async () => {}, { pat: "2024-10-11" }],
        ["someone was hired in summer", (world) => edit(world, "ana", { hiredOn: "2026-07-15" }), { pat: "2024-10-11", ana: "2026-09-14" }],
        ["their ninety days are over", (world) => world.day("2026-10-14"), { pat: "2024-10-11" }],
      ],
    },
    "contract days from the start of the rule": {
      rule: rule([[is("schoolAdministrator")]], { due: { kind: "relative", days: 10, unit: "contractDays", anchor: "ruleStart" } }),
      steps: [
        ["saved", async () => {}, { pat: "2026-09-15" }],
        [
          "the rule begins later",
          (world) =>
            save(
              world,
              rule([[is("schoolAdministrator")]], {
                effectiveFrom: "2026-09-14",
                due: { kind: "relative", days: 10, unit: "contractDays", anchor: "ruleStart" },
              }),
            ),
          { pat: "2026-09-28" },
        ],
      ],
    },
    "the day it reached the person": {
      rule: rule([[is("counselor")]], { due: { kind: "relative", days: 30, anchor: "assigned" } }),
      steps: [
        [
          "someone becomes a counselor",
          async (world) => {
            await world.day("2026-09-10");
            await world.sync({ ...roster, ana: { jobs: [["counselor", "s1", "2026-09-10"]] } });
          },
          { ana: "2026-10-12" },
        ],
        ["days go by", (world) => world.day("2026-09-21"), { ana: "2026-10-12" }],
      ],
    },
    "the start of the school year, which the calendar moves": {
      rule: rule([[is("schoolAdministrator")]], {
        effectiveFrom: "2026-07-01",
        due: { kind: "relative", days: 90, anchor: "schoolYearStart" },
      }),
      steps: [
        ["saved", async () => {}, { pat: "2026-09-29" }],
        [
          "the school year begins later",
          async (world) => {
            const { version, groups, groupOfRole } = await world.ask("sam", "GET", "/calendar");
            const years = [{ yearStartsOn: "2026-08-17", yearEndsOn: "2027-06-11", breaks: [] }];
            const preview = await world.ask("sam", "POST", "/calendar/preview", { version, groups, groupOfRole, years });
            expect(preview.people).toMatchObject([{ id: world.idOf("pat"), moves: [{ from: "2026-09-29", to: "2026-11-16" }] }]);
            await world.ask("sam", "PUT", "/calendar", { version, groups, groupOfRole, years });
          },
          { pat: "2026-11-16" },
        ],
      ],
    },
  };

  it.each(Object.entries(cases))("%s", async (_, { rule: saved, steps }) => {
    const world = await openWorld();
    await save(world, JSON.parse(JSON.stringify(saved).replaceAll("$s1", world.schoolId("s1"))));
    for (const [what, happen, wanted] of steps) {
      await happen(world);
      expect([what, await asked(world)]).toEqual([what, wanted]);
      expect([what, await world.findings()]).toEqual([what, []]);
    }
  });
});

describe("a rule that was stopped", () => {
  const alarms = (): string[] => said.filter((line) => line.includes("a rule was stopped"));
  const stateOf = async (world: LivingDistrict) => (await world.rows()).filter(({ type }) => type === "rule-state");
  const teachers = rule([[is("teacher")]]);
  const withCounselor: Roster = {
    ...roster,
    ana: { jobs: [["counselor", "s1", "2026-09-02"]] },
    pat: { jobs: [["teacher", "s1", "2026-09-02"]] },
  };

  it("because what it gives is gone changes nobody, and saved again it is all it says: versions, audience, no alarm", async () => {
    const world = await openWorld();
    await save(world, teachers);
    const before = await world.rows();
    const lines = (rows: typeof before) =>
      rows.filter(({ type }) => type === "assignment-source").map(({ SK, PK, version }) => [PK, SK, version]);
    const shipped = world.services.content;
    world.services.content = contentOf(coreIds.map((id) => moduleOf({ id, hash: `${id}-v1`, lessons: ["one"] })));
    said.length = 0;
    await world.day("2026-09-02");
    await world.sync(withCounselor);
    await world.day("2026-09-03");
    expect(alarms()).toHaveLength(1);
    expect(await ruleOnPage(world)).toMatchObject({ version: 1, stopped: { because: "targetGone", since: "2026-09-02" } });
    expect(lines(await world.rows())).toEqual(lines(before));
    // The catalogue has it again: that alone starts nothing.
    world.services.content = shipped;
    await world.day("2026-09-04");
    expect((await ruleOnPage(world)).stopped).toBeDefined();
    await save(world, teachers);
    expect(await ruleOnPage(world)).toEqual(expect.not.objectContaining({ stopped: expect.anything(), task: expect.anything() }));
    expect(await stateOf(world)).toEqual([expect.not.objectContaining({ stopped: expect.anything() })]);
    expect(await asked(world)).toEqual({ ben: "2026-10-01", dee: "2026-10-01", eli: "2026-10-01", pat: "2026-10-02" });
    const { versions } = await world.ask("sam", "GET", `/rules/${(await ruleOnPage(world)).id}/history`);
    expect(versions.map(({ version, savedByName }: Record<string, unknown>) => [version, savedByName])).toEqual([
      [2, "sam Test"],
      [1, "sam Test"],
    ]);
    await world.day("2026-09-07");
    expect(alarms()).toHaveLength(1);
    expect(await world.findings()).toEqual([]);
  });

  it("because working it out fails stops alone, once, says so in the audit, and is tried again when it is saved", async () => {
    const world = await openWorld();
    await world.ask("sam", "POST", "/rules", rule([[is("teacher")]], { name: "Another rule", target: { kind: "module", id: "m01" } }));
    const certified = rule([[is("teacher"), { about: "certificate", certificationId: "foundations", is: "neverHeld" }]], {
      name: "A failing rule",
    });
    const { heldIn } = world.services.certificates;
    const failing = {
      ...world.services.certificates,
      heldIn: () =>
        new Proxy([], {
          get: () => {
            throw new Error("nobody knows");
          },
        }),
    };
    world.services.certificates = failing;
    said.length = 0;
    const failed = async () =>
      (await world.ask("sam", "GET", "/rules")).rules.find(({ name }: { name: string }) => name === "A failing rule");
    await world.ask("sam", "POST", "/rules", certified);
    expect(await failed()).toMatchObject({ version: 1, stopped: { because: "failed", what: "nobody knows" } });
    expect(await failed()).not.toHaveProperty("task");
    expect(alarms()).toHaveLength(1);
    const ended = (await world.rows()).filter(({ action }) => /^rule\.(applied|stopped)$/.test(String(action))).map(({ action }) => action);
    expect(new Set(ended)).toEqual(new Set(["rule.applied", "rule.stopped"]));
    expect(ended.filter((action) => action === "rule.applied")).toHaveLength(1);
    // The other rule goes on.
    await world.sync(withCounselor);
    await world.day("2026-09-03");
    const others = ["ben", "dee", "eli", "pat"];
    expect(Object.keys(await asked(world))).toEqual(others);
    // Saved while it still fails it is stopped once more; saved when it does not, it is what it says.
    const again = async () =>
      world.ask("sam", "PUT", `/rules/${(await failed()).id}`, { ...certified, isActive: true, version: (await failed()).version });
    await again();
    expect(await failed()).toMatchObject({ version: 2, stopped: { because: "failed" } });
    expect(alarms()).toHaveLength(2);
    world.services.certificates = { ...failing, heldIn };
    await again();
    expect(await failed()).toMatchObject({ version: 3 });
    expect(await failed()).not.toHaveProperty("stopped");
    const m07 = (await world.rows()).filter(({ type, target }) => type === "assignment-source" && (target as { id: string }).id === "m07");
    expect(Object.fromEntries(m07.map(({ staffId, origin }) => [staffId, (origin as { ruleVersion: number }).ruleVersion]))).toEqual(
      Object.fromEntries(others.map((name) => [world.idOf(name), 3])),
    );
    expect(await world.findings()).toEqual([]);
  });

  it("is not one whose row cannot be read: that one changes nothing, and keeps nobody from the others", async () => {
    const world = await openWorld();
    await save(world, teachers);
    const stored = (await world.rows()).find(({ type }) => type === "rule");
    if (!stored) throw new Error("there is no rule");
    await world.table.write([{ put: { ...stored, SK: "rul_garbage", id: "rul_garbage", audience: "everyone", version: 1 } }]);
    await world.settle();
    await world.sync(withCounselor);
    await world.day("2026-09-03");
    expect(Object.keys(await asked(world))).toEqual(["ben", "dee", "eli", "pat"]);
    expect((await world.ask("sam", "GET", "/rules")).rules).toHaveLength(1);
    expect((await world.findings()).map(({ kind, row }) => [kind, row])).toEqual([
      ["unauditedFact", "RULE / rul_garbage"],
      ["unreadableRow", "RULE / rul_garbage"],
    ]);
  });
});
