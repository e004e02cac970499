import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { districtTable, rowsOf } from "../../functions/platform/district-table.ts";
import { record } from "../../functions/platform/record.ts";
import type { Table } from "../../functions/platform/table.ts";
import { openTestStore, type TestStore } from "../support/store.ts";

const pens = record({
  type: "pen",
  kind: "derived",
  schema: z.object({ id: z.string(), ink: z.string() }),
  address: ({ id }) => ({ of: "PENS", at: `P#${id}` }),
  index1: ({ ink, id }) => ({ of: `INK#${ink}`, at: id }),
});
const cups = record({
  type: "cup",
  kind: "derived",
  schema: z.object({ id: z.string() }),
  address: ({ id }) => ({ of: "PENS", at: `P#${id}` }),
});

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  for (const district of ["dst_maple", "dst_cedar"])
    for (const id of ["1", "2", "3"]) await store.table.write([pens.put({ id, ink: `${district}-blue`, version: 0 }).operation(district)]);
});
afterAll(() => store.close());

describe("a district's table", () => {
  it("reads its own rows by key, by collection and by index", async () => {
    const table = districtTable(store.table, "dst_maple");
    expect(await table.get(pens, { of: "PENS", at: "P#1" })).toEqual({ id: "1", ink: "dst_maple-blue", version: 1 });
    expect((await table.list(pens, "PENS")).map(({ id }) => id)).toEqual(["1", "2", "3"]);
    expect((await table.list(pens, "INK#dst_maple-blue", { index: "index1" })).map(({ id }) => id)).toEqual(["1", "2", "3"]);
    expect(await table.list(pens, "INK#dst_cedar-blue", { index: "index1" })).toEqual([]);
  });

  it("asks only for its own partitions, whatever it is asked", async () => {
    const asked: string[] = [];
    const spied: Table = {
      get: async ({ PK }) => (asked.push(PK), undefined),
      query: async (partition) => (asked.push(partition), { items: [] }),
      write: async () => undefined,
    };
    const table = districtTable(spied, "dst_maple");
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.constantFrom("", "#", "D#dst_cedar", "../dst_cedar", "#D#dst_cedar", "PENS")),
        async (of) => {
          await table.get(pens, { of, at: of });
          await table.list(pens, of);
          await table.collection(of, { index: "index1" });
          await table.page(pens, of, { limit: 1 });
        },
      ),
    );
    for (const partition of asked) expect(partition === "D#dst_maple" || partition.startsWith("D#dst_maple#")).toBe(true);
  });

  it("does not open the system's queue", async () => {
    await expect(districtTable(store.table, "dst_maple").list(pens, "OUTQ", { index: "index3" })).rejects.toThrow("index3");
  });

  it("does not take one kind of row for another", async () => {
    const table = districtTable(store.table, "dst_maple");
    expect(await table.get(cups, { of: "PENS", at: "P#1" })).toBeUndefined();
    expect(await table.list(cups, "PENS")).toEqual([]);
  });

  it("pages through a collection, and ends", async () => {
    const table = districtTable(store.table, "dst_maple");
    const first = await table.page(pens, "PENS", { limit: 2 });
    const second = await table.page(pens, "PENS", { limit: 2, ...(first.next && { after: first.next }) });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(["1", "2", "3"]);
    expect(second.next).toBeUndefined();
  });
});

describe("a row that cannot be read", () => {
  it("fails the reading, unless someone wants to hear of it and read the rest", () => {
    const good = { PK: "D#dst_maple#PENS", SK: "P#1", type: "pen", version: 1, id: "1", ink: "blue" };
    const bad = { ...good, SK: "P#2", ink: 7 };
    expect(() => rowsOf(pens, [good, bad])).toThrow();
    const heard: string[] = [];
    expect(rowsOf(pens, [bad, good], (item) => heard.push(item.SK)).map(({ id }) => id)).toEqual(["1"]);
    expect(heard).toEqual(["P#2"]);
  });
});
