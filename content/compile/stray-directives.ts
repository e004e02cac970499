import type { EmitContext } from "./content-nodes.ts";
import type { MarkdownNode } from "./markdown.ts";

const problems: { pattern: RegExp; message: (found: string) => string; fix: string }[] = [
  {
    pattern: /^:{3,}[ \t]*$/gm,
    message: (found) => `\`${found.trim()}\` closes nothing`,
    fix: "Remove it, or open a block above it; an outer block needs more colons (`::::`) than the one inside it.",
  },
  {
    pattern: /^:{2,}[ \t]*[A-Za-z].*$/gm,
    message: (found) => `\`${found.trim()}\` is not a block directive and would be shown as typed`,
    fix: 'Write three colons, the name and at most a title, alone on the line: `:::try{title="…"}`.',
  },
  {
    pattern: /(?<![\w:\]]):[A-Za-z][\w-]*[[{]/g,
    message: (found) => `\`${found}…\` looks like a directive inside text and would be shown as typed`,
    fix: "Use a block directive, or put a space after the colon.",
  },
];

/** Reports text that its author meant as a directive: a fence that closes nothing, `::leaf`, `:text[…]` and mistyped blocks. */
export function checkTextForDirectives(node: Extract<MarkdownNode, { type: "text" }>, context: EmitContext): void {
  for (const { pattern, message, fix } of problems) {
    for (const match of node.value.matchAll(pattern)) {
      context.error(placeInText(node, match.index, match[0], context), message(match[0]), fix);
    }
  }
}

function placeInText(node: Extract<MarkdownNode, { type: "text" }>, index: number, found: string, context: EmitContext) {
  const { source } = context.markdown;
  const start = context.placeOf(node);
  const linesBelow = node.value.slice(0, index).split("\n").length - 1;
  const lineOffset = linesBelow === 0 ? source.offsetAt(start.line, start.column) : source.offsetAt(start.line + linesBelow, 1);
  return source.placeAt(source.find(found.trim(), lineOffset));
}
