/** A week of the trend; `line` is the level or the rate, `floor` the count-on-it score. Unknown weeks are gaps, never zero. */
export type TrendWeek = { on: string; line?: number | undefined; floor?: number | undefined; text: string };

const dayMs = 86_400_000;

/** A local date as a number of days, for a scale that is true to time. */
export const dayOf = (on: string): number => Date.parse(`${on}T00:00:00Z`) / dayMs;

/** The weeks that carry a month's name below the axis: the first of each month, thinned until the names have room. */
export function monthTicks(weeks: readonly { on: string }[], xOf: (on: string) => number, roomPx: number): string[] {
  const ticks: string[] = [];
  let month = "";
  for (const { on } of weeks) {
    if (on.slice(0, 7) === month) continue;
    month = on.slice(0, 7);
    const last = ticks.at(-1);
    const hasRoom = last === undefined || xOf(on) - xOf(last) >= roomPx;
    // The weeks begin late in a month more often than not: then its name gives way to that of the first whole one.
    if (!hasRoom && ticks.length === 1) ticks.pop();
    if (hasRoom || ticks.length === 0) ticks.push(on);
  }
  return ticks;
}

/** The weeks from the first one on that is known: what came before has nothing to show. */
export function fromFirstKnown(weeks: readonly TrendWeek[]): TrendWeek[] {
  const first = weeks.findIndex(({ line, floor }) => line !== undefined || floor !== undefined);
  return first < 0 ? [] : weeks.slice(first);
}

/** The week whose place is closest to `x`. */
export function nearestWeek(weeks: readonly { on: string }[], xOf: (on: string) => number, x: number): number {
  let nearest = 0;
  for (const [index, { on }] of weeks.entries()) {
    if (Math.abs(xOf(on) - x) < Math.abs(xOf(weeks[nearest]?.on ?? on) - x)) nearest = index;
  }
  return nearest;
}
