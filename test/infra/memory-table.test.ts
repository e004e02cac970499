import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GuardFailed, type Guard, type Item, type Operation, type Range, type Table } from "../../functions/platform/table.ts";
import { memoryTable } from "../../infra/local/memory-table.ts";
import { openTestStore, type TestStore } from "../support/store.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const place = fc.record({ of: fc.constantFrom("a", "b"), at: fc.constantFrom("A#1", "A#2", "B", "a#1", "z") });
const guard = fc.constantFrom<Guard | undefined>(undefined, "absent", "present", { version: 1 }, { version: 2 });
const step = fc.oneof(
  fc.record({
    kind: fc.constant("put" as const),
    place,
    guard,
    version: fc.constantFrom(1, 2),
    queue: fc.option(fc.constantFrom("q#1", "q#2")),
  }),
  fc.record({ kind: fc.constant("remove" as const), place, guard }),
);
const question = fc.record({
  of: fc.constantFrom("a", "b"),
  range: fc.constantFrom<Range>(
    {},
    { prefix: "A#" },
    { from: "A#2" },
    { to: "B" },
    { descending: true },
    { limit: 2 },
    { prefix: "a#", descending: true },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** The operation a step stands for, in partitions that belong to this run alone. */
function operationOf(run: string, one: Step): Operation {
  const key = { PK: `D#dst_maple#${run}#${one.place.of}`, SK: one.place.at };
  const guarded = one.guard === undefined ? {} : { guard: one.guard };
  if (one.kind === "remove") return { remove: key, ...guarded };
  const indexed = one.queue === null ? {} : { P1: `D#dst_maple#${run}#queue`, S1: one.queue + one.place.of + one.place.at };
  return { put: { ...key, ...indexed, type: "thing", version: one.version } satisfies Item, ...guarded };
}

async function outcome(table: Table, operations: Operation[]): Promise<string> {
  try {
    await table.write(operations);
    return "written";
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error;
    return `refused ${JSON.stringify(error.failed.map(({ key }) => key.SK).toSorted())}`;
  }
}

describe("the table in memory", () => {
  it("answers every write and every question as the database does", async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 2 }), { maxLength: 12 }),
        fc.array(question, { maxLength: 4 }),
        async (writes, questions) => {
          const name = `MEM${++run}`;
          const memory = memoryTable();
          for (const together of writes) {
            const operations = together.map((one) => operationOf(name, one));
            const keys = new Set(
              operations.map((one) =>
                JSON.stringify("put" in one ? [one.put.PK, one.put.SK] : "remove" in one && [one.remove.PK, one.remove.SK]),
              ),
            );
            if (keys.size < operations.length) continue; // One transaction may not name a row twice.
            expect(await outcome(memory, operations)).toBe(await outcome(store.table, operations));
          }
          const sorts = async (table: Table, of: string, range: Range) =>
            (await table.query(`D#dst_maple#${name}#${of}`, range)).items.map(({ PK, SK }) => PK + SK);
          for (const { of, range } of questions) expect(await sorts(memory, of, range)).toEqual(await sorts(store.table, of, range));
          expect(await sorts(memory, "queue", { index: "index1" })).toEqual(await sorts(store.table, "queue", { index: "index1" }));
        },
      ),
      { numRuns: 40 },
    );
  });
});
