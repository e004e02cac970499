import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { bundleFunctions, sizesFile } from "./bundle.ts";

const root = join(import.meta.dirname, "..");

/** Hears one line for each thing that was built; silence means that everything was fresh. */
export type Report = (line: string) => void;

/** One thing that is built: what it is made from, the file that is written last, and how. Returns what is worth telling. */
type Step = { what: string; from: string[]; makes: string; run: () => Promise<string> };

const content: Step = {
  what: "training content",
  from: ["content", "functions/learning", "infra/build.ts", "package-lock.json"],
  makes: "dist/content/catalog.json",
  run: buildTraining,
};
/** Documents on paper embed their typefaces, so these ship beside the content. */
const typefaces: Step = {
  what: "typefaces",
  from: ["infra/typefaces.ts", "package-lock.json"],
  makes: "dist/content/fonts/index",
  run: async () => (await import("./typefaces.ts")).buildTypefaces(join(root, "dist/content/fonts")),
};
const web: Step = {
  what: "web application",
  from: ["web", "functions", "index.html", "vite.config.ts", "package-lock.json"],
  makes: "dist/web/index.html",
  run: buildWeb,
};
const functions: Step = {
  what: "functions",
  from: ["functions", "infra/bundle.ts", "dist/content", "package-lock.json"],
  makes: relative(root, sizesFile),
  run: buildFunctions,
};

/** Builds what one machine needs: the training content and the web application. What is fresh is left as it stands. */
export async function buildForLocal(report: Report = () => {}): Promise<void> {
  await runSteps([content, typefaces, web], report);
}

/** Builds all that a deployment ships: content, the web application and the functions. What is fresh is left as it stands. */
export async function buildAll(report: Report = () => {}): Promise<void> {
  await runSteps([content, typefaces, web, functions], report);
}

async function runSteps(steps: Step[], report: Report): Promise<void> {
  const release = await lockBuild();
  try {
    for (const step of steps) {
      const made = join(root, step.makes);
      if (existsSync(made) && statSync(made).mtimeMs >= Math.max(...step.from.map((path) => newestIn(join(root, path))))) continue;
      const startedAt = performance.now();
      const result = await step.run();
      // A build that found nothing to change is as fresh as one that did.
      const now = new Date();
      utimesSync(made, now, now);
      report(`Built the ${step.what} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s${result}`);
    }
  } finally {
    release();
  }
}

/** Keeps builds that begin at once (tests, `npm start`, a deployment) from writing over each other; the later ones wait. */
async function lockBuild(): Promise<() => void> {
  const lock = join(root, "dist/.building");
  mkdirSync(join(root, "dist"), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return () => rmSync(lock, { force: true });
    } catch {
      if (isAlive(lock)) await delay(100);
      else rmSync(lock, { force: true });
    }
  }
}

/** Whether the process that holds the lock still runs; one that was killed holds nothing. */
function isAlive(lock: string): boolean {
  try {
    return process.kill(Number(readFileSync(lock, "utf8")), 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The latest change of a file, or of anything below a folder; a folder's own time tells of what was removed. */
function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  return stat.isDirectory() ? Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name)))) : stat.mtimeMs;
}

async function buildTraining(): Promise<string> {
  const { buildContent } = await import("../content/compile/build.ts");
  const { renderDiagnostic } = await import("../content/compile/render-diagnostic.ts");
  const { diagnostics, catalog } = buildContent(join(root, "content"), join(root, "dist/content"));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new Error(
      `The training content has errors.\n${errors.map((one) => renderDiagnostic(one, `content/${one.file}`, undefined)).join("\n")}`,
    );
  // What draws a picture as dots, for badges.
  const programs = join(root, "dist/content/programs");
  mkdirSync(programs, { recursive: true });
  copyFileSync(join(root, "node_modules/@resvg/resvg-wasm/index_bg.wasm"), join(programs, "resvg.wasm"));
  return `: ${catalog.modules.length} modules, ${catalog.paths.length} paths`;
}

async function buildWeb(): Promise<string> {
  // In a process of its own: a test runner's NODE_ENV would put React's development build into what is shipped.
  const vite = spawn(process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(vite, "exit");
  if (code !== 0) throw new Error("The web application could not be built; the lines above say why.");
  return "";
}

async function buildFunctions(): Promise<string> {
  const sizes = await bundleFunctions();
  return `: ${sizes.map(({ name, startBytes }) => `${name} ${Math.round(startBytes / 1000)} KB`).join(", ")}`;
}

if (import.meta.main) {
  await buildAll((line) => process.stdout.write(`${line}\n`));
  process.stdout.write("Everything is built: dist/content, dist/web and dist/lambda.\n");
}
