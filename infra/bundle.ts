import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";

/** The functions that are deployed, each from `functions/lambda/<name>.ts`. */
export const functionNames = ["api", "stream", "schedule"] as const;
export type FunctionName = (typeof functionNames)[number];

const root = join(import.meta.dirname, "..");

/** The folder that is shipped for a function: `index.mjs`, its lazy parts, and `content/`. */
export const functionFolder = (name: FunctionName): string => join(root, "dist/lambda", name);

/** Written last: as new as the newest bundle. */
export const sizesFile = join(root, "dist/lambda/sizes.json");

/** What a bundle weighs, in bytes: what is loaded at start, what only some requests load, and which packages it is made of. */
export type BundleSize = { name: FunctionName; startBytes: number; lazyBytes: number; packages: { name: string; bytes: number }[] };

/**
 * `@hono/zod-openapi` takes all of zod into its hands to extend one class, which would ship every language and every
 * tool of zod with each function (a fifth of the bundle). It gets that one class; messages stay zod's own, in English.
 */
const onlyTheZodInUse: Plugin = {
  name: "only-the-zod-in-use",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^zod$/ }, ({ importer }) =>
      /@hono\/zod-openapi\/dist/.test(importer) ? { path: "zod", namespace: "zod-in-use", sideEffects: true } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "zod-in-use" }, () => ({
      resolveDir: root,
      contents: `import { config, ZodType } from "zod"; import en from "zod/v4/locales/en.js"; config(en()); export const z = { ZodType };`,
    }));
  },
};

/**
 * Bundles every function with all it needs, so that what is deployed is what the tests load. Parts behind a dynamic
 * import (mail, files, secrets) become files of their own and cost nothing until they are used.
 */
export async function bundleFunctions(): Promise<BundleSize[]> {
  const sizes = await Promise.all(functionNames.map(bundleFunction));
  writeFileSync(sizesFile, JSON.stringify(sizes, null, 2));
  return sizes;
}

/** What the last build weighed; for the tests and the bench, which must not build again. */
export function readBundleSizes(): BundleSize[] {
  return JSON.parse(readFileSync(sizesFile, "utf8")) as BundleSize[];
}

async function bundleFunction(name: FunctionName): Promise<BundleSize> {
  const folder = functionFolder(name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { index: `functions/lambda/${name}.ts` },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    minify: true,
    sourcemap: false,
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
    plugins: [onlyTheZodInUse],
    // Some packages still call require(), which a module has to make for itself.
    banner: { js: `import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);` },
  });
  cpSync(join(root, "dist/content"), join(folder, "content"), { recursive: true });
  writeFileSync(join(folder, "package.json"), `{"type":"module"}\n`);
  return measure(name, metafile);
}

/** Sums what is loaded at start (the entry and all it imports statically) apart from what is loaded later. */
function measure(name: FunctionName, { outputs }: Metafile): BundleSize {
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === `functions/lambda/${name}.ts`);
  if (entry === undefined) throw new Error(`esbuild made no entry for ${name}`);
  const atStart = new Set<string>();
  const visit = (path: string): void => {
    if (atStart.has(path)) return;
    atStart.add(path);
    for (const one of outputs[path]?.imports ?? []) if (one.kind === "import-statement" && !one.external) visit(one.path);
  };
  visit(entry);
  const bytesOf = (paths: string[]) => paths.reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
  const packages = new Map<string, number>();
  for (const path of atStart) {
    for (const [input, { bytesInOutput }] of Object.entries(outputs[path]?.inputs ?? {})) {
      const from = /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/.exec(input)?.[1] ?? relative(".", input).split("/").slice(0, 2).join("/");
      packages.set(from, (packages.get(from) ?? 0) + bytesInOutput);
    }
  }
  return {
    name,
    startBytes: bytesOf([...atStart]),
    lazyBytes: bytesOf(Object.keys(outputs).filter((path) => !atStart.has(path))),
    packages: [...packages].map(([from, bytes]) => ({ name: from, bytes })).toSorted((a, b) => b.bytes - a.bytes),
  };
}
