import type { ContentSource } from "../platform/context.ts";
import { loadShaper, type ShapingFace } from "../platform/paper/shape-text.ts";
import { runsOf } from "../platform/paper/script-runs.ts";
import { furtherTypefaces, isSimple } from "../platform/paper/typefaces.ts";

/** A text of a badge's picture: where its middle stands, how large and how heavy it is, and what it says. */
const text = /<text x="(\d+)" y="(\d+)" font-size="([\d.]+)" font-weight="(\d+)">([^<]*)<\/text>/g;

/**
 * A badge's picture in which every text beyond the letters that what draws it can set by itself is outlines, shaped as documents
 * are. A picture without such letters stays as it is, and nothing is read for it.
 */
export async function withOutlines(svg: string, content: ContentSource): Promise<string> {
  const others = [...svg.matchAll(text)]
    .map(([, , , , , said = ""]) => said)
    .filter((said) => !isSimple(said) || /[\u3000-\u30FF]/.test(said));
  if (others.length === 0) return svg;
  const [regular, bold] = await Promise.all([content.readFont("DejaVuSans"), content.readFont("DejaVuSans-Bold")]);
  const further = await furtherTypefaces(content, new Set(Array.from(others.join(""), (letter) => letter.codePointAt(0) ?? 0)));
  const { face, bidi } = await loadShaper();
  const faces = further.faces.map(({ name, bytes }) => ({ name, ...face(bytes) }));
  const own = { "400": face(regular), "700": face(bold) };
  return svg.replaceAll(text, (whole, x: string, y: string, size: string, weight: "400" | "700", said: string) => {
    if (!others.includes(said)) return whole;
    const plain = unescaped(said);
    const runs = runsOf(plain, { ownHas: own[weight].has, faces, han: further.han, bidi });
    const set = runs.map((run) => outlines(run.text, run.level, faces.find(({ name }) => name === run.face) ?? own[weight], Number(size)));
    let left = Number(x) - set.reduce((sum, { width }) => sum + width, 0) / 2;
    const drawn = set.map(({ width, paths }) => {
      const piece = `<g transform="translate(${round(left)} ${y})">${paths}</g>`;
      left += width;
      return piece;
    });
    return drawn.join("");
  });
}

function outlines(run: string, level: number, face: ShapingFace, size: number): { width: number; paths: string } {
  const scale = size / face.unitsPerEm;
  let at = 0;
  const paths = face.shape(run, level % 2 === 1).map(({ id, xAdvance, xOffset, yOffset }) => {
    const place = `translate(${round((at + xOffset) * scale)} ${round(-yOffset * scale)}) scale(${round(scale)} ${round(-scale)})`;
    at += xAdvance;
    return `<path transform="${place}" d="${face.outline(id)}"/>`;
  });
  return { width: at * scale, paths: paths.join("") };
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

const unescaped = (said: string): string =>
  said.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
