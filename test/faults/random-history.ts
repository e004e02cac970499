import fc from "fast-check";
import { anyone, everyone, schools } from "../engagement/random-district.ts";
import type { District } from "../../functions/platform/district.ts";
import type { Person } from "../engagement/small-district.ts";
import type { AnyStore } from "../support/store.ts";
import { enterFacts, openWellDistrict } from "./well.ts";

/** People and, after them, what becomes of some: each change replaces everything about one person. */
const histories = fc.record({ people: everyone, changes: fc.array(fc.tuple(fc.nat(), anyone), { maxLength: 12 }) });

export type Played = { district: District; people: Person[] };

/** Plays the history of a seed in a district of its own, working off the stream now and then, and at the end. */
export async function playHistory(store: AnyStore, seed: number, drain: () => Promise<unknown>): Promise<Played> {
  const [history] = fc.sample(histories, { seed, numRuns: 1 });
  if (!history) throw new Error("a seed has a history");
  const district = await openWellDistrict(store);
  const people = [...history.people];
  await enterFacts(store, district, { schools, people });
  for (const [i, [which, make]] of history.changes.entries()) {
    const at = which % people.length;
    const next = grown(people[at], make(people[at]?.staff.id ?? ""));
    people[at] = next;
    await enterFacts(store, district, { people: [next] });
    if (i % 3 === 0) await drain();
  }
  await drain();
  return { district, people };
}

/** Roles and leave are as they are now; what was begun, asked or earned stays, the newer fact in place of the older. */
function grown(before: Person | undefined, after: Person): Person {
  const added = <T>(old: T[] = [], fresh: T[], key: (one: T) => unknown): T[] => [
    ...fresh,
    ...old.filter((one) => !fresh.some((other) => key(other) === key(one))),
  ];
  return {
    staff: after.staff,
    sources: added(before?.sources, after.sources, ({ id }) => id),
    enrollments: added(before?.enrollments, after.enrollments, ({ moduleId }) => moduleId),
    certificates: added(before?.certificates, after.certificates, ({ cycle }) => cycle),
  };
}
