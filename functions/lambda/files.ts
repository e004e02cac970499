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

  async remove(name: string): Promise<void> {
    const path = join(this.#folder, checked(name));
    await Promise.all([rm(path, { force: true }), rm(`${path}.part`, { force: true })]);
  }

  async expire(folder: string): Promise<void> {
    await rm(join(this.#folder, checked(folder)), { recursive: true, force: true });
  }
}

/** The client is loaded with the first file, not with the function. */
async function loadS3() {
  const s3 = await import("@aws-sdk/client-s3");
  const { DeleteObjectCommand, GetObjectCommand, ListObjectVersionsCommand, NoSuchKey, PutObjectCommand, S3Client } = s3;
  return { DeleteObjectCommand, GetObjectCommand, ListObjectVersionsCommand, NoSuchKey, PutObjectCommand, client: new S3Client({}) };
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

  /** By version, because a file that is only deleted can be brought back for 90 days; the API may do so to evidence alone. */
  async remove(name: string): Promise<void> {
    const { client, DeleteObjectCommand, ListObjectVersionsCommand } = await (this.#loading ??= loadS3());
    const place = { Bucket: this.#bucket, Key: checked(name) };
    const { Versions = [], DeleteMarkers = [] } = await client.send(
      new ListObjectVersionsCommand({ Bucket: place.Bucket, Prefix: place.Key }),
    );
    for (const { Key, VersionId } of [...Versions, ...DeleteMarkers])
      if (Key === place.Key) await client.send(new DeleteObjectCommand({ ...place, VersionId }));
  }

  /** The bucket has a rule for each folder whose files do not stay (infra/constructs/evidence-files.ts). */
  async expire(): Promise<void> {}
}
