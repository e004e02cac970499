import { GuardFailed, type Guard, type Item, type Key, type Operation, type Range, type Table } from "../../functions/platform/table.ts";
import { type IndexName, tableDefinition } from "../../functions/platform/table-definition.ts";

/** A table in memory, what changed in it, and what it holds in the end. */
export type MemoryTable = Table & {
  /** The keys written since this was last asked, in order: what a stream would tell. */
  takeChanges(): Key[];
  /** Every row, in no order. */
  items(): Item[];
};

/** Rows of one partition (of the table or of an index) by their place in it; sorted when read after a change. */
class Partition {
  readonly #rows = new Map<string, { sort: string; item: Item }>();
  #sorted: { sort: string; item: Item }[] | undefined;

  get size(): number {
    return this.#rows.size;
  }

  put(id: string, sort: string, item: Item): void {
    this.#rows.set(id, { sort, item });
    this.#sorted = undefined;
  }

  remove(id: string): void {
    this.#rows.delete(id);
    this.#sorted = undefined;
  }

  between(low: string, high: string): { sort: string; item: Item }[] {
    this.#sorted ??= [...this.#rows.values()].toSorted((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
    return this.#sorted.filter(({ sort }) => low <= sort && sort <= high);
  }
}

const afterAll = "\uffff";

/**
 * The table's three verbs over memory, for entering years of history in seconds: the same actions, guards and
 * transactions, and then one bulk load. It passes the same contract test as the table itself.
 */
export function memoryTable(): MemoryTable {
  const rows = new Map<string, Item>();
  const spaces = new Map<IndexName | "table", Map<string, Partition>>();
  let changes: Key[] = [];
  const idOf = ({ PK, SK }: Key): string => `${PK}\u0000${SK}`;

  const partition = (space: IndexName | "table", key: string): Partition => {
    let partitions = spaces.get(space);
    if (!partitions) spaces.set(space, (partitions = new Map()));
    let found = partitions.get(key);
    if (!found) partitions.set(key, (found = new Partition()));
    return found;
  };
  const placesOf = (item: Item): [IndexName | "table", string, string][] => [
    ["table", item.PK, item.SK],
    ...tableDefinition.indexes.flatMap(({ name, partitionKey, sortKey }): [IndexName, string, string][] => {
      const [of, at] = [item[partitionKey], item[sortKey]];
      return typeof of === "string" && typeof at === "string" ? [[name, of, at]] : [];
    }),
  ];
  const forget = (key: Key): void => {
    const before = rows.get(idOf(key));
    if (!before) return;
    for (const [space, of] of placesOf(before)) partition(space, of).remove(idOf(key));
    rows.delete(idOf(key));
  };
  const holds = (key: Key, guard: Guard | undefined): boolean => {
    const found = rows.get(idOf(key));
    if (guard === undefined) return true;
    if (guard === "absent") return found === undefined;
    if (guard === "present") return found !== undefined;
    return found?.version === guard.version;
  };
  const targetOf = (operation: Operation): Key => {
    const { PK, SK } = "put" in operation ? operation.put : "remove" in operation ? operation.remove : operation.check;
    return { PK, SK };
  };
  const apply = (operation: Operation): void => {
    if ("check" in operation) return;
    const key = targetOf(operation);
    if ("remove" in operation && !rows.has(idOf(key))) return;
    forget(key);
    changes.push(key);
    if (!("put" in operation)) return;
    rows.set(idOf(key), operation.put);
    for (const [space, of, at] of placesOf(operation.put)) partition(space, of).put(idOf(key), at, operation.put);
  };

  return {
    get: async (key) => rows.get(idOf(key)),
    async query(of, range: Range = {}) {
      const low = range.prefix ?? range.from ?? " ";
      const high = range.prefix === undefined ? (range.to ?? afterAll) : range.prefix + afterAll;
      const found = partition(range.index ?? "table", of).between(low, high);
      if (range.descending) found.reverse();
      const after = range.after;
      const from = after ? found.findIndex(({ item }) => item.PK === after.PK && item.SK === after.SK) + 1 : 0;
      const page = found.slice(from, range.limit === undefined ? undefined : from + range.limit).map(({ item }) => item);
      const last = page.at(-1);
      return last && from + page.length < found.length ? { items: page, next: { PK: last.PK, SK: last.SK } } : { items: page };
    },
    async write(operations) {
      if (operations.length > 100) throw new Error(`${operations.length} operations do not fit one transaction (100)`);
      const failed = operations.filter((operation) => !holds(targetOf(operation), operation.guard));
      if (failed.length > 0) throw new GuardFailed(failed.map((operation) => ({ key: targetOf(operation), guard: operation.guard })));
      for (const operation of operations) apply(operation);
    },
    takeChanges() {
      const taken = changes;
      changes = [];
      return taken;
    },
    items: () => [...rows.values()],
  };
}
