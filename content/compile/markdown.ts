import { directiveFromMarkdown } from "mdast-util-directive";
import { directive } from "micromark-extension-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";
import type { Place } from "./diagnostic.ts";
import type { Source } from "./source.ts";

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(blockDirectives);

/** A parsed Markdown text. */
export type MarkdownRoot = ReturnType<typeof parser.parse>;

/** Any node inside a parsed Markdown text. */
export type MarkdownNode = MarkdownRoot["children"][number];

/** Markdown somewhere inside a source file. */
export interface Markdown {
  source: Source;
  root: MarkdownRoot;
  /** The place in the source file of a line and column of the parsed text. */
  placeAt: (line: number, column: number) => Place;
}

/** Parses Markdown that starts below `linesAbove` lines of its file and is indented there by `indent` columns. */
export function parseMarkdown(source: Source, text: string, linesAbove = 0, indent = 0): Markdown {
  return {
    source,
    root: parser.parse(text),
    placeAt: (line, column) => ({ file: source.file, line: line + linesAbove, column: column + indent }),
  };
}

/** Turns on `:::name` blocks and nothing else: stock directives also read the `:30` of "8:30" as one. */
function blockDirectives(this: Processor): void {
  const [container] = [directive().flow?.[58] ?? []].flat();
  if (!container) throw new Error("micromark-extension-directive no longer lists its block construct first");
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ flow: { 58: container } });
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown({ verbose: true }));
}
