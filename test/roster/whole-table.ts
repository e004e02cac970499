import type { Item } from "../../functions/platform/table.ts";
import type { AnyStore } from "../support/store.ts";

/** Every row there is, sorted by key: to prove that nothing changed, or that something is nowhere. */
export async function wholeTable(store: AnyStore): Promise<Item[]> {
  return (await store.rows()).toSorted((a, b) => (a.PK + a.SK < b.PK + b.SK ? -1 : 1));
}
