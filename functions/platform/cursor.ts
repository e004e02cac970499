import { AppError } from "./errors.ts";
import { partitionOf } from "./record.ts";
import { type IndexName, tableDefinition } from "./table-definition.ts";

/** The query that a cursor belongs to. */
export type CursorOf = { districtId: string; of: string; prefix: string; index?: IndexName };

/** Where the next page begins, as one opaque word for an address. */
export function encodeCursor(next: Record<string, string>): string {
  return Buffer.from(JSON.stringify(next)).toString("base64url");
}

/**
 * The place a cursor names. One that was made for another query, by another district's reader or by hand is
 * `invalid-cursor`: it can only ever point into the part of the table that its own query reads.
 */
export function decodeCursor(cursor: string | undefined, { districtId, of, prefix, index }: CursorOf): Record<string, string> | undefined {
  if (cursor === undefined) return undefined;
  const place = parsed(cursor);
  const { partitionKey, sortKey } = tableDefinition.indexes.find(({ name }) => name === index) ?? tableDefinition;
  const names = new Set<string>([tableDefinition.partitionKey, tableDefinition.sortKey, partitionKey, sortKey]);
  const isWhole =
    place !== undefined && Object.keys(place).length === names.size && [...names].every((name) => typeof place[name] === "string");
  const isOurs = isWhole && place[partitionKey] === partitionOf(districtId, of) && place[sortKey]?.startsWith(prefix);
  const home = place?.[tableDefinition.partitionKey];
  const isHere = home === partitionOf(districtId, "") || home?.startsWith(`${partitionOf(districtId, "")}#`);
  if (!isOurs || !isHere)
    throw new AppError("invalid-cursor", "This page of the list cannot be found any more. Begin again from the first page.");
  return place;
}

function parsed(cursor: string): Record<string, string> | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return typeof place === "object" && place !== null ? (place as Record<string, string>) : undefined;
  } catch {
    return undefined;
  }
}
