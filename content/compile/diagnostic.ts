/** A spot in a source file; line and column count from 1, the column in UTF-16 units as editors do. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** One thing wrong in the content: where, what, and what the author does about it. */
export interface Diagnostic extends Place {
  severity: "error" | "warning";
  message: string;
  fix: string;
}

/** Takes each diagnostic as it is found. */
export type Report = (diagnostic: Diagnostic) => void;

/** Orders diagnostics by file, line and column, and drops exact repeats. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics
    .toSorted((a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message))
    .filter((diagnostic) => {
      const key = JSON.stringify(diagnostic);
      return !seen.has(key) && seen.add(key);
    });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
