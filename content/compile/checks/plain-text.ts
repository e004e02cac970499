import type { ContentSource } from "../content-source.ts";
import type { Report } from "../diagnostic.ts";
import { yamlBlocks } from "../prose.ts";

const markup: { pattern: RegExp; name: string }[] = [
  { pattern: /<\/?[a-z][^>]*>/i, name: "HTML" },
  { pattern: /\*\*|__|\]\(|`/, name: "Markdown" },
];

/** Texts that are shown as typed (all YAML but the practice task and its evidence) hold no markup. */
export function checkPlainText({ modules, paths }: ContentSource, report: Report): void {
  const files = modules.flatMap(({ module, check, lessons }) => [module, check, ...lessons.map(({ front }) => front)]);
  for (const { source, offset, text } of [...files, ...paths].flatMap((file) => (file ? yamlBlocks(file) : []))) {
    for (const { pattern, name } of markup) {
      const found = pattern.exec(text)?.[0].trim();
      if (!found) continue;
      const place = source.placeAt(source.find(found, offset));
      const fix = "Write plain words: this text is shown as it is typed.";
      report({ ...place, severity: "error", message: `${name} (\`${found}\`) is not read in this text`, fix });
    }
  }
}
