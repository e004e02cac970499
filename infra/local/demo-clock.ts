import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "../../functions/platform/clock.ts";
import { demoOpensAt } from "./demo/district.ts";

/**
 * The demo district's own clock. Its history is the same wherever and whenever it is entered, so its present begins
 * where that history ends, at the first start, and passes from there as time does.
 */
export function demoClock(folder: string): Clock {
  const file = join(folder, "clock.json");
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ openedAt: new Date().toISOString() }));
  const { openedAt } = JSON.parse(readFileSync(file, "utf8")) as { openedAt: string };
  const offsetMs = Date.parse(demoOpensAt) - Date.parse(openedAt);
  return { now: () => new Date(Date.now() + offsetMs) };
}
