import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The repository's root, with a slash at the end. */
export const root = join(import.meta.dirname, "../../");

const folders = ["docs", "functions", "web", "infra", "content", "test"];

/** The files that match, as paths from the root; nothing installed or built. */
export function filesOf(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: root, exclude: ["**/node_modules/**"] })
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted();
}

/** The text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The project's own documents: those about it, not the lessons it teaches. */
export const documents = filesOf("*.md", ...folders.map((folder) => `${folder}/**/*.md`)).filter(
  (path) => !path.startsWith("content/modules/"),
);

/** A document without its fenced blocks, in which `#` and brackets mean other things. */
export function proseOf(path: string): string {
  return textOf(path).replaceAll(/^(`{3,}).*?^\1$/gms, "");
}

/** The headings of a document, as they are written. */
export function headingsOf(path: string): string[] {
  return [...proseOf(path).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => heading.trim());
}

/** The anchor a heading has where Markdown is shown: lower case, no punctuation, hyphens for spaces. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}
