/** A QR code (ISO/IEC 18004) as its modules, row by row; true is dark. The quiet zone around it is left to whoever draws it. */
export type QrCode = readonly (readonly boolean[])[];

/** Error correction level M, which bears 15% of damage: per version from 1 to 10, check words in a block and number of blocks. */
const levels = [
  [10, 1],
  [16, 1],
  [26, 1],
  [18, 2],
  [24, 2],
  [16, 4],
  [18, 4],
  [22, 4],
  [22, 5],
  [26, 5],
] as const;

type Grid = { size: number; dark: boolean[][]; isFunction: boolean[][] };

/** The code of a text of up to 213 bytes, such as an address: the smallest that holds it. */
export function qrCode(text: string): QrCode {
  const bytes = [...new TextEncoder().encode(text)];
  const index = levels.findIndex((_, i) => bitsFor(bytes.length, i + 1) <= dataWords(i + 1) * 8);
  if (index < 0) throw new Error(`${bytes.length} bytes are too many for a QR code of version 10`);
  const version = index + 1;
  const words = withCheckWords(dataOf(bytes, version), version);
  const grid = functionPatterns(version);
  place(grid, words);
  const candidates = Array.from({ length: 8 }, (_, mask) => masked(grid, mask));
  const penalties = candidates.map(penaltyOf);
  return candidates[penalties.indexOf(Math.min(...penalties))] ?? [];
}

const lengthBits = (version: number): number => (version < 10 ? 8 : 16);
const bitsFor = (length: number, version: number): number => 4 + lengthBits(version) + length * 8;

function rawWords(version: number): number {
  const alignments = Math.floor(version / 7) + 2;
  const plain = (16 * version + 128) * version + 64;
  const bits = version < 2 ? plain : plain - ((25 * alignments - 10) * alignments - 55) - (version < 7 ? 0 : 36);
  return Math.floor(bits / 8);
}

function levelOf(version: number): readonly [number, number] {
  const level = levels[version - 1];
  if (!level) throw new Error(`there is no version ${version}`);
  return level;
}

function dataWords(version: number): number {
  const [checkWords, blocks] = levelOf(version);
  return rawWords(version) - checkWords * blocks;
}

function dataOf(bytes: readonly number[], version: number): number[] {
  const bits = [0, 1, 0, 0];
  const push = (value: number, width: number): void => {
    for (let i = width - 1; i >= 0; i--) bits.push((value >> i) & 1);
  };
  push(bytes.length, lengthBits(version));
  for (const byte of bytes) push(byte, 8);
  const room = dataWords(version) * 8;
  push(0, Math.min(4, room - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < room; pad ^= 0xfd) push(pad, 8);
  return Array.from({ length: room / 8 }, (_, i) => bits.slice(i * 8, i * 8 + 8).reduce((word, bit) => word * 2 + bit, 0));
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> i) & 1) * a);
  return product;
}

function divisorOf(degree: number): number[] {
  let divisor = [...Array.from({ length: degree - 1 }, () => 0), 1];
  let root = 1;
  for (let i = 0; i < degree; i++) {
    divisor = divisor.map((term, j) => multiply(term, root) ^ (divisor[j + 1] ?? 0));
    root = multiply(root, 2);
  }
  return divisor;
}

function checkWordsOf(block: readonly number[], divisor: readonly number[]): number[] {
  let rest = divisor.map(() => 0);
  for (const word of block) {
    const factor = word ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((term, i) => term ^ multiply(divisor[i] ?? 0, factor));
  }
  return rest;
}

/** The data in blocks of nearly one length (the shorter first), each with its check words, woven into one another. */
function withCheckWords(data: readonly number[], version: number): number[] {
  const [checkWords, count] = levelOf(version);
  const shorter = Math.floor(data.length / count);
  const firstLonger = count - (data.length % count);
  const divisor = divisorOf(checkWords);
  let at = 0;
  const blocks = Array.from({ length: count }, (_, i) => data.slice(at, (at += shorter + (i < firstLonger ? 0 : 1))));
  const checks = blocks.map((block) => checkWordsOf(block, divisor));
  const woven = (parts: readonly (readonly number[])[], length: number): number[] =>
    Array.from({ length }, (_, i) => parts.flatMap((part) => part[i] ?? [])).flat();
  return [...woven(blocks, shorter + 1), ...woven(checks, checkWords)];
}

function set({ dark, isFunction }: Grid, x: number, y: number, isDark: boolean): void {
  const [row, marks] = [dark[y], isFunction[y]];
  if (!row || !marks || x < 0 || x >= row.length) return;
  row[x] = isDark;
  marks[x] = true;
}

function alignmentsOf(version: number, size: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - i * step).toReversed()];
}

function functionPatterns(version: number): Grid {
  const size = version * 4 + 17;
  const square = (): boolean[][] => Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const grid: Grid = { size, dark: square(), isFunction: square() };
  for (let i = 0; i < size; i++) {
    set(grid, 6, i, i % 2 === 0);
    set(grid, i, 6, i % 2 === 0);
  }
  const rings = (centerX: number, centerY: number, reach: number, isDark: (ring: number) => boolean): void => {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) set(grid, centerX + dx, centerY + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    rings(x, y, 4, (ring) => ring !== 2 && ring !== 4);
  const places = alignmentsOf(version, size);
  const last = size - 7;
  for (const x of places)
    for (const y of places) if (!((x === 6 && (y === 6 || y === last)) || (x === last && y === 6))) rings(x, y, 2, (ring) => ring !== 1);
  writeFormat(grid, 0);
  if (version >= 7) writeVersion(grid, version);
  return grid;
}

function writeFormat(grid: Grid, mask: number): void {
  // Level M is 00, so the mask is the whole of the data.
  let rest = mask;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const bit = (i: number): boolean => ((bits >> i) & 1) === 1;
  const { size } = grid;
  for (let i = 0; i < 15; i++) {
    set(grid, i < 8 ? 8 : i === 8 ? 7 : 14 - i, i < 6 ? i : i < 8 ? i + 1 : 8, bit(i));
    set(grid, i < 8 ? size - 1 - i : 8, i < 8 ? 8 : size - 15 + i, bit(i));
  }
  set(grid, 8, size - 8, true);
}

function writeVersion(grid: Grid, version: number): void {
  let rest = version;
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let i = 0; i < 18; i++) {
    const [far, near] = [grid.size - 11 + (i % 3), Math.floor(i / 3)];
    set(grid, far, near, ((bits >> i) & 1) === 1);
    set(grid, near, far, ((bits >> i) & 1) === 1);
  }
}

/** Bits go up and down in columns of two from the lower right, around what is there already. */
function place({ size, dark, isFunction }: Grid, words: readonly number[]): void {
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const isUp = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = isUp ? size - 1 - step : step;
        const row = dark[y];
        if (!row || isFunction[y]?.[x] === true) continue;
        row[x] = (((words[at >> 3] ?? 0) >> (7 - (at & 7))) & 1) === 1;
        at++;
      }
  }
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function masked({ size, dark, isFunction }: Grid, mask: number): boolean[][] {
  const inverts = masks[mask] ?? (() => false);
  const copy = dark.map((row, y) => row.map((isDark, x) => (isFunction[y]?.[x] === true ? isDark : isDark !== inverts(x, y))));
  writeFormat({ size, dark: copy, isFunction: isFunction.map((row) => [...row]) }, mask);
  return copy;
}

/** How hard a code is to scan: long runs, blocks, what looks like a corner, and an uneven share of dark. */
function penaltyOf(code: QrCode): number {
  const columns = code.map((_, x) => code.map((row) => row[x] ?? false));
  let penalty = 0;
  for (const line of [...code, ...columns].map((cells) => cells.map((isDark) => (isDark ? "1" : "0")).join(""))) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) penalty += run.length - 2;
    penalty += 40 * [...line.matchAll(/(?=10111010000|00001011101)/g)].length;
  }
  for (const [y, row] of code.entries())
    for (const [x, isDark] of row.entries())
      if (isDark === row[x + 1] && isDark === code[y + 1]?.[x] && isDark === code[y + 1]?.[x + 1]) penalty += 3;
  const share = code.flat().filter(Boolean).length / code.length ** 2;
  return penalty + Math.floor(Math.abs(share - 0.5) * 20) * 10;
}
