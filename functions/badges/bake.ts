import { concat, utf8 } from "./verify/bytes.ts";

const keyword = "openbadgecredential";
/** Where the first chunk of a PNG, its size and kind, ends. */
const afterHeader = 8 + 25;

/** A picture with a badge in it: its token stands in a chunk of text (Open Badges 3.0, baking). Whoever shows the picture sees nothing of it. */
export function bakePng(png: Uint8Array, jwt: string): Uint8Array<ArrayBuffer> {
  // Keyword, then: not compressed, no way of compressing, no language, no translated keyword.
  const data = utf8(`${keyword}\0\0\0\0\0${jwt}`);
  const named = concat(utf8("iTXt"), data);
  return concat(png.subarray(0, afterHeader), number(data.length), named, number(crc32(named)), png.subarray(afterHeader));
}

/** The same for a drawing: an element that no one draws. */
export function bakeSvg(svg: string, jwt: string): string {
  return svg.replace(
    /<svg\b([^>]*)>/,
    (_, attributes: string) =>
      `<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"${attributes}><openbadges:credential verify="${jwt}"></openbadges:credential>`,
  );
}

function number(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

/** The check of a PNG's chunk (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xff_ff_ff_ff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0);
  }
  return (crc ^ 0xff_ff_ff_ff) >>> 0;
}
