import * as z from "zod";
import { collectionOf, districtOf } from "../platform/record.ts";
import type { Item } from "../platform/table.ts";
import { tableDefinition } from "../platform/table-definition.ts";
import type { Finding } from "./contract.ts";
import { kindOf } from "./kinds.ts";

const { partitionKey, sortKey, timeToLive, indexes } = tableDefinition;
const places = [partitionKey, sortKey, ...indexes.flatMap((index) => [index.partitionKey, index.sortKey]), timeToLive];

/** A row as findings name it: its place in its district, or its whole key outside of districts. */
export function rowName({ PK, SK }: { PK: string; SK: string }): string {
  return `${districtOf(PK) === undefined ? PK : collectionOf(PK) || "the district"} / ${SK}`;
}

/** What is wrong with a row by itself: its type is unknown, it cannot be read, or it stands where its content does not belong. */
export function checkRow(item: Item): Finding[] {
  const row = rowName(item);
  const codec = kindOf(item.type);
  if (!codec) return [{ kind: "unknownRow", row, expected: "a kind of row that this version knows", found: `the type ${item.type}` }];
  let stored: Item;
  try {
    if (!Number.isInteger(item.version) || item.version < 1) throw new Error(`its version is ${String(item.version)}`);
    stored = codec.stored(districtOf(item.PK) ?? "", codec.parse(item));
  } catch (error) {
    return [{ kind: "unreadableRow", row, expected: `a row of the type ${item.type} that can be read`, found: faultOf(error) }];
  }
  const wrong = places.filter((name) => stored[name] !== item[name]);
  if (wrong.length === 0) return [];
  const say = (source: Item): string => wrong.map((name) => `${name} ${JSON.stringify(source[name]) ?? "absent"}`).join(", ");
  return [{ kind: "misplacedRow", row, expected: say(stored), found: say(item) }];
}

/** Where a row does not fit its shape; never what it holds there. */
function faultOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error);
  return error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join(".") || "the row"}: ${message}`)
    .join("; ");
}
