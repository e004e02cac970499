import { isAlias, isMap, isScalar, isSeq, parseDocument, visit, type Document, type Node } from "yaml";
import type * as z from "zod";
import type { Place, Report } from "./diagnostic.ts";
import { explainIssue } from "./explain-issue.ts";
import type { Source } from "./source.ts";

/** The way to a value inside a YAML file: keys and list positions. */
export type YamlPath = readonly PropertyKey[];

/** A YAML text that met its schema, with the place of each of its values. */
export interface YamlFile<T> {
  source: Source;
  value: T;
  /** The place of a key (or of a list's entry); when it is absent, of its nearest parent. */
  at(path: YamlPath): Place;
  /** The scalar as written, for looking inside its text; undefined when the path holds none. */
  scalarAt(path: YamlPath): { offset: number; style: string } | undefined;
}

/** Parses `text` (a slice of `source` at its own offsets) against `schema`; reports all that is wrong, then gives undefined. */
export function parseYaml<T>(source: Source, text: string, schema: z.ZodType<T>, report: Report): YamlFile<T> | undefined {
  const document = parseDocument(text, { prettyErrors: false });
  const problems = [...document.errors, ...document.warnings];
  const lines = new Set<number>();
  for (const { code, message, pos } of problems) {
    const place = source.placeAt(openQuote(document, pos[0]) ?? pos[0]);
    // What follows on the same line is mostly an echo of the first mistake.
    if (!lines.has(place.line)) report({ ...place, severity: "error", message: `YAML: ${message}`, fix: syntaxFix(code) });
    lines.add(place.line);
  }
  if (problems.length > 0 || reportTraps(document, source, report)) return undefined;

  const at = (path: YamlPath): Place => source.placeAt(offsetOf(document, path));
  const data: unknown = document.toJS();
  const parsed = schema.safeParse(data ?? {});
  if (parsed.success) return { source, value: parsed.data, at, scalarAt: (path) => scalarAt(document, path) };
  for (const issue of parsed.error.issues) {
    for (const { path, message, fix } of explainIssue(issue, data, schema)) {
      report({ ...at(path), severity: "error", message, fix });
    }
  }
  return undefined;
}

/** Where a quoted text starts that is still open at `offset`: a missing quote is noticed only where the text runs out. */
function openQuote(document: Document, offset: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar(_, node) {
      const [from, to] = node.range ?? [offset, offset];
      if (node.type?.startsWith("QUOTE") && from < offset && offset <= to) start = from;
    },
  });
  return start;
}

/** Reports what YAML accepts but no author means: `*text` as an alias, and `#3` cut off as a comment. */
function reportTraps(document: Document, source: Source, report: Report): boolean {
  let isFatal = false;
  visit(document, {
    Alias(_, node) {
      isFatal = true;
      report({
        ...source.placeAt(node.range?.[0] ?? 0),
        severity: "error",
        message: `YAML: \`*${node.source}\` is read as an alias, not as text`,
        fix: "Put the text in double quotes.",
      });
    },
    Scalar(_, node) {
      if (node.type !== "PLAIN" || typeof node.value !== "string" || !/^\S/.test(node.comment ?? "")) return;
      report({
        ...source.placeAt(source.find("#", node.range?.[1] ?? 0)),
        severity: "error",
        message: `\`#${node.comment?.split("\n")[0]}\` is read as a comment and cut from the text`,
        fix: "Put the text in double quotes; start a real comment with `# ` and a space.",
      });
    },
  });
  return isFatal;
}

function offsetOf(document: Document, path: YamlPath): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

function scalarAt(document: Document, path: YamlPath): { offset: number; style: string } | undefined {
  const node: unknown = document.getIn(path, true);
  if (!isScalar(node) || isAlias(node) || !node.range) return undefined;
  return { offset: node.range[0], style: node.type ?? "PLAIN" };
}

function syntaxFix(code: string): string {
  switch (code) {
    case "DUPLICATE_KEY":
      return "Keep one of the two keys.";
    case "TAB_AS_INDENT":
      return "Indent with spaces.";
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return "If a text holds `: `, put the whole text in double quotes or write it under `|`.";
    case "MISSING_CHAR":
      return "Close the quote or bracket that this line opens.";
    default:
      return "Compare this line's indentation, quotes and colons with content/README.md.";
  }
}
