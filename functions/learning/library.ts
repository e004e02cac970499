import type { ContentSource } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import { Catalog, ModuleAnswers, ModuleContent } from "./content.ts";

const read = new WeakMap<ContentSource, Map<string, Promise<unknown>>>();

/** Content never changes while a process lives, so each file is read and parsed once. */
function once<T>(source: ContentSource, path: string, parse: (json: unknown) => T): Promise<T> {
  let files = read.get(source);
  if (!files) read.set(source, (files = new Map()));
  let file = files.get(path);
  if (!file) {
    file = source.readJson(path).then(parse);
    file.catch(() => files.delete(path));
    files.set(path, file);
  }
  return file as Promise<T>;
}

/** Every module and path of this build. */
export function readCatalog({ content }: { content: ContentSource }): Promise<Catalog> {
  return once(content, "catalog.json", (json) => Catalog.parse(json));
}

/** The readable whole of a module; `not-found` for an id the catalogue does not hold. */
export async function readModule({ content }: { content: ContentSource }, moduleId: string): Promise<ModuleContent> {
  const catalog = await readCatalog({ content });
  if (!catalog.modules.some(({ id }) => id === moduleId)) throw notFound("module");
  return once(content, `modules/${moduleId}.json`, (json) => ModuleContent.parse(json));
}

/** The item bank with its keys; never sent to a browser. */
export async function readAnswers({ content }: { content: ContentSource }, moduleId: string): Promise<ModuleAnswers> {
  await readModule({ content }, moduleId);
  return once(content, `answers/${moduleId}.json`, (json) => ModuleAnswers.parse(json));
}
