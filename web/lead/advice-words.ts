import { advice as say } from "../strings/en-advice.ts";
import type { Advice } from "./advice.ts";

/** More names than this are no longer a place to begin. */
const manySchools = 8;

/** The advice in a sentence that calls a figure high or low as it reads: where lower is better, the bad one is high. */
export function adviceWords(advice: Advice, behind: string[], isHigherBetter: boolean): string {
  if (advice !== "target") return isHigherBetter ? say[advice] : say[`${advice}Lower`];
  const isMany = behind.length > manySchools;
  if (isHigherBetter) return isMany ? say.targetMany(behind.length) : say.target(behind);
  return isMany ? say.targetManyLower(behind.length) : say.targetLower(behind);
}
