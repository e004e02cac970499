import type { SourceFiles } from "../../../functions/curriculum/contract.ts";

/** What was done to a file: what the server had when it began, and what it is now; `null` where there is no such file. */
export type Edit = { was: string | null; is: string | null };
export type Edits = Readonly<Record<string, Edit>>;

const textIn = (files: SourceFiles, file: string): string | null => files[file] ?? null;

/** The server's files as they are with the edits. */
export function withEdits(theirs: SourceFiles, edits: Edits): SourceFiles {
  const files = { ...theirs };
  for (const [file, { is }] of Object.entries(edits)) {
    if (is === null) delete files[file];
    else files[file] = is;
  }
  return files;
}

/** The edits once a file became `is`. One that is again what the server has is none. */
export function edited(edits: Edits, theirs: SourceFiles, file: string, is: string | null): Edits {
  const { [file]: before, ...others } = edits;
  const was = before ? before.was : textIn(theirs, file);
  return is === textIn(theirs, file) ? others : { ...others, [file]: { was, is } };
}

/** The files that someone else changed as well since one began to: neither text may take the other's place unasked. */
export function clashesIn(edits: Edits, theirs: SourceFiles): string[] {
  return Object.entries(edits).flatMap(([file, { was }]) => (was === textIn(theirs, file) ? [] : [file]));
}

/** The edits that are left when the server's files became `theirs`: what it has already is no edit any more. */
export function editsLeft(edits: Edits, theirs: SourceFiles): Edits {
  return Object.fromEntries(Object.entries(edits).filter(([file, { is }]) => is !== textIn(theirs, file)));
}

/** The edits once the server has taken `sent`: what was typed since then is an edit of that. */
export function editsAfterSaving(edits: Edits, sent: SourceFiles): Edits {
  const left = Object.entries(editsLeft(edits, sent));
  return Object.fromEntries(left.map(([file, { is }]) => [file, { was: textIn(sent, file), is }]));
}

/** The edits once a clash is settled: one's own text from now on stands on the server's, or gives way to it. */
export function settled(edits: Edits, theirs: SourceFiles, file: string, choice: "mine" | "theirs"): Edits {
  const { [file]: edit, ...others } = edits;
  return edit && choice === "mine" ? { ...others, [file]: { was: textIn(theirs, file), is: edit.is } } : others;
}

/** Whether two texts are the same, file by file. */
export function isSameText(a: SourceFiles, b: SourceFiles): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** Edits as the device keeps them; none where what it kept cannot be read. */
export function parseEdits(kept: string | null): Edits {
  try {
    const found: unknown = JSON.parse(kept ?? "{}");
    const entries = Object.entries(found as Record<string, Partial<Edit> | null>);
    return Object.fromEntries(
      entries.flatMap(([file, edit]) => {
        const isText = (value: unknown): value is string | null => value === null || typeof value === "string";
        return edit && isText(edit.was) && isText(edit.is) ? [[file, { was: edit.was, is: edit.is }]] : [];
      }),
    );
  } catch {
    return {};
  }
}
