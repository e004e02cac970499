import { GuardFailed, type Guard, type Item, type Key, type Operation, type Range, type Table } from "../../functions/platform/table.ts";
import { tableDefinition } from "../../functions/platform/table-definition.ts";

/** A table in memory, what changed in it, and what it holds in the end. */
export type MemoryTable = Table & {
  /** The keys written since this was last asked, in order: what a stream would tell. */
  takeChanges(): Key[];
  /** Every row, in no order. */
  items(): Item[];
};

type Placed = { sort: string; item: Item };

/** Rows of one partition (of the table or of an index) by their place in it; put in order when read after a row came. */
class Partition {
  readonly #rows = new Map<string, Placed>();
  #sorted: Placed[] | undefined;

  put(id: string, sort: string, item: Item): void {
    const placed = this.#rows.get(id);
    if (placed?.sort === sort) placed.item = item;
    else {
      this.#rows.set(id, { sort, item });
      this.#sorted = undefined;
    }
  }

  remove(id: string): void {
    if (this.#rows.delete(id)) this.#sorted = undefined;
  }

  between(low: string, high: string): Item[] {
    this.#sorted ??= [...this.#rows.values()].toSorted((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
    const found: Item[] = [];
    for (let i = firstFrom(this.#sorted, low); i < this.#sorted.length; i++) {
      const placed = this.#sorted[i];
      if (!placed || placed.sort > high) break;
      found.push(placed.item);
    }
    return found;
  }
}

/** Where the rows at or after a place begin. */
function firstFrom(sorted: readonly Placed[], low: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle]?.sort ?? "") < low) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The table and its indexes: what their keys are called. */
const spacesOf = () => [
  { name: "table", partitionKey: tableDefinition.partitionKey, sortKey: tableDefinition.sortKey },
  ...tableDefinition.indexes.map(({ name, partitionKey, sortKey }) => ({ name, partitionKey, sortKey })),
];

const afterAll = "\uffff";

/**
 * The table's three verbs over memory, for entering years of history in seconds: the same actions, guards and
 * transactions, and then one bulk load. It passes the same contract test as the table itself.
 */
export function memoryTable(): MemoryTable {
  const rows = new Map<string, Item>();
  const spaces = spacesOf().map((space) => ({ ...space, partitions: new Map<string, Partition>() }));
  let changes: Key[] = [];
  const idOf = ({ PK, SK }: Key): string => `${PK}\u0000${SK}`;

  /** Puts a row into its places, or takes it out of them; a place it keeps is not given up in between. */
  const place = (id: string, before: Item | undefined, after: Item | undefined): void => {
    for (const { partitionKey, sortKey, partitions } of spaces) {
      const [from, of, at] = [before?.[partitionKey], after?.[partitionKey], after?.[sortKey]];
      if (typeof from === "string" && from !== of) partitions.get(from)?.remove(id);
      if (!after || typeof of !== "string" || typeof at !== "string") continue;
      let partition = partitions.get(of);
      if (!partition) partitions.set(of, (partition = new Partition()));
      partition.put(id, at, after);
    }
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
    const id = idOf(key);
    const before = rows.get(id);
    if ("remove" in operation && !before) return;
    changes.push(key);
    const after = "put" in operation ? operation.put : undefined;
    if (after) rows.set(id, after);
    else rows.delete(id);
    place(id, before, after);
  };

  return {
    get: async (key) => rows.get(idOf(key)),
    async query(of, range: Range = {}) {
      const low = range.prefix ?? range.from ?? " ";
      const high = range.prefix === undefined ? (range.to ?? afterAll) : range.prefix + afterAll;
      const space = spaces.find(({ name }) => name === (range.index ?? "table"));
      const found = space?.partitions.get(of)?.between(low, high) ?? [];
      if (range.descending) found.reverse();
      const after = range.after;
      const from = after ? found.findIndex(({ PK, SK }) => PK === after.PK && SK === after.SK) + 1 : 0;
      const page = found.slice(from, range.limit === undefined ? undefined : from + range.limit);
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
