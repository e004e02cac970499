import { auditRows } from "../../functions/platform/commit.ts";
import type { Item } from "../../functions/platform/table.ts";

/** Whom the audit says were added, once for each time that it says so, however many a row tells of. */
export function addedPeople(rows: readonly Item[]): string[] {
  return rows
    .filter(({ type, action }) => type === "audit" && action === "staff.added")
    .flatMap((row) => {
      const { subject, after } = auditRows.parse(row);
      return subject.startsWith("additions:") ? Object.keys(after as object) : [subject];
    });
}
