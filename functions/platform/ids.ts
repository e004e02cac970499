import { hash, randomBytes } from "node:crypto";

/** Lower-case Crockford base 32: no `#`, no upper case, so ids are safe in keys of every store. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

function base32(bytes: Uint8Array, length: number): string {
  // The last `5 × length` bits, from the end on; an import of a district makes half a million of these.
  let text = "";
  let [bits, held, at] = [0, 0, bytes.length];
  while (text.length < length) {
    if (held < 5 && at > 0) {
      bits |= bytes[--at]! << held;
      held += 8;
    }
    text = alphabet[bits & 31]! + text;
    bits >>>= 5;
    held = Math.max(0, held - 5);
  }
  return text;
}

/** A new id: the prefix of its kind, ten characters of time, sixteen of chance (80 bits); sorts by creation. */
export function newId(prefix: string, now: Date): string {
  return `${firstId(prefix, now)}${base32(randomBytes(10), 16)}`;
}

/** What every id made at an instant begins with: it sorts after those made before, and before those made later. */
export function firstId(prefix: string, at: Date): string {
  let time = at.getTime();
  let stamp = "";
  for (let i = 0; i < 10; i++) {
    stamp = alphabet[time % 32]! + stamp;
    time = Math.floor(time / 32);
  }
  return `${prefix}_${stamp}`;
}

/** When an id of `newId` was made, to the millisecond. */
export function instantOf(id: string): Date {
  const stamp = id.slice(id.lastIndexOf("_") + 1).slice(0, 10);
  let time = 0;
  for (const letter of stamp) time = time * 32 + alphabet.indexOf(letter);
  return new Date(time);
}

/** The same id for the same parts, always: re-running what made it cannot make a second one. */
export function idFrom(prefix: string, ...parts: string[]): string {
  const digest = hash("sha256", JSON.stringify(parts), "buffer");
  return `${prefix}_${base32(digest.subarray(0, 17), 26)}`;
}

/** An unguessable public id of 160 bits. */
export function publicId(): string {
  return base32(randomBytes(20), 32);
}

/** SHA-256 in hex; how secrets and addresses are stored when only equality matters. */
export function sha256(text: string): string {
  return hash("sha256", text);
}

/** A number from 0 up to 1, always the same for the same text: what is drawn by lot can be checked afterwards. */
export function chanceFrom(text: string): number {
  return Number.parseInt(sha256(text).slice(0, 12), 16) / 2 ** 48;
}
