import type { Context } from "../platform/context.ts";
import { log } from "../platform/log.ts";
import type { Address, RecordType, RecordWrite, Versioned } from "../platform/record.ts";

/** A derived row as it stands: the version it must be replaced at, and its value where that can be read. */
export type Replaceable<Value> = { exists: boolean; version: number | undefined; value: (Value & Versioned) | undefined };

/**
 * Reads a row in order to replace it, strongly consistently. A row that cannot be read keeps its version, so that it
 * can be put right; `version` is undefined only for one that no program of ours wrote.
 */
export async function readReplaceable<Value>(ctx: Context, record: RecordType<Value>, { of, at }: Address): Promise<Replaceable<Value>> {
  const [item] = await ctx.table.collection(of, { from: at, to: at });
  if (!item) return { exists: false, version: 0, value: undefined };
  const version = Number.isInteger(item.version) ? item.version : undefined;
  try {
    return { exists: true, version, value: record.parse(item) };
  } catch {
    log("warn", "a derived row cannot be read and is made anew", { districtId: ctx.district.id, row: `${of} / ${at}` });
    return { exists: true, version, value: undefined };
  }
}

/** The write that puts `value` where `old` was read; it fails when anyone wrote in between. */
export function replace<Value>(record: RecordType<Value, "derived">, old: Replaceable<Value>, value: Value): RecordWrite<"derived"> {
  return old.version === undefined ? record.overwrite(value) : record.put({ ...value, version: old.version });
}

/** Whether two rows say the same; what is undefined says nothing. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a ?? null, b ?? null);
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((part, i) => saysTheSame(part, b[i]));
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => saysTheSame(fieldOf(a, name), fieldOf(b, name)));
}

const fieldOf = (value: object, name: string): unknown => (value as Record<string, unknown>)[name];
