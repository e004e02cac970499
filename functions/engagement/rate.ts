import type { Rate } from "./contract.ts";
import { rounded } from "./count-on-it.ts";

/** A rate with its count; without a percent when there is nothing to count, because unknown is not zero. */
export function rateOf({ numerator, denominator }: { numerator: number; denominator: number }): Rate {
  return { numerator, denominator, ...(denominator > 0 && { percent: rounded((100 * numerator) / denominator) }) };
}
