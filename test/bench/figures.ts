/** The middle of some measurements; the mean of the two middle ones when they are even in number. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error("nothing was measured");
  return (low + high) / 2;
}

/** Two decimals: no figure here is more exact than that. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Measures two things turn by turn, so that whatever else the machine does falls on both; returns both medians in ms. */
export async function sideBySide(
  rounds: number,
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<{ firstMs: number; secondMs: number }> {
  const times: { first: number[]; second: number[] } = { first: [], second: [] };
  const timed = async (into: number[], work: () => Promise<unknown>): Promise<void> => {
    const startedAt = performance.now();
    await work();
    into.push(performance.now() - startedAt);
  };
  for (let round = 0; round < rounds; round++) {
    await timed(times.first, first);
    await timed(times.second, second);
  }
  return { firstMs: median(times.first), secondMs: median(times.second) };
}
