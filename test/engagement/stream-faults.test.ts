import type { DynamoDBRecord } from "aws-lambda";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repair } from "../../functions/engagement/actions/day-tick.ts";
import { districtOf } from "../../functions/platform/record.ts";
import type { StreamHandler } from "../../functions/lambda/stream.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { type Faults, type StreamRunner, streamRunner } from "../support/stream-runner.ts";
import { engagementHandler, expectFiguresEqualFacts, jobIn } from "./expect-figures.ts";
import { anyone, everyone, now, schools, today } from "./random-district.ts";
import { content, openDistrict, type Person, person, roleAt, writeFacts } from "./small-district.ts";

let store: TestStore;
let stream: StreamRunner;
beforeAll(async () => {
  store = await openTestStore({ now, content });
  stream = await streamRunner(store, engagementHandler(store), 40);
});
afterAll(() => store.close());

const change = fc.tuple(fc.nat(), anyone);
/** A failing example is shown as found: making it smaller would take longer than reading it. */
const runs = { numRuns: 10, endOnFailure: true };

/** People and, after them, what becomes of some: each change replaces everything about one person. */
const history = fc.record({
  people: everyone,
  changes: fc.array(change, { maxLength: 12 }),
  seed: fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
});

/** Plays a history against a district of its own, working off the stream under faults as it goes. */
async function play(people: Person[], changes: [number, (id: string) => Person][], drain: () => Promise<unknown>) {
  const district = await openDistrict(store);
  const current = [...people];
  await writeFacts(store, district, { schools, people });
  for (const [i, [which, make]] of changes.entries()) {
    const at = which % current.length;
    const next = make(current[at]?.staff.id ?? "");
    current[at] = grown(current[at], next);
    await writeFacts(store, district, { people: [current[at]] });
    if (i % 3 === 0) await drain();
  }
  await drain();
  return { district, people: current };
}

/** Roles and leave are as they are now; what was begun, asked or earned stays, the newer fact in place of the older. */
function grown(before: Person | undefined, after: Person): Person {
  const added = <T>(old: T[] = [], fresh: T[], key: (one: T) => unknown): T[] => [
    ...fresh,
    ...old.filter((one) => !fresh.some((other) => key(other) === key(one))),
  ];
  return {
    staff: after.staff,
    sources: added(before?.sources, after.sources, ({ id }) => id),
    enrollments: added(before?.enrollments, after.enrollments, ({ moduleId }) => moduleId),
    certificates: added(before?.certificates, after.certificates, ({ cycle }) => cycle),
  };
}

async function expectRight(
  faults: (random: () => number) => Faults,
  finish?: (district: Awaited<ReturnType<typeof openDistrict>>) => Promise<void>,
) {
  await fc.assert(
    fc.asyncProperty(history, async ({ people, changes, seed }) => {
      const random = () => seed.next().value ?? 0;
      const played = await play(people, changes, () => stream.drain(faults(random)));
      await finish?.(played.district);
      await expectFiguresEqualFacts(store, played.district, schools, played.people, today);
    }),
    runs,
  );
}

describe("figures at rest equal the facts, counted by hand,", () => {
  it("when the stream is well", () => expectRight(() => ({})));

  it("when every batch arrives twice", () => expectRight(() => ({ deliveries: 2 })));

  it("when the records of different items change places", () => expectRight((random) => ({ shuffle: random, deliveries: 2 })));

  it("when old batches are replayed long afterwards", () =>
    expectRight(
      () => ({}),
      (district) => stream.replay(({ dynamodb }) => districtOf(dynamodb?.Keys?.PK?.S ?? "") === district.id),
    ));

  it("when records are lost and the repair has run", () =>
    expectRight(
      (random) => ({ isLost: () => random() < 0.4 }),
      (district) => repair(jobIn(store, district)),
    ));
});

describe("a record that always fails", () => {
  it("is set aside with what came after it in its batch, and keeps nobody else's figures from being right", async () => {
    const district = await openDistrict(store);
    const people = ["stf_a", "stf_poison", "stf_b"].map((id) => person(id, [roleAt("sch_1")]));
    const well = engagementHandler(store);
    const isPoison = (record: DynamoDBRecord): boolean => record.dynamodb?.Keys?.PK?.S?.endsWith("stf_poison") ?? false;
    const handler: StreamHandler = async (event) => {
      await well({ Records: event.Records.filter((record) => !isPoison(record)) });
      const first = event.Records.find(isPoison)?.dynamodb?.SequenceNumber;
      return { batchItemFailures: first === undefined ? [] : [{ itemIdentifier: first }] };
    };
    await stream.drain();
    const spoilt = await streamRunner(store, handler);
    await writeFacts(store, district, { schools, people });
    await spoilt.drain();
    await stream.drain({ isLost: isPoison });
    expect(spoilt.setAside).toHaveLength(1);
    expect(spoilt.setAside[0]?.[0] && isPoison(spoilt.setAside[0][0])).toBe(true);
    await expectFiguresEqualFacts(
      store,
      district,
      schools,
      people.filter(({ staff }) => staff.id !== "stf_poison"),
      today,
    );
  });
});
