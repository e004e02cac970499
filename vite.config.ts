import { existsSync, readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { contentPreview } from "./infra/local/content-preview.ts";

const verifyCss = "web/verify/verify.css";

/** Puts the style sheet of the script-free pages (certificate verification, API reference) at its stable address. */
const stableVerifyCss: Plugin = {
  name: "stable-verify-css",
  apply: "build",
  generateBundle() {
    if (existsSync(verifyCss)) this.emitFile({ type: "asset", fileName: "verify.css", source: readFileSync(verifyCss, "utf8") });
  },
};

/**
 * States the order of the cascade's layers at the head of every style sheet: which of them a browser meets first depends
 * on how pages are split into files, and must not decide which rule wins.
 */
const layerOrder: Plugin = {
  name: "layer-order",
  enforce: "pre",
  transform(code, id) {
    const isOurs = id.endsWith(".css") && !id.includes("node_modules") && !id.endsWith("/tokens.css");
    return isOurs ? `@layer tokens, base, ui, page;\n${code}` : undefined;
  },
};

/**
 * The query library keeps its endless lists even where nobody has one, because its index names them. Every learner's first
 * visit is 1.5 KB lighter without; whoever needs one takes this away.
 */
const noEndlessLists: Plugin = {
  name: "no-endless-lists",
  apply: "build",
  enforce: "pre",
  resolveId: (source) => (/infiniteQuery(Behavior|Observer)\.js$/.test(source) ? "\0no-endless-lists" : undefined),
  load: (id) =>
    id === "\0no-endless-lists"
      ? "const none = () => { throw new Error('endless lists are left out of the build (vite.config.ts)'); };" +
        "export { none as infiniteQueryBehavior, none as hasNextPage, none as hasPreviousPage, none as InfiniteQueryObserver };"
      : undefined,
};

const firstScreen = "web/learn/my-path-page.tsx";

/**
 * Lets the files of the screen that nearly every visit begins with travel beside the application's frame instead of after
 * it: a whole round trip less on a slow connection, for 4 KB more where a visit begins elsewhere.
 */
const firstScreenAhead: Plugin = {
  name: "first-screen-ahead",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(html, { bundle = {} }) {
      const files = Object.values(bundle);
      const chunkOf = (name: string) => files.find((file) => file.type === "chunk" && file.fileName === name);
      const screen = files.find((file) => file.type === "chunk" && file.facadeModuleId?.endsWith(firstScreen));
      if (screen?.type !== "chunk")
        throw new Error(`The build has no chunk for ${firstScreen}; name the first screen's page in vite.config.ts.`);
      const chunks = [screen, ...screen.imports.map(chunkOf)].filter((file) => file?.type === "chunk" && !html.includes(file.fileName));
      return chunks.flatMap((chunk) => {
        if (chunk?.type !== "chunk") return [];
        const styles = [...(chunk.viteMetadata?.importedCss ?? [])].filter((name) => !html.includes(name));
        return [
          { tag: "link", attrs: { rel: "modulepreload", crossorigin: true, href: `/${chunk.fileName}` }, injectTo: "head" as const },
          ...styles.map((name) => ({
            tag: "link",
            attrs: { rel: "stylesheet", crossorigin: true, href: `/${name}` },
            injectTo: "head" as const,
          })),
        ];
      });
    },
  },
};

const framePaths =
  /web\/(app\/(?!support-routes|mail-choices|save-status|use-closing|sign-in-page|sign-out|scheme|account-panel|directory|use-send|use-draft)|learn\/(routes|queries)\.ts|strings\/en\.ts|ui\/(announcer|badge|button|empty-state|icon|page|skeleton)\.tsx)/;

const api = { target: "http://localhost:3000", changeOrigin: false };

export default defineConfig({
  plugins: [react(), contentPreview(), noEndlessLists, layerOrder, stableVerifyCss, firstScreenAhead],
  publicDir: "web/public",
  // React has had this hook since 18; the package's fallback for older ones is left out.
  resolve: { alias: { "use-sync-external-store/shim/with-selector": "use-sync-external-store/with-selector" } },
  server: { proxy: { "/api": api, "/auth": api, "/verify": api, "/badges": api, "/file-store": api, "/docs": api, "/openapi.json": api } },
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    // The polyfill is for browsers older than the ones whose CSS and dialogs the product relies on.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What changes with our dependencies only stays in browsers' caches when we deploy.
            { name: "vendor", test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack)\//, priority: 2 },
            // What runs before the page's language is known, and what the words of a language need: apart from whatever says
            // words, which must not run until they are there (test/e2e/spanish.test.ts).
            { name: "language", test: /web\/(strings\/language|app\/dates)\.ts|vite\/preload-helper/, priority: 3 },
            // The frame that every page stands in, in one piece: split by who shares what, it would be a dozen.
            { name: "frame", test: framePaths, priority: 1 },
          ],
        },
      },
    },
  },
});
