import { readdirSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import type { Plugin } from "vite";

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
        if (asked === undefined) next();
        else void respond(asked, response);
      });
    },
  };
}

async function respond(asked: string, response: ServerResponse): Promise<void> {
  const answer = asked === "" ? moduleFolders() : await compiled(asked);
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.end(JSON.stringify(answer));
}

function moduleFolders(): string[] {
  return readdirSync(folder)
    .filter((name) => /^[ml]\d{2}-/.test(name))
    .toSorted();
}

/** The compiler is loaded when a page first asks: builds read this file too, and have no use for it. */
async function compiled(moduleId: string): Promise<object> {
  const { compileOneModule } = await import("../../content/compile/compile-one.ts");
  const name = moduleFolders().find((one) => one.startsWith(`${moduleId}-`));
  if (!name) return { problems: [], content: undefined };
  const files = Object.fromEntries(readdirSync(join(folder, name)).map((file) => [file, readFileSync(join(folder, name, file), "utf8")]));
  const moduleIds = moduleFolders().map((one) => one.slice(0, 3));
  const { content, problems } = compileOneModule(files, { moduleIds, terms: await terms() });
  return { content, problems };
}

async function terms(): Promise<unknown> {
  const [{ emitTerms }, { readContent }, { Source }] = await Promise.all([
    import("../../content/compile/emit-shared.ts"),
    import("../../content/compile/read-content.ts"),
    import("../../content/compile/source.ts"),
  ]);
  const file = "glossary.yaml";
  const path = join("content", file);
  try {
    const source = new Source(file, readFileSync(path, "utf8"));
    return emitTerms(readContent([source], () => {}).shared.glossary);
  } catch {
    return [];
  }
}
