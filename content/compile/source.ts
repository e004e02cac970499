import type { Place } from "./diagnostic.ts";

/** The text of one content file, with `\n` line ends and no byte order mark, that knows where each character stands. */
export class Source {
  readonly file: string;
  readonly text: string;
  readonly #lineStarts: number[];

  /** @param file path relative to the content folder, with forward slashes */
  constructor(file: string, text: string) {
    this.file = file;
    this.text = text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
    this.#lineStarts = [0];
    for (let i = this.text.indexOf("\n"); i >= 0; i = this.text.indexOf("\n", i + 1)) this.#lineStarts.push(i + 1);
  }

  /** The file's first character. */
  get start(): Place {
    return { file: this.file, line: 1, column: 1 };
  }

  /** The place of the character at `offset`, clamped to the file. */
  placeAt(offset: number): Place {
    const target = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lineStarts[middle] ?? 0) <= target) low = middle;
      else high = middle - 1;
    }
    return { file: this.file, line: low + 1, column: target - (this.#lineStarts[low] ?? 0) + 1 };
  }

  /** The offset of a place; the reverse of `placeAt`. */
  offsetAt(line: number, column: number): number {
    return Math.min((this.#lineStarts[line - 1] ?? this.text.length) + column - 1, this.text.length);
  }

  /** Where `needle` stands first at or after `from`, or `from` itself when escapes hide it. */
  find(needle: string, from: number): number {
    const found = this.text.indexOf(needle, from);
    return found < 0 ? from : found;
  }
}
