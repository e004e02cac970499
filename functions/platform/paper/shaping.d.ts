/** What is used of HarfBuzz, which ships seventy kilobytes of types. */
declare module "harfbuzzjs" {
  export const Direction: { LTR: number; RTL: number };
  export class Blob {
    readonly ptr: number;
    constructor(data: Uint8Array);
  }
  export class Face {
    constructor(blob: Blob);
    readonly upem: number;
    collectUnicodes(): Uint32Array;
  }
  export class Font {
    constructor(face: Face);
    nominalGlyph(code: number): number | undefined;
    glyphToPath(id: number): string;
  }
  export class Buffer {
    addText(text: string): void;
    guessSegmentProperties(): void;
    setDirection(direction: number): void;
    getGlyphInfos(): { codepoint: number; cluster: number }[];
    getGlyphPositions(): { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[];
  }
  export function shape(font: Font, buffer: Buffer): void;
}

/** Its own types are written for another kind of module than the one that is loaded. */
declare module "bidi-js" {
  export type Bidi = {
    getEmbeddingLevels(text: string, direction: "auto"): { levels: Uint8Array };
    getMirroredCharactersMap(text: string, levels: Uint8Array): Map<number, string>;
  };
  export default function bidi(): Bidi;
}
