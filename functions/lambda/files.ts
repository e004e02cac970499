import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FileStore } from "../platform/context.ts";

/** Names are made by us from ids; anything else is a fault in a program. */
function checked(name: string): string {
  if (!/^[\w-]+(\/[\w-]+)*(\.\w+)?$/.test(name)) throw new Error("a file's name may hold letters, digits, _, - and / only");
  return name;
}

/** Evidence files in a folder, for everything on one machine. A file is there whole or not at all. */
export class FolderFiles implements FileStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.#folder, checked(name));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.part`, bytes);
    await rename(`${path}.part`, path);
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(join(this.#folder, checked(name)));
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    }
  }

  async expire(folder: string): Promise<void> {
    await rm(join(this.#folder, checked(folder)), { recursive: true, force: true });
  }
}

/** The client is loaded with the first file, not with the function. */
async function loadS3() {
  const { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } = await import("@aws-sdk/client-s3");
  return { GetObjectCommand, NoSuchKey, PutObjectCommand, client: new S3Client({}) };
}

/** Evidence files in a private bucket. */
export class S3Files implements FileStore {
  readonly #bucket: string;
  #loading: ReturnType<typeof loadS3> | undefined;

  constructor(bucket: string) {
    this.#bucket = bucket;
  }

  async put(name: string, bytes: Uint8Array, mediaType: string): Promise<void> {
    const { client, PutObjectCommand } = await (this.#loading ??= loadS3());
    await client.send(new PutObjectCommand({ Bucket: this.#bucket, Key: checked(name), Body: bytes, ContentType: mediaType }));
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    const { client, GetObjectCommand, NoSuchKey } = await (this.#loading ??= loadS3());
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: checked(name) }));
      return await Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  /** The bucket has a rule for each folder whose files do not stay (infra/constructs/evidence-files.ts); no function may delete. */
  async expire(): Promise<void> {}
}
