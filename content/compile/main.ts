import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { buildContent } from "./build.ts";
import { nextPublishedIds, publishedIdsFile } from "./checks/published-ids.ts";
import { compileContent } from "./compile.ts";
import { renderDiagnostic } from "./render-diagnostic.ts";
import { scaffold, ScaffoldError, scaffolds, type Scaffold } from "./scaffold.ts";
import { summarizeContent } from "./summary.ts";

const root = join(import.meta.dirname, "../..");
const sourceFolder = join(root, "content");
const usage = [
  "npm run content                                  check and compile",
  "npm run content -- --json                        the same, with the counts as one JSON object",
  "npm run content -- new module m25-short-name     begin a module",
  "npm run content -- new lesson m04 short-name     begin a lesson, the module's last",
  "npm run content -- new path librarian            begin a path",
  "npm run content -- ids                           add new ids to the list of published ones",
].join("\n");

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean", default: false } } });
const [command, ...rest] = positionals;
if (command === undefined) check();
else if (command === "new" && isScaffold(rest[0])) begin(rest[0], rest.slice(1));
else if (command === "ids") recordIds();
else fail(usage);

function check(): void {
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
    const counts = (["modules", "lessons", "paths", "items", "terms", "errors", "warnings"] as const).map((what) =>
      summary[what] === 1 ? `1 ${what.slice(0, -1)}` : `${summary[what]} ${what}`,
    );
    const written = summary.errors > 0 ? "nothing" : `${built.changed.length} changed files to dist/content`;
    console.log(`${counts.join(", ")}; wrote ${written}`);
  }
  process.exitCode = summary.errors > 0 ? 1 : 0;
}

function begin(what: Scaffold, args: readonly string[]): void {
  try {
    const files = scaffold(sourceFolder, what, args);
    console.log(
      `${files.map((file) => `content/${file}`).join("\n")}\n\nWrite where it says "…"; npm run content says what is still missing.`,
    );
  } catch (error) {
    if (error instanceof ScaffoldError) fail(error.message);
    else throw error;
  }
}

function recordIds(): void {
  const path = join(sourceFolder, publishedIdsFile);
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  const after = nextPublishedIds(before, compileContent(sourceFolder).source);
  writeFileSync(path, after);
  console.log(before === after ? "Every id was in the list already." : `Wrote content/${publishedIdsFile}; commit it.`);
}

function isScaffold(what: string | undefined): what is Scaffold {
  return (scaffolds as readonly (string | undefined)[]).includes(what);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
