import * as z from "zod";
import { LearningStandard, LearningTopic } from "../../functions/curriculum/alignment-contract.ts";
import { EvidenceKind } from "../../functions/curriculum/content.ts";
import { JobRole } from "../../functions/roster/contract.ts";

/**
 * The source files' shape. Each message is written as the fix that the author reads.
 */

export const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use lower-case words joined by hyphens, such as `ask-in-order`.");
export const moduleId = z
  .string()
  .regex(/^[ml]\d{2}$/, "Write a module id: `m` and two digits, such as `m04`; a district's own begins with `l`.");
const markdown = z.string().regex(/\S/, "Write it out; it is empty.");
export const wholeNumber = z.number().int("Write a whole number.").positive("Write a number above zero.");
const minutes = z.number().positive("Write a number of minutes above zero.");

/** Plain text: lines that the author wrapped are joined, blank lines still part paragraphs. */
export const plain = markdown
  .refine((text) => (text.match(/^\s*(?:[-*]|\d+\.) /gm)?.length ?? 0) < 2, "Write sentences; a list is not shown as one here.")
  .transform((text) =>
    text
      .trim()
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.replaceAll(/\s+/g, " ").trim())
      .join("\n\n"),
  );

export const listOf = <T extends z.ZodType>(element: T, least: number, most: number) =>
  z.array(element).min(least, `Write at least ${least}.`).max(most, `Keep at most ${most}; merge or drop the weakest.`);

/** In a translation: the version of the original that it says, as `npm run content` names it. */
export const translates = z
  .string()
  .regex(/^[0-9a-f]{8}$/, "Write the eight characters that `npm run content` names.")
  .optional();

/** `module.yaml` */
export const ModuleYaml = z.strictObject({
  translates,
  id: moduleId,
  title: plain,
  summary: plain,
  minutes: wholeNumber,
  prerequisites: z.array(moduleId),
  /** What it is mainly about, and the standards it is aligned with; a translation has its original's. */
  topics: z.array(LearningTopic).optional(),
  standards: z.array(LearningStandard).optional(),
  objectives: listOf(z.strictObject({ id: kebab, text: plain }), 2, 5),
  check: z.strictObject({ draw: wholeNumber, minutes }),
  practice: z.strictObject({
    title: plain,
    minutes,
    task: markdown,
    evidence: markdown,
    accepts: listOf(EvidenceKind, 1, 2),
    rubric: listOf(z.strictObject({ id: kebab, criterion: plain, notYet: plain, developing: plain, meets: plain, exemplary: plain }), 3, 5),
    examples: z.strictObject({ notYet: plain, developing: plain, meets: plain, exemplary: plain }),
  }),
  references: listOf(
    z.strictObject({
      title: plain,
      publisher: plain,
      url: z.string().regex(/^https:\/\/[^\s/]+\.\S+$/, "Use the source's full `https://` address."),
      supports: plain,
    }),
    3,
    30,
  ),
});
export type ModuleYaml = z.infer<typeof ModuleYaml>;

/** The front matter of a lesson. */
export const LessonYaml = z.strictObject({
  translates,
  id: kebab,
  title: plain,
  minutes,
  objectives: listOf(kebab, 1, 5),
});
export type LessonYaml = z.infer<typeof LessonYaml>;

/** The front matter of `job-aid.md`. */
export const JobAidYaml = z.strictObject({ translates, title: plain });
export type JobAidYaml = z.infer<typeof JobAidYaml>;

/** `check.yaml` */
export const CheckYaml = z.strictObject({
  translates,
  items: z.array(
    z.strictObject({
      id: z.string().regex(/^[ml]\d{2}-i\d{2,3}$/, "Write the module's id, `-i` and a number, such as `m04-i01`."),
      objective: kebab,
      scenario: plain,
      question: plain,
      choices: listOf(z.strictObject({ text: plain, correct: z.boolean().default(false), feedback: plain }), 3, 4),
    }),
  ),
});
export type CheckYaml = z.infer<typeof CheckYaml>;

/** `paths/<id>.yaml` */
export const PathYaml = z.strictObject({
  translates,
  id: kebab,
  title: plain,
  role: JobRole,
  summary: plain,
  /** Prerequisites of its modules that the path leaves out on purpose: they are advice, and a path has its own hours. */
  leavesOut: z.array(moduleId).default([]),
  modules: z.array(z.strictObject({ id: moduleId, dueDays: wholeNumber })).min(1, "Name at least one module."),
});
export type PathYaml = z.infer<typeof PathYaml>;
