import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GuardFailed, type Item, type Operation } from "../../functions/platform/table.ts";
import { openTestStore, type TestStore } from "../support/store.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

let used = 0;
/** A partition that no other test has. */
const partition = (): string => `D#dst_maple#T#${++used}`;
const item = (PK: string, SK: string, version = 1, more: Record<string, unknown> = {}): Item => ({
  PK,
  SK,
  type: "thing",
  version,
  ...more,
});
const keysOf = (items: Item[]): string[] => items.map(({ SK }) => SK);

async function guardFailure(operations: Operation[]): Promise<GuardFailed> {
  const error = await store.table.write(operations).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof GuardFailed)) throw new Error(`expected a guard to fail, got ${String(error)}`);
  return error;
}

describe("a guard", () => {
  it("absent lets the first put through and no second", async () => {
    const PK = partition();
    await store.table.write([{ put: item(PK, "a"), guard: "absent" }]);
    const error = await guardFailure([{ put: item(PK, "a", 1, { other: true }), guard: "absent" }]);
    expect(error.failed).toEqual([{ key: { PK, SK: "a" }, guard: "absent" }]);
    expect(await store.table.get({ PK, SK: "a" })).not.toHaveProperty("other");
  });

  it("present refuses what is not there", async () => {
    const PK = partition();
    const error = await guardFailure([{ remove: { PK, SK: "a" }, guard: "present" }]);
    expect(error.on({ PK, SK: "a" })).toBe(true);
  });

  it("version lets exactly the next version through", async () => {
    const PK = partition();
    await store.table.write([{ put: item(PK, "a", 1) }]);
    await store.table.write([{ put: item(PK, "a", 2), guard: { version: 1 } }]);
    await guardFailure([{ put: item(PK, "a", 2), guard: { version: 1 } }]);
    await guardFailure([{ put: item(PK, "never"), guard: { version: 1 } }]);
    expect((await store.table.get({ PK, SK: "a" }))?.version).toBe(2);
  });

  it("names itself alone when one of several fails", async () => {
    const PK = partition();
    await store.table.write([{ put: item(PK, "b") }]);
    const error = await guardFailure([
      { put: item(PK, "a"), guard: "absent" },
      { put: item(PK, "b"), guard: "absent" },
      { check: { PK, SK: "c" }, guard: "absent" },
    ]);
    expect(error.failed).toEqual([{ key: { PK, SK: "b" }, guard: "absent" }]);
    expect([error.on({ PK, SK: "a" }), error.on({ PK, SK: "b" })]).toEqual([false, true]);
  });

  it("fails for all but one of fifty who write at the same moment", async () => {
    const PK = partition();
    const writes = Array.from({ length: 50 }, (_, n) => store.table.write([{ put: item(PK, "a", 1, { n }), guard: "absent" }]));
    const results = await Promise.allSettled(writes);
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refused).toHaveLength(49);
    expect(refused.every((reason) => reason instanceof GuardFailed)).toBe(true);
  });
});

describe("a transaction", () => {
  it("writes all of its rows or none of them", async () => {
    const PK = partition();
    await store.table.write([{ put: item(PK, "kept") }, { put: item(PK, "removed") }]);
    await guardFailure([
      { put: item(PK, "new"), guard: "absent" },
      { remove: { PK, SK: "removed" } },
      { put: item(PK, "kept", 9), guard: { version: 8 } },
    ]);
    expect(keysOf((await store.table.query(PK)).items)).toEqual(["kept", "removed"]);
    await store.table.write([
      { put: item(PK, "new"), guard: "absent" },
      { remove: { PK, SK: "removed" }, guard: "present" },
      { check: { PK, SK: "kept" }, guard: { version: 1 } },
    ]);
    expect(keysOf((await store.table.query(PK)).items)).toEqual(["kept", "new"]);
  });

  it("takes a hundred operations and refuses one more before anything is sent", async () => {
    const PK = partition();
    const puts = Array.from({ length: 101 }, (_, n): Operation => ({ put: item(PK, String(n).padStart(3, "0")) }));
    await expect(store.table.write(puts)).rejects.toThrow("101 operations do not fit one transaction (100)");
    expect((await store.table.query(PK)).items).toEqual([]);
    await store.table.write(puts.slice(0, 100));
    expect((await store.table.query(PK)).items).toHaveLength(100);
  });

  it("does nothing when there is nothing to do", async () => {
    await expect(store.table.write([])).resolves.toBeUndefined();
  });

  it("can be a check alone", async () => {
    const PK = partition();
    await store.table.write([{ check: { PK, SK: "a" }, guard: "absent" }]);
    expect((await guardFailure([{ check: { PK, SK: "a" }, guard: "present" }])).on({ PK, SK: "a" })).toBe(true);
  });
});

describe("a query", () => {
  it("finds by prefix exactly what begins with it, letter case included", async () => {
    const PK = partition();
    for (const SK of ["abc", "abc#1", "abcd", "ABC", "Abc#1", "abb", "abd", "ab"]) await store.table.write([{ put: item(PK, SK) }]);
    expect(keysOf((await store.table.query(PK, { prefix: "abc" })).items)).toEqual(["abc", "abc#1", "abcd"]);
  });

  it("agrees with startsWith for any keys and prefix made of what ids and dates are made of", async () => {
    const piece = fc.string({ unit: fc.constantFrom(..."abzAZ09#-_:.T"), minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(piece, { minLength: 1, maxLength: 12 }), piece, async (keys, prefix) => {
        const PK = partition();
        await store.table.write(keys.map((SK) => ({ put: item(PK, SK) })));
        const found = keysOf((await store.table.query(PK, { prefix })).items);
        expect(found).toEqual(
          keys.filter((key) => key.startsWith(prefix)).toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("includes both ends of a range and runs backwards when told", async () => {
    const PK = partition();
    const days = ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"];
    await store.table.write(days.map((SK) => ({ put: item(PK, SK) })));
    expect(keysOf((await store.table.query(PK, { from: "2026-11-02", to: "2026-11-03" })).items)).toEqual(["2026-11-02", "2026-11-03"]);
    expect(keysOf((await store.table.query(PK, { from: "2026-11-03" })).items)).toEqual(["2026-11-03", "2026-11-04"]);
    expect(keysOf((await store.table.query(PK, { to: "2026-11-01" })).items)).toEqual(["2026-11-01"]);
    expect(keysOf((await store.table.query(PK, { descending: true, limit: 2 })).items)).toEqual(["2026-11-04", "2026-11-03"]);
  });

  it("never crosses into a partition whose name begins the same", async () => {
    const PK = partition();
    await store.table.write([{ put: item(PK, "a") }, { put: item(`${PK}#WORK`, "b") }]);
    expect(keysOf((await store.table.query(PK)).items)).toEqual(["a"]);
  });

  it("reads everything where no limit is given, over as many pages as the database makes", async () => {
    const PK = partition();
    const text = "x".repeat(60_000);
    for (let n = 0; n < 40; n += 10)
      await store.table.write(Array.from({ length: 10 }, (_, i) => ({ put: item(PK, String(n + i).padStart(2, "0"), 1, { text }) })));
    store.used.length = 0;
    const { items, next } = await store.table.query(PK);
    expect(items).toHaveLength(40);
    expect(next).toBeUndefined();
    expect(store.used.length).toBeGreaterThan(1);
  });

  it("pages without losing or repeating a row, and ends", async () => {
    const PK = partition();
    const keys = Array.from({ length: 25 }, (_, n) => String(n).padStart(2, "0"));
    await store.table.write(keys.map((SK) => ({ put: item(PK, SK) })));
    const seen: string[] = [];
    let after: Record<string, string> | undefined;
    let pages = 0;
    do {
      const page = await store.table.query(PK, { limit: 10, ...(after && { after }) });
      expect(page.items.length).toBeLessThanOrEqual(10);
      seen.push(...keysOf(page.items));
      after = page.next;
      pages++;
    } while (after);
    expect(seen).toEqual(keys);
    expect(pages).toBe(3);
  });

  it("finds rows by their index entry, and only those that have one", async () => {
    const PK = partition();
    const P1 = `${PK}#DUE`;
    await store.table.write([
      { put: item(PK, "a", 1, { P1, S1: "2026-11-02" }) },
      { put: item(PK, "b", 1, { P1, S1: "2026-11-01" }) },
      { put: item(PK, "c") },
    ]);
    expect(keysOf((await store.table.query(P1, { index: "index1" })).items)).toEqual(["b", "a"]);
    await store.table.write([{ put: item(PK, "a", 2), guard: { version: 1 } }]);
    expect(keysOf((await store.table.query(P1, { index: "index1" })).items)).toEqual(["b"]);
    expect(keysOf((await store.table.query(P1, { index: "index2" })).items)).toEqual([]);
  });

  it("pages through an index too, also where many rows share one index key", async () => {
    const PK = partition();
    const P2 = `${PK}#OF`;
    await store.table.write(Array.from({ length: 7 }, (_, n) => ({ put: item(PK, `k${n}`, 1, { P2, S2: "same" }) })));
    const first = await store.table.query(P2, { index: "index2", limit: 4 });
    const second = await store.table.query(P2, { index: "index2", limit: 4, ...(first.next && { after: first.next }) });
    expect(new Set([...keysOf(first.items), ...keysOf(second.items)]).size).toBe(7);
  });

  it("sees a row the moment its write was answered", async () => {
    const PK = partition();
    for (let n = 0; n < 20; n++) {
      await store.table.write([{ put: item(PK, "a", n + 1) }]);
      expect((await store.table.query(PK)).items[0]?.version).toBe(n + 1);
    }
  });
});
