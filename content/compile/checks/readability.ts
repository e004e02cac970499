import type { ContentSource } from "../content-source.ts";
import type { Report } from "../diagnostic.ts";
import { contentBlocks, countWords, markdownBlocks, readingGrade, sentencesOf, type ProseBlock } from "../prose.ts";

/** House style asks for grade 8 to 10; one more is left for the field's own long words, such as "intervention". */
const highestGrade = 11;
const mostWords = 30;

/** Lessons read at about grade 8 to 10, and no sentence runs on. */
export function checkReadability(content: ContentSource, report: Report): void {
  for (const block of contentBlocks(content)) warnOfLongSentences(block, report);
  for (const { source, front, body } of content.modules.flatMap(({ lessons }) => lessons)) {
    const paragraphs = markdownBlocks(body.markdown).filter(({ kind }) => kind === "paragraph");
    const grade = readingGrade(paragraphs.flatMap((block) => sentencesOf(block).map(({ text }) => text)));
    if (grade <= highestGrade) continue;
    const message = `the lesson reads at grade ${grade.toFixed(1)}; the aim is 8 to 10`;
    const fix = "Use shorter sentences and plainer words.";
    report({ ...(front?.at(["title"]) ?? source.start), severity: "warning", message, fix });
  }
}

function warnOfLongSentences(block: ProseBlock, report: Report): void {
  for (const { offset, text } of sentencesOf(block)) {
    const words = countWords(text);
    if (words <= mostWords) continue;
    const message = `the sentence has ${words} words`;
    report({
      ...block.source.placeAt(offset),
      severity: "warning",
      message,
      fix: `Split it; keep to ${mostWords} words.`,
    });
  }
}
