import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Clock } from "../platform/clock.ts";
import type { FileStore, PutAddress } from "../platform/context.ts";
import { SignedAddresses } from "./signed-addresses.ts";

/** Names are made by us from ids; anything else is a fault in a program. */
export function checkedName(name: string): string {
  if (!/^[\w-]+(\/[\w-]+)*(\.\w+)?$/.test(name)) throw new Error("a file's name may hold letters, digits, _, - and / only");
  return name;
}

/** The folder of names that empties itself (infra/constructs/evidence-files.ts). */
const incoming = "incoming";

/** Evidence files in a folder, for everything on one machine. A file is there whole or not at all. */
export class FolderFiles implements FileStore {
  readonly #folder: string;
  readonly #addresses: SignedAddresses;

  constructor(folder: string, clock: Clock) {
    this.#folder = folder;
    this.#addresses = new SignedAddresses(clock, this);
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    await this.#whole(name, (part) => writeFile(part, bytes));
    if (name.startsWith(`${incoming}/`)) await this.#sweep(join(this.#folder, name));
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    return unlessMissing(readFile(join(this.#folder, checkedName(name))));
  }

  async copy(from: string, to: string): Promise<void> {
    await this.#whole(to, (part) => copyFile(join(this.#folder, checkedName(from)), part));
  }

  async remove(name: string): Promise<void> {
    const path = join(this.#folder, checkedName(name));
    await Promise.all([rm(path, { force: true }), rm(`${path}.part`, { force: true })]);
  }

  async expire(folder: string): Promise<void> {
    await rm(join(this.#folder, checkedName(folder)), { recursive: true, force: true });
  }

  async addressToPut(name: string, bytes: { bytes: number; sha256: string }): Promise<PutAddress> {
    return this.#addresses.toPut(checkedName(name), bytes);
  }

  async addressToGet(name: string, saved: { mediaType: string; fileName: string }): Promise<string | undefined> {
    const isThere = await unlessMissing(stat(join(this.#folder, checkedName(name))));
    return isThere && this.#addresses.toGet(name, saved);
  }

  /** Answers a request to one of the addresses it signed. */
  async answer(request: Request): Promise<Response> {
    return this.#addresses.answer(request);
  }

  /** Object storage has a rule for what arrives and is never handed in; here it goes when another arrives more than a day later. */
  async #sweep(arrived: string): Promise<void> {
    const dayAgo = (await stat(arrived)).mtimeMs - 86_400_000;
    for (const file of await readdir(join(this.#folder, incoming), { recursive: true, withFileTypes: true })) {
      const path = join(file.parentPath, file.name);
      const found = file.isFile() && (await unlessMissing(stat(path)));
      if (found && found.mtimeMs < dayAgo) await rm(path, { force: true });
    }
  }

  async #whole(name: string, write: (part: string) => Promise<void>): Promise<void> {
    const path = join(this.#folder, checkedName(name));
    await mkdir(dirname(path), { recursive: true });
    await write(`${path}.part`);
    await rename(`${path}.part`, path);
  }
}

async function unlessMissing<T>(pending: Promise<T>): Promise<T | undefined> {
  try {
    return await pending;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
