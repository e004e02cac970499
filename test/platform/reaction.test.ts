import type { DynamoDBRecord } from "aws-lambda";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Reaction, react, staffIn } from "../../functions/platform/reaction.ts";
import { openTestStore, type TestStore } from "../support/store.ts";

let store: TestStore;
let runs: string[] = [];
let poisoned = new Set<string>();
beforeAll(async () => {
  // What goes wrong here on purpose is logged as it should be; nobody needs to read it.
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  store = await openTestStore();
});
beforeEach(() => {
  runs = [];
  poisoned = new Set();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await store.close();
});

const perPerson: Reaction = {
  name: "per-person",
  job: "engagement",
  concerns: staffIn,
  run: async (ctx, subject) => {
    runs.push(`${ctx.district.id} ${subject}`);
    if (poisoned.has(subject)) throw new Error("poison");
  },
};
const change = (PK: string, SequenceNumber: string, SK = "PROFILE"): DynamoDBRecord => ({
  dynamodb: { Keys: { PK: { S: PK }, SK: { S: SK } }, SequenceNumber },
});
const run = (records: DynamoDBRecord[], reactions: readonly Reaction[] = [perPerson]) => react(store.services, reactions, records);

describe("a reaction", () => {
  it("runs once for each person that a batch concerns, however many records say so", async () => {
    const failed = await run([
      change("D#dst_maple#U#a", "1"),
      change("D#dst_maple#U#a", "2", "E#m01"),
      change("D#dst_maple#U#b", "3"),
      change("D#dst_maple#U#a", "1"),
    ]);
    expect(runs.toSorted()).toEqual(["dst_maple a", "dst_maple b"]);
    expect(failed).toEqual([]);
  });

  it("runs in the district of the row, and for two districts apart", async () => {
    await run([change("D#dst_maple#U#a", "1"), change("D#dst_cedar#U#a", "2")]);
    expect(runs.toSorted()).toEqual(["dst_cedar a", "dst_maple a"]);
  });

  it("is not troubled by rows that are nobody's: sessions, public certificates, another collection, no keys", async () => {
    expect(
      await run([
        change("SESS#x", "1"),
        change("PUB#CERT#x", "2"),
        change("D#dst_maple#S#s", "3"),
        change("D#dst_maple#U#a#WORK", "4"),
        { dynamodb: {} },
        {},
      ]),
    ).toEqual([]);
    expect(runs).toEqual([]);
  });

  it("that fails for one person asks for that person's records again, all of them and no others", async () => {
    poisoned = new Set(["b"]);
    const failed = await run([
      change("D#dst_maple#U#a", "1"),
      change("D#dst_maple#U#b", "2"),
      change("D#dst_maple#U#b", "3", "E#m01"),
      change("D#dst_maple#U#c", "4"),
    ]);
    expect(failed.toSorted()).toEqual(["2", "3"]);
    expect(runs.toSorted()).toEqual(["dst_maple a", "dst_maple b", "dst_maple c"]);
  });

  it("that fails does not keep another from running", async () => {
    poisoned = new Set(["a"]);
    const others: string[] = [];
    const other: Reaction = { ...perPerson, name: "other", run: async (_, subject) => void others.push(subject) };
    expect(await run([change("D#dst_maple#U#a", "1")], [perPerson, other])).toEqual(["1"]);
    expect(others).toEqual(["a"]);
  });

  it("fails for a district that is not there, rather than running without one", async () => {
    expect(await run([change("D#dst_gone#U#a", "9")])).toEqual(["9"]);
    expect(runs).toEqual([]);
  });
});
