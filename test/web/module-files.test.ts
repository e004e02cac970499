import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SourceFiles } from "../../functions/curriculum/contract.ts";
import { moduleTemplate } from "../../functions/curriculum/module-template.ts";
import { changesIn, type DiffRow, diffRows } from "../../web/admin/authoring/line-diff.ts";
import {
  changedFileNames,
  lessonsIn,
  lessonsThatDiffer,
  offsetOf,
  withLessonCalled,
  withLessonEarlier,
  withNewLesson,
  withoutLesson,
} from "../../web/admin/authoring/module-files.ts";

describe("a module's files", () => {
  const files = moduleTemplate("l01", "Ours");

  test("name their lessons in order, also while they have mistakes", () => {
    expect(lessonsIn({ ...files, "4-x.md": "no front matter" }).map(({ number, id }) => [number, id])).toEqual([
      [1, "first-lesson"],
      [2, "second-lesson"],
      [3, "third-lesson"],
      [4, ""],
    ]);
    expect(lessonsIn({ "1-a.md": '---\nid: a\ntitle: "Why: the order" \n---\n' })[0]).toMatchObject({ id: "a", title: "Why: the order" });
  });

  test("are numbered without a gap whatever is added, moved or removed", () => {
    const numbersOf = (of: SourceFiles) => lessonsIn(of).map(({ file, number }) => Number(file[0]) === number);
    const steps = fc.array(fc.record({ act: fc.constantFrom("add", "remove", "earlier"), at: fc.nat(8) }), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (acts) => {
        let now: SourceFiles = files;
        for (const { act, at } of acts) {
          const lessons = lessonsIn(now);
          const one = lessons[at % Math.max(1, lessons.length)]?.file;
          if (act === "add" && lessons.length < 9) now = withNewLesson(now).files;
          else if (one !== undefined && act === "remove") now = withoutLesson(now, one);
          else if (one !== undefined && act === "earlier") now = withLessonEarlier(now, one).files;
          expect(numbersOf(now).every(Boolean)).toBe(true);
          expect(new Set(lessonsIn(now).map(({ id }) => id)).size).toBe(lessonsIn(now).length);
        }
      }),
    );
  });

  test("move a lesson with its text", () => {
    const { files: moved, file } = withLessonEarlier(files, "2-second-lesson.md");
    expect(file).toBe("1-second-lesson.md");
    expect([moved[file], moved["2-first-lesson.md"]]).toEqual([files["2-second-lesson.md"], files["1-first-lesson.md"]]);
  });

  test("take a new name that is one, and no other", () => {
    expect(withLessonCalled(files, "1-first-lesson.md", "why")?.file).toBe("1-why.md");
    expect(withLessonCalled(files, "1-first-lesson.md", "Why?")).toBeUndefined();
    expect(withLessonCalled({ ...files, "1-why.md": "" }, "1-first-lesson.md", "why")).toBeUndefined();
  });

  test("differ in a lesson that reads differently, not in one that only moved or is new", () => {
    const { files: moved } = withLessonEarlier(files, "2-second-lesson.md");
    const changed = { ...withNewLesson(moved).files, "3-third-lesson.md": `${moved["3-third-lesson.md"]}More.` };
    expect(lessonsThatDiffer(files, changed).map(({ id }) => id)).toEqual(["third-lesson"]);
    expect(changedFileNames({ "check.yaml": "a", "1-a.md": "a", "job-aid.md": "a" }, {})).toEqual(["1-a.md", "job-aid.md", "check.yaml"]);
  });

  test("lead from a line and a column to a place in the text, and never out of it", () => {
    expect("one\ntwo\nthree".slice(offsetOf("one\ntwo\nthree", 2, 2))).toBe("wo\nthree");
    expect(offsetOf("one\ntwo", 1, 40)).toBe(3);
    expect(offsetOf("one", 9, 1)).toBe(3);
  });
});

describe("what differs between two texts", () => {
  const sideOf = (rows: DiffRow[], side: "from" | "to") =>
    rows.flatMap((row) => (row.kind === "same" ? [row.text] : row[side] ? [row[side].pieces.map(({ text }) => text).join("")] : []));
  const line = fc
    .array(fc.constantFrom("the", "team", "looks", "at", "data", "first", ".", "  "), { maxLength: 5 })
    .map((all) => all.join(" "));
  const text = fc.array(line, { maxLength: 9 }).map((lines) => lines.map((one) => `${one}\n`).join(""));

  test("holds both texts whole, and says nothing where they are one", () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const rows = diffRows(from, to);
        expect(
          sideOf(rows, "from")
            .map((one) => `${one}\n`)
            .join(""),
        ).toBe(from);
        expect(
          sideOf(rows, "to")
            .map((one) => `${one}\n`)
            .join(""),
        ).toBe(to);
        if (from === to) expect(changesIn(rows)).toEqual({ removed: 0, added: 0 });
      }),
    );
  });

  test("is marked word by word in a line that changed", () => {
    const rows = diffRows("The team meets weekly.\nSame.\n", "The whole team meets weekly.\nSame.\n");
    expect(rows).toMatchObject([
      {
        kind: "changed",
        to: { pieces: [{ isChanged: false }, { text: expect.stringContaining("whole"), isChanged: true }, { isChanged: false }] },
      },
      { kind: "same", text: "Same." },
    ]);
  });

  test("does not lay a new paragraph over the one after it", () => {
    const rows = diffRows("Look at the data first.\n", "Bring last month's notes.\nLook at all the data first.\n");
    expect(rows.map((row) => row.kind === "changed" && [row.from !== undefined, row.to !== undefined])).toEqual([
      [false, true],
      [true, true],
    ]);
  });
});
