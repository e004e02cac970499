import { Fragment, type ReactNode, useMemo } from "react";
import type { asideKinds, ContentNode } from "../../functions/curriculum/content.ts";
import { t } from "../strings/en.ts";
import { ContentContext, type ContentPlace, useOwnLang } from "./content-context.ts";
import { ExternalLink } from "./external-link.tsx";
import { type BlockKind, LazyBlock } from "./lazy-block.tsx";
import { Term } from "./term.tsx";
import "./content-body.css";

/** Tags that are rendered as they are, without attributes. Everything else is in `render`, or is not rendered as a tag. */
const plainTags = new Set(["p", "h2", "h3", "ul", "li", "strong", "em", "del", "code", "blockquote", "thead", "tbody", "tr"] as const);
const emptyTags = new Set(["br", "hr"] as const);
type PlainTag = typeof plainTags extends Set<infer Tag> ? Tag : never;
type EmptyTag = typeof emptyTags extends Set<infer Tag> ? Tag : never;
type AsideKind = (typeof asideKinds)[number];

const asideLabels: Record<AsideKind, string> = t.content.asides;
const blockKinds = new Set<BlockKind>(["diagram", "graph", "sort", "decide", "statement", "score"]);

type ContentBodyProps = Partial<ContentPlace> & { nodes: readonly ContentNode[]; size?: "normal" | "reading" };

const noTerms: ContentPlace["terms"] = [];

/**
 * Training content: what `content/compile` emitted, rendered by an allow-list. A tag that is not on it keeps its text and
 * loses itself; attributes other than the listed ones are never passed on; links are https only.
 */
export function ContentBody({ nodes, size = "normal", terms = noTerms, language, keptAs }: ContentBodyProps) {
  const place = useMemo(() => ({ terms, language, keptAs }), [terms, language, keptAs]);
  return (
    <ContentContext value={place}>
      <div className="content" data-size={size} lang={language}>
        {renderAll(nodes)}
      </div>
    </ContentContext>
  );
}

function renderAll(nodes: readonly ContentNode[]): ReactNode {
  return nodes.map((node, index) => <Fragment key={index}>{render(node)}</Fragment>);
}

function render(node: ContentNode): ReactNode {
  if (typeof node === "string") return node;
  const [tag, attributes, ...children] = node;
  if (isIn(plainTags, tag)) return renderPlain(tag, children);
  if (isIn(emptyTags, tag)) return renderEmpty(tag);
  switch (tag) {
    case "a":
      return renderLink(attributes.href, children);
    case "ol":
      return <ol start={startOf(attributes.start)}>{renderAll(children)}</ol>;
    case "table":
      return (
        <div className="content-table" role="group" aria-label={t.content.table} tabIndex={0}>
          <table>{renderAll(children)}</table>
        </div>
      );
    case "th":
      return (
        <th scope="col" data-align={alignOf(attributes.align)}>
          {renderAll(children)}
        </th>
      );
    case "td":
      return <td data-align={alignOf(attributes.align)}>{renderAll(children)}</td>;
    case "aside":
      return isAsideKind(attributes.kind) ? <Aside kind={attributes.kind} attributes={attributes} nodes={children} /> : renderAll(children);
    case "term":
      return <Term id={attributes.id}>{renderAll(children)}</Term>;
    default:
      return renderAll(children);
  }
}

function renderPlain(Tag: PlainTag, children: ContentNode[]): ReactNode {
  return <Tag>{renderAll(children)}</Tag>;
}

function renderEmpty(Tag: EmptyTag): ReactNode {
  return <Tag />;
}

function renderLink(href: string | undefined, children: ContentNode[]): ReactNode {
  const isSafe = href !== undefined && URL.canParse(href) && new URL(href).protocol === "https:";
  return isSafe ? <ExternalLink href={href}>{renderAll(children)}</ExternalLink> : renderAll(children);
}

function Aside({
  kind,
  attributes: { title, name },
  nodes,
}: {
  kind: AsideKind;
  attributes: Record<string, string>;
  nodes: ContentNode[];
}) {
  const lang = useOwnLang();
  const label = asideLabels[kind];
  return (
    <section className="aside" data-kind={kind} aria-label={title === undefined ? label : `${label}: ${title}`}>
      <p className="aside-label" lang={lang}>
        {label}
      </p>
      {title !== undefined && <p className="aside-title">{title}</p>}
      {isIn(blockKinds, kind) ? (
        <LazyBlock kind={kind} title={title ?? label} name={name} nodes={nodes} render={renderAll} />
      ) : (
        renderAll(nodes)
      )}
    </section>
  );
}

function isIn<T extends string>(set: ReadonlySet<T>, value: string): value is T {
  return (set as ReadonlySet<string>).has(value);
}

function isAsideKind(kind: string | undefined): kind is AsideKind {
  return kind !== undefined && Object.hasOwn(asideLabels, kind);
}

function startOf(start: string | undefined): number | undefined {
  const number = Number(start);
  return start !== undefined && Number.isInteger(number) ? number : undefined;
}

function alignOf(align: string | undefined): "left" | "center" | "right" | undefined {
  return align === "left" || align === "center" || align === "right" ? align : undefined;
}
