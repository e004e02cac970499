import type { Findings } from "./findings.ts";
import type { BundleFile } from "./open-bundle.ts";
import type { Table } from "./read-rows.ts";

/**
 * A file of changes must say of each row whether it is active and when it changed (OneRoster 1.2 CSV, delta). A row that
 * does not is taken for active all the same, and it is said.
 */
export function sayIfUndated<Kind extends "orgs" | "users" | "roles">(table: Table<Kind>, file: BundleFile, findings: Findings): void {
  for (const { line, cells } of table.rows) {
    for (const column of ["status", "dateLastModified"] as const) {
      if ((cells as Record<string, string>)[column] !== "") continue;
      findings.warning(
        file.name,
        line,
        table.header(column),
        `A file of changes needs ${column} in each row; this one has none and was taken for active.`,
        `Fill in the column "${column}".`,
      );
    }
  }
}
