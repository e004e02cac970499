/** A text file as it was exported: UTF-8, or UTF-16 by its mark, or else Windows-1252, which is what older exports are and is said. */
export function decodeText(bytes: Uint8Array): { text: string; isWindows1252: boolean } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), isWindows1252: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), isWindows1252: false };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isWindows1252: false };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), isWindows1252: true };
  }
}

/** What parts a file's columns: of the usual characters, the one that stands most often in the first line, outside quotation marks. */
export function delimiterOf(text: string): string {
  const line = (text.split("\n", 1)[0] ?? "").replaceAll(/"[^"]*"/g, "");
  const counted = [",", ";", "\t", "|"].map((one) => ({ one, n: line.split(one).length }));
  return counted.toSorted((a, b) => b.n - a.n)[0]?.one ?? ",";
}
