import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { summer } from "../../functions/assignment/contract.ts";
import { spanish } from "../../web/strings/es/all.ts";
import { breakNamed } from "../../web/strings/es/words.ts";

type Say = (...values: unknown[]) => unknown;
type Pair = { path: string; english: unknown; spanish: unknown };

const folder = join(import.meta.dirname, "../../web/strings");
const files = (await readdir(folder)).filter((name) => /^en\b.*\.ts$/.test(name)).toSorted();
const said = Object.assign({}, ...(await Promise.all(files.map((name) => import(join(folder, name)))))) as Record<string, unknown>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
/** Lines of one text: each language breaks it where it fits. */
const isLines = (value: unknown): value is string[] => Array.isArray(value) && value.every((line) => typeof line === "string");
const joined = (value: unknown): unknown => (isLines(value) ? value.join(" ") : value);

/** Every leaf of the English beside what stands in the same place of the Spanish. */
const pairs = (path: string, english: unknown, other: unknown): Pair[] =>
  isObject(english) && !isLines(english)
    ? Object.keys(english).flatMap((key) => pairs(`${path}.${key}`, english[key], isObject(other) ? other[key] : undefined))
    : [{ path, english: joined(english), spanish: joined(other) }];
const paths = (value: unknown, path: string): string[] =>
  isObject(value) && !isLines(value) ? Object.keys(value).flatMap((key) => paths(value[key], `${path}.${key}`)) : [path];

const all = Object.keys(spanish).flatMap((name) => pairs(name, said[name], spanish[name as keyof typeof spanish]));
const texts = all.filter(({ english }) => typeof english === "string");
const functions = all.filter(({ english }) => typeof english === "function");

/** The same word in both languages: names, and words that Spanish shares. */
const shared = new Set(["Throughline", "Coach", "Coaches", "Error"]);

const reason = (origin: object, more: object) => ({
  origin,
  targetTitle: "Zulema",
  anchorOn: "2026-07-07",
  dueOn: "2026-12-17",
  anchor: "assigned",
  due: { kind: "relative", days: 7 },
  ...more,
});
const person = { kind: "person", staffId: "s1", name: "Ximena" };
const rule = { kind: "rule", ruleId: "r1", ruleName: "Yolotl", ruleVersion: 7 };
const states = ["notStarted", "started", "contentComplete", "practiceSubmitted", "practiceReturned", "completed"];
const counts = { added: 7, changed: 7, ended: 7, unchanged: 7, total: 7 };

const gap = { state: "known", points: 37, highest: { role: "teacher", percent: 77 }, lowest: { role: "coach", percent: 47 } };

const openSeats = (["nobody", "away", "untrained"] as const).map((cause) => ({
  team: "tier2",
  role: "facilitator",
  openedOn: "2026-12-17",
  cause,
  members: cause === "nobody" ? [] : ["Ximena"],
  backups: ["Zulema"],
}));

/** What the sentences with an object in them may be about; each sentence takes the ones that the English can speak of. */
const objects: unknown[] = [
  ...states.flatMap((state) => [
    { state, lessonsDone: 1, lessonCount: 7, minutes: 27 },
    { state, lessonsDone: 7, lessonCount: 7, minutes: 27 },
  ]),
  reason(person, {}),
  reason(rule, { anchor: "ruleStart", due: { kind: "fixed", on: "2026-12-17" }, movedBy: "Wanda" }),
  reason(rule, { anchor: "roleStart", due: { kind: "paced" }, leaveDays: 7, graceEndsOn: "2026-11-17", isSpaced: true }),
  { targetTitle: "Zulema", due: { kind: "relative", days: 7 }, effectiveFrom: "2026-07-07" },
  { targetTitle: "Zulema", due: { kind: "fixed", on: "2026-12-17" }, effectiveFrom: "2026-07-07" },
  { targetTitle: "Zulema", due: { kind: "paced" }, effectiveFrom: "2026-07-07" },
  {
    targetTitle: "Zulema",
    due: { kind: "relative", days: -7, anchor: "certificateExpiry", unit: "contractDays" },
    effectiveFrom: "2026-07-07",
  },
  {
    anyOf: [
      {
        allOf: [
          { about: "role", anyOf: ["teacher"] },
          { about: "level", anyOf: ["elementary"] },
          { about: "school", anyOf: ["a"] },
          { about: "hired", is: "onOrAfter", on: "2026-07-07" },
          { about: "newlyHired", days: 17 },
        ],
      },
      {
        allOf: [
          { about: "seat", teams: ["tier2"], roles: ["facilitator"], withBackups: false },
          { about: "certificate", certificationId: "a", is: "expiring", days: 27 },
        ],
      },
    ],
  },
  { school: () => "Zulema", certification: () => "Ximena" },
  { added: counts, removed: { total: 1 }, redated: { total: 7 }, unchanged: 17, staff: counts },
  { outcome: "later", was: "2026-07-07", dueOn: "2026-12-17" },
  { outcome: "waived" },
  { endedOn: "2026-07-07", dueOn: "2026-12-17", wasDueOn: "2026-07-07" },
  { byName: "Zulema", dueOn: "2026-12-17", wasDueOn: "2026-07-07", words: "Ximena", wishedOn: "2026-12-17", evidence: "Wanda" },
  { target: { kind: "path", id: "a" }, title: "Zulema", byName: "Ximena", reason: "Wanda", until: "2026-12-17" },
  { target: { kind: "module", id: "a" }, title: "Zulema", byName: "Ximena", reason: "Wanda" },
  { byName: "Zulema", on: "2026-07-07", until: "2026-12-17", reason: "Wanda", moduleIds: [] },
  { staff: { added: 7, changed: 17, moved: 0, ended: 27 } },
  { state: "applied", errors: 7 },
  { state: "held", errors: 0 },
  { ended: 7, active: 27 },
  { lines: { overdue: 7 }, skipped: { noAddress: 17 } },
  { name: "Yolotl", state: "bounced", reason: "done" },
  { source: "Zulema", format: "hr", sourceName: "Ximena", isDelta: true },
  { file: "Zulema", line: 7, column: "Ximena" },
  { file: "Zulema", line: 7 },
  { status: "active", isOnLeave: true },
  { status: "active", isOnLeave: false },
  { status: "left", isOnLeave: false },
  { known: 1, schools: 7 },
  { people: 7, schools: 1 },
  { percent: 17, numerator: 7, denominator: 27 },
  { isHidden: false, coded: "atLeast", percent: 97 },
  { isHidden: true },
  { known: 7, of: 17 },
  { known: 17, of: 17 },
  gap,
  { ...gap, isAtLeast: true },
  { kind: "behind", metric: "transfer", rate: { isHidden: false, percent: 17, numerator: 7, denominator: 27 }, level: 47, distance: 37 },
  { kind: "roleGap", gap },
  ...(["closer", "apart", "noClearChange", "unknown"] as const).map((verdict) => ({
    verdict,
    since: { week: "2026-W45", asOf: "2026-12-17" },
    schools: 17,
    gapThen: 27,
    gapNow: 37,
    up: 7,
    down: 7,
  })),
  { numerator: 0, denominator: 0 },
  ...openSeats,
  ...openSeats.map((seat) => ({ name: "Yolotl", gap: seat })),
  { total: 7, dates: 17, later: 27, earlier: 37, isComplete: true },
  { total: 7, dates: 17, later: 27, earlier: 37, isComplete: false },
  { what: "roleBegins", role: "teacher", schoolName: "Zulema" },
  { field: "name", by: "Zulema", at: "Ximena" },
  { kind: "name", from: "Zulema", to: "Ximena" },
  { kind: "roleBegan", role: "teacher", schoolName: "Zulema", on: "2026-12-17" },
  { kind: "leave", from: "2026-12-17" },
  { kind: "account", name: "Zulema", rows: 7 },
  { by: { name: "Zulema" } },
  { state: "merged", name: "Zulema", by: "Ximena", moved: 7 },
  { title: "Zulema", dueOn: "2026-12-17", from: "2026-12-27", isDone: false },
  { coach: "Zulema", caseload: 7 },
  { name: "Zulema", keptName: "Ximena", email: "" },
  { completions: 7, completionsOfBoth: 17, completionsAfter: 27 },
  { areRemindersOn: true, people: 7, kinds: { newlyAssigned: 7, certificate: 1 }, aboutOthers: 0 },
  { new: 1, earlier: 7, alreadyAssigned: 7, alreadyCompleted: 1, waived: 7 },
  { kind: "observations", observation: "practice", count: 7, percent: 77, daysApart: 27 },
  { kind: "pieces", piece: "coachingCycle", count: 7, eachYear: true },
  { kind: "calibration", samples: 7, percent: 77 },
];
const values: unknown[] = [0, 1, 7, "Zulema", "2026-12-17", "2026-12-17T15:00:00Z", "America/New_York", true, false, undefined];
const arrays: unknown[] = [
  ["Zulema", "Ximena"],
  ["teacher", "coach"],
  [],
  [1, 7],
  [{ reason: "Zulema", count: 7 }],
  [{ role: "teacher", schoolName: "Zulema" }],
  [{ isDone: false, dueOn: "2026-12-17" }],
];
/** Words that some sentences look up rather than repeat. */
const keys: unknown[] = [
  "new",
  "alreadyCompleted",
  "elementary",
  "review",
  "en",
  "done",
  "teacher",
  "tier2",
  "facilitator",
  "active",
  "name",
  "coachElsewhere",
  "coachesOthers",
];

const isSound = (text: unknown): text is string => typeof text === "string" && !/undefined|NaN|\[object|function|Invalid/.test(text);

const said1 = (say: unknown, given: unknown[]): string | undefined => {
  try {
    const text = (say as Say)(...given);
    return isSound(text) ? text : undefined;
  } catch {
    return undefined;
  }
};

/** Every choice of arguments of which the English makes a sentence. */
const samples = ({ english }: Pair): unknown[][] => {
  const arity = (english as Say).length;
  const few = arity > 3 ? values.slice(1, 6) : [...values, ...arrays.slice(0, 1), ...keys.slice(0, 1)];
  const pool = arity > 2 ? few : [...values, ...arrays, ...keys, ...objects];
  const grow = (begun: unknown[][]): unknown[][] => begun.flatMap((given) => pool.map((value) => [...given, value]));
  let found: unknown[][] = [[]];
  for (let position = 0; position < arity; position += 1) found = grow(found);
  return found.filter((given) => said1(english, given) !== undefined);
};

/** What of the arguments a sentence repeats: names, and figures that no language writes out. */
const repeated = (text: string): string[] => [...text.matchAll(/Zulema|Ximena|Yolotl|Wanda|\b\d*7\b/g)].map(([mark]) => mark).toSorted();

test("each English file's words are in the Spanish set under the name they are exported by", () => {
  expect(Object.keys(spanish).filter((name) => said[name] === undefined)).toEqual([]);
});

test("every sentence has its Spanish, and the Spanish has no sentence that the English lacks", () => {
  for (const [name, own] of Object.entries(spanish)) expect(paths(own, name).toSorted()).toEqual(paths(said[name], name).toSorted());
  expect(all.filter(({ english, spanish: own }) => typeof english !== typeof own).map(({ path }) => path)).toEqual([]);
});

test("no text is left in English", () => {
  const same = texts.filter(({ english, spanish: own }) => english === own && !shared.has(String(own)));
  expect(same.map(({ path, english }) => `${path}: ${String(english)}`)).toEqual([]);
  expect(texts.filter(({ spanish: own }) => String(own).trim() === "").map(({ path }) => path)).toEqual([]);
});

test("a sentence with something to fill in takes the same things in both languages", () => {
  const differ = functions.filter(({ english, spanish: own }) => (english as Say).length !== (own as Say).length);
  expect(differ.map(({ path }) => path)).toEqual([]);
});

test("whatever the English says of its arguments the Spanish says too, with the same names and figures", () => {
  const wrong: string[] = [];
  // Most of what is tried fits nothing and throws: a third of the time went into traces that nobody reads.
  const traced = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  for (const pair of functions) {
    const fitting = samples(pair);
    if (fitting.length === 0) wrong.push(`${pair.path}: no sample fits; add one to this test`);
    const bad = fitting.find((given) => {
      const [english, own] = [said1(pair.english, given) ?? "", said1(pair.spanish, given)];
      if (own === undefined || (english !== "" && own.trim() === "")) return true;
      return new Set(repeated(english)).symmetricDifference(new Set(repeated(own))).size > 0;
    });
    if (bad) wrong.push(`${pair.path}(${JSON.stringify(bad)}): ${String(said1(pair.english, bad))} / ${String(said1(pair.spanish, bad))}`);
  }
  Error.stackTraceLimit = traced;
  expect(wrong).toEqual([]);
});

test("the summer has its Spanish name in what moved a date; a district's own names of breaks stay as they are", () => {
  expect([summer, "Thanksgiving break"].map(breakNamed)).toEqual(["verano", "Thanksgiving break"]);
  const moved = spanish.whyWords.due(reason(person, { movedBy: summer }) as Parameters<typeof spanish.whyWords.due>[0], "2026-11-02");
  expect(moved).toContain("en verano");
});
