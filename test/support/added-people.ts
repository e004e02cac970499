import { auditRows } from "../../functions/platform/commit.ts";
import { staffRecords } from "../../functions/roster/records.ts";
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

/** A row of the roster as it makes it: how often it was written, and which row of the audit tells of someone's coming, is another matter. */
export function asTheRosterMakesIt(row: Item): object {
  const { version: _, writeId: __, auditId: ___, ...made } = row;
  if (row.type !== "staff") return made;
  const { version: _v, writeId: _w, auditId: _a, addedIn: _in, ...person } = staffRecords.whole(row);
  return person;
}
