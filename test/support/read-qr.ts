/** Of versions 1 to 10 at level M: where alignment patterns stand beside 6, and how many data words each block has. */
const versions: readonly { centers: number[]; blocks: number[] }[] = [
  { centers: [], blocks: [16] },
  { centers: [18], blocks: [28] },
  { centers: [22], blocks: [44] },
  { centers: [26], blocks: [32, 32] },
  { centers: [30], blocks: [43, 43] },
  { centers: [34], blocks: [27, 27, 27, 27] },
  { centers: [22, 38], blocks: [31, 31, 31, 31] },
  { centers: [24, 42], blocks: [38, 38, 39, 39] },
  { centers: [26, 46], blocks: [36, 36, 36, 37, 37] },
  { centers: [28, 50], blocks: [43, 43, 43, 43, 44] },
];

const masks = [
  (x: number, y: number) => x + y,
  (_: number, y: number) => y,
  (x: number) => (x % 3) * 2,
  (x: number, y: number) => ((x + y) % 3) * 2,
  (x: number, y: number) => Math.trunc(x / 3) + Math.trunc(y / 2),
  (x: number, y: number) => (((x * y) % 2) + ((x * y) % 3)) * 2,
  (x: number, y: number) => ((x * y) % 2) + ((x * y) % 3),
  (x: number, y: number) => ((x + y) % 2) + ((x * y) % 3),
] as const;

/** Whether a mask's value inverts: those with a remainder other than two were doubled, so that zero alone is even. */
const inverts = (mask: number, x: number, y: number): boolean => {
  const value = masks[mask]!(x, y);
  return [2, 3, 5].includes(mask) ? value === 0 : value % 2 === 0;
};

/** The text of an undamaged QR code of level M, as a scanner reads it from its modules; written from the standard, not from the writer. */
export function readQr(code: readonly (readonly boolean[])[]): string {
  const size = code.length;
  const { centers, blocks } = versions[(size - 17) / 4 - 1]!;
  const format = code[8]!;
  const mask = (Number(!format[2]) << 2) | (Number(format[3]) << 1) | Number(!format[4]);
  const all = [6, ...centers];
  const isAligned = (x: number, y: number): boolean =>
    centers.length > 0 &&
    all.some((cx) => all.some((cy) => Math.abs(cx - x) < 3 && Math.abs(cy - y) < 3 && !isCorner(cx, cy, centers.at(-1)!)));
  const isFunction = (x: number, y: number): boolean =>
    x === 6 ||
    y === 6 ||
    (y < 9 && (x < 9 || x >= size - 8)) ||
    (x < 9 && y >= size - 8) ||
    isAligned(x, y) ||
    (size >= 45 && ((x >= size - 11 && y < 6) || (y >= size - 11 && x < 6)));
  const bits: number[] = [];
  let isUp = true;
  for (const right of Array.from({ length: size - 1 }, (_, i) => size - 1 - i).filter((x) => (x > 6 ? x % 2 === 0 : x % 2 === 1))) {
    for (let i = 0; i < size; i++)
      for (const x of [right, right - 1]) {
        const y = isUp ? size - 1 - i : i;
        if (!isFunction(x, y)) bits.push(Number(code[y]![x]! !== inverts(mask, x, y)));
      }
    isUp = !isUp;
  }
  const word = (at: number): number => Number.parseInt(bits.slice(at * 8, at * 8 + 8).join(""), 2);
  const parts = blocks.map((): number[] => []);
  let at = 0;
  for (let i = 0; i < Math.max(...blocks); i++) for (const [j, length] of blocks.entries()) if (i < length) parts[j]!.push(word(at++));
  const data = parts
    .flat()
    .map((one) => one.toString(2).padStart(8, "0"))
    .join("");
  const width = size < 57 ? 8 : 16;
  const length = Number.parseInt(data.slice(4, 4 + width), 2);
  const bytes = Array.from({ length }, (_, i) => Number.parseInt(data.slice(4 + width + i * 8, 12 + width + i * 8), 2));
  return new TextDecoder().decode(new Uint8Array(bytes));
}

const isCorner = (x: number, y: number, last: number): boolean =>
  (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6);

/** The modules of the code on a page, from the small squares that are drawn on it. */
export function modulesOn(drawn: string): boolean[][] {
  const squares = [...drawn.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)]
    .map((found) => found.slice(1).map(Number) as [number, number, number, number])
    .filter(([, , width, height]) => width === height && width < 12);
  const [left, top] = [0, 1].map((i) => Math.min(...squares.map((square) => square[i]!))) as [number, number];
  const side = squares[0]?.[2] ?? 1;
  const places = squares.map(([x, y]) => [Math.round((x - left) / side), Math.round((y - top) / side)] as const);
  const size = Math.max(...places.flat()) + 1;
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [x, y] of places) modules[y]![x] = true;
  return modules;
}
