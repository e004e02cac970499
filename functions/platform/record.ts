import * as z from "zod";
import type { Guard, Item, Key, Operation } from "./table.ts";
import { tableDefinition } from "./table-definition.ts";

/** Where a row lives inside its district: `of` names the partition, `at` the place in it. */
export type Address = { of: string; at: string };

/** What every stored value carries. 0 means it was never written. */
export type Versioned = { version: number };

type Spec<Schema extends z.ZodObject> = {
  /** The row's `type`, unique in the table. */
  type: string;
  /** The value without its version. */
  schema: Schema;
  address(value: z.infer<Schema>): Address;
  /** Sparse index entries; absent when the value does not belong there. */
  index1?(value: z.infer<Schema>): Address | undefined;
  index2?(value: z.infer<Schema>): Address | undefined;
  index3?(value: z.infer<Schema>): Address | undefined;
  /** Seconds since 1970 after which the row may vanish; readers must check it themselves. */
  expiresAt?(value: z.infer<Schema>): number;
  /**
   * `fact`: what happened, written only by `commit` with its audit row. `derived`: recomputable from facts.
   * `system`: sessions, leases and other machinery.
   */
  kind: "fact" | "derived" | "system";
  /** A global row is outside every district (public certificates, sessions); its partition is used as it stands. */
  scope?: "district" | "global";
  /** Fields kept together as one JSON text: read as a whole, never by an expression. Costs a fraction of as many attributes. */
  packed?: readonly (keyof z.infer<Schema> & string)[];
};

/** A write of one kind of row; `commit` takes only facts, so a derived row cannot pass for one. */
export type RecordWrite<Kind extends string = string> = { kind: Kind; operation(districtId: string): Operation };

/** The codec of one kind of row: the only place that knows its key and its shape. */
export type RecordType<Value, Kind extends string = string> = {
  readonly type: string;
  readonly isGlobal: boolean;
  readonly kind: Kind;
  parse(item: Item): Value & Versioned;
  /** The row with every field at its own place, whichever of them are kept together. */
  whole(item: Item): Item;
  /** The row as it is stored for a value at its version, keys and index entries included: what a check compares. */
  stored(districtId: string, value: Value & Versioned): Item;
  /** Puts the value, guarded by the version it was read at (0: it must not exist yet). */
  put(value: Value & Versioned): RecordWrite<Kind>;
  /** Removes the row, guarded by the version it was read at. */
  remove(value: Value & Versioned): RecordWrite<Kind>;
  /** Puts without looking at what is there; only for rows whose content decides nothing. */
  overwrite(value: Value): RecordWrite<Kind>;
};

const { partitionKey, sortKey, timeToLive, indexes } = tableDefinition;
const indexNames = indexes.flatMap((index) => [index.partitionKey, index.sortKey]);
/** Attributes that the table itself writes; a field of the same name would be lost. */
const reservedNames = new Set<string>([
  partitionKey,
  sortKey,
  timeToLive,
  ...indexNames,
  "type",
  "version",
  "writeId",
  "auditId",
  "packed",
]);

/** Declares a kind of row. */
export function record<Schema extends z.ZodObject, const Kind extends "fact" | "derived" | "system">(
  spec: Spec<Schema> & { kind: Kind },
): RecordType<z.infer<Schema>, Kind> {
  type Value = z.infer<Schema>;
  const taken = Object.keys(spec.schema.shape).filter((name) => reservedNames.has(name));
  if (taken.length > 0) throw new Error(`${spec.type}: ${taken.join(", ")} is the table's own name; choose another for the field`);
  const isGlobal = spec.scope === "global";
  const keyFor = (districtId: string, value: Value): Key => {
    const { of, at } = spec.address(value);
    return { PK: isGlobal ? of : partitionOf(districtId, of), SK: at };
  };
  const itemFor = (districtId: string, value: Value, version: number): Item => {
    const indexed: Record<string, string> = {};
    for (const [i, place] of [spec.index1?.(value), spec.index2?.(value), spec.index3?.(value)].entries()) {
      const index = tableDefinition.indexes[i];
      if (!place || !index) continue;
      indexed[index.partitionKey] = isGlobal || i === 2 ? place.of : partitionOf(districtId, place.of);
      indexed[index.sortKey] = place.at;
    }
    const ttl = spec.expiresAt?.(value);
    // Parsed when written too: what could not be read back is never stored.
    const body: Record<string, unknown> = spec.schema.parse(value);
    const packed: Record<string, unknown> = {};
    for (const name of spec.packed ?? [])
      if (body[name] !== undefined) {
        packed[name] = body[name];
        delete body[name];
      }
    return {
      ...keyFor(districtId, value),
      ...indexed,
      ...(ttl !== undefined && { ttl }),
      ...withoutUndefined(body),
      ...(spec.packed && { packed: JSON.stringify(packed) }),
      type: spec.type,
      version,
    };
  };
  const guardOf = (version: number): Guard => (version === 0 ? "absent" : { version });
  return {
    type: spec.type,
    isGlobal,
    kind: spec.kind,
    parse: (item) => ({ ...spec.schema.parse(unpacked(item)), version: item.version }),
    whole: unpacked,
    stored: (districtId, value) => itemFor(districtId, value, value.version),
    put: (value) => ({
      kind: spec.kind,
      operation: (districtId) => ({ put: itemFor(districtId, value, value.version + 1), guard: guardOf(value.version) }),
    }),
    remove: (value) => ({
      kind: spec.kind,
      operation: (districtId) => ({ remove: keyFor(districtId, value), guard: { version: value.version } }),
    }),
    overwrite: (value) => ({ kind: spec.kind, operation: (districtId) => ({ put: itemFor(districtId, value, 1) }) }),
  };
}

/** The full partition key of a district's collection; `""` is the district's own. */
export function partitionOf(districtId: string, of: string): string {
  return of === "" ? `D#${districtId}` : `D#${districtId}#${of}`;
}

/** The district whose row this is, or undefined for rows outside every district. */
export function districtOf(partition: string): string | undefined {
  return /^D#([^#]+)/.exec(partition)?.[1];
}

/** The part of a partition key after its district. */
export function collectionOf(partition: string): string {
  return partition.replace(/^D#[^#]+#?/, "");
}

function unpacked({ packed, ...item }: Item): Item {
  return typeof packed === "string" ? { ...item, ...(JSON.parse(packed) as object) } : item;
}

/** The value as it can be stored: what is undefined is not there, at any depth, whatever the client is told to do with it. */
function withoutUndefined(value: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(value)) if (value[name] !== undefined) kept[name] = storable(value[name]);
  return kept;
}

function storable(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((part: unknown) => (part === undefined ? null : storable(part)));
  return Object.getPrototypeOf(value) === Object.prototype ? withoutUndefined(value as Record<string, unknown>) : value;
}
