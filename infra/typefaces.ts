import { createRequire } from "node:module";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Blob, Face } from "harfbuzzjs";
import subsetFont from "subset-font";
import type { TypefaceIndex } from "../functions/platform/paper/typeface-index.ts";

const resolve = createRequire(import.meta.url).resolve;

/** Where a package lies; the message says what to do where it does not. */
function packageFolder(name: string): string {
  try {
    return join(resolve(`${name}/package.json`), "..");
  } catch {
    throw new Error(`The typefaces of documents need the package ${name}, which is not installed. Run \`npm ci\`.`);
  }
}

/** Between regular and bold: each of these typefaces ships in one weight, for names in bold and tables in regular alike; a few have only regular. */
const weight = 600;

/** Noto for what DejaVu does not have or does not join right, all under the Open Font License, in the order in which they are tried. */
const variable = [
  ..."arabic hebrew thaana devanagari bengali gurmukhi gujarati oriya tamil telugu kannada malayalam sinhala".split(" "),
  ..."thai lao khmer ethiopic cherokee sc tc jp kr".split(" "),
].map((script) => `@fontsource-variable/noto-sans-${script}`);
const packages = [
  ...variable,
  "@fontsource-variable/noto-serif-tibetan",
  ...["myanmar", "syriac", "nko", "adlam"].map((script) => `@fontsource/noto-sans-${script}`),
];

/** Letters that every one of them has beside its own script; DejaVu draws these. */
const ofOthers = /^(?:latin|cyrillic|greek|vietnamese|math|symbols)/;

/** Writes the typefaces of documents into a folder: two whole ones, and many small ones that are read when a letter asks for them, with the list of what each has. */
export async function buildTypefaces(folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const dejaVu = join(packageFolder("dejavu-fonts-ttf"), "ttf");
  for (const name of ["DejaVuSans", "DejaVuSans-Bold"]) copyFileSync(join(dejaVu, `${name}.ttf`), join(folder, `${name}.ttf`));
  copyFileSync(join(dejaVu, "../LICENSE"), join(folder, "LICENSE-DejaVu"));
  copyFileSync(join(packageFolder("@fontsource-variable/noto-sans-sc"), "LICENSE"), join(folder, "LICENSE-Noto"));
  const index: TypefaceIndex = { faces: [], han: nationalSets() };
  let bytes = 0;
  for (const name of packages) {
    const from = packageFolder(name);
    const slices = JSON.parse(readFileSync(join(from, "unicode.json"), "utf8")) as Record<string, string>;
    for (const [key, letters] of Object.entries(slices)) {
      const slice = key.replaceAll(/[[\]]/g, "");
      if (ofOthers.test(slice)) continue;
      const face = await staticFace(from, name, slice, rangesOf(letters));
      const own = name.slice(name.lastIndexOf("/") + 1);
      const file = slice === own.replace(/^noto-\w+-/, "") ? own : `${own}-${slice}`;
      writeFileSync(join(folder, `${file}.ttf`), face);
      index.faces.push({ name: file, letters: lettersOf(face) });
      bytes += face.length;
    }
  }
  // Written last. Not called JSON: what compiles the content tidies up files of that kind.
  writeFileSync(join(folder, "index"), JSON.stringify(index));
  return `: ${index.faces.length} beside DejaVu, ${Math.round(bytes / 1_000_000)} MB`;
}

/** A slice of a package as a plain TrueType file: no axes, no compression, everything that shapes its letters kept. */
async function staticFace(from: string, name: string, slice: string, ranges: [number, number][]): Promise<Uint8Array> {
  const own = name.slice(name.lastIndexOf("/") + 1);
  const isVariable = name.startsWith("@fontsource-variable/");
  const fixed = [weight, 400].map((one) => join(from, "files", `${own}-${slice}-${one}-normal.woff2`)).find((path) => existsSync(path));
  const file = isVariable ? join(from, "files", `${own}-${slice}-wght-normal.woff2`) : fixed;
  if (file === undefined) throw new Error(`${name} has no typeface of ${slice}`);
  const text = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)));
  return subsetFont(readFileSync(file), text.join(""), {
    targetFormat: "truetype",
    noHinting: true,
    ...(isVariable && { variationAxes: { wght: weight } }),
  });
}

/** `U+4E00-4E02,U+4E05` as pairs of first and last. */
function rangesOf(letters: string): [number, number][] {
  return letters.split(",").map((range) => {
    const [first = "", last = first] = range.trim().replace("U+", "").split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

/** The letters that a face really has, beyond those that DejaVu draws in any case. */
function lettersOf(face: Uint8Array): [number, number][] {
  const ranges: [number, number][] = [];
  for (const code of new Face(new Blob(face)).collectUnicodes()) {
    if (code < 0x530) continue;
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges;
}

/** The Chinese characters of the national character sets: in whose forms a name is drawn follows from whose it can be written with. */
function nationalSets(): TypefaceIndex["han"] {
  const of = (encoding: string, [from, to]: [number, number], second: (byte: number) => boolean): string => {
    const decoder = new TextDecoder(encoding);
    const all: string[] = [];
    for (let first = from; first <= to; first++)
      for (let byte = 0x40; byte <= 0xfe; byte++) if (second(byte)) all.push(decoder.decode(Uint8Array.of(first, byte)));
    return [...new Set(all.join("").match(/\p{Script=Han}/gu))].join("");
  };
  const isUpper = (byte: number): boolean => byte >= 0xa1;
  return {
    sc: of("gb2312", [0xb0, 0xf7], isUpper),
    tc: of("big5", [0xa4, 0xf9], (byte) => byte <= 0x7e || isUpper(byte)),
    jp: of("euc-jp", [0xb0, 0xf4], isUpper),
  };
}
