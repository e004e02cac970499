import type { Item, Range, Table } from "../platform/table.ts";
import { tableDefinition } from "../platform/table-definition.ts";

const afterAll = "\uffff";

/** A set of rows as a table that can be read and not written: what a check of rows alone reads from. */
export function rowsTable(items: readonly Item[]): Table {
  const spaces = new Map<string, Map<string, { sort: string; item: Item }[]>>();
  const places = [
    { name: "table", ...keysOf(tableDefinition) },
    ...tableDefinition.indexes.map((index) => ({ name: index.name, ...keysOf(index) })),
  ];
  for (const { name, partitionKey, sortKey } of places) {
    const partitions = new Map<string, { sort: string; item: Item }[]>();
    for (const item of items) {
      const [of, at] = [item[partitionKey], item[sortKey]];
      if (typeof of !== "string" || typeof at !== "string") continue;
      const rows = partitions.get(of);
      if (rows) rows.push({ sort: at, item });
      else partitions.set(of, [{ sort: at, item }]);
    }
    for (const rows of partitions.values()) rows.sort((a, b) => (a.sort < b.sort ? -1 : 1));
    spaces.set(name, partitions);
  }
  const query = (of: string, range: Range = {}): Item[] => {
    const low = range.prefix ?? range.from ?? " ";
    const high = range.prefix === undefined ? (range.to ?? afterAll) : range.prefix + afterAll;
    const rows = spaces.get(range.index ?? "table")?.get(of) ?? [];
    const found = rows.filter(({ sort }) => low <= sort && sort <= high).map(({ item }) => item);
    return (range.descending ? found.toReversed() : found).slice(0, range.limit);
  };
  return {
    get: async ({ PK, SK }) => query(PK, { from: SK, to: SK })[0],
    query: async (of, range) => ({ items: query(of, range) }),
    write: async () => {
      throw new Error("these rows are read, not written");
    },
  };
}

const keysOf = ({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) => ({ partitionKey, sortKey });
