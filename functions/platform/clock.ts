/** The only source of "now": passed in everywhere, so that history can be entered and time can be tested. */
export type Clock = { now(): Date };

/** The machine's clock. Composition roots use it; nothing else may. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved, for tests and for entering history. */
export function fixedClock(start: string): Clock & { set(instant: string): void } {
  let current = new Date(start);
  return {
    now: () => new Date(current),
    set: (instant) => {
      current = new Date(instant);
    },
  };
}
