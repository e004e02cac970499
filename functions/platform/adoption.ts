import type { RecordType, RecordWrite, Versioned } from "./record.ts";
import type { Item, Key } from "./table.ts";

/** What a kind of row may look at while it is moved from one person to another. */
export type AdoptionWorld<Value> = {
  keptId: string;
  /** The kept person's rows of the same kind, as they are now. */
  mine: readonly (Value & Versioned)[];
  /** Those of them that no row of the other account has become, or was put together with, in this merge. */
  untouched: readonly (Value & Versioned)[];
  /** The kept person's rows of another kind, as they are now. */
  rows<Other>(kind: RecordType<Other>): Other[];
  /** What a row of the other account that was moved earlier in this merge has become. */
  movedTo<Other>(kind: RecordType<Other>, isMeant: (row: Other) => boolean): Other | undefined;
  /** The kept person's row that a row of this kind took the place of earlier in this merge: what counted before it. */
  replaced<Other>(kind: RecordType<Other>, isMeant: (row: Other) => boolean): Other | undefined;
};

/** A write that moves one row: what is put with the kept person, what is taken from the other, what stood there before. */
export type Move = { put: RecordWrite<"fact">; remove: RecordWrite<"fact">; target: Key; version: number; replaced: Item | undefined };

/** One row that was moved so far in a merge: what it was, where it stands now, what stood there before. */
export type Moved = { kind: string; source: Item; target: Key; replaced: Item | undefined };

/**
 * How one kind of row of a person's becomes another person's when their two accounts are one: contributed by the
 * capability that owns the row, composed in `functions/lambda/adoptions.ts`, run by the roster, which knows none of them.
 */
export type Adoption = {
  type: string;
  /** Whether it is one thing that was only moved, and so goes back whole, with what became of it. */
  isOneThing(row: { source: Item; current: Item; replaced: Item | undefined }): boolean;
  /** Rows of a group belong together: what was done with one of them since keeps them all where they are. */
  groupOf(item: Item): string;
  /** The move of one row, given the kept person's rows and what was moved before it. */
  move(item: Item, world: { districtId: string; keptId: string; kept: readonly Item[]; moved: readonly Moved[] }): Move;
  /** The other person's own row again; `current` is what it has become meanwhile, where it is still the same thing. */
  restore(source: Item, current: Item | undefined): RecordWrite<"fact">;
  /** The kept person's row as it was before the merge, put over what is there at a version; removed where there was none. */
  giveBack(replaced: Item | undefined, current: Item): RecordWrite<"fact">;
};

/** Declares how one kind of row is adopted: `adopt` is pure and says what stands with the kept person afterwards. */
export function adoption<Value>(
  record: RecordType<Value, "fact">,
  rule: {
    group(value: Value): string;
    adopt(value: Value, world: AdoptionWorld<Value>): Value;
    /**
     * What the other person's row is when it goes back changed: for a row that is one thing and was only moved. Undefined where
     * what became of it is the kept person's: then it stays there, and the other has its own as it was.
     */
    takeBack?(source: Value, current: Value): Value | undefined;
  },
): Adoption {
  const parse = (item: Item): Value & Versioned => record.parse(item);
  return {
    type: record.type,
    isOneThing: ({ source, current, replaced }) => !replaced && rule.takeBack?.(parse(source), parse(current)) !== undefined,
    groupOf: (item) => rule.group(parse(item)),
    move(item, { districtId, keptId, kept, moved }) {
      const source = parse(item);
      const world: AdoptionWorld<Value> = {
        keptId,
        mine: kept.filter(({ type }) => type === record.type).map(parse),
        untouched: kept.filter((one) => one.type === record.type && !moved.some(({ target }) => isAt(one, target))).map(parse),
        rows: (kind) => kept.filter(({ type }) => type === kind.type).map((one) => kind.parse(one)),
        movedTo(kind, isMeant) {
          const target = moved.find((one) => one.kind === kind.type && isMeant(kind.parse(one.source)))?.target;
          const now = target && kept.find((one) => isAt(one, target));
          return now && kind.parse(now);
        },
        replaced(kind, isMeant) {
          const earlier = moved.filter((one) => one.kind === kind.type).flatMap(({ replaced }) => replaced ?? []);
          return earlier.map((one) => kind.parse(one)).find(isMeant);
        },
      };
      const value = rule.adopt(source, world);
      const { PK, SK } = keyOf(record.put({ ...value, version: 0 }), districtId);
      const replaced = kept.find((one) => one.PK === PK && one.SK === SK);
      const version = replaced?.version ?? 0;
      return { put: record.put({ ...value, version }), remove: record.remove(source), target: { PK, SK }, version: version + 1, replaced };
    },
    restore(source, current) {
      const before = parse(source);
      const value = current && rule.takeBack?.(before, parse(current));
      return record.put({ ...(value ?? before), version: 0 });
    },
    giveBack: (replaced, current) =>
      replaced ? record.put({ ...parse(replaced), version: current.version }) : record.remove(parse(current)),
  };
}

const isAt = (item: Item, { PK, SK }: Key): boolean => item.PK === PK && item.SK === SK;

function keyOf(write: RecordWrite, districtId: string): Key {
  const operation = write.operation(districtId);
  if (!("put" in operation)) throw new Error("a row is adopted by putting it");
  return operation.put;
}
