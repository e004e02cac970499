import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { CatalogModule } from "../../functions/curriculum/content.ts";
import {
  changedFiles,
  changedLessons,
  editionInForce,
  isLocalModule,
  modulesOfDistrict,
  nextLocalId,
} from "../../functions/curriculum/edition-rules.ts";
import type { EditionIndex, IndexEntry } from "../../functions/curriculum/records.ts";

const today = "2026-11-02";

const module = (id: string, title: string): CatalogModule => ({
  id,
  hash: title,
  language: "en",
  title,
  summary: "A module.",
  minutes: 40,
  prerequisites: [],
  objectives: [],
  lessons: [
    { id: "first", title: "First", minutes: 5 },
    { id: "second", title: "Second", minutes: 5 },
  ],
  check: { draw: 2, minutes: 4 },
  practice: { title: "Do it", minutes: 10, accepts: ["text"] },
});

const entry = (number: number, publishOn: string, more: Partial<IndexEntry> = {}): IndexEntry => ({
  number,
  publishOn,
  module: module("m01", `Edition ${number}`),
  again: [],
  againAt: `${publishOn}T08:00:00.000Z`,
  ...more,
});

const indexOf = (modules: Record<string, IndexEntry[]>): EditionIndex => ({
  modules: Object.fromEntries(
    Object.entries(modules).map(([id, editions]) => [id, { title: id, hasDraft: false, lastNumber: editions.length, editions }]),
  ),
});

const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, "0")}`);
/** Editions as publishing makes them: numbers without a repeat, days in any order. */
const histories = fc
  .array(fc.record({ publishOn: days, again: fc.subarray(["first", "second"]) }), { maxLength: 8 })
  .map((all) => all.map(({ publishOn, again }, i) => entry(i + 1, publishOn, { again })));

describe("the edition in force", () => {
  it.each([
    ["none before the first one's day", [entry(1, "2026-11-03")], undefined],
    ["the one whose day is today", [entry(1, "2026-11-02")], 1],
    ["the one of the latest day that has come", [entry(1, "2026-10-01"), entry(2, "2026-10-20"), entry(3, "2026-12-01")], 2],
    ["the newest of one day", [entry(1, today), entry(2, today)], 2],
    // Published earlier for a later day: the day decides, not the number.
    ["the later day, also where it was published first", [entry(1, "2026-11-01"), entry(2, "2026-10-15")], 1],
  ])("is %s", (_, entries, number) => {
    expect(editionInForce(entries, today)?.number).toBe(number);
  });

  it("does not hang on the order of the list, has come, and is followed by none that has", () => {
    fc.assert(
      fc.property(histories, days, fc.infiniteStream(fc.nat()), (entries, day, dice) => {
        const found = editionInForce(entries, day);
        const shuffled = entries.map((one) => [dice.next().value as number, one] as const).toSorted(([a], [b]) => a - b);
        expect(
          editionInForce(
            shuffled.map(([, one]) => one),
            day,
          ),
        ).toEqual(found);
        const come = entries.filter(({ publishOn }) => publishOn <= day);
        expect(found === undefined).toBe(come.length === 0);
        for (const { publishOn, number } of come) {
          expect(publishOn <= (found?.publishOn ?? "")).toBe(true);
          if (publishOn === found?.publishOn) expect(number).toBeLessThanOrEqual(found.number);
        }
      }),
    );
  });

  it("stays in force as days pass until another one's day comes", () => {
    fc.assert(
      fc.property(histories, days, days, (entries, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const isAnyBetween = entries.some(({ publishOn }) => publishOn > early && publishOn <= late);
        if (!isAnyBetween) expect(editionInForce(entries, late)).toEqual(editionInForce(entries, early));
      }),
    );
  });
});

describe("a lesson that is to be read again", () => {
  it("counts as changed since the last time anyone asked for it", () => {
    const entries = [
      entry(1, "2026-10-01", { again: ["first"] }),
      entry(2, "2026-10-20", { again: ["first", "second"] }),
      entry(3, "2026-11-01"),
    ];
    expect([...changedLessons(entries, today)]).toEqual([
      ["first", "2026-10-20T08:00:00.000Z"],
      ["second", "2026-10-20T08:00:00.000Z"],
    ]);
  });

  it("is not asked for before the edition's day", () => {
    expect(changedLessons([entry(1, "2026-11-03", { again: ["first"] })], today).size).toBe(0);
  });

  it("stays asked for when a later edition asks for nothing", () => {
    fc.assert(
      fc.property(histories, days, (entries, day) => {
        const before = changedLessons(entries, day);
        const after = changedLessons([...entries, entry(99, day)], day);
        expect([...after]).toEqual([...before]);
      }),
    );
  });

  it("is asked for from no other time than one of the editions that named it", () => {
    fc.assert(
      fc.property(histories, days, (entries, day) => {
        for (const [lessonId, at] of changedLessons(entries, day)) {
          const named = entries.filter(({ publishOn, again }) => publishOn <= day && again.includes(lessonId));
          expect(
            named
              .map(({ againAt }) => againAt)
              .toSorted()
              .at(-1),
          ).toBe(at);
        }
      }),
    );
  });
});

describe("a district's catalogue", () => {
  const shipped = [module("m01", "Shipped one"), module("m02", "Shipped two")];

  it("has its own editions in place of what they replace, with their number, and its own modules at the end", () => {
    const local = entry(1, "2026-10-01", { module: module("l01", "Ours") });
    const found = modulesOfDistrict(shipped, indexOf({ l01: [local], m01: [entry(1, "2026-10-01"), entry(2, "2026-12-01")] }), today);
    expect(found.map(({ id, title, edition }) => [id, title, edition])).toEqual([
      ["m01", "Edition 1", 1],
      ["m02", "Shipped two", undefined],
      ["l01", "Ours", 1],
    ]);
  });

  it("has the shipped module where the district went back to it, and still says which lessons changed", () => {
    const { module: _, ...back } = entry(2, "2026-10-20", { again: ["second"] });
    const [first] = modulesOfDistrict(shipped, indexOf({ m01: [entry(1, "2026-10-01"), back] }), today);
    expect(first).toMatchObject({ title: "Shipped one", lessons: [{ id: "first" }, { id: "second", changedAt: back.againAt }] });
    expect(first?.edition).toBeUndefined();
  });

  it("does not have a module of its own before its first day", () => {
    const local = entry(1, "2026-11-03", { module: module("l01", "Ours") });
    expect(modulesOfDistrict(shipped, indexOf({ l01: [local], l02: [] }), today)).toEqual(shipped);
  });
});

describe("what an edition keeps", () => {
  const texts = fc.dictionary(fc.constantFrom("module.yaml", "1-a.md", "2-b.md", "job-aid.md"), fc.string({ maxLength: 6 }), {
    noNullPrototype: true,
  });

  test("is what differs from the shipped files, and gives the whole text back on top of them", () => {
    fc.assert(
      fc.property(texts, texts, (shipped, change) => {
        const files = { ...shipped, ...change };
        const kept = changedFiles(files, shipped);
        expect({ ...shipped, ...kept }).toEqual(files);
        for (const [name, text] of Object.entries(kept)) expect(text).not.toBe(shipped[name]);
      }),
    );
  });
});

describe("the id of a new module of the district's own", () => {
  it.each([
    ["the first", {}, "l01"],
    ["the next, whatever shipped modules were adapted", { m07: [], l01: [] }, "l02"],
    ["beyond the highest, also where one in between is missing", { l01: [], l04: [] }, "l05"],
    ["a longer one after ninety-nine", { l99: [] }, "l100"],
  ])("is %s", (_, modules, id) => {
    expect(nextLocalId(indexOf(modules))).toBe(id);
  });

  it("is local and never one that is there", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 120 })), (numbers) => {
        const index = indexOf(Object.fromEntries(numbers.map((number) => [`l${String(number).padStart(2, "0")}`, []])));
        const id = nextLocalId(index);
        expect(isLocalModule(id)).toBe(true);
        expect(Object.keys(index.modules)).not.toContain(id);
      }),
    );
  });
});
