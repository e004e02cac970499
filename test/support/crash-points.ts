import type { Operation, Table } from "../../functions/platform/table.ts";

/** Where a process ends: just before its n-th call of the table, or just after it and before anyone hears of it. */
export type CallPoint = { atCall: number; when: "before" | "after" };

/** The same, or before or after its n-th write: whatever it reads between two writes, it leaves the same behind. */
export type CrashPoint = CallPoint | { atWrite: number; when: "before" | "after" };

/** Every place in so many calls at which a process may end. */
export const crashPoints = (calls: number): CallPoint[] =>
  Array.from({ length: calls }, (_, i) => (["before", "after"] as const).map((when) => ({ atCall: i + 1, when }))).flat();

export type MortalTable = Table & {
  /** A new process begins; it will end at the point, or live. */
  begin(end?: CrashPoint): void;
  /** What the process did since it began: how many calls and writes, to which partitions, and whether it ended. */
  readonly life: Readonly<Life>;
};

type Life = { calls: number; writes: number; partitions: string[]; isWriting: boolean; hasEnded: boolean; end?: CrashPoint };

const born = (): Life => ({ calls: 0, writes: 0, partitions: [], isWriting: false, hasEnded: false });

/** Whether the point is reached by the call that is about to be made, or was just made. */
function isReached({ end, calls, writes }: Life, when: "before" | "after", isWrite: boolean): boolean {
  if (!end) return false;
  if ("atWrite" in end) return isWrite && when === end.when && writes >= end.atWrite;
  return when === "before" ? calls > end.atCall || (calls === end.atCall && end.when === "before") : calls >= end.atCall;
}

/** A table whose process may end in the middle of its work: from then on every call fails, as every call of the dead does. */
export function mortal(table: Table): MortalTable {
  let life = born();
  const call = async <T>(partitions: string[], isWrite: boolean, work: () => Promise<T>): Promise<T> => {
    const mine = life;
    mine.partitions.push(...partitions);
    mine.calls++;
    if (isWrite) mine.writes++;
    const endsHere = (when: "before" | "after"): void => {
      mine.hasEnded ||= isReached(mine, when, isWrite);
      if (mine.hasEnded) throw new Error("the process ended");
    };
    endsHere("before");
    const answer = await work();
    // Whatever else was under way at that moment is not heard of either.
    endsHere("after");
    return answer;
  };
  return {
    get life() {
      return life;
    },
    begin(end) {
      life = { ...born(), ...(end && { end }) };
    },
    get: (key) => call([key.PK], false, () => table.get(key)),
    query: (partition, range) => call([partition], false, () => table.query(partition, range)),
    write(operations) {
      life.isWriting = true;
      return call(operations.map(partitionOf), true, () => table.write(operations));
    },
  };
}

function partitionOf(operation: Operation): string {
  return ("put" in operation ? operation.put : "remove" in operation ? operation.remove : operation.check).PK;
}
