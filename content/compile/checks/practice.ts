import type { ContentSource, JobAidSource } from "../content-source.ts";
import type { Report } from "../diagnostic.ts";
import { countWords, markdownBlocks, nodesOf } from "../prose.ts";

const jobAidWords = [120, 360] as const;
const exampleWords = [20, 120] as const;
const inJobAid = ["key", "compare"];

/** A job aid fits a page and holds nothing that must be tried; the examples of evidence are long enough to show a level. */
export function checkPractice({ modules }: ContentSource, report: Report): void {
  for (const { module, jobAid } of modules) {
    if (jobAid) checkJobAid(jobAid, report);
    for (const [level, text] of Object.entries(module?.value.practice.examples ?? {})) {
      const words = countWords(text);
      if (!module || (words >= exampleWords[0] && words <= exampleWords[1])) continue;
      const place = module.at(["practice", "examples", level]);
      const fix = `Write ${exampleWords[0]} to ${exampleWords[1]}: what someone would really hand in.`;
      report({ ...place, severity: "warning", message: `the example has ${words} words`, fix });
    }
  }
}

function checkJobAid({ source, front, body: { markdown } }: JobAidSource, report: Report): void {
  const words = markdownBlocks(markdown).reduce((total, { text }) => total + countWords(text), 0);
  if (words < jobAidWords[0] || words > jobAidWords[1]) {
    const fix = `Keep to ${jobAidWords[0]} to ${jobAidWords[1]} words: it is one page to print.`;
    report({ ...(front?.at(["title"]) ?? source.start), severity: "error", message: `the job aid has ${words} words`, fix });
  }
  for (const node of nodesOf(markdown.root)) {
    if (node.type !== "containerDirective" || inJobAid.includes(node.name)) continue;
    const place = markdown.placeAt(node.position?.start.line ?? 1, node.position?.start.column ?? 1);
    const fix = "Use `:::key` or `:::compare`; what is tried belongs into a lesson.";
    report({ ...place, severity: "error", message: `\`:::${node.name}\` cannot be used in a job aid`, fix });
  }
}
