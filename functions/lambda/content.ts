import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ContentSource } from "../platform/context.ts";
import type { TypefaceIndex } from "../platform/paper/typeface-index.ts";

/** Compiled content as the JSON files of a folder; a path with anything but plain names in it is refused. */
export class FolderContent implements ContentSource {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async readJson(path: string): Promise<unknown> {
    if (!/^[\w-]+(\/[\w-]+)*\.json$/.test(path)) throw new Error(`there is no content at ${path}`);
    return JSON.parse(await readFile(join(this.#folder, path), "utf8"));
  }

  async readFont(name: string): Promise<Uint8Array> {
    if (!/^[\w-]+$/.test(name)) throw new Error(`there is no typeface ${name}`);
    return readFile(join(this.#folder, "fonts", `${name}.ttf`));
  }

  async readTypefaces(): Promise<TypefaceIndex> {
    return JSON.parse(await readFile(join(this.#folder, "fonts/index"), "utf8")) as TypefaceIndex;
  }

  async readProgram(name: string): Promise<Uint8Array> {
    if (!/^[\w-]+$/.test(name)) throw new Error(`there is no program ${name}`);
    return readFile(join(this.#folder, "programs", `${name}.wasm`));
  }
}
