import { attachment } from "../platform/attachment.ts";
import type { FileStore, PutAddress } from "../platform/context.ts";
import { checkedName } from "./files.ts";
import { getWithinSeconds, putWithinSeconds } from "./signed-addresses.ts";

/** A package of its own in what is shipped, as every client is. */
async function loadS3() {
  const s3 = await import("@aws-sdk/client-s3");
  return { s3, client: new s3.S3Client({}) };
}

/** Files in a private bucket. Whom an address is given to may put or get that one file, with the function's own rights, for as long as it says. */
export class S3Files implements FileStore {
  readonly #bucket: string;
  #loading: ReturnType<typeof loadS3> | undefined;

  constructor(bucket: string) {
    this.#bucket = bucket;
  }

  async put(name: string, bytes: Uint8Array, mediaType: string): Promise<void> {
    const { client, s3 } = await this.#load();
    await client.send(new s3.PutObjectCommand({ ...this.#place(name), Body: bytes, ContentType: mediaType }));
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    const { client, s3 } = await this.#load();
    return this.#unlessMissing(name, async () => {
      const { Body } = await client.send(new s3.GetObjectCommand(this.#place(name)));
      return Body?.transformToByteArray();
    });
  }

  async copy(from: string, to: string, mediaType: string): Promise<void> {
    const { client, s3 } = await this.#load();
    const source = { CopySource: `${this.#bucket}/${checkedName(from)}`, MetadataDirective: "REPLACE" as const };
    await client.send(new s3.CopyObjectCommand({ ...this.#place(to), ...source, ContentType: mediaType }));
  }

  /** By version, because a file that is only deleted can be brought back for 90 days; the API may do so to what people upload alone. */
  async remove(name: string): Promise<void> {
    const { client, s3 } = await this.#load();
    for (const { VersionId } of await this.#versions(name))
      await client.send(new s3.DeleteObjectCommand({ ...this.#place(name), VersionId }));
  }

  /** The bucket has a rule for each folder whose files do not stay (infra/constructs/evidence-files.ts). */
  async expire(): Promise<void> {}

  /** Length and digest are headers that are signed: a browser that sends others, or none, is refused before a byte is kept. */
  async addressToPut(name: string, { bytes, sha256 }: { bytes: number; sha256: string }): Promise<PutAddress> {
    const digest = { "x-amz-checksum-sha256": Buffer.from(sha256, "hex").toString("base64") };
    const signed = { "content-length": String(bytes), ...digest };
    // A browser sends the length of what it puts by itself, and lets no page say it.
    return { address: await this.#signed("PUT", name, putWithinSeconds, { headers: signed }), headers: digest };
  }

  async addressToGet(name: string, { mediaType, fileName }: { mediaType: string; fileName: string }): Promise<string | undefined> {
    const { client, s3 } = await this.#load();
    const isThere = await this.#unlessMissing(name, () => client.send(new s3.HeadObjectCommand(this.#place(name))));
    const query = {
      "response-cache-control": "private, no-store",
      "response-content-disposition": attachment(fileName),
      "response-content-type": mediaType,
    };
    return isThere && this.#signed("GET", name, getWithinSeconds, { query });
  }

  #load(): ReturnType<typeof loadS3> {
    return (this.#loading ??= loadS3());
  }

  #place(name: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: checkedName(name) };
  }

  /** Whoever may not list a bucket is told "forbidden" of what is not there; the list of that one name's versions says which it is. */
  async #unlessMissing<T>(name: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
      if (status === 404) return undefined;
      if (status === 403 && !(await this.#versions(name)).some(({ isThere }) => isThere)) return undefined;
      throw error;
    }
  }

  async #versions(name: string): Promise<{ VersionId?: string | undefined; isThere: boolean }[]> {
    const { client, s3 } = await this.#load();
    const { Bucket, Key } = this.#place(name);
    const { Versions = [], DeleteMarkers = [] } = await client.send(new s3.ListObjectVersionsCommand({ Bucket, Prefix: Key }));
    return [
      ...Versions.map(({ IsLatest, ...one }) => ({ ...one, isThere: IsLatest === true })),
      ...DeleteMarkers.map((one) => ({ ...one, isThere: false })),
    ].filter((one) => one.Key === Key);
  }

  async #signed(
    method: "PUT" | "GET",
    name: string,
    expiresIn: number,
    more: { headers?: Record<string, string>; query?: Record<string, string> },
  ): Promise<string> {
    const [{ client }, { SignatureV4 }] = await Promise.all([this.#load(), import("@smithy/signature-v4")]);
    const { credentials, sha256, endpointProvider } = client.config;
    const region = await client.config.region();
    const { url } = endpointProvider({ Bucket: this.#bucket, Region: region });
    const signer = new SignatureV4({ service: "s3", region, credentials, sha256, uriEscapePath: false });
    const request = {
      method,
      protocol: "https:",
      hostname: url.hostname,
      path: `${url.pathname}${checkedName(name)}`,
      query: more.query ?? {},
      headers: { host: url.hostname, "x-amz-content-sha256": "UNSIGNED-PAYLOAD", ...more.headers },
    };
    const { query = {} } = await signer.presign(request, { expiresIn, unhoistableHeaders: new Set(["x-amz-checksum-sha256"]) });
    const text = Object.entries(query).map(([key, value]) => `${escaped(key)}=${escaped(String(value))}`);
    return `https://${url.hostname}${request.path}?${text.join("&")}`;
  }
}

/** As signatures are made over it: all but letters, digits and `-_.~`. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
