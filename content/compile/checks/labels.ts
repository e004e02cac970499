import type { ContentSource } from "../content-source.ts";
import type { Report } from "../diagnostic.ts";
import { contentBlocks, type ProseBlock } from "../prose.ts";

const tiers = String.raw`tier[\s-]*(?:[123]|one|two|three|I{1,3})`;
const labels = new RegExp(
  String.raw`\b(?:${tiers}|low|slow|bubble|red|yellow|sped)[\s-]+(?:kid|kiddo|student|learner|pupil|child|children)s?\b`,
  "gi",
);

/** No text names children by their tier or their score: tiers are support that students receive. */
export function checkLabels(content: ContentSource, report: Report): void {
  for (const block of contentBlocks(content)) {
    for (const { index, 0: phrase } of block.text.matchAll(labels)) {
      if (isMention(block, index)) continue;
      const place = block.source.placeAt(block.source.find(phrase, block.offset));
      const message = `"${phrase.replaceAll(/\s+/g, " ")}" labels children`;
      const fix = 'Name the support: "students who receive Tier 2 support". Put what not to say in quotation marks.';
      report({ ...place, severity: "warning", message, fix });
    }
  }
}

/** Words in quotation marks, or in a quotation, are shown as what someone said. */
function isMention({ source, offset, text }: ProseBlock, index: number): boolean {
  const before = text.slice(0, index);
  const count = (mark: string) => before.split(mark).length - 1;
  const line = source.text.slice(source.text.lastIndexOf("\n", offset - 1) + 1, offset);
  return count('"') % 2 === 1 || count("“") > count("”") || /^\s*>/.test(line);
}
