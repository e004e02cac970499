import type { contentTags, ContentNode } from "../../functions/curriculum/content.ts";
import type { Diagnostic, Place, Report } from "./diagnostic.ts";
import { emitDirective } from "./directives.ts";
import type { Markdown, MarkdownNode } from "./markdown.ts";
import { checkTextForDirectives } from "./stray-directives.ts";

type Tag = (typeof contentTags)[number];
type Emit<Type extends MarkdownNode["type"]> = (node: Extract<MarkdownNode, { type: Type }>, context: EmitContext) => ContentNode[];

/** What one emitter may use: its children's nodes, the place of a node, and a way to complain. */
export interface EmitContext {
  markdown: Markdown;
  children(parent: { children: readonly MarkdownNode[] }): ContentNode[];
  placeOf(node: Pick<MarkdownNode, "position">): Place;
  error(place: Place, message: string, fix: string): void;
  report: Report;
}

/** Turns parsed Markdown into content nodes; whatever is not on the list of emitters is reported and left out. */
export function toContentNodes(markdown: Markdown, report: Report): ContentNode[] {
  const context: EmitContext = {
    markdown,
    children: (parent) => parent.children.flatMap((child) => emitNode(child, context)),
    placeOf: ({ position }) => markdown.placeAt(position?.start.line ?? 1, position?.start.column ?? 1),
    error(place, message, fix) {
      const diagnostic: Diagnostic = { ...place, severity: "error", message, fix };
      report(diagnostic);
    },
    report,
  };
  return context.children(markdown.root);
}

function emitNode(node: MarkdownNode, context: EmitContext): ContentNode[] {
  const emit = emitters[node.type] as ((node: MarkdownNode, context: EmitContext) => ContentNode[]) | undefined;
  return emit ? emit(node, context) : [];
}

const wrap =
  (tag: Tag) =>
  (node: { children: readonly MarkdownNode[] }, context: EmitContext): ContentNode[] => [[tag, {}, ...context.children(node)]];

const refuse =
  (what: string, fix: string) =>
  (node: MarkdownNode, context: EmitContext): ContentNode[] => {
    context.error(context.placeOf(node), `${what} cannot be used here`, fix);
    return [];
  };

const inlineLink = "Write the link in place: `[text](https://…)`.";

const emitters: { [Type in MarkdownNode["type"]]: Emit<Type> } = {
  blockquote: wrap("blockquote"),
  break: () => [["br", {}]],
  code: refuse("a code block", "Remove the indentation or the fence; for something to copy, use a quotation (`> `)."),
  containerDirective: emitDirective,
  definition: refuse("a link definition", inlineLink),
  delete: wrap("del"),
  emphasis: wrap("em"),
  footnoteDefinition: refuse("a footnote", "Say it in the text, or list the source under `references` in module.yaml."),
  footnoteReference: refuse("a footnote", "Say it in the text, or list the source under `references` in module.yaml."),
  heading: (node, context) => [[node.depth <= 2 ? "h2" : "h3", {}, ...context.children(node)]],
  html: refuse("HTML", 'Write it in Markdown. For a `<` in the text, write `\\<` or "under".'),
  image: refuse("an image", "Describe it in words or show it as a table."),
  imageReference: refuse("an image", "Describe it in words or show it as a table."),
  inlineCode: (node) => [["code", {}, node.value]],
  leafDirective: () => [],
  link: emitLink,
  linkReference: refuse("a reference link", inlineLink),
  list: emitList,
  listItem: wrap("li"),
  paragraph: wrap("p"),
  strong: wrap("strong"),
  table: emitTable,
  tableCell: wrap("td"),
  tableRow: wrap("tr"),
  text(node, context) {
    checkTextForDirectives(node, context);
    return [node.value.replaceAll(/\s*\n\s*/g, " ")];
  },
  textDirective: () => [],
  thematicBreak: () => [["hr", {}]],
  yaml: () => [],
};

function emitLink(node: Extract<MarkdownNode, { type: "link" }>, context: EmitContext): ContentNode[] {
  const isHttps = URL.canParse(node.url) && new URL(node.url).protocol === "https:";
  if (!isHttps) {
    context.error(context.placeOf(node), `the link \`${node.url}\` is not https`, "Link to a full `https://` address.");
  }
  if (node.children.length === 0) {
    context.error(context.placeOf(node), "the link has no text", "Say between the brackets where the link leads.");
  }
  return isHttps ? [["a", { href: node.url }, ...context.children(node)]] : context.children(node);
}

/** Paragraphs are unwrapped unless blank lines part the list's entries, as in CommonMark's HTML. */
function emitList(list: Extract<MarkdownNode, { type: "list" }>, context: EmitContext): ContentNode[] {
  const isLoose = list.spread || list.children.some(({ spread }) => spread);
  const entries = list.children.map((item): ContentNode => {
    if (typeof item.checked === "boolean") {
      context.error(context.placeOf(item), "a check box cannot be used here", "Write a plain list entry: `- text`.");
    }
    const unwrap = (child: MarkdownNode) => (child.type === "paragraph" && !isLoose ? context.children(child) : emitNode(child, context));
    return ["li", {}, ...item.children.flatMap(unwrap)];
  });
  const start = list.start ?? 1;
  return [list.ordered ? ["ol", start === 1 ? {} : { start: String(start) }, ...entries] : ["ul", {}, ...entries]];
}

function emitTable(node: Extract<MarkdownNode, { type: "table" }>, context: EmitContext): ContentNode[] {
  const row = (tag: "th" | "td", cells: Extract<MarkdownNode, { type: "tableRow" }>["children"]): ContentNode => [
    "tr",
    {},
    ...cells.map((cell, column): ContentNode => {
      const align = node.align?.[column];
      return [tag, align ? { align } : {}, ...context.children(cell)];
    }),
  ];
  const [head, ...body] = node.children;
  const rows = body.map((line) => row("td", line.children));
  return [
    [
      "table",
      {},
      ["thead", {}, row("th", head?.children ?? [])],
      ...(rows.length > 0 ? [["tbody", {}, ...rows] satisfies ContentNode] : []),
    ],
  ];
}
