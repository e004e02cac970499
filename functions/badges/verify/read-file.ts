import { textOf } from "./bytes.ts";
import { isObject } from "./jwt.ts";
import type { JsonCredential } from "./data-integrity.ts";

/** A badge as it was found in a file: a token, or JSON with its proof in it. */
export type FoundBadge = { form: "jwt"; jwt: string } | { form: "json"; credential: JsonCredential };

/** More than any badge with its picture needs. */
const largestFile = 5_000_000;
/** Deeper than any badge is. */
const mostLevels = 40;

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const keyword = "openbadgecredential";

/** The badge in a file or a text: JSON, a token, or a picture that a badge was baked into; undefined where there is none. */
export function readBadgeFile(bytes: Uint8Array): FoundBadge | undefined {
  if (bytes.length > largestFile) return undefined;
  try {
    if (pngStart.every((byte, i) => bytes[i] === byte)) return inPng(bytes);
    return readBadgeText(textOf(bytes));
  } catch {
    return undefined;
  }
}

/** The same for text, as someone pastes it. */
export function readBadgeText(text: string): FoundBadge | undefined {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(trimmed)) return { form: "jwt", jwt: trimmed };
  if (trimmed.startsWith("<")) return inSvg(trimmed);
  try {
    const value: unknown = JSON.parse(trimmed);
    return isObject(value) && isShallow(value, mostLevels) ? { form: "json", credential: value } : undefined;
  } catch {
    return undefined;
  }
}

/** No deeper than a badge can be: what is read later goes down it level by level. */
function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((one) => isShallow(one, levels - 1));
}

/** The first chunk of text that is marked as a badge (Open Badges 3.0, baking). */
function inPng(bytes: Uint8Array): FoundBadge | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = pngStart.length; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (textOf(bytes.subarray(at + 4, at + 8)) === "iTXt") {
      const end = data.indexOf(0);
      // After the keyword: whether it is compressed (it may not be), how, and two more texts that end with a zero.
      const isOurs = end > 0 && textOf(data.subarray(0, end)) === keyword && data[end + 1] === 0;
      const language = data.indexOf(0, end + 3);
      const translated = data.indexOf(0, language + 1);
      if (isOurs && language > 0 && translated > 0) return readBadgeText(textOf(data.subarray(translated + 1)));
    }
    at += 12 + length;
  }
  return undefined;
}

function inSvg(text: string): FoundBadge | undefined {
  const tag = /<openbadges:credential\b([^>]*)>/.exec(text);
  if (!tag) return undefined;
  const verify = /\bverify\s*=\s*["']([^"']*)["']/.exec(tag[1] ?? "")?.[1];
  if (verify !== undefined) return readBadgeText(verify);
  const body = text.slice(tag.index + tag[0].length);
  const json = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>/.exec(body)?.[1];
  return json === undefined ? undefined : readBadgeText(json);
}
