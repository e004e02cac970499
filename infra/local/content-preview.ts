import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { compileOneModule } from "../../content/compile/compile-one.ts";
import { emitTerms } from "../../content/compile/emit-shared.ts";
import { readContent } from "../../content/compile/read-content.ts";
import { Source } from "../../content/compile/source.ts";

const folder = "content/modules";
const address = "/__content/";

/**
 * For `npm run dev`: compiles the module that is being written each time one of its files is saved and tells the page
 * `/write` of it. One module takes a fraction of a second, where the whole content takes two.
 */
export function contentPreview(): Plugin {
  return {
    name: "content-preview",
    apply: "serve",
    configureServer(server) {
      server.watcher.add([folder, "content/glossary.yaml"]);
      server.watcher.on("all", (_, path) => {
        const moduleId = /content\/(?:es\/)?modules\/([ml]\d{2})-/.exec(path.replaceAll("\\", "/"))?.[1];
        if (moduleId) server.ws.send("content:changed", { moduleId });
      });
      server.middlewares.use((request, response, next) => {
        const asked = request.url?.startsWith(address) ? request.url.slice(address.length).replace(/(\.json)?(\?.*)?$/, "") : undefined;
        if (asked === undefined) return next();
        response.setHeader("content-type", "application/json; charset=utf-8");
        response.end(JSON.stringify(asked === "" ? moduleFolders() : compiled(asked)));
      });
    },
  };
}

function moduleFolders(): string[] {
  return readdirSync(folder)
    .filter((name) => /^[ml]\d{2}-/.test(name))
    .toSorted();
}

function compiled(moduleId: string): object {
  const name = moduleFolders().find((one) => one.startsWith(`${moduleId}-`));
  if (!name) return { problems: [], content: undefined };
  const files = Object.fromEntries(readdirSync(join(folder, name)).map((file) => [file, readFileSync(join(folder, name, file), "utf8")]));
  const moduleIds = moduleFolders().map((one) => one.slice(0, 3));
  const { content, problems } = compileOneModule(files, { moduleIds, terms: terms() });
  return { content, problems };
}

function terms(): unknown {
  const file = "glossary.yaml";
  const path = join("content", file);
  try {
    const source = new Source(file, readFileSync(path, "utf8"));
    return emitTerms(readContent([source], () => {}).shared.glossary);
  } catch {
    return [];
  }
}
