import { concat, fromBase64Url, toBase64Url } from "./bytes.ts";

/** How many badges share a list: enough that a place in it tells nothing of who looks it up (W3C Bitstring Status List). */
export const listLength = 131_072;

/** More than any list may unfold to; a compressed text can hold a thousand times its own size. */
const longestBytes = 4_000_000;

/** A list of bits as it stands in its credential: compressed, as multibase text. */
export async function encodeBits(bits: Uint8Array<ArrayBuffer>): Promise<string> {
  return `u${toBase64Url(await throughStream(bits, new CompressionStream("gzip")))}`;
}

/** The bits of a list; undefined for what is none. */
export async function decodeBits(encoded: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = encoded.startsWith("u") ? fromBase64Url(encoded.slice(1).replace(/=+$/, "")) : undefined;
  return bytes && throughStream(bytes, new DecompressionStream("gzip")).catch(() => undefined);
}

/** The bit at a place, counted from the left. */
export function bitAt(bits: Uint8Array, index: number): boolean {
  return ((bits[index >> 3] ?? 0) & (0b1000_0000 >> (index & 7))) !== 0;
}

/** The same bits with the one at a place set as it should be. */
export function withBit(bits: Uint8Array<ArrayBuffer>, index: number, isSet: boolean): Uint8Array<ArrayBuffer> {
  const changed = bits.slice();
  const mask = 0b1000_0000 >> (index & 7);
  const byte = changed[index >> 3] ?? 0;
  changed[index >> 3] = isSet ? byte | mask : byte & ~mask;
  return changed;
}

/** A list in which nothing is set. */
export const emptyBits = (): Uint8Array<ArrayBuffer> => new Uint8Array(listLength / 8);

async function throughStream(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > longestBytes) {
      await reader.cancel();
      throw new Error("the list is larger than any list may be");
    }
    parts.push(value);
  }
  return concat(...parts);
}
