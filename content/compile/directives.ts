import { diagramNames, type asideKinds, type ContentNode } from "../../functions/curriculum/content.ts";
import { checkCompare, checkGraph, checkExercise, type Values } from "./block-tables.ts";
import type { EmitContext } from "./content-nodes.ts";
import type { MarkdownNode } from "./markdown.ts";

export type Directive = Extract<MarkdownNode, { type: "containerDirective" }>;

type Known = {
  /** What stands in the braces, every one of them required. */
  attributes: readonly ("title" | "name")[];
  /** Reports what is wrong with the block's tables; gives the values that their cells are emitted with. */
  check?: (node: Directive, context: EmitContext) => Values;
};

/** The block directives that authors may use. */
const directives: Record<(typeof asideKinds)[number], Known> = {
  example: { attributes: ["title"] },
  key: { attributes: [] },
  try: { attributes: ["title"] },
  caution: { attributes: [] },
  compare: { attributes: [], check: checkCompare },
  diagram: { attributes: ["name", "title"], check: checkDiagram },
  graph: { attributes: ["title"], check: checkGraph },
  sort: { attributes: ["title"], check: (node, context) => checkExercise("sort", node, context) },
  decide: { attributes: ["title"], check: (node, context) => checkExercise("decide", node, context) },
  statement: { attributes: ["title"], check: (node, context) => checkExercise("statement", node, context) },
  score: { attributes: ["title"], check: (node, context) => checkExercise("score", node, context) },
};

/** Emits `["aside", { kind, title?, name? }, …]`; reports unknown, unclosed, mistitled, empty and ill-formed blocks. */
export function emitDirective(node: Directive, context: EmitContext): ContentNode[] {
  const place = context.placeOf(node);
  const known = isKnown(node.name) ? directives[node.name] : undefined;
  if (!known) {
    const names = Object.keys(directives).map((name) => `:::${name}`);
    context.error(place, `\`:::${node.name}\` is not a known directive`, `Use one of ${names.join(", ")}.`);
    return context.children(node);
  }
  if (!node.data?.position?.closing) {
    context.error(place, `\`:::${node.name}\` is never closed`, "Put `:::` alone on a line where the block ends.");
  }
  checkAttributes(node, known.attributes, context);
  if (node.children.length === 0) {
    context.error(place, `\`:::${node.name}\` is empty`, "Write its text on the lines below it, or remove the block.");
  }
  const values = known.check?.(node, context);
  const given = known.attributes.flatMap((name) => {
    const value = node.attributes?.[name]?.trim();
    return value ? [[name, value] as const] : [];
  });
  const attributes = { kind: node.name, ...Object.fromEntries(given) };
  return [
    ["aside", attributes, ...node.children.flatMap((child) => withValues(context.children({ children: [child] }), values?.get(child)))],
  ];
}

function isKnown(name: string): name is keyof typeof directives {
  return Object.hasOwn(directives, name);
}

function checkAttributes(node: Directive, wanted: Known["attributes"], context: EmitContext): void {
  const place = context.placeOf(node);
  const written = wanted.length > 0 ? `{${wanted.map((name) => `${name}="…"`).join(" ")}}` : "";
  const fix = `Write \`:::${node.name}${written}\`.`;
  const label = node.children[0];
  if (label?.type === "paragraph" && label.data?.directiveLabel) context.error(place, `\`:::${node.name}[…]\` has a label`, fix);
  for (const name of Object.keys(node.attributes ?? {})) {
    if (!(wanted as readonly string[]).includes(name)) context.error(place, `\`:::${node.name}\` takes no \`${name}\``, fix);
  }
  for (const name of wanted) {
    if (!node.attributes?.[name]?.trim()) context.error(place, `\`:::${node.name}\` has no ${name}`, fix);
  }
}

function checkDiagram(node: Directive, context: EmitContext): Values {
  const name = node.attributes?.["name"]?.trim();
  if (name && !(diagramNames as readonly string[]).includes(name)) {
    context.error(context.placeOf(node), `there is no drawing \`${name}\``, `Name one of ${diagramNames.join(", ")}.`);
  }
  return new Map();
}

/** Writes values, by row and column, into the cells of an emitted table. */
function withValues(nodes: ContentNode[], values: string[][] | undefined): ContentNode[] {
  if (!values) return nodes;
  let row = -1;
  const walk = (node: ContentNode): ContentNode => {
    if (typeof node === "string") return node;
    const [tag, attributes, ...children] = node;
    if (tag !== "tr") return [tag, attributes, ...children.map(walk)];
    row += 1;
    return [
      tag,
      attributes,
      ...children.map((cell, column): ContentNode => {
        const value = values[row]?.[column];
        if (typeof cell === "string" || !value) return cell;
        const [cellTag, cellAttributes, ...content] = cell;
        return [cellTag, { ...cellAttributes, value }, ...content];
      }),
    ];
  };
  return nodes.map(walk);
}
