import type { DynamoDBRecord } from "aws-lambda";
import { beforeAll, beforeEach, describe, expect, vi } from "vitest";
import { dayTick, repair } from "../../functions/engagement/actions/day-tick.ts";
import type { StreamHandler } from "../../functions/lambda/stream.ts";
import { addDays } from "../../functions/platform/dates.ts";
import { partitionOf } from "../../functions/platform/record.ts";
import type { Item, Table } from "../../functions/platform/table.ts";
import { engagementHandler, expectFiguresEqualFacts, jobIn, readFigures } from "../engagement/expect-figures.ts";
import { now, schools, today } from "../engagement/random-district.ts";
import { content, person, roleAt } from "../engagement/small-district.ts";
import { type MemoryStore, openMemoryStore } from "../support/store.ts";
import { type Faults, mortalStreamRunner, type StreamRunner, streamRunner } from "../support/stream-runner.ts";
import { randomFrom } from "../support/turns.ts";
import { type Played, playHistory } from "./random-history.ts";
import { holds } from "./seeds.ts";
import { enterFacts, expectWell, findingsIn, openWellDistrict, rowsIn } from "./well.ts";

let store: MemoryStore;
let stream: StreamRunner;
beforeAll(async () => {
  // What goes wrong here on purpose is logged as it should be; nobody needs to read it.
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  store = await openMemoryStore({ now, content });
  stream = await mortalStreamRunner(store, (table) => engagementHandler(store, table), { batchSize: 40, shards: 3, lanes: 4 });
  return () => vi.restoreAllMocks();
});
beforeEach(() => store.clock.set(now));

/** Plays a seed's history under faults; what the stream did not do by then, `finish` does. */
async function expectRight(seed: number, faults: (random: () => number) => Faults, finish?: (played: Played) => Promise<unknown>) {
  const random = randomFrom(seed);
  const played = await playHistory(store, seed, () => stream.drain(faults(random)));
  await stream.wake();
  await finish?.(played);
  await expectFiguresEqualFacts(store, played.district, schools, played.people, today);
  await expectWell(store, played.district);
}

const ownRows = async ({ district }: Played): Promise<Item[]> =>
  (await store.rows())
    .filter(({ PK }) => PK.startsWith(partitionOf(district.id, "")))
    .toSorted((a, b) => (a.PK + a.SK < b.PK + b.SK ? -1 : 1));

describe("figures at rest equal the facts, counted by hand (I3),", () => {
  holds("when the stream is well", (seed) => expectRight(seed, () => ({})));

  holds("when every batch arrives twice (F7)", (seed) => expectRight(seed, () => ({ deliveries: 2 })));

  holds("when the records of different items change places and workers run into one another (F8)", (seed) =>
    expectRight(seed, (random) => ({ random, deliveries: 2 })),
  );

  holds("when processes end in the middle of a batch (F6)", (seed) => expectRight(seed, (random) => ({ random, crashes: 0.5 })));

  holds("when a worker stalls and goes on after others have finished its work (F11)", (seed) =>
    expectRight(seed, (random) => ({ random, zombies: 0.5 })),
  );

  holds("when records were lost and the day's tick has run (F12)", (seed) =>
    expectRight(
      seed,
      (random) => ({ isLost: () => random() < 0.4 }),
      ({ district }) => dayTick(jobIn(store, district)),
    ),
  );

  holds("when all of this happens at once", (seed) =>
    expectRight(
      seed,
      (random) => ({ random, deliveries: 2, crashes: 0.2, zombies: 0.2, isLost: () => random() < 0.1 }),
      ({ district }) => repair(jobIn(store, district)),
    ),
  );
});

describe("the check at the end of each of these", () => {
  const kinds = ["staff-summary", "school-roll-up", "member", "email-claim", "certificate", "public-certificate", "enrollment", "audit"];

  holds("finds whichever row is altered, and whichever is taken away that another needs or facts call for", async (seed) => {
    const random = randomFrom(seed);
    const played = await playHistory(store, seed, () => stream.drain());
    await expectWell(store, played.district);
    const rows = await rowsIn(store, played.district);
    // Of a fact that was written again, the audit of what it says now is what counts.
    const vouching = new Set(rows.map(({ auditId }) => auditId));
    // A school without anyone may be without figures.
    const staffed = new Set(rows.filter(({ type }) => type === "staff-summary").map(({ schoolId }) => schoolId));
    const counts = ({ type, id, schoolId }: Item): boolean =>
      type === "audit" ? vouching.has(id) : type !== "school-roll-up" || staffed.has(schoolId);
    // One kind for each seed, in turn.
    const kind = kinds[seed % kinds.length] ?? "";
    const own = rows.filter((one) => one.type === kind && counts(one));
    const row = own[Math.floor(random() * own.length)];
    if (!row) return;
    const others = rows.filter((one) => one !== row);
    const changed = { "staff-summary": { bad: 7 }, "school-roll-up": { bad: 7 }, audit: { covers: [] } }[kind] ?? {
      version: row.version + 1,
    };
    // What someone did, and nothing else speaks of, leaves no gap.
    const gaps = kind === "enrollment" ? [] : [others];
    for (const spoilt of [...gaps, [...others, { ...row, ...changed }]])
      expect([kind, (await findingsIn(store, played.district, spoilt)).length > 0]).toEqual([kind, true]);
  });
});

describe("old records", () => {
  holds("that are replayed days later change no row (F10)", async (seed) => {
    const played = await playHistory(store, seed, () => stream.drain({ random: randomFrom(seed) }));
    store.clock.set(`${addDays(today, 5)}T15:00:00Z`);
    await dayTick(jobIn(store, played.district));
    await stream.drain();
    const before = await ownRows(played);
    await stream.replay(({ dynamodb }) => dynamodb?.Keys?.PK?.S?.startsWith(partitionOf(played.district.id, "")) ?? false);
    await stream.drain();
    expect(await ownRows(played)).toEqual(before);
    await expectFiguresEqualFacts(store, played.district, schools, played.people, addDays(today, 5));
    await expectWell(store, played.district);
    store.clock.set(now);
  });
});

describe("a record that always fails (F9)", () => {
  const isPoison = (record: DynamoDBRecord): boolean => record.dynamodb?.Keys?.PK?.S?.endsWith("stf_poison") ?? false;
  /** A function that handles all but the poison: says so, or falls over it. */
  const spoiltBy =
    (how: "reports" | "throws") =>
    (table: Table): StreamHandler =>
    async (event) => {
      const first = event.Records.find(isPoison)?.dynamodb?.SequenceNumber;
      if (first !== undefined && how === "throws") throw new Error("a record cannot be handled");
      await engagementHandler(store, table)({ Records: event.Records.filter((record) => !isPoison(record)) });
      return { batchItemFailures: first === undefined ? [] : [{ itemIdentifier: first }] };
    };

  for (const how of ["reports", "throws"] as const)
    holds(`is set aside after its last try and keeps nobody else's figures from being right, when the function ${how}`, async (seed) => {
      await stream.drain();
      const spoilt = await mortalStreamRunner(store, spoiltBy(how), { lanes: 4, retries: 3 });
      const district = await openWellDistrict(store);
      const people = ["stf_a", "stf_poison", "stf_b", "stf_c"].map((id) => person(id, [roleAt("sch_1")]));
      await enterFacts(store, district, { schools, people });
      await spoilt.drain({ random: randomFrom(seed) });
      expect(spoilt.setAside.length).toBeGreaterThan(0);
      for (const batch of spoilt.setAside) expect(batch[0] && isPoison(batch[0])).toBe(true);
      const well = people.filter(({ staff }) => staff.id !== "stf_poison");
      await expectFiguresEqualFacts(store, district, schools, well, today);
      await repair(jobIn(store, district));
      await expectFiguresEqualFacts(store, district, schools, people, today);
      await expectWell(store, district);
    });

  holds("is given up when it is twelve hours old, however many tries it has left", async (seed) => {
    await stream.drain();
    const district = await openWellDistrict(store);
    await enterFacts(store, district, { schools, people: [person("stf_a", [roleAt("sch_1")])] });
    let tries = 0;
    const down: StreamHandler = async () => {
      tries++;
      store.clock.set(new Date(store.clock.now().getTime() + (1 + (seed % 5)) * 3_600_000).toISOString());
      throw new Error("the function is down");
    };
    const given = await streamRunner(store, down, { retries: 1_000 });
    const count = await given.drain();
    expect(given.setAside.flat()).toHaveLength(count);
    expect(tries).toBeLessThanOrEqual(13 * count);
    store.clock.set(now);
  });

  holds("because its row is garbage is counted as bad, and everyone else is right", async (seed) => {
    const random = randomFrom(seed);
    const played = await playHistory(store, seed, () => stream.drain({ random }));
    const unlucky = played.people[Math.floor(random() * played.people.length)];
    const place = partitionOf(played.district.id, `U#${unlucky?.staff.id}`);
    await store.table.write([{ put: { PK: place, SK: "E#m09", type: "enrollment", version: 1, nonsense: random() } }]);
    await stream.drain({ random });
    await expectFiguresEqualFacts(store, played.district, schools, played.people, today);
    const found = (await findingsIn(store, played.district)).map(({ kind, row }) => `${kind} ${row}`);
    expect(found).toEqual(["unauditedFact", "unreadableRow"].map((kind) => `${kind} U#${unlucky?.staff.id} / E#m09`));
    const figures = await readFigures(store, played.district);
    const home =
      unlucky?.staff.status !== "left" && unlucky?.staff.roles.some(({ beginOn, endOn }) => beginOn <= today && today <= (endOn ?? "9999"));
    if (home) expect([...figures.values()].reduce((sum, { bad }) => sum + bad, 0)).toBeGreaterThan(0);
  });
});
