import type { ContentNode } from "../../../functions/curriculum/content.ts";
import type { ContentSource, LessonSource } from "../content-source.ts";
import type { Report } from "../diagnostic.ts";
import { countWords, markdownBlocks } from "../prose.ts";

const wordsPerMinute = 130;
const minutesPerItem = 1.5;
/** What a block takes beyond the reading of its words; those not named here take nothing. */
const blockMinutes: Readonly<Record<string, number>> = { try: 1, sort: 2, decide: 2, statement: 3, score: 3 };
const tolerance = 0.25;

/** The minutes a module promises are within 25 % of the house model (content/README.md, "House style"). */
export function checkMinutes({ modules }: ContentSource, report: Report): void {
  for (const { module, lessons } of modules) {
    if (!module || lessons.length === 0) continue;
    const { minutes, check, practice } = module.value;
    const words = sum(lessons, wordsOf);
    const doing = sum(lessons, doingOf);
    const model = words / wordsPerMinute + doing + check.draw * minutesPerItem + practice.minutes;
    if (Math.abs(model - minutes) > minutes * tolerance) {
      report({
        ...module.at(["minutes"]),
        severity: "error",
        message:
          `the module says ${minutes} minutes but takes about ${Math.round(model)}: ${words} words ` +
          `${Math.round(words / wordsPerMinute)}, things to do ${doing}, ${check.draw} items ` +
          `${check.draw * minutesPerItem}, practice ${practice.minutes}`,
        fix: `Write \`minutes: ${Math.round(model)}\`, or bring the text within 25 % of ${minutes}.`,
      });
    }
    for (const lesson of lessons) checkLessonMinutes(lesson, report);
  }
}

function checkLessonMinutes(lesson: LessonSource, report: Report): void {
  if (!lesson.front) return;
  const { minutes } = lesson.front.value;
  const model = wordsOf(lesson) / wordsPerMinute + doingOf(lesson);
  const distance = Math.abs(model - minutes);
  if (distance <= minutes * tolerance || distance <= 1.5) return;
  const message = `the lesson says ${minutes} minutes but takes about ${Math.round(model)}`;
  const fix = `Write \`minutes: ${Math.max(1, Math.round(model))}\`, or change the text.`;
  report({ ...lesson.front.at(["minutes"]), severity: "warning", message, fix });
}

function wordsOf({ body }: LessonSource): number {
  return sum(markdownBlocks(body.markdown), ({ text }) => countWords(text));
}

function doingOf({ body }: LessonSource): number {
  return sum(body.nodes, minutesOfNode);
}

function minutesOfNode(node: ContentNode): number {
  if (typeof node === "string") return 0;
  const [, attributes, ...children] = node;
  return (blockMinutes[attributes["kind"] ?? ""] ?? 0) + sum(children, minutesOfNode);
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}
