import type { Diagnostic } from "./diagnostic.ts";

/** A diagnostic as a terminal shows it: a clickable place, what is wrong, the line with a caret, and the fix. */
export function renderDiagnostic(diagnostic: Diagnostic, shownFile: string, line: string | undefined): string {
  const { severity, message, fix, column } = diagnostic;
  const head = `${shownFile}:${diagnostic.line}:${column} ${severity}: ${message}`;
  if (line === undefined || line.trim() === "") return `${head}\n  fix: ${fix}`;
  const from = Math.max(0, column - 60);
  const shown = line.slice(from, from + 100);
  return `${head}\n  | ${shown}\n  | ${" ".repeat(column - 1 - from)}^\n  fix: ${fix}`;
}
