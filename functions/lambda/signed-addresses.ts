import { createHmac, hash, randomBytes, timingSafeEqual } from "node:crypto";
import { attachment } from "../platform/attachment.ts";
import type { Clock } from "../platform/clock.ts";
import type { FileStore, PutAddress } from "../platform/context.ts";

/** How long an address takes a file: long enough for a phone on a slow line to begin. */
export const putWithinSeconds = 900;
/** How long an address gives a file: long enough for a browser to follow it. */
export const getWithinSeconds = 60;

/** Where the server of one machine takes and gives files; object storage has a host of its own for it. */
export const signedFilesPath = "/file-store";

/**
 * Signed addresses for a store that has none of its own, with the two verbs of object storage: PUT takes exactly the bytes that
 * were signed, GET gives a file to be saved. The key lives as long as the process: an address from before is refused, and asked for anew.
 */
export class SignedAddresses {
  readonly #key = randomBytes(32);
  readonly #clock: Clock;
  readonly #store: Pick<FileStore, "put" | "get">;

  constructor(clock: Clock, store: Pick<FileStore, "put" | "get">) {
    this.#clock = clock;
    this.#store = store;
  }

  toPut(name: string, { bytes, sha256 }: { bytes: number; sha256: string }): PutAddress {
    return { address: this.#signed("PUT", name, putWithinSeconds, { bytes: String(bytes), sha256 }), headers: {} };
  }

  toGet(name: string, saved: { mediaType: string; fileName: string }): string {
    return this.#signed("GET", name, getWithinSeconds, saved);
  }

  /** Answers a request to a signed address, and refuses any other. */
  async answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const signature = searchParams.get("signature") ?? "";
    searchParams.delete("signature");
    if (!isSame(signature, this.#signature(request.method, pathname, searchParams))) return refused(403, "This address is not signed.");
    if (Number(searchParams.get("until")) < this.#clock.now().getTime()) return refused(403, "This address has had its time.");
    const name = pathname.slice(signedFilesPath.length + 1);
    return request.method === "PUT" ? this.#take(request, name, searchParams) : this.#give(name, searchParams);
  }

  async #take(request: Request, name: string, signed: URLSearchParams): Promise<Response> {
    const bytes = await readExactly(request, Number(signed.get("bytes")));
    if (!bytes || hash("sha256", bytes) !== signed.get("sha256")) return refused(400, "These are not the bytes that were signed.");
    await this.#store.put(name, bytes, "application/octet-stream");
    return new Response(null, { headers });
  }

  async #give(name: string, signed: URLSearchParams): Promise<Response> {
    const bytes = await this.#store.get(name);
    if (!bytes) return refused(404, "There is no such file.");
    const saved = { "content-type": signed.get("mediaType") ?? "", "content-disposition": attachment(signed.get("fileName") ?? "") };
    return new Response(new Uint8Array(bytes), { headers: { ...headers, ...saved } });
  }

  #signed(method: string, name: string, seconds: number, more: Record<string, string>): string {
    const path = `${signedFilesPath}/${name}`;
    const signed = new URLSearchParams({ ...more, until: String(this.#clock.now().getTime() + seconds * 1000) });
    const signature = this.#signature(method, path, signed);
    return `${path}?${signed}&signature=${signature}`;
  }

  #signature(method: string, path: string, signed: URLSearchParams): string {
    return createHmac("sha256", this.#key).update(`${method}\n${path}\n${signed}`).digest("hex");
  }
}

/** What a file is answered with: nothing of it is kept, guessed at or shown. */
const headers = {
  "cache-control": "private, no-store",
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

const refused = (status: number, why: string): Response =>
  new Response(why, { status, headers: { ...headers, "content-type": "text/plain; charset=utf-8" } });

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The body where it has exactly so many bytes; no more are ever read. */
async function readExactly(request: Request, length: number): Promise<Uint8Array | undefined> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for await (const part of request.body ?? []) {
    if (at + part.length > length) return undefined;
    bytes.set(part, at);
    at += part.length;
  }
  return at === length ? bytes : undefined;
}
