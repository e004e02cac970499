import type { Address, RecordType, Versioned } from "./record.ts";
import { partitionOf } from "./record.ts";
import type { Item, Range, Table } from "./table.ts";

/** Hears of a row that cannot be read. */
export type OnBad = (item: Item, error: unknown) => void;

/** Reads of one district. It builds every key itself and so cannot name another district's. */
export type DistrictTable = {
  readonly districtId: string;
  get<Value>(record: RecordType<Value>, address: Address): Promise<(Value & Versioned) | undefined>;
  /** Every row of one kind in a collection, or the part of it that `range` names; `onBad` as in `rowsOf`. */
  list<Value>(record: RecordType<Value>, of: string, range?: Range, onBad?: OnBad): Promise<(Value & Versioned)[]>;
  /** A whole collection in one query, to be sorted out with `rowsOf`. */
  collection(of: string, range?: Range): Promise<Item[]>;
  /** One page and the place where the next begins. */
  page<Value>(
    record: RecordType<Value>,
    of: string,
    range: Range & { limit: number },
  ): Promise<{ rows: (Value & Versioned)[]; next?: Record<string, string> }>;
};

/** Opens a district's rows for reading; made once per request, from the session's district. */
export function districtTable(table: Table, districtId: string): DistrictTable {
  const query = (of: string, range?: Range) => {
    // System queues (index 3) belong to no district and are read by jobs alone.
    if (range?.index === "index3") throw new Error("index3 is not a district's");
    return table.query(partitionOf(districtId, of), range);
  };
  return {
    districtId,
    async get(record, { of, at }) {
      const item = await table.get({ PK: record.isGlobal ? of : partitionOf(districtId, of), SK: at });
      return item?.type === record.type ? record.parse(item) : undefined;
    },
    async list(record, of, range, onBad) {
      return rowsOf(record, (await query(of, range)).items, onBad);
    },
    async collection(of, range) {
      return (await query(of, range)).items;
    },
    async page(record, of, range) {
      const { items, next } = await query(of, range);
      return next ? { rows: rowsOf(record, items), next } : { rows: rowsOf(record, items) };
    },
  };
}

/** The rows of one kind among mixed items; `onBad` hears of a row that cannot be read instead of failing all. */
export function rowsOf<Value>(record: RecordType<Value>, items: Item[], onBad?: OnBad): (Value & Versioned)[] {
  const rows: (Value & Versioned)[] = [];
  for (const item of items) {
    if (item.type !== record.type) continue;
    try {
      rows.push(record.parse(item));
    } catch (error) {
      if (!onBad) throw error;
      onBad(item, error);
    }
  }
  return rows;
}
