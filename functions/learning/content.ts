import * as z from "zod";

/**
 * Training content as `content/compile` emits it and as everything else reads it.
 * Answers live in a file of their own (`ModuleAnswers`), which never leaves the server.
 */

/**
 * A compiled Markdown node: text, or `[tag, attributes, ...children]` from a closed list of tags; never HTML.
 * Attributes: `a` href (https only), `ol` start, `th` and `td` align, `aside` kind (of `asideKinds`) and title.
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
] as const;

/** What an `aside` is for (content/README.md, directives); `example` and `try` always have a title, the others never. */
export const asideKinds = ["example", "key", "try", "caution", "compare"] as const;

export const ContentNode: z.ZodType<ContentNode> = z.lazy(() =>
  z.union([z.string(), z.tuple([z.enum(contentTags), z.record(z.string(), z.string())], ContentNode)]),
) as z.ZodType<ContentNode>;

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

const Objective = z.object({ id: z.string(), text: z.string() });

/** What lists, paths and dates need of a module; a few hundred bytes. `hash` names this exact version. */
export const CatalogModule = z.object({
  id: z.string(),
  hash: z.string(),
  title: z.string(),
  summary: z.string(),
  minutes: z.number().int().positive(),
  prerequisites: z.array(z.string()),
  objectives: z.array(Objective),
  lessons: z.array(z.object({ id: z.string(), title: z.string(), minutes: z.number() })),
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
    z.object({
      id: z.string(),
      title: z.string(),
      minutes: z.number(),
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
  }),
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
