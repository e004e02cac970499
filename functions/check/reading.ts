import type { Context } from "../platform/context.ts";
import type { Item } from "../platform/table.ts";

/** Collections that every person's check reads alike: the district's own rows, its rules. */
const shared = new Set(["", "RULE"]);

/**
 * The context of one check. What belongs to the whole district is read once and then held, since a hundred thousand
 * people are checked against the same rules; everything else is read as it stands.
 */
export function holding(ctx: Context): Context {
  const held = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, read: () => Promise<T>): Promise<T> => {
    let found = held.get(key);
    if (!found) held.set(key, (found = read()));
    return found as Promise<T>;
  };
  const { table } = ctx;
  return {
    ...ctx,
    table: {
      ...table,
      get: (record, address) =>
        shared.has(address.of)
          ? once(`${record.type} ${address.of} ${address.at}`, () => table.get(record, address))
          : table.get(record, address),
      list: (record, of, range, onBad) =>
        shared.has(of)
          ? once(`${record.type} ${of} ${JSON.stringify(range)}`, () => table.list(record, of, range, onBad))
          : table.list(record, of, range, onBad),
    },
  };
}

/** The same context, to which one collection is what was already read of it. */
export function withCollection(ctx: Context, of: string, items: Item[]): Context {
  const { table } = ctx;
  return {
    ...ctx,
    table: { ...table, collection: async (asked, range) => (asked === of && !range ? items : table.collection(asked, range)) },
  };
}
