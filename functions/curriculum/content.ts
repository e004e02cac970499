import * as z from "zod";
import { LearningStandard, LearningTopic } from "./alignment-contract.ts";

/**
 * Training content as `content/compile` emits it and as everything else reads it.
 * Answers live in a file of their own (`ModuleAnswers`), which never leaves the server.
 */

/**
 * A compiled Markdown node: text, or `[tag, attributes, ...children]` from a closed list of tags; never HTML.
 * Attributes: `a` href (https only), `ol` start, `th` and `td` align and, in a block that is tried or drawn, value;
 * `term` id (of the glossary); `aside` kind (of `asideKinds`), title and, for a diagram, name (of `diagramNames`).
 */
export type ContentNode = string | [tag: string, attributes: Record<string, string>, ...children: ContentNode[]];

export const contentTags = [
  "p",
  "h2",
  "h3",
  "ul",
  "ol",
  "li",
  "strong",
  "em",
  "del",
  "a",
  "code",
  "blockquote",
  "br",
  "hr",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
  "aside",
  "term",
] as const;

/** Blocks that are tried: the last table in them holds the answers, told by the `value` of its cells. */
export const exerciseKinds = ["sort", "decide", "statement", "score"] as const;
export type ExerciseKind = (typeof exerciseKinds)[number];

/** What an `aside` is for (content/README.md, directives). */
export const asideKinds = ["example", "key", "try", "caution", "compare", "diagram", "graph", ...exerciseKinds] as const;

/** The drawings that a `diagram` may name, one file each in `web/pictures/`. */
export const diagramNames = [
  "tiers",
  "four-questions",
  "decision-rule",
  "dose",
  "meeting-loop",
  "coaching-cycle",
  "behavior-chain",
  "stages",
] as const;
export type DiagramName = (typeof diagramNames)[number];

/** How a step of a session is scored, in the order offered; the `value` of a cell in a `score` block. */
export const stepScores = ["done", "partly", "notDone", "notApplicable"] as const;

export const ContentNode: z.ZodType<ContentNode> = z.lazy(() =>
  z.union([z.string(), z.tuple([z.enum(contentTags), z.record(z.string(), z.string())], ContentNode)]),
) as z.ZodType<ContentNode>;

/** The languages content is written in; what is not translated falls back to English, and says so. */
export const ContentLanguage = z.enum(["en", "es"]);
export type ContentLanguage = z.infer<typeof ContentLanguage>;

/** Which kinds of evidence a practice task takes. */
export const EvidenceKind = z.enum(["text", "file"]);

export const RubricCriterion = z.object({
  id: z.string(),
  criterion: z.string(),
  notYet: z.string(),
  developing: z.string(),
  meets: z.string(),
  exemplary: z.string(),
});

/** What handed-in evidence reads like at each level of the rubric. */
export const EvidenceExamples = z.object({ notYet: z.string(), developing: z.string(), meets: z.string(), exemplary: z.string() });

const Objective = z.object({ id: z.string(), text: z.string() });

const CatalogLesson = z.object({
  id: z.string(),
  title: z.string(),
  minutes: z.number(),
  /** Since when the district asks those who had read it before to read it again; the last time it did. */
  changedAt: z.iso.datetime().optional(),
});

/** What lists, paths and dates need of a module; a few hundred bytes. `hash` names this exact version. */
export const CatalogModule = z.object({
  id: z.string(),
  hash: z.string(),
  /** The language of its words here. */
  language: ContentLanguage,
  /** The number of the district's own edition; left out where the module is as it was shipped. */
  edition: z.number().int().positive().optional(),
  title: z.string(),
  summary: z.string(),
  minutes: z.number().int().positive(),
  prerequisites: z.array(z.string()),
  /** What it is about and which standards it is aligned with, for those who renew licenses; neither makes another version of it. */
  topics: z.array(LearningTopic).optional(),
  standards: z.array(LearningStandard).optional(),
  objectives: z.array(Objective),
  lessons: z.array(CatalogLesson),
  check: z.object({ draw: z.number().int(), minutes: z.number() }),
  practice: z.object({ title: z.string(), minutes: z.number(), accepts: z.array(EvidenceKind) }),
});
export type CatalogModule = z.infer<typeof CatalogModule>;

/** A role path: modules in order, each due a number of calendar days after the path starts for a person. */
export const PathDefinition = z.object({
  id: z.string(),
  hash: z.string(),
  title: z.string(),
  role: z.string(),
  summary: z.string(),
  modules: z.array(z.object({ id: z.string(), dueDays: z.number().int().positive() })),
});
export type PathDefinition = z.infer<typeof PathDefinition>;

/** Every module and path of one build, in catalogue order. */
export const Catalog = z.object({
  hash: z.string(),
  modules: z.array(CatalogModule),
  paths: z.array(PathDefinition),
});
export type Catalog = z.infer<typeof Catalog>;

/** The whole of a module that a learner may read. */
export const ModuleContent = CatalogModule.extend({
  lessons: z.array(
    CatalogLesson.extend({
      objectives: z.array(z.string()),
      body: z.array(ContentNode),
    }),
  ),
  practice: z.object({
    title: z.string(),
    minutes: z.number(),
    accepts: z.array(EvidenceKind),
    task: z.array(ContentNode),
    evidence: z.array(ContentNode),
    rubric: z.array(RubricCriterion),
    examples: EvidenceExamples,
  }),
  /** One page to print and keep at hand. */
  jobAid: z.object({ title: z.string(), body: z.array(ContentNode) }),
  /** The glossary's words that the lessons use, so that a page explains them without another request. */
  terms: z.array(z.object({ id: z.string(), term: z.string(), definition: z.string() })),
  references: z.array(z.object({ title: z.string(), publisher: z.string(), url: z.string(), supports: z.string() })),
});
export type ModuleContent = z.infer<typeof ModuleContent>;

/** The item bank with keys and feedback. Server only. */
export const ModuleAnswers = z.object({
  id: z.string(),
  hash: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      objective: z.string(),
      scenario: z.string(),
      question: z.string(),
      choices: z.array(z.object({ id: z.string(), text: z.string(), correct: z.boolean(), feedback: z.string() })),
    }),
  ),
});
export type ModuleAnswers = z.infer<typeof ModuleAnswers>;
