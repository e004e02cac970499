import type { RosterDiagnostic } from "../import-contract.ts";

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
  /** Says from which line on a file cannot be read, before anything else: what other files miss follows from it. */
  broken(file: string, line: number, message: string, fix: string): void;
  /** Says that a file lacks what it cannot do without: what other files miss follows from that, too. */
  unusable(file: string): void;
  readonly breaks: readonly { file: string; line: number }[];
  /** Whether something that another file lacks may only be missing because that file breaks off or cannot be used. */
  isBroken(file: string): boolean;
};

/** Begins an empty list of findings. */
export function newFindings(): Findings {
  const diagnostics: RosterDiagnostic[] = [];
  const unreadableFiles = new Set<string>();
  const breaks: { file: string; line: number }[] = [];
  const unusableFiles = new Set<string>();
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
    broken(file, line, message, fix) {
      diagnostics.splice(breaks.length, 0, { severity: "error", file, line, message, fix });
      breaks.push({ file, line });
      unreadableFiles.add(file.toLowerCase());
    },
    breaks,
    unusable: (file) => void unusableFiles.add(file.toLowerCase()),
    isBroken: (file) => unusableFiles.has(file.toLowerCase()) || breaks.some((one) => one.file.toLowerCase() === file.toLowerCase()),
  };
}
