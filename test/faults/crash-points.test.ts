import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Item } from "../../functions/platform/table.ts";
import type { CrashPoint } from "../support/crash-points.ts";
import { busyDistrict, type CrashWorld, districtThatWrites, everyone, teachersLearn, zipOf } from "./crash-world.ts";

let busy: CrashWorld;
let writing: CrashWorld | undefined;
/** The one that a test is about. */
let world: CrashWorld;
beforeAll(async () => {
  // What goes wrong here on purpose is logged as it should be; nobody needs to read it.
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  busy = world = await busyDistrict();
  return () => vi.restoreAllMocks();
});

type Action = { who: string; method?: string; path: string; body?: unknown; file?: { mediaType: string; bytes: Uint8Array<ArrayBuffer> } };
const staff = (name: string): string => `/staff/${world.idOf(name)}`;
const person = (name: string): string => `/people/${world.idOf(name)}`;
const row = (type: string, isMeant: (item: Item) => boolean = () => true): Item => {
  const found = world.table.items().find((item) => item.type === type && isMeant(item));
  if (!found) throw new Error(`there is no ${type}`);
  return found;
};
const change = (name: string, what: object): Action => ({
  who: "sam",
  path: `${person(name)}/changes`,
  body: { version: row("staff", ({ id }) => id === world.idOf(name)).version, change: what },
});
const due = { kind: "relative", days: 30 };

/** Each action as a request, made when the world is as it was kept. */
const actions: Record<string, () => Action> = {
  "finishing a lesson": () => ({ who: "dee", path: "/modules/m01/lessons/one/completion", body: {} }),
  "opening an attempt": () => ({ who: "mia2", path: "/modules/m03/attempts" }),
  "submitting an attempt": () => {
    const answers = Object.fromEntries(
      (row("attempt", ({ staffId }) => staffId === world.idOf("ben")).drawn as { itemId: string }[]).map(({ itemId }) => [
        itemId,
        `${itemId}-b`,
      ]),
    );
    return { who: "ben", path: "/modules/m02/attempts/1/submission", body: { answers } };
  },
  "handing in practice": () => ({ who: "ben", path: "/modules/m02/practice", body: { text: "What I did.", noStudentData: true } }),
  "accepting the practice that certifies": () => ({
    who: "cho",
    path: `${staff("ana")}/evidence/m01/1/review`,
    body: { decision: "accept", levels: { plan: "meets", doing: "meets" }, comment: "Well done.", version: 1 },
  }),
  "assigning to three people": () => ({
    who: "lou",
    path: "/assignments",
    body: { audience: { staffIds: ["ana", "ben", "dee"].map(world.idOf) }, target: { kind: "module", id: "m07" }, due },
  }),
  "writing to someone": () => ({ who: "cho", path: `${staff("ben")}/nudges`, body: { message: "A kind word." } }),
  "saving a new rule": () => ({
    who: "sam",
    path: "/rules",
    body: { ...teachersLearn, name: "More", target: { kind: "module", id: "m07" }, due },
  }),
  "switching a rule off": () => {
    const { id, version } = row("rule");
    return { who: "sam", method: "PUT", path: `/rules/${String(id)}`, body: { ...teachersLearn, version, isActive: false } };
  },
  "exempting someone": () => ({
    who: "pat",
    path: `${staff("ana")}/waivers`,
    body: { target: { kind: "path", id: "paraprofessional" }, reason: "Wrote it" },
  }),
  "taking a waiver back": () => ({ who: "pat", method: "DELETE", path: `${staff("ben")}/decisions/${String(row("waiver").id)}` }),
  "asking for more time": () => ({
    who: "dee",
    path: "/my/path/m01/extension",
    body: { wishedOn: "2027-02-01", reason: "Testing season" },
  }),
  "granting more time": () => ({
    who: "cho",
    path: `${staff("ben")}/extensions/${String(row("extension").id)}/decision`,
    body: { decision: "granted", dueOn: "2027-02-01", words: "Take it" },
  }),
  "recording prior learning": () => ({
    who: "lou",
    path: `${staff("dee")}/equivalencies`,
    body: { moduleId: "m02", evidence: "A certificate of the state's own course", learnedOn: "2025-06-01" },
  }),
  "naming someone to a seat": () => ({
    who: "pat",
    path: `/teams/${world.schoolId("s1")}/seats`,
    body: { staffId: world.idOf("ana"), team: "tier1", role: "facilitator" },
  }),
  "taking someone off a seat": () => {
    const { id, version } = row("team-member");
    return { who: "pat", path: `/teams/${world.schoolId("s1")}/seats/${String(id)}/end`, body: { version, on: "2026-12-01" } };
  },
  "saving the calendar": () => ({
    who: "sam",
    method: "PUT",
    path: "/calendar",
    body: {
      version: row("district").version,
      years: [
        { yearStartsOn: "2026-07-01", yearEndsOn: "2027-06-30", breaks: [{ name: "fall break", from: "2026-09-28", to: "2026-10-02" }] },
      ],
      groups: [],
      groupOfRole: {},
    },
  }),
  "a transfer": () =>
    change("dee", { kind: "transfer", fromSchoolId: world.schoolId("s2"), toSchoolId: world.schoolId("s1"), on: "2026-09-01" }),
  "a leave": () => change("dee", { kind: "leave", from: "2026-09-01", to: "2026-12-01" }),
  "the end of someone's employment": () => change("eli", { kind: "end", on: "2026-09-01" }),
  "giving people to a coach": () => ({
    who: "lou",
    path: `/coaches/${world.idOf("cho")}/caseload`,
    body: { staffIds: ["eli", "mia"].map(world.idOf) },
  }),
  "merging two accounts": () => ({ who: "sam", path: `${person("mia")}/merges`, body: { duplicateId: world.idOf("mia2") } }),
  "taking a merge back": () => ({ who: "sam", path: `${person("noa")}/merges/${String(row("merge").id)}/undo` }),
  "taking a roster file in": () => ({
    who: "sam",
    path: "/roster/imports",
    file: { mediaType: "application/zip", bytes: zipOf(everyone) },
  }),
  "applying a roster file": () => ({
    who: "sam",
    path: `/roster/imports/${String(row("import", ({ state }) => state === "previewed" || state === "held").id)}/apply`,
    body: { reason: "The district has checked it." },
  }),
  "saving what people are reminded of": () => {
    const { PK: _, SK: __, type: ___, version, writeId: ____, auditId: _____, ...policy } = row("reminder-policy");
    return { who: "sam", method: "PUT", path: "/reminders", body: { ...policy, isPaused: true, version } };
  },
};

/** What administrators write themselves, over the real content. */
const authoring: Record<string, () => Action> = {
  "publishing an edition": () => ({
    who: "sam",
    path: "/authoring/m03/editions",
    body: {
      version: row("edition-draft", ({ moduleId }) => moduleId === "m03").version,
      publishOn: "2026-09-01",
      note: "Our own form",
      again: [],
    },
  }),
  "taking an edition back": () => ({ who: "sam", path: "/authoring/m02/editions/1/withdrawal" }),
  "going back to the shipped text": () => ({ who: "sam", path: "/authoring/m04/restoration", body: { note: "As it was", again: [] } }),
  "beginning a module of one's own": () => ({ who: "sam", path: "/authoring", body: { title: "A module of our own" } }),
};

/** Every place between the writes at which a process may end: whatever it only reads in between leaves the same behind. */
const between = (writes: number): CrashPoint[] => [
  ...Array.from({ length: writes }, (_, i) => ({ atWrite: i + 1, when: "before" as const })),
  { atWrite: writes, when: "after" },
];

/** The action, cut off anywhere and done again, in the request and in all that follows from it. */
async function expectMadeGood(name: string, actionOf: () => Action): Promise<void> {
  await world.restore();
  const { who, method = "POST", path, body, file } = actionOf();
  const init = { key: name, ...(body !== undefined && { body }), ...(file && { file }) };
  const ask = (end?: CrashPoint) => world.request(who, method, path, { ...init, ...(end && { end }) });
  const whole = await ask();
  expect([whole.status, whole.text]).toEqual([200, expect.any(String)]);
  const keys = world.table.takeChanges();
  const done = world.changes();
  const then = world.now();
  // The request itself: sent again it is done, and answered alike however often it is sent.
  for (const end of between(whole.writes)) {
    const where = JSON.stringify(end);
    await world.restore();
    expect([where, (await ask(end)).status]).toEqual([where, 500]);
    const again = await ask();
    expect([where, again.status]).toEqual([where, 200]);
    if (method === "POST") expect([where, (await ask()).text]).toEqual([where, again.text]);
    expect([where, world.changes()]).toEqual([where, done]);
  }
  // All that follows from it: delivered again it comes to the same, and nobody hears more than twice.
  const followed = async (end?: CrashPoint) => {
    await world.restore(then);
    world.sent.length = 0;
    const writes = await world.follow(keys, end);
    const mails = [...Map.groupBy(world.sent, ({ id }) => id).values()];
    expect([end, await world.findings()]).toEqual([end, []]);
    expect(Math.max(0, ...mails.map(({ length }) => length))).toBeLessThanOrEqual(end ? 2 : 1);
    return { writes, left: { rows: world.changes(), mails: mails.map(([one]) => one?.subject) } };
  };
  const { writes, left } = await followed();
  for (const end of between(writes)) expect([end, (await followed(end)).left]).toEqual([end, left]);
}

describe("a process that ends between any two of its writes leaves what the next one finishes, once and with its audit:", () => {
  it.each(Object.entries(actions))("%s", async (name, actionOf) => {
    world = busy;
    await expectMadeGood(name, actionOf);
  });

  it.each(Object.entries(authoring))("%s", async (name, actionOf) => {
    world = writing ??= await districtThatWrites();
    await expectMadeGood(name, actionOf);
  });
});

describe("an hour of the schedule that ends between any two of its writes", () => {
  it("is made good by the next hour, the day's tick, rules, certificates, reminders and check alike", async () => {
    world = busy;
    const hours = async (end?: CrashPoint) => {
      await world.restore();
      world.sent.length = 0;
      const first = await world.hour("2026-12-01T15:00:00Z", end);
      const next = await world.hour("2026-12-01T15:00:00Z");
      expect([end, await world.findings()]).toEqual([end, []]);
      return { writes: first, again: next, left: { rows: world.changes(), mails: world.sent.map(({ subject }) => subject).toSorted() } };
    };
    const { writes, left } = await hours();
    expect(left.mails.length).toBeGreaterThan(0);
    for (const end of between(writes)) expect([end, (await hours(end)).left]).toEqual([end, left]);
  });
});
