import { it } from "vitest";

/**
 * The seeds of a run: 20 of them, `THROUGHLINE_SEEDS=1000` for a night's worth, `THROUGHLINE_SEED=7` for the one that
 * failed.
 */
export const seeds: readonly number[] = process.env.THROUGHLINE_SEED
  ? [Number(process.env.THROUGHLINE_SEED)]
  : Array.from({ length: Number(process.env.THROUGHLINE_SEEDS ?? 20) }, (_, i) => i + 1);

/** A guarantee that holds for every seed; a failure names the seed and how to run it alone. */
export function holds(name: string, property: (seed: number) => Promise<void>): void {
  it(name, { timeout: 60_000 + seeds.length * 3_000 }, async () => {
    for (const seed of seeds) {
      try {
        await property(seed);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        error.message = `THROUGHLINE_SEED=${seed} runs the one that failed: ${error.message}`;
        throw error;
      }
    }
  });
}
