import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { commit } from "../../functions/platform/commit.ts";
import { deliver, enqueue, type Mailer, type Message, messages } from "../../functions/platform/outbox.ts";
import { GuardFailed } from "../../functions/platform/table.ts";
import { openTestStore, type TestStore } from "../support/store.ts";

let store: TestStore;
let occasion = 0;
let sent: Message[] = [];
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(() => {
  sent = [];
});
afterAll(() => store.close());

const mailer: Mailer = { send: async (message) => void sent.push(message) };
const start = new Date("2026-11-02T15:00:00Z");
const later = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
const allowed = async () => true;

const letter = (key: string) => ({
  key,
  staffId: "stf_1",
  toName: "Ana Ruiz",
  toEmail: "ana@maple.example",
  subject: "Your module is due",
  body: "Due on Friday.",
});

/** Enqueues a message as an action would, and returns its id. */
async function enqueued(key = `due#${++occasion}`): Promise<string> {
  const ctx = store.job("mail", "nudge:send");
  const write = enqueue(ctx, letter(key));
  await commit(ctx, { action: "nudge.sent", subject: "staff:stf_1", writes: [write], result: null });
  const operation = write.operation(store.districtId);
  return "put" in operation ? String(operation.put.id) : "";
}
const work = (id: string, now: Date, by: Mailer = mailer, mayReceive: (staffId: string) => Promise<boolean> = allowed) =>
  deliver(store.table, by, { districtId: store.districtId, id, now, mayReceive });
const stateOf = async (id: string) => (await store.job("mail", "nudge:send").table.get(messages, { of: `OUT#${id}`, at: "MSG" }))?.state;
const queued = async () => (await store.table.query("OUTQ", { index: "index3" })).items.map(({ id }) => id);

describe("a message", () => {
  it("leaves once when ten workers take it at the same moment", async () => {
    const id = await enqueued();
    const results = await Promise.all(Array.from({ length: 10 }, () => work(id, start)));
    expect(sent).toHaveLength(1);
    expect(results.filter((result) => result === "sent")).toHaveLength(1);
    expect(await stateOf(id)).toBe("sent");
  });

  it("leaves once however often its record is delivered afterwards", async () => {
    const id = await enqueued();
    for (const minute of [0, 1, 11, 10_000]) await work(id, later(minute));
    expect(sent).toHaveLength(1);
  });

  it("is one message for one occasion: the second enqueueing fails with its whole change", async () => {
    await enqueued("renewal#cycle-1");
    await expect(enqueued("renewal#cycle-1")).rejects.toBeInstanceOf(GuardFailed);
    await expect(enqueued("renewal#cycle-2")).resolves.toEqual(expect.any(String));
  });

  it("is not sent again within its lease after a worker died between sending and marking, and once more after it", async () => {
    const id = await enqueued();
    const dying: Mailer = {
      send: async (message) => {
        sent.push(message);
        throw new Error("the process ends here");
      },
    };
    await expect(work(id, start, dying)).rejects.toThrow("the process ends here");
    for (const minute of [0, 5, 9]) expect(await work(id, later(minute))).toBe("skipped");
    expect(sent).toHaveLength(1);
    expect(await queued()).toContain(id);
    expect(await work(id, later(10))).toBe("sent");
    expect(sent).toHaveLength(2);
    expect(await work(id, later(60))).toBe("skipped");
  });

  it("stays to be sent while the mail service refuses it", async () => {
    const id = await enqueued();
    const failing: Mailer = { send: () => Promise.reject(new Error("throttled")) };
    await expect(work(id, start, failing)).rejects.toThrow("throttled");
    await expect(work(id, later(10), failing)).rejects.toThrow("throttled");
    expect(await work(id, later(20))).toBe("sent");
    expect(sent).toHaveLength(1);
  });

  it("to someone who may get no mail is cancelled, for good", async () => {
    const id = await enqueued();
    expect(await work(id, start, mailer, async () => false)).toBe("skipped");
    expect(await stateOf(id)).toBe("cancelled");
    expect(await work(id, later(60))).toBe("skipped");
    expect(sent).toHaveLength(0);
  });

  it("stands in the queue until it is sent or cancelled, and then no more", async () => {
    const [one, two, three] = [await enqueued(), await enqueued(), await enqueued()];
    expect(await queued()).toEqual(expect.arrayContaining([one, two, three]));
    await work(one, start);
    await work(two, start, mailer, async () => false);
    const left = await queued();
    expect([left.includes(one), left.includes(two), left.includes(three)]).toEqual([false, false, true]);
  });

  it("that does not exist is skipped", async () => {
    expect(await work("msg_none", start)).toBe("skipped");
  });

  it("cannot gain a header from a line break in its subject or address", () => {
    const operation = enqueue(
      { now: start },
      { ...letter("crlf"), subject: "Due\r\nBcc: all@maple.example", toEmail: "ana@maple.example\r\nBcc: x@y.example" },
    ).operation("dst_maple");
    const put = "put" in operation ? operation.put : undefined;
    expect(put?.subject).toBe("Due Bcc: all@maple.example");
    expect(String(put?.toEmail)).not.toMatch(/[\r\n]/);
  });
});
