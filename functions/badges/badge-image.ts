/** The two colors of a district's badges. */
export type BadgeColors = { ground: string; accent: string };

/** Where a district has chosen none. */
const ownColors: BadgeColors = { ground: "#0b5f6b", accent: "#f0b63c" };

const side = 512;
const widest = 360;
/** Letters of the bold typeface are about this wide, as a part of its size. */
const letter = 0.66;

type Drawn = { title: string; level: string; districtName: string; colors?: BadgeColors | undefined };

/** The picture of a certification: its title on the district's ground, in a ring that a thread runs through. */
export function badgeImage({ title, level, districtName, colors = ownColors }: Drawn): string {
  const { ground, accent } = colors;
  const ink = readableOn(ground);
  const lines = linesOf(title, 4);
  const size = sizeOf(lines, widest, 58);
  const first = side / 2 - ((lines.length - 1) * size * 1.15) / 2 + size * 0.45;
  const issuer = linesOf(districtName, lengthOf(districtName) > 26 ? 2 : 1);
  const small = sizeOf(issuer, 290, 24);
  const text = (y: number, fontSize: number, words: string, weight = 700): string =>
    `<text x="${side / 2}" y="${Math.round(y)}" font-size="${fontSize}" font-weight="${weight}">${escaped(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" role="img" aria-label="${escaped(`${title}, ${districtName}`)}">`,
    `<circle cx="256" cy="256" r="250" fill="${accent}"/>`,
    `<circle cx="256" cy="256" r="236" fill="${ground}"/>`,
    `<circle cx="256" cy="256" r="214" fill="none" stroke="${accent}" stroke-width="4" stroke-dasharray="18 10"/>`,
    `<path d="M96 168C150 118 206 190 256 150s106-46 160 18" fill="none" stroke="${accent}" stroke-width="8" stroke-linecap="round"/>`,
    `<circle cx="96" cy="168" r="9" fill="${ink}"/><circle cx="416" cy="168" r="9" fill="${ink}"/>`,
    `<g fill="${ink}" font-family="DejaVu Sans, Verdana, sans-serif" text-anchor="middle">`,
    text(108, 22, level, 400),
    ...lines.map((line, i) => text(first + i * size * 1.15, size, line)),
    ...issuer.map((line, i) => text(404 + (i - (issuer.length - 1) / 2) * small * 1.2, small, line, 400)),
    "</g></svg>",
  ].join("");
}

/** The largest size at which the longest line is no wider than it may be. */
function sizeOf(lines: readonly string[], width: number, largest: number): number {
  return Math.min(largest, Math.floor(width / (letter * Math.max(1, ...lines.map(lengthOf)))));
}

/** Words in at most so many lines, as even as they allow. Chinese, Japanese and Korean break between any two signs. */
function linesOf(text: string, most: number): string[] {
  const parts = text.trim().match(new RegExp(`\\s*(?:${wide.source}|(?:(?!${wide.source})\\S)+)`, "gu")) ?? [];
  const length = lengthOf(text);
  const wanted = Math.max(1, Math.min(most, parts.length, Math.ceil(length / 12)));
  const longest = Math.max(Math.ceil(length / wanted), ...parts.map((part) => lengthOf(part.trim())));
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && (lengthOf(last + part) <= longest || lines.length === wanted)) lines[lines.length - 1] = last + part;
    else lines.push(part.trim());
  }
  return lines.length > 0 ? lines : [""];
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A line's length in letters: signs that stand in a square count for one and a half, marks on a letter for none. */
function lengthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (wide.test(sign) ? 1.5 : /\p{M}/u.test(sign) ? 0 : 1), 0);
}

/** Black or white, whichever stands out more on a color (WCAG relative luminance). */
function readableOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#10171b" : "#ffffff";
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
