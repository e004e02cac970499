/** Where a dot lies: `x` along the scale, `y` above (negative) or below the middle line. */
export type PlacedDot = { index: number; x: number; y: number };

/**
 * Lays dots on a line so that none covers another: each keeps its exact `x`, and moves away from the line only as far as
 * it must. The same values give the same picture whatever their order.
 */
export function layDots(xs: readonly number[], radius: number): PlacedDot[] {
  const reach = radius * 2;
  const order = xs.map((x, index) => ({ x, index })).toSorted((a, b) => a.x - b.x || a.index - b.index);
  const placed: PlacedDot[] = [];
  let from = 0;
  for (const { x, index } of order) {
    while (from < placed.length && x - (placed[from]?.x ?? x) >= reach) from++;
    const near = placed.slice(from);
    placed.push({ index, x, y: nearestFreeY(x, near, reach) });
  }
  return placed;
}

/** The `y` closest to the middle line at which a dot touches no other; above comes before below. */
function nearestFreeY(x: number, near: readonly PlacedDot[], reach: number): number {
  const edges = near.flatMap((dot) => {
    const height = Math.sqrt(Math.max(0, reach ** 2 - (x - dot.x) ** 2));
    return [dot.y - height, dot.y + height];
  });
  const candidates = [0, ...edges].toSorted((a, b) => Math.abs(a) - Math.abs(b) || a - b);
  const isFree = (y: number) => near.every((dot) => (x - dot.x) ** 2 + (y - dot.y) ** 2 >= reach ** 2 - 1e-6);
  return candidates.find(isFree) ?? 0;
}

/** Dots of these sizes are seen and pointed at with ease: a low picture has no smaller ones. */
const easyRadii = [9, 8, 7, 6, 5];
/** What a high picture may have, until dots are specks. */
const smallRadii = [6, 5, 4];
/** Specks, for so many schools that only where they lie close can be seen. */
const speckRadii = [3, 2.5, 2, 1.5];
/** Up to this many, none is a speck: one whose place is full moves aside instead. */
const fewDots = 120;
const gap = 0.75;

/** A low and a high height, and between which places on the scale a dot may move aside. */
type Room = { low: number; high: number; from: number; to: number };

/** How the dots fit: how much height they take of what there is, how large they are, and where they lie. */
export type FittedDots = { height: number; radius: number; dots: PlacedDot[] };

/**
 * The largest dots that fit: in the low height while they stay large, else in the high one. Where schools are few, dots
 * never shrink to specks; one that finds its place full to the edge stands beside it, as little away as can be.
 */
export function fitDots(xs: readonly number[], { low, high, from, to }: Room): FittedDots {
  const fitted = (height: number, radii: readonly number[]): FittedDots | undefined => {
    for (const radius of radii) {
      const dots = layDots(xs, radius + gap);
      if (dots.every(({ y }) => Math.abs(y) + radius <= height / 2)) return { height, radius, dots };
    }
    return undefined;
  };
  const easy = fitted(low, easyRadii) ?? fitted(high, smallRadii);
  if (easy) return easy;
  const [least = 4] = smallRadii.slice(-1);
  if (xs.length <= fewDots) return { height: high, radius: least, dots: layAside(xs, least + gap, { edge: high / 2 - least, from, to }) };
  const radius = speckRadii.at(-1) ?? 1.5;
  const dots = layDots(xs, radius).map((dot) => ({ ...dot, y: Math.max(-high / 2, Math.min(high / 2, dot.y)) }));
  return fitted(high, speckRadii) ?? { height: high, radius, dots };
}

/** Lays dots no further than `edge` from the line; one that finds no free place at its own `x` takes the nearest beside it. */
function layAside(xs: readonly number[], radius: number, { edge, from, to }: { edge: number; from: number; to: number }): PlacedDot[] {
  const reach = radius * 2;
  const order = xs.map((x, index) => ({ x, index })).toSorted((a, b) => a.x - b.x || a.index - b.index);
  const placed: PlacedDot[] = [];
  for (const { x, index } of order) {
    const at = placeAt(x);
    placed.push({ index, x: at, y: Math.max(-edge, Math.min(edge, yAt(at))) });
  }
  return placed;

  function placeAt(x: number): number {
    for (let aside = 0; aside <= to - from; aside++) {
      const free = [x - aside, x + aside].find((one) => one >= from && one <= to && Math.abs(yAt(one)) <= edge);
      if (free !== undefined) return free;
    }
    return x;
  }

  function yAt(x: number): number {
    return nearestFreeY(
      x,
      placed.filter((dot) => Math.abs(dot.x - x) < reach),
      reach,
    );
  }
}

/** Where the words of a mark stand: on the side that is wanted where they fit there, else on the other, else as far in as they need. */
export function placeLabel(x: number, length: number, width: number, isLeftWanted: boolean): { x: number; isOnLeft: boolean } {
  const aside = 8;
  const [fitsLeft, fitsRight] = [x - aside - length >= 0, x + aside + length <= width];
  if (fitsLeft && (isLeftWanted || !fitsRight)) return { x: x - aside, isOnLeft: true };
  return { x: fitsRight ? x + aside : Math.max(0, width - length), isOnLeft: false };
}
