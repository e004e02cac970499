import type { ContentSource } from "../content-source.ts";
import type { Report } from "../diagnostic.ts";
import { contentBlocks } from "../prose.ts";

/** What looks like a child who could be recognized; each with what to write instead. */
const smells: { pattern: RegExp; message: (found: string) => string; fix: string }[] = [
  {
    pattern:
      /\b(?:student|child|boy|girl|kid|pupil|son|daughter) (?:named|called) [A-Z]\w+|\b(?:student|child|pupil)s?,? [A-Z][a-z]+,? (?:who|is|has|was|in grade)\b/g,
    message: (found) => `"${found}" gives a child a name`,
    fix: 'Write "a student", or speak of the grade or the group.',
  },
  {
    pattern: /\b(?:student|child|pupil)s? [A-Z]\.(?: ?[A-Z]\.)?(?=\s|,|$)/g,
    message: (found) => `"${found}" reads as a child's initials`,
    fix: 'Write "a student"; two in one example are "one student" and "another".',
  },
  {
    pattern: /\b(?:born on|date of birth|DOB|SSN|social security number|student (?:ID|id) (?:number )?#?\d+)\b/g,
    message: (found) => `"${found}" is the kind of detail by which a child is recognized`,
    fix: "Leave it out: the example works without it. If the text warns against it, put it in quotation marks.",
  },
];

/** No example holds what could point to a child: a name, initials, a date of birth, a number. */
export function checkStudentData(content: ContentSource, report: Report): void {
  for (const block of contentBlocks(content)) {
    for (const { pattern, message, fix } of smells) {
      for (const { index, 0: found } of block.text.matchAll(pattern)) {
        const before = block.text.slice(0, index);
        const isQuoted = before.split('"').length % 2 === 0 || before.split("“").length > before.split("”").length;
        if (isQuoted) continue;
        const place = block.source.placeAt(block.source.find(found, block.offset));
        report({ ...place, severity: "warning", message: message(found), fix });
      }
    }
  }
}
