const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

type Bytes = Uint8Array<ArrayBuffer>;

/** Text as UTF-8. */
export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** UTF-8 as text; throws where it is none. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

/** Bytes as base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes of base64url text; undefined unless it is written in the one way in which those bytes are written. */
export function fromBase64Url(text: string): Bytes | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  return toBase64Url(bytes) === text ? bytes : undefined;
}

/** Bytes as base58 in Bitcoin's alphabet, as `z…` of multibase has them. */
export function toBase58(bytes: Uint8Array): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let text = "";
  for (; value > 0n; value /= 58n) text = base58[Number(value % 58n)]! + text;
  for (const byte of bytes) {
    if (byte !== 0) break;
    text = `1${text}`;
  }
  return text;
}

/** The bytes of base58 text, or undefined for anything else. */
export function fromBase58(text: string): Bytes | undefined {
  // What keys and signatures need; a longer text would only take long.
  if (text.length > 128) return undefined;
  let value = 0n;
  for (const letter of text) {
    const digit = base58.indexOf(letter);
    if (digit < 0) return undefined;
    value = value * 58n + BigInt(digit);
  }
  const bytes: number[] = [];
  for (; value > 0n; value >>= 8n) bytes.unshift(Number(value & 255n));
  for (const letter of text) {
    if (letter !== "1") break;
    bytes.unshift(0);
  }
  return Uint8Array.from(bytes);
}

const ed25519Prefix = [0xed, 0x01];

/** A public Ed25519 key as Multikey writes it. */
export const toMultikey = (key: Uint8Array): string => `z${toBase58(Uint8Array.of(...ed25519Prefix, ...key))}`;

/** The public Ed25519 key in a Multikey, or undefined for anything else. */
export function fromMultikey(multikey: string): Bytes | undefined {
  const bytes = multikey.startsWith("z") ? fromBase58(multikey.slice(1)) : undefined;
  return bytes?.length === 34 && bytes[0] === ed25519Prefix[0] && bytes[1] === ed25519Prefix[1] ? bytes.slice(2) : undefined;
}

/** Bytes one after the other. */
export function concat(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
