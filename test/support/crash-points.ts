import type { Operation, Table } from "../../functions/platform/table.ts";

/** Where a process ends: just before its n-th call of the table, or just after it and before anyone hears of it. */
export type CrashPoint = { atCall: number; when: "before" | "after" };

/** Every place in so many calls at which a process may end. */
export const crashPoints = (calls: number): CrashPoint[] =>
  Array.from({ length: calls }, (_, i) => (["before", "after"] as const).map((when) => ({ atCall: i + 1, when }))).flat();

export type MortalTable = Table & {
  /** A new process begins; it will end at the point, or live. */
  begin(end?: CrashPoint): void;
  /** What the process did since it began: how many calls, to which partitions, and whether one was to write. */
  readonly life: Readonly<Life>;
};

type Life = { calls: number; partitions: string[]; isWriting: boolean; end?: CrashPoint };

/** A table whose process may end in the middle of its work: from then on every call fails, as every call of the dead does. */
export function mortal(table: Table): MortalTable {
  let life: Life = { calls: 0, partitions: [], isWriting: false };
  const call = async <T>(partitions: string[], work: () => Promise<T>): Promise<T> => {
    const mine = life;
    const { end } = mine;
    mine.partitions.push(...partitions);
    const number = ++mine.calls;
    if (end && (number > end.atCall || (number === end.atCall && end.when === "before"))) throw new Error("the process ended");
    const answer = await work();
    // Whatever else was under way at that moment is not heard of either.
    if (end && mine.calls >= end.atCall) throw new Error("the process ended");
    return answer;
  };
  return {
    get life() {
      return life;
    },
    begin(end) {
      life = { calls: 0, partitions: [], isWriting: false, ...(end && { end }) };
    },
    get: (key) => call([key.PK], () => table.get(key)),
    query: (partition, range) => call([partition], () => table.query(partition, range)),
    write(operations) {
      life.isWriting = true;
      return call(operations.map(partitionOf), () => table.write(operations));
    },
  };
}

function partitionOf(operation: Operation): string {
  return ("put" in operation ? operation.put : "remove" in operation ? operation.remove : operation.check).PK;
}
