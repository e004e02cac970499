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

const radii = [9, 8, 7, 6, 5, 4, 3, 2.5, 2, 1.5];

/** The largest dots that fit between top and bottom, and where they lie; the smallest are used however many there are. */
export function fitDots(xs: readonly number[], height: number): { radius: number; dots: PlacedDot[] } {
  for (const radius of radii) {
    const dots = layDots(xs, radius + 0.75);
    if (dots.every(({ y }) => Math.abs(y) + radius <= height / 2)) return { radius, dots };
  }
  const radius = radii.at(-1) ?? 1.5;
  return { radius, dots: layDots(xs, radius).map((dot) => ({ ...dot, y: Math.max(-height / 2, Math.min(height / 2, dot.y)) })) };
}
