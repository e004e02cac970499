import { kindOf } from "../../functions/check/kinds.ts";
import type { District } from "../../functions/platform/district.ts";
import type { Item } from "../../functions/platform/table.ts";

/** What differs from run to run and means nothing: what was drawn by chance, and when and how often something was tried. */
const ofChance = new Set([
  "writeId",
  "covers",
  "rolledAt",
  "requestId",
  "seen",
  "drawn",
  "answers",
  "result",
  "fingerprint",
  "leasedAt",
  "sentAt",
  "settledAt",
  "tries",
  "uncertain",
  "stopUrl",
  // A badge has a place drawn by chance in its lists, and with it all that is signed.
  "index",
  "credential",
  "signed",
]);
/** Facts that machinery moves on, as often as it takes. */
const movedOn = new Set(["message", "task"]);

/** What is left behind: every row by its kind and content, chance aside. Two runs that went alike leave the same. */
export function tracesOf(rows: readonly Item[], { id, name }: Pick<District, "id" | "name">): string[] {
  const masked = (text: string): string =>
    text
      .replaceAll(new RegExp(`${id}|${name}`, "g"), "_")
      .replaceAll(/[0-9a-f]{64}|[0-9a-z]{26,32}/g, "_")
      .replaceAll(/AUD#[0-9-]+#\d/g, "AUD")
      .replaceAll(/(\\"index\\":)\d+/g, "$1_");
  return rows
    .filter(({ type }) => type !== "session" && type !== "badge-place")
    .map((row) => {
      const isUncounted = movedOn.has(row.type) || kindOf(row.type)?.kind !== "fact";
      const isLeftOut = (field: string): boolean => ofChance.has(field) || (field === "version" && isUncounted);
      return masked(JSON.stringify(sorted(row), (field, value: unknown) => (isLeftOut(field) ? undefined : value)));
    })
    .toSorted();
}

/** The same with every field in the order of its name: a database hands them out in any. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, part]) => [field, sorted(part)]),
  );
}
