import { districtNames } from "./district.ts";
import type { Table } from "./table.ts";

const known = new WeakMap<Table, Map<string, string>>();

/** The district of a short name, as it stands in public addresses; undefined where there is none. A name is never given to another district. */
export async function findDistrictId(table: Table, slug: string): Promise<string | undefined> {
  if (!/^[a-z0-9-]{1,63}$/.test(slug)) return undefined;
  let held = known.get(table);
  if (!held) known.set(table, (held = new Map()));
  const found = held.get(slug);
  if (found !== undefined) return found;
  const item = await table.get({ PK: "PUB#DISTRICTS", SK: slug });
  if (!item) return undefined;
  const { districtId } = districtNames.parse(item);
  held.set(slug, districtId);
  return districtId;
}
