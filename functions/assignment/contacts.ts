import * as z from "zod";
import { rowsOf } from "../platform/district-table.ts";
import { record } from "../platform/record.ts";
import type { Item } from "../platform/table.ts";

/** The last day on which somebody wrote to a person here; never what they wrote. */
export const Contact = z.object({ staffId: z.string(), byId: z.string(), lastOn: z.iso.date() });
export type Contact = z.infer<typeof Contact>;

/** In the person's own partition, one row for each sender: their summary reads it in the one query. */
export const contacts = record({
  type: "contact",
  kind: "fact",
  schema: Contact,
  address: ({ staffId, byId }) => ({ of: `U#${staffId}`, at: `CONTACT#${byId}` }),
});

/** Who wrote to a person, among the rows of their partition. */
export function contactsFrom(items: Item[], onBad?: (item: Item, error: unknown) => void): Contact[] {
  return rowsOf(contacts, items, onBad);
}
