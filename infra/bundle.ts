import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { build as bundle, type BuildOptions, type Metafile, type Plugin } from "esbuild";

/** The functions that are deployed, each from `functions/lambda/<name>.ts`. */
export const functionNames = ["api", "stream", "work", "schedule", "mail-events", "sign"] as const;
export type FunctionName = (typeof functionNames)[number];

type Outputs = Metafile["outputs"];

const root = join(import.meta.dirname, "..");

/** The folder that is shipped for a function: `index.mjs`, its lazy parts, and `content/`. */
export const functionFolder = (name: FunctionName): string => join(root, "dist/lambda", name);

/** Written last: as new as the newest bundle. */
export const sizesFile = join(root, "dist/lambda/sizes.json");

/** What a bundle weighs, in bytes: what is loaded at start, what only some requests load, and which packages it is made of. */
export type BundleSize = { name: FunctionName; startBytes: number; lazyBytes: number; packages: { name: string; bytes: number }[] };

/**
 * `@hono/zod-openapi` takes all of zod into its hands to extend one class, which would ship every language and every
 * tool of zod with each function (a fifth of the bundle). It gets that one class. And zod's English messages are set by
 * a file that calls itself free of effects: taken at its word, every message would be "Invalid input".
 */
const onlyTheZodInUse: Plugin = {
  name: "only-the-zod-in-use",
  setup(build) {
    build.onResolve({ filter: /^zod$/ }, ({ importer }) =>
      /@hono\/zod-openapi\/dist/.test(importer) ? { path: "zod", namespace: "zod-in-use" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "zod-in-use" }, () => ({
      resolveDir: root,
      contents: `import { ZodType } from "zod"; export const z = { ZodType };`,
    }));
    build.onResolve({ filter: /\/classic\/external\.js$/ }, ({ path, importer }) => ({
      path: join(dirname(importer), path),
      sideEffects: true,
    }));
  },
};

/** A function's credentials are in its environment; the ways to find them on other machines (a seventh of the SDK) stay out. */
const credentialsFromEnvironment: Plugin = {
  name: "credentials-from-environment",
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path }) => ({ path, namespace: "credentials" }));
    build.onLoad({ filter: /.*/, namespace: "credentials" }, () => ({
      resolveDir: root,
      contents: `import { fromEnv } from "@aws-sdk/credential-provider-env"; export const defaultProvider = (options) => fromEnv(options);`,
    }));
  },
};

/** DynamoDB's client can be told to ask for the endpoint it talks to. No function is, so what such answers are kept in is never asked. */
const noEndpointDiscovery: Plugin = {
  name: "no-endpoint-discovery",
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\/endpoint-cache$/ }, ({ path }) => ({ path, namespace: "endpoint-cache" }));
    build.onLoad({ filter: /.*/, namespace: "endpoint-cache" }, () => ({ contents: "export class EndpointCache {}" }));
  },
};

const common = {
  absWorkingDir: root,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node24",
  mainFields: ["module", "main"],
  minify: true,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  // Some packages still call require(), which a module has to make for itself.
  banner: { js: `import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);` },
} as const satisfies BuildOptions;

/**
 * Bundles every function with all it needs, so that what is deployed is what the tests load. A package behind a dynamic
 * import (mail, files, secrets) becomes a file of its own, whole, and costs nothing until it is used.
 */
export async function bundleFunctions(): Promise<BundleSize[]> {
  const content = join(root, "dist/content");
  if (!existsSync(content))
    throw new Error("The functions ship the compiled content, and dist/content is missing. Run `node infra/build.ts`.");
  const sizes = await Promise.all(functionNames.map((name) => bundleFunction(name, content)));
  writeFileSync(sizesFile, `${JSON.stringify(sizes, null, 2)}\n`);
  return sizes;
}

/** What the last build weighed; for the tests and the bench, which need not build again. */
export function readBundleSizes(): BundleSize[] {
  return JSON.parse(readFileSync(sizesFile, "utf8")) as BundleSize[];
}

async function bundleFunction(name: FunctionName, content: string): Promise<BundleSize> {
  const outdir = functionFolder(name);
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const lazy = new Map<string, string>();
  const { metafile } = await bundle({
    ...common,
    entryPoints: { index: `functions/lambda/${name}.ts` },
    outdir,
    splitting: true,
    plugins: [onlyTheZodInUse, credentialsFromEnvironment, noEndpointDiscovery, packagesOnDemand(lazy)],
  });
  // Built apart: sharing pieces with what is loaded at start would make the start heavier.
  const later = await bundle({ ...common, entryPoints: Object.fromEntries(lazy), outdir, plugins: [credentialsFromEnvironment] });
  // What shapes letters looks for its program beside itself.
  if (lazy.has("harfbuzzjs")) copyFileSync(join(root, "node_modules/harfbuzzjs/dist/harfbuzz.wasm"), join(outdir, "harfbuzz.wasm"));
  // Documents and pictures are drawn where they are asked for.
  const isNeeded = (path: string): boolean => name === "api" || !/\.wasm$|\/fonts(\/|$)/.test(path);
  cpSync(content, join(outdir, "content"), { recursive: true, filter: isNeeded });
  writeFileSync(join(outdir, "package.json"), `{"type":"module"}\n`);
  const outputs = { ...metafile.outputs, ...later.metafile.outputs };
  const atStart = loadedAtStart(name, outputs);
  return measure(name, { outputs, atStart, startBytes: await joinStart(outdir, outputs, atStart) });
}

/** The entry, first, and all it imports statically. */
function loadedAtStart(name: FunctionName, outputs: Outputs): string[] {
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === `functions/lambda/${name}.ts`);
  if (entry === undefined) throw new Error(`esbuild made no entry for ${name}`);
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const one of outputs[path]?.imports ?? []) if (one.kind === "import-statement" && !one.external) visit(one.path);
  };
  visit(entry);
  return [...found];
}

/**
 * Puts what is loaded at start into one file, and gives its bytes. Split by which later part shares what with it, it is dozens, each to
 * be found, read and linked before the first answer. Later parts find what they share under the names they know, handed on from there.
 */
async function joinStart(outdir: string, outputs: Outputs, atStart: string[]): Promise<number> {
  const parts = atStart.map((path, part) => ({
    file: basename(path),
    // Two parts may give different things the same name.
    names: (outputs[path]?.exports ?? []).map((name) => ({ name, shared: part === 0 ? name : `${name}_${part}` })),
  }));
  const handOn = (of: (one: { name: string; shared: string }) => string, from: number, to: string) =>
    `export{${parts[from]?.names.map(of).join(",")}}from"./${to}";`;
  const { metafile } = await bundle({
    ...common,
    stdin: {
      contents: parts.map(({ file }, part) => handOn(({ name, shared }) => `${name} as ${shared}`, part, file)).join("\n"),
      resolveDir: outdir,
    },
    outfile: join(outdir, "index.mjs"),
    allowOverwrite: true,
    plugins: [laterParts],
  });
  for (const [part, { file }] of parts.entries())
    if (part > 0)
      writeFileSync(
        join(outdir, file),
        handOn(({ name, shared }) => `${shared} as ${name}`, part, "index.mjs"),
      );
  return Object.values(metafile.outputs)[0]?.bytes ?? 0;
}

/** What is imported when it is used stays the file it is; what is joined needs one `require`, not one of each part. */
const laterParts: Plugin = {
  name: "later-parts",
  setup(build) {
    build.onLoad({ filter: /\.mjs$/ }, ({ path }) => ({ contents: readFileSync(path, "utf8").replace(common.banner.js, "") }));
    build.onResolve({ filter: /./ }, ({ kind, path }) => (kind === "dynamic-import" ? { path, external: true } : undefined));
  },
};

/** Leaves a package that our own code imports dynamically to a file of its own, and notes which. */
function packagesOnDemand(found: Map<string, string>): Plugin {
  return {
    name: "packages-on-demand",
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ kind, path, importer }) => {
        if (kind !== "dynamic-import" || importer.includes("node_modules") || path.startsWith("node:")) return undefined;
        const file = path.replaceAll(/[^a-z0-9-]/g, "-").replace(/^-+/, "");
        found.set(file, path);
        return { path: `./${file}.mjs`, external: true };
      });
    },
  };
}

/** Sums what is loaded at start apart from what is loaded later. */
function measure(
  name: FunctionName,
  { outputs, atStart, startBytes }: { outputs: Outputs; atStart: string[]; startBytes: number },
): BundleSize {
  const later = Object.keys(outputs).filter((path) => !atStart.includes(path));
  const packages = new Map<string, number>();
  for (const path of atStart) {
    for (const [input, { bytesInOutput }] of Object.entries(outputs[path]?.inputs ?? {})) {
      const from =
        /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/.exec(input)?.[1] ?? relative(".", input).split("/").slice(0, 2).join("/");
      packages.set(from, (packages.get(from) ?? 0) + bytesInOutput);
    }
  }
  return {
    name,
    startBytes,
    lazyBytes: later.reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0),
    packages: [...packages].map(([from, bytes]) => ({ name: from, bytes })).toSorted((a, b) => b.bytes - a.bytes),
  };
}
