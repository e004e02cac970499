import { readdirSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { asideKinds, type ContentNode, contentTags } from "../../functions/curriculum/content.ts";
import { t } from "../../web/strings/en.ts";
import { ContentBody } from "../../web/ui/content-body.tsx";

const html = (...nodes: ContentNode[]) => renderToStaticMarkup(<ContentBody nodes={nodes} />);

test("every tag that content may have is rendered", () => {
  const inTable: Record<string, (node: ContentNode) => ContentNode> = {
    thead: (node) => ["table", {}, node],
    tbody: (node) => ["table", {}, node],
    tr: (node) => ["table", {}, ["tbody", {}, node]],
    th: (node) => ["table", {}, ["tbody", {}, ["tr", {}, node]]],
    td: (node) => ["table", {}, ["tbody", {}, ["tr", {}, node]]],
  };
  for (const tag of contentTags) {
    const attributes: Record<string, string> = tag === "a" ? { href: "https://example.org/" } : tag === "aside" ? { kind: "key" } : {};
    const node: ContentNode =
      tag === "br" || tag === "hr"
        ? [tag, {}]
        : tag.startsWith("t") && tag !== "td" && tag !== "th" && tag !== "term"
          ? [tag, {}]
          : [tag, attributes, "words"];
    const shownAs = tag === "term" ? "words" : `<${tag === "aside" ? "section" : tag}`;
    expect(html((inTable[tag] ?? ((one) => one))(node))).toContain(shownAs);
  }
});

test("a tag that is not on the list loses itself and keeps its words", () => {
  const script: ContentNode = ["script", { src: "https://evil.example/x.js" }, "alert(1)"];
  expect(html(["p", {}, script, ["img", { src: "x", onerror: "alert(1)" }], "after"])).toBe(
    '<div class="content" data-size="normal"><p>alert(1)after</p></div>',
  );
});

test("no attribute but the listed ones reaches the page", () => {
  const out = html(
    ["p", { onclick: "x()", style: "color:red", class: "y", id: "z" }, "words"],
    ["td", { align: "javascript:x", onclick: "x()" }, "cell"],
  );
  expect(out).not.toMatch(/onclick|style=|class="y"|id=|javascript/);
});

test("only https addresses become links", () => {
  expect(html(["a", { href: "https://ies.ed.gov/ncee" }, "source"])).toContain('href="https://ies.ed.gov/ncee"');
  for (const href of [
    "http://example.org",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "//example.org",
    "/admin",
    "",
  ]) {
    expect(html(["a", { href }, "words"])).toBe('<div class="content" data-size="normal">words</div>');
  }
});

test("words that look like HTML stay words", () => {
  expect(html(["p", {}, "<b>bold</b> & <script>"])).toContain("&lt;b&gt;bold&lt;/b&gt; &amp; &lt;script&gt;");
});

test("every kind of aside has a label, its title where it has one, and an unknown kind is only its words", () => {
  for (const kind of asideKinds)
    expect(html(["aside", { kind, title: "Maple Grove" }, ["p", {}, "words"]])).toMatch(/aria-label="[^"]+: Maple Grove"/);
  expect(html(["aside", { kind: "toString" }, "words"])).toBe('<div class="content" data-size="normal">words</div>');
});

test("an ordered list starts where the author began it", () => {
  expect(html(["ol", { start: "3" }, ["li", {}, "third"]])).toContain('<ol start="3">');
  expect(html(["ol", { start: "x" }, ["li", {}, "first"]])).toContain("<ol><li>");
});

test("all published content renders without losing a word", () => {
  const words = (node: ContentNode): string =>
    typeof node === "string"
      ? node
      : node
          .slice(2)
          .map((child) => words(child as ContentNode))
          .join("");
  // A block shows its parts apart from each other, with words of the product's own between them.
  const pieces = (node: ContentNode): ContentNode[] =>
    typeof node !== "string" && node[0] === "aside" ? (node.slice(2) as ContentNode[]).flatMap(pieces) : [node];
  const folder = "dist/content/modules";
  for (const file of readdirSync(folder)) {
    const module = JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as { lessons: { body: ContentNode[] }[] };
    for (const { body } of module.lessons) {
      const plain = html(...body)
        .replaceAll(/<[^>]+>/g, "")
        .replaceAll(` (${t.newTab})`, "")
        .replaceAll("&quot;", '"')
        .replaceAll("&#x27;", "'")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&");
      for (const node of body.flatMap(pieces).flatMap((one) => words(one).split("\n"))) expect(plain.replaceAll("\n", "")).toContain(node);
    }
  }
});
