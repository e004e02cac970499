import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { anchorOf, documents, filesOf, headingsOf, proseOf, root, textOf } from "./documents.ts";

/** Where a document's relative links lead that lead nowhere. */
function brokenLinks(document: string): string[] {
  return [...proseOf(document).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? document : normalize(join(dirname(document), path));
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && !headingsOf(file).some((heading) => anchorOf(heading) === anchor);
    });
}

/** The paths in a document's inline code that no file or folder has; `<name>` and `*` stand for any name. */
function missingPaths(document: string): string[] {
  return [...proseOf(document).matchAll(/`((?:functions|web|infra|content|test|docs|\.ci)\/[^`\s]*)`/g)]
    .map(([, path = ""]) => path)
    .filter((path) => filesOf(path.replaceAll(/<[^>]*>/g, "*").replace(/\/$/, "")).length === 0);
}

/** What a file's comments cite of the documents: `docs/domain.md, metrics` or `docs/runbook.md#some-heading`. */
function citationsOf(file: string): { document: string; anchor?: string; heading?: string }[] {
  const joined = textOf(file).replaceAll(/\n\s*(?:\*|\/\/)\s?/g, " ");
  const cited = /((?:docs\/[\w/-]+|content\/README|CONTRIBUTING|README)\.md)(?:#([\w-]+)|, "?([a-z][^)".;:`\n]*))?/gi;
  return [...joined.matchAll(cited)].map(([, document = "", anchor, heading]) => ({
    document,
    ...(anchor !== undefined && { anchor }),
    ...(heading !== undefined && { heading: heading.trim() }),
  }));
}

function isThere({ document, anchor, heading }: ReturnType<typeof citationsOf>[number]): boolean {
  if (!existsSync(join(root, document))) return false;
  const headings = headingsOf(document);
  if (anchor !== undefined) return headings.some((one) => anchorOf(one) === anchor);
  return heading === undefined || headings.some((one) => one.toLowerCase() === heading.toLowerCase());
}

describe("the documents", () => {
  test.each(documents)("%s links to files and headings that exist", (document) => {
    expect(brokenLinks(document)).toEqual([]);
  });

  test.each(documents)("%s names code that exists", (document) => {
    expect(missingPaths(document)).toEqual([]);
  });
});

test("every document and heading that code cites exists", () => {
  const files = filesOf("{functions,web,infra,test,content/compile}/**/*.{ts,tsx,css}", "content/paths/*.yaml").filter(
    (file) => !file.startsWith("test/docs/"),
  );
  const wrong = files.flatMap((file) => citationsOf(file).flatMap((citation) => (isThere(citation) ? [] : [{ file, ...citation }])));
  expect(wrong).toEqual([]);
});
