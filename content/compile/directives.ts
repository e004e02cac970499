import type { asideKinds, ContentNode } from "../../functions/learning/content.ts";
import type { EmitContext } from "./content-nodes.ts";
import type { MarkdownNode } from "./markdown.ts";

type Directive = Extract<MarkdownNode, { type: "containerDirective" }>;

/** The block directives that authors may use, and whether each carries a title. */
const directives: Record<(typeof asideKinds)[number], { hasTitle: boolean }> = {
  example: { hasTitle: true },
  key: { hasTitle: false },
  try: { hasTitle: true },
  caution: { hasTitle: false },
  compare: { hasTitle: false },
};

/** Emits `["aside", { kind, title? }, …]`; reports unknown, unclosed, mistitled and empty blocks. */
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
  checkAttributes(node, known.hasTitle, context);
  if (node.children.length === 0) {
    context.error(place, `\`:::${node.name}\` is empty`, "Write its text on the lines below it, or remove the block.");
  }
  if (node.name === "compare") checkCompare(node, context);
  const title = node.attributes?.["title"]?.trim();
  return [["aside", { kind: node.name, ...(title ? { title } : {}) }, ...context.children(node)]];
}

function isKnown(name: string): name is keyof typeof directives {
  return Object.hasOwn(directives, name);
}

function checkAttributes(node: Directive, hasTitle: boolean, context: EmitContext): void {
  const place = context.placeOf(node);
  const label = node.children[0];
  if (label?.type === "paragraph" && label.data?.directiveLabel) {
    context.error(place, `\`:::${node.name}[…]\` has a label`, `Write \`:::${node.name}${hasTitle ? '{title="…"}' : ""}\`.`);
  }
  for (const name of Object.keys(node.attributes ?? {})) {
    if (hasTitle && name === "title") continue;
    context.error(place, `\`:::${node.name}\` takes no \`${name}\``, `Write \`:::${node.name}${hasTitle ? '{title="…"}' : ""}\`.`);
  }
  if (hasTitle && !node.attributes?.["title"]?.trim()) {
    context.error(place, `\`:::${node.name}\` has no title`, `Write \`:::${node.name}{title="…"}\`.`);
  }
}

function checkCompare(node: Directive, context: EmitContext): void {
  const tables = node.children.filter((child) => child.type === "table");
  if (tables.length === 1 && node.children.length === 1 && tables[0]?.align?.length === 2) return;
  context.error(
    context.placeOf(node),
    "`:::compare` does not hold exactly one table of two columns",
    "Write one table: `| It looks like | It does not look like |`, and any other text outside the block.",
  );
}
