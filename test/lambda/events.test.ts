import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { scheduleHandler } from "../../functions/lambda/schedule.ts";
import { lowest, streamHandler } from "../../functions/lambda/stream.ts";
import type { District } from "../../functions/platform/district.ts";
import { enqueue, type Mailer, type Message, messages } from "../../functions/platform/outbox.ts";
import { partitionOf } from "../../functions/platform/record.ts";
import type { Table } from "../../functions/platform/table.ts";
import { streamDriver } from "../../infra/local/stream-driver.ts";
import { expectFiguresEqualFacts, jobIn, readFigures } from "../engagement/expect-figures.ts";
import { content, learned, mustLearn, openDistrict, person, roleAt, school, writeFacts } from "../engagement/small-district.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { type StreamRunner, streamRunner } from "../support/stream-runner.ts";

let store: TestStore;
let stream: StreamRunner;
let district: District;
const outbox: { sent: Message[]; isDown: boolean } = { sent: [], isDown: false };
const mailer: Mailer = {
  async send(message) {
    if (outbox.isDown) throw new Error("the mail service does not answer");
    outbox.sent.push(message);
  },
};

beforeAll(async () => {
  store = await openTestStore({ content });
  stream = await streamRunner(store, streamHandler(store.services, mailer));
});
beforeEach(async () => {
  store.clock.set("2026-11-02T15:00:00Z");
  Object.assign(outbox, { sent: [], isDown: false });
  await stream.drain();
  district = await openDistrict(store);
});
afterAll(() => store.close());

const schools = [school("sch_1")];
const teacher = mustLearn(person("stf_1", [roleAt("sch_1")]), "m01", "2026-10-01");

async function write(staffId: string, key = "hello"): Promise<void> {
  const message = enqueue(
    { now: store.clock.now() },
    {
      key,
      staffId,
      toName: "A",
      toEmail: "a@maple.example",
      says: { en: { subject: "Hello", body: "Text" }, es: { subject: "Hola", body: "Texto" } },
    },
  );
  await store.table.write([message.operation(district.id)]);
}

const stateOf = async (staffId: string): Promise<string[]> =>
  (await jobIn(store, district).table.list(messages, `OUTU#${staffId}`, { index: "index2" })).map(({ state }) => state);

describe("the stream's function", () => {
  it("brings a change through every reaction to the leader's figures", async () => {
    await writeFacts(store, district, { schools, people: [teacher] });
    await stream.drain({ deliveries: 2 });
    const done = learned(teacher, "m01", "completed", "2026-10-20T15:00:00.000Z");
    await writeFacts(store, district, { people: [done] });
    await stream.drain();
    await expectFiguresEqualFacts(store, district, schools, [done], "2026-11-02");
  });

  it("reports the lowest sequence number that failed, as a number of any length and not as text", async () => {
    expect(lowest(["900000000000000000000000000001", "99", "900000000000000000000000000000", "100"])).toBe("99");
    expect(lowest([])).toBeUndefined();
    const broken: Table = { ...store.table, query: async () => Promise.reject(new Error("down")) };
    await writeFacts(store, district, { schools, people: [teacher] });
    const handler = streamHandler({ ...store.services, table: broken }, mailer);
    const keys = (of: string, at: string) => ({ PK: { S: partitionOf(district.id, of) }, SK: { S: at } });
    const event: DynamoDBStreamEvent = {
      Records: [
        { dynamodb: { SequenceNumber: "9", Keys: keys("RULE#none", "X") } },
        { dynamodb: { SequenceNumber: "100", Keys: keys("U#stf_1", "E#m01") } },
        { dynamodb: { SequenceNumber: "21", Keys: keys("S#sch_1", "STAFF#stf_1") } },
      ],
    };
    expect(await handler(event)).toEqual({ batchItemFailures: [{ itemIdentifier: "21" }] });
  });

  it("ignores what belongs to no district", async () => {
    const event = { Records: [{ dynamodb: { SequenceNumber: "1", Keys: { PK: { S: "SESS#abc" }, SK: { S: "S" } } } }, {}] };
    expect(await streamHandler(store.services, mailer)(event)).toEqual({ batchItemFailures: [] });
  });
});

describe("mail", () => {
  it("is sent once, though its record arrives twice and is replayed", async () => {
    await writeFacts(store, district, { schools, people: [teacher] });
    await write("stf_1");
    await stream.drain({ deliveries: 2 });
    await stream.replay(({ dynamodb }) => dynamodb?.Keys?.PK?.S?.startsWith(`D#${district.id}`) ?? false);
    expect(outbox.sent.map(({ subject }) => subject)).toEqual(["Hello"]);
    expect(await stateOf("stf_1")).toEqual(["sent"]);
  });

  it.each([
    ["is on leave", { leave: { from: "2026-11-01" } }],
    ["is suspended", { status: "suspended" as const }],
    ["has left", { status: "left" as const }],
  ])("does not go to someone who %s today", async (_, more) => {
    await writeFacts(store, district, { schools, people: [{ ...teacher, staff: { ...teacher.staff, ...more } }] });
    await write("stf_1");
    await stream.drain();
    expect(outbox.sent).toEqual([]);
    expect(await stateOf("stf_1")).toEqual(["cancelled"]);
  });

  it("that could not be sent holds up nothing else, and goes out with the schedule once its lease has run out", async () => {
    await writeFacts(store, district, { schools, people: [teacher] });
    outbox.isDown = true;
    await write("stf_1");
    await stream.drain();
    expect(stream.setAside).toEqual([]);
    await expectFiguresEqualFacts(store, district, schools, [teacher], "2026-11-02");
    outbox.isDown = false;
    const schedule = scheduleHandler(store.services, mailer);
    store.clock.set("2026-11-02T15:05:00Z");
    expect((await schedule()).mailsSent).toBe(0);
    store.clock.set("2026-11-02T15:11:00Z");
    expect((await schedule()).mailsSent).toBe(1);
    expect((await schedule()).mailsSent).toBe(0);
    expect(outbox.sent).toHaveLength(1);
  });

  it("of which the stream never heard is found by the schedule, when it is a minute old", async () => {
    await writeFacts(store, district, { schools, people: [teacher] });
    await write("stf_1");
    await stream.drain({ isLost: () => true });
    const schedule = scheduleHandler(store.services, mailer);
    expect((await schedule()).mailsSent).toBe(0);
    store.clock.set("2026-11-02T15:01:01Z");
    expect((await schedule()).mailsSent).toBe(1);
  });
});

describe("the schedule's function", () => {
  it("brings each district to its own date, once, and repairs what the stream lost", async () => {
    await writeFacts(store, district, { schools, people: [teacher] });
    await stream.drain({ isLost: () => true });
    const schedule = scheduleHandler(store.services, mailer);
    expect((await schedule()).ticked).toContain(district.id);
    await expectFiguresEqualFacts(store, district, schools, [teacher], "2026-11-02");
    expect((await schedule()).ticked).toEqual([]);
  });

  it("does not let one district's trouble keep the others waiting, and then says that it failed", async () => {
    const sick = await openDistrict(store);
    await writeFacts(store, district, { schools, people: [teacher] });
    const table: Table = {
      ...store.table,
      query: (partition, range) => (partition === `D#${sick.id}` ? Promise.reject(new Error("down")) : store.table.query(partition, range)),
    };
    const schedule = scheduleHandler({ ...store.services, table }, mailer);
    store.clock.set("2026-11-05T15:00:00Z");
    await expect(schedule()).rejects.toThrow(sick.id);
    expect((await readFigures(store, district)).get("sch_1")).toMatchObject({ asOfDay: "2026-11-05" });
  });
});

describe("the local stream driver", () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-driver-"));
  const checkpointFile = join(folder, "stream.json");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const counting = () => {
    const seen: string[] = [];
    const handler = async ({ Records }: DynamoDBStreamEvent) => {
      seen.push(...Records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? ""));
      return { batchItemFailures: [] };
    };
    return { seen, open: () => streamDriver({ client: store.dynamodb, tableName: store.tableName, handler, checkpointFile }) };
  };

  it("goes on after a restart where it left off", async () => {
    const first = counting();
    await (await first.open()).settle();
    expect(first.seen.length).toBeGreaterThan(10);
    await writeFacts(store, district, { schools });
    const second = counting();
    const driver = await second.open();
    await driver.settle();
    expect(second.seen).toHaveLength(1);
    await driver.settle();
    expect(second.seen).toHaveLength(1);
  });

  it("does not trust the positions of another database, whose numbers begin again at 1", async () => {
    const kept = JSON.parse(readFileSync(checkpointFile, "utf8")) as { identity: string };
    writeFileSync(checkpointFile, JSON.stringify({ ...kept, identity: `${kept.identity} of another` }));
    const { seen, open } = counting();
    await (await open()).settle();
    expect(seen[0]).toBe("1");
  });

  it("sets a change aside that always fails, and handles everything after it", async () => {
    await writeFacts(store, district, { schools: [school("sch_bad"), school("sch_good")] });
    const handled = new Set<string>();
    const handler = async ({ Records }: DynamoDBStreamEvent) => {
      const bad = Records.findIndex(({ dynamodb }) => dynamodb?.Keys?.SK?.S === "S#sch_bad");
      for (const { dynamodb } of bad === -1 ? Records : Records.slice(0, bad)) handled.add(dynamodb?.Keys?.SK?.S ?? "");
      return { batchItemFailures: bad === -1 ? [] : [{ itemIdentifier: Records[bad]?.dynamodb?.SequenceNumber ?? "" }] };
    };
    const driver = await streamDriver({ client: store.dynamodb, tableName: store.tableName, handler, checkpointFile });
    await driver.settle();
    expect(handled).toContain("S#sch_good");
    expect(handled).not.toContain("S#sch_bad");
  });

  it("handles changes as they come, until it is stopped", async () => {
    const arrived = Promise.withResolvers<void>();
    const handler = async ({ Records }: DynamoDBStreamEvent) => {
      if (Records.some(({ dynamodb }) => dynamodb?.Keys?.SK?.S === "S#sch_live")) arrived.resolve();
      return { batchItemFailures: [] };
    };
    const driver = await streamDriver({ client: store.dynamodb, tableName: store.tableName, handler, checkpointFile, pollMs: 5 });
    driver.start();
    await writeFacts(store, district, { schools: [school("sch_live")] });
    await expect(arrived.promise).resolves.toBeUndefined();
    await driver.stop();
  });
});
