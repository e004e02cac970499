import type { ContentSource, MarkdownSource, ModuleSource } from "../content-source.ts";
import type { Report } from "../diagnostic.ts";
import { nodesOf } from "../prose.ts";

/** A module has three to five lessons, numbered from 1, and their headings are of level 2 and 3 with none skipped. */
export function checkLessons({ modules }: ContentSource, report: Report): void {
  for (const module of modules) {
    checkCount(module, report);
    module.lessons.forEach(({ source, number }, i) => {
      if (number === i + 1) return;
      const message = `the file's number is ${number} but it is lesson ${i + 1}`;
      report({
        ...source.start,
        severity: "error",
        message,
        fix: "Number the lessons 1, 2, 3 … with no gap and none twice.",
      });
    });
    for (const { body } of module.lessons) checkHeadings(body, 2, report);
    if (module.jobAid) checkHeadings(module.jobAid.body, 2, report);
    for (const part of [module.task, module.evidence]) if (part) checkHeadings(part, 3, report);
  }
}

function checkCount({ folder, lessons, module }: ModuleSource, report: Report): void {
  if (lessons.length >= 3 && lessons.length <= 5) return;
  const place = module?.at([]) ?? { file: `${folder}/module.yaml`, line: 1, column: 1 };
  const fix = lessons.length < 3 ? "Write at least three." : "Merge them into five, or split the module.";
  const message = `the module has ${lessons.length} ${lessons.length === 1 ? "lesson" : "lessons"}; three to five are the rule`;
  report({ ...place, severity: "error", message, fix });
}

function checkHeadings({ markdown }: MarkdownSource, highest: 2 | 3, report: Report): void {
  let last: number = highest - 1;
  for (const node of nodesOf(markdown.root)) {
    if (node.type !== "heading") continue;
    const place = markdown.placeAt(node.position?.start.line ?? 1, node.position?.start.column ?? 1);
    if (node.depth < highest || node.depth > 3) {
      const fix =
        highest === 2 ? "Use `##`, or `###` below it; the title is level 1." : "Use `###`; the levels above it belong to the page.";
      report({ ...place, severity: "error", message: `a heading of level ${node.depth} cannot be used here`, fix });
    } else if (node.depth > last + 1) {
      const message = `the heading skips from level ${last} to level ${node.depth}`;
      report({ ...place, severity: "error", message, fix: `Write \`${"#".repeat(last + 1)}\`.` });
    }
    last = Math.max(node.depth, highest - 1);
  }
}
