import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Context } from "../platform/context.ts";
import type { PreviewKind, PreviewPerson, RosterDiagnostic } from "./import-contract.ts";
import type { ParsedBundle } from "./one-roster/read-bundle.ts";
import type { ParsedPerson } from "./one-roster/read-people.ts";
import type { EffectsIndex, RosterEffect } from "./effect-rules.ts";

/**
 * A roster file as it was understood: nothing of students, no column that is not needed, no password. The file itself is
 * never kept.
 */
export type KeptBundle = Pick<
  ParsedBundle,
  "isDelta" | "schools" | "closedSchools" | "people" | "endsAbsent" | "endsRoles" | "closesAbsent"
> & {
  /** Where its people come from if not from OneRoster. */
  source?: string;
  /** The file's own name for a person's row, and its columns, for what is said later. */
  peopleFile: string;
  rolesFile: string;
  goneIds: string[];
  keptBackIds: string[];
};

/** What an import does to whom, in the order in which it does it. `isNew`: nothing at all is on record of them. */
export type PlannedPerson = { person: ParsedPerson; isNew: boolean };

/** What an import keeps beside its row, by name: too large for a row, or of no interest once it is over. */
type Parts = {
  bundle: KeptBundle;
  diagnostics: RosterDiagnostic[];
  effects: EffectsIndex;
  ends: string[];
  shared: ParsedPerson[];
  late: ParsedPerson[];
} & { [Kind in PreviewKind as `preview-${Kind}`]: PreviewPerson[] } & Record<`plan-${number}`, PlannedPerson[]> &
  Record<`effects-${number}`, RosterEffect[]> &
  Record<`deferred-${number}` | `unclaimed-${number}`, ParsedPerson[]>;

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];
const nameOf = (ctx: Context, importId: string, part: string): string => `imports/${ctx.district.id}/${importId}/${part}.gz`;

/** Lets go of all that an import kept beside its row. */
export function expireImportFiles(ctx: Context, importId: string): Promise<void> {
  return ctx.files.expire(`imports/${ctx.district.id}/${importId}`);
}

/** Keeps a file of an import, packed; keeping it again replaces it. What follows from an import is kept beside it by others. */
export async function keepImportFile(ctx: Context, importId: string, name: string, value: unknown): Promise<void> {
  const bytes = await pack(Buffer.from(JSON.stringify(value)), { level: 1 });
  await ctx.files.put(nameOf(ctx, importId, name), bytes, "application/gzip");
}

/** A file of an import as it was kept, or undefined where there is none. */
export async function readImportFile<Value>(ctx: Context, importId: string, name: string): Promise<Value | undefined> {
  const bytes = await ctx.files.get(nameOf(ctx, importId, name));
  return bytes && (JSON.parse((await unpack(bytes)).toString("utf8")) as Value);
}

/** Keeps a part of an import; keeping it again replaces it. */
export function keepPart<Name extends keyof Parts>(ctx: Context, importId: string, part: Name, value: Parts[Name]): Promise<void> {
  return keepImportFile(ctx, importId, part, value);
}

/** A part of an import, or undefined where there is none. */
export function readPart<Name extends keyof Parts>(ctx: Context, importId: string, part: Name): Promise<Parts[Name] | undefined> {
  return readImportFile<Parts[Name]>(ctx, importId, part);
}
