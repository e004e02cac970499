import type { RosterDiagnostic } from "../contract.ts";

/**
 * What is said about a bundle's rows. Diagnostics name the place and never the person: they are kept, and a row may be
 * a student's.
 */
export type Findings = {
  readonly diagnostics: RosterDiagnostic[];
  error(file: string, line: number, column: string | undefined, message: string, fix: string): void;
  warning(file: string, line: number, column: string | undefined, message: string, fix: string): void;
  /** Notes that a row could not be read at all: whom it was about is not known. */
  unreadable(file: string): void;
  readonly unreadableFiles: ReadonlySet<string>;
};

/** Begins an empty list of findings. */
export function newFindings(): Findings {
  const diagnostics: RosterDiagnostic[] = [];
  const unreadableFiles = new Set<string>();
  const say =
    (severity: RosterDiagnostic["severity"]): Findings["error"] =>
    (file, line, column, message, fix) =>
      void diagnostics.push({ severity, file, line, ...(column !== undefined && { column }), message, fix });
  return {
    diagnostics,
    error: say("error"),
    warning: say("warning"),
    unreadable: (file) => void unreadableFiles.add(file.toLowerCase()),
    unreadableFiles,
  };
}
