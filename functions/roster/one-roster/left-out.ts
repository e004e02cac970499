import type { Findings } from "./findings.ts";

/** A title in small letters without anything between them, and without the `ext:` of an extension. */
export function bareTitle(title: string): string {
  return title
    .replace(/^ext[:_]/i, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** The rows that a district's choice leaves out of a file, counted by title. */
export type LeftOut = {
  /** The first of a row's titles that is left out, noting the row. */
  take(place: { file: string; line: number }, titles: readonly { column: string; title: string }[]): boolean;
  /** How many rows there were. */
  count(): number;
  /** Says of each title, at its first row, how many rows it kept out. */
  say(findings: Findings): void;
};

/** Begins to leave out the rows with these titles; nothing is left out where there are none. */
export function leavingOut(titles: readonly string[]): LeftOut {
  const chosen = new Set(titles.map(bareTitle).filter((title) => title !== ""));
  const found = new Map<string, { file: string; line: number; column: string; title: string; rows: number }>();
  return {
    take(place, given) {
      const hit = given.find(({ title }) => chosen.has(bareTitle(title)));
      if (!hit) return false;
      const key = bareTitle(hit.title);
      found.set(key, { ...place, ...hit, ...found.get(key), rows: (found.get(key)?.rows ?? 0) + 1 });
      return true;
    },
    count: () => [...found.values()].reduce((sum, { rows }) => sum + rows, 0),
    say(findings) {
      for (const { file, line, column, title, rows } of found.values())
        findings.warning(
          file,
          line,
          column,
          `"${title.slice(0, 60)}" is among the titles your district leaves out: ${rows > 1 ? `this row and ${rows - 1} more like it were` : "this row was"} not imported.`,
          "Nothing, if that is right. Otherwise take the title off the list on the page of the roster, and bring the file in again.",
        );
    },
  };
}
