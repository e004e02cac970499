import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { buildContent } from "./build.ts";
import { renderDiagnostic } from "./render-diagnostic.ts";
import { summarizeContent } from "./summary.ts";

const root = join(import.meta.dirname, "../..");
const sourceFolder = join(root, "content");
const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });

const built = buildContent(sourceFolder, join(root, "dist/content"));
const summary = summarizeContent(built);

const print = values.json ? console.error : console.log;
for (const diagnostic of built.diagnostics) {
  const path = join(sourceFolder, diagnostic.file);
  const line = existsSync(path) ? readFileSync(path, "utf8").split(/\r?\n/)[diagnostic.line - 1] : undefined;
  print(`${renderDiagnostic(diagnostic, relative(process.cwd(), path), line)}\n`);
}
if (values.json) {
  console.log(JSON.stringify(summary, null, 2));
} else {
  const counts = (["modules", "lessons", "paths", "items", "errors", "warnings"] as const).map((what) =>
    summary[what] === 1 ? `1 ${what.slice(0, -1)}` : `${summary[what]} ${what}`,
  );
  const written = summary.errors > 0 ? "nothing" : `${built.changed.length} changed files to dist/content`;
  console.log(`${counts.join(", ")}; wrote ${written}`);
}
process.exitCode = summary.errors > 0 ? 1 : 0;
