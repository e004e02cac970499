import type { SourceFiles } from "../../../functions/curriculum/contract.ts";

/** A lesson as its file names it; read from the text, so that it is known also while the text has mistakes. */
export type LessonFile = { file: string; number: number; id: string; title: string };

const lessonName = /^(\d)-([a-z0-9-]+)\.md$/;

/** What a front matter says under a key, quotation marks taken off; empty where it says nothing. */
function saidOf(text: string, key: string): string {
  const [, head = ""] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text) ?? [];
  const [, value = ""] = new RegExp(`^${key}:[ \\t]*(.*)$`, "m").exec(head) ?? [];
  return value
    .replace(/\s+#.*$/, "")
    .replace(/^(["'])(.*)\1\s*$/, "$2")
    .trim();
}

/** Whether a file is a lesson. */
export function isLessonFile(file: string): boolean {
  return lessonName.test(file);
}

/** The lessons of a module's files, in order. */
export function lessonsIn(files: SourceFiles): LessonFile[] {
  return Object.keys(files)
    .filter(isLessonFile)
    .toSorted()
    .map((file, i) => ({ file, number: i + 1, id: saidOf(files[file] ?? "", "id"), title: saidOf(files[file] ?? "", "title") }));
}

/** The files that two texts do not share or that differ, lessons first, then the job aid and the rest. */
export function changedFileNames(from: SourceFiles, to: SourceFiles): string[] {
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  return inFileOrder([...names].filter((name) => from[name] !== to[name]));
}

/** File names as a list shows them: lessons in order, the job aid, then what fewer people need. */
export function inFileOrder(names: readonly string[]): string[] {
  const rest = ["job-aid.md", "module.yaml", "check.yaml"];
  const rank = (name: string) => rest.indexOf(name) + 1;
  return names.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** The lessons of a new text that someone may have read before and that now read differently, whatever their files are called. */
export function lessonsThatDiffer(from: SourceFiles, to: SourceFiles): LessonFile[] {
  const before = new Map(lessonsIn(from).map(({ id, file }) => [id, from[file]]));
  return lessonsIn(to).filter(({ id, file }) => before.has(id) && before.get(id) !== to[file]);
}

/** The files with one lesson more, the last, with every part of it named; and what it is called. */
export function withNewLesson(files: SourceFiles): { files: SourceFiles; file: string } {
  const number = lessonsIn(files).length + 1;
  const ids = new Set(lessonsIn(files).map(({ id }) => id));
  let id = `lesson-${number}`;
  while (ids.has(id)) id += "-new";
  const file = `${number}-${id}.md`;
  return { file, files: { ...files, [file]: `---\nid: ${id}\ntitle: …\nminutes: 6\nobjectives: […]\n---\n\n…\n` } };
}

/** The files without one lesson; those after it move up, since lessons are numbered without a gap. */
export function withoutLesson(files: SourceFiles, file: string): SourceFiles {
  return renumbered(
    files,
    lessonsIn(files)
      .map((lesson) => lesson.file)
      .filter((name) => name !== file),
  );
}

/** The files with one lesson a place earlier; and what it is called there. */
export function withLessonEarlier(files: SourceFiles, file: string): { files: SourceFiles; file: string } {
  const order = lessonsIn(files).map((lesson) => lesson.file);
  const at = order.indexOf(file);
  if (at < 1) return { files, file };
  return { files: renumbered(files, order.toSpliced(at - 1, 2, file, order[at - 1] ?? file)), file: file.replace(/^\d/, String(at)) };
}

/** The files with one lesson's file called otherwise; its number stays. Undefined where that is no name, or taken. */
export function withLessonCalled(files: SourceFiles, file: string, name: string): { files: SourceFiles; file: string } | undefined {
  const [, number = ""] = lessonName.exec(file) ?? [];
  const next = `${number}-${name}.md`;
  if (next === file) return { files, file };
  if (!/^[a-z0-9-]{1,60}$/.test(name) || files[next] !== undefined) return undefined;
  const { [file]: text = "", ...others } = files;
  return { files: { ...others, [next]: text }, file: next };
}

/** What a lesson's file is called after its number. */
export function nameOfLesson(file: string): string {
  return lessonName.exec(file)?.[2] ?? "";
}

function renumbered(files: SourceFiles, order: readonly string[]): SourceFiles {
  const others = Object.entries(files).filter(([name]) => !isLessonFile(name));
  const lessons = order.map((name, i) => [name.replace(/^\d/, String(i + 1)), files[name] ?? ""] as const);
  return Object.fromEntries([...others, ...lessons]);
}

/** Where a line and a column, both from 1, stand in a text; its end where the text is shorter. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const end = text.indexOf("\n", start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  return Math.min(start + column - 1, end < 0 ? text.length : end);
}
