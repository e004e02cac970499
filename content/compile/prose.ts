import type { ContentSource, ModuleSource } from "./content-source.ts";
import type { Markdown, MarkdownNode, MarkdownRoot } from "./markdown.ts";
import type { Source } from "./source.ts";
import type { YamlFile, YamlPath } from "./yaml-file.ts";

/** A stretch of prose as a reader meets it, and where it starts in its file. */
export interface ProseBlock {
  source: Source;
  offset: number;
  text: string;
  /** The key or node type that holds it. */
  kind: string;
}

const blockTypes = new Set<string>(["paragraph", "heading", "tableCell"]);

/** Every node of a Markdown text, in reading order. */
export function nodesOf(node: MarkdownRoot | MarkdownNode): MarkdownNode[] {
  return "children" in node ? node.children.flatMap((child) => [child, ...nodesOf(child)]) : [];
}

/** The paragraphs, headings and table cells of a Markdown text. */
export function markdownBlocks({ source, root, placeAt }: Markdown): ProseBlock[] {
  return nodesOf(root)
    .filter((node) => blockTypes.has(node.type))
    .map((node) => {
      const place = placeAt(node.position?.start.line ?? 1, node.position?.start.column ?? 1);
      return { source, offset: source.offsetAt(place.line, place.column), text: textOf(node), kind: node.type };
    });
}

/** The words of a node, without their markup. */
export function textOf(node: MarkdownNode): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "break") return " ";
  return "children" in node ? node.children.map(textOf).join("") : "";
}

const notProse = new Set<PropertyKey>([
  "id",
  "url",
  "objective",
  "role",
  "accepts",
  "prerequisites",
  "topics",
  "standards",
  "task",
  "evidence",
]);

/** The plain texts of a YAML file: titles, summaries, scenarios, feedback, but no ids, addresses or Markdown. */
export function yamlBlocks(file: YamlFile<unknown>): ProseBlock[] {
  const walk = (value: unknown, path: YamlPath): ProseBlock[] => {
    const key = path.findLast((step) => typeof step === "string") ?? "";
    if (notProse.has(key)) return [];
    if (typeof value === "string") {
      return [{ source: file.source, offset: file.scalarAt(path)?.offset ?? 0, text: value, kind: key }];
    }
    if (Array.isArray(value)) return value.flatMap((entry, i) => walk(entry, [...path, i]));
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([name, entry]) => walk(entry, [...path, name]));
  };
  return walk(file.value, []);
}

/** All prose of the content, lessons and data files alike. */
export function contentBlocks({ modules, paths }: ContentSource): ProseBlock[] {
  return [...modules.flatMap(moduleBlocks), ...paths.flatMap(yamlBlocks)];
}

function moduleBlocks({ module, check, task, evidence, jobAid, lessons }: ModuleSource): ProseBlock[] {
  const files = [module, check, jobAid?.front, ...lessons.map(({ front }) => front)];
  const texts = [task, evidence, jobAid?.body, ...lessons.map(({ body }) => body)];
  return [
    ...files.flatMap((file) => (file ? yamlBlocks(file) : [])),
    ...texts.flatMap((text) => (text ? markdownBlocks(text.markdown) : [])),
  ];
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** A block's sentences, each with its offset in the file. */
export function sentencesOf({ source, offset, text }: ProseBlock): { offset: number; text: string }[] {
  let from = offset;
  return [...segmenter.segment(text.replaceAll(/\s+/g, " "))].map(({ segment }) => {
    const sentence = segment.trim();
    const start = source.find(sentence.split(" ", 1)[0] ?? "", from);
    from = start + Math.floor(sentence.length / 2);
    return { offset: start, text: sentence };
  });
}

/** How many words a text has; a token counts when it holds a letter or a digit. */
export function countWords(text: string): number {
  return wordsOf(text).length;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((token) => /[\p{L}\p{N}]/u.test(token));
}

/** The Flesch-Kincaid grade of some sentences (Kincaid et al., 1975), with syllables counted by rule of thumb. */
export function readingGrade(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return 0;
  const syllables = words.reduce((total, word) => total + countSyllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

function countSyllables(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, "");
  const spoken = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, "x");
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}
