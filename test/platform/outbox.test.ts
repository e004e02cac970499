import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { commit } from "../../functions/platform/commit.ts";
import { deliver } from "../../functions/platform/deliver.ts";
import { addressHash, type MailEvent, mailStopAddress, mailStops, recordMailEvent } from "../../functions/platform/mail-events.ts";
import { enqueue, letterIn, type Mailer, MailRefused, type Message, messages } from "../../functions/platform/outbox.ts";
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
  says: {
    en: { subject: "Your module is due", body: "Due on Friday." },
    es: { subject: "Su módulo vence", body: "Vence el viernes." },
  },
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
  deliver(store.table, by, {
    districtId: store.districtId,
    id,
    now,
    check: async (message) => ((await mayReceive(message.staffId)) ? { send: message } : { cancel: "notWorking" }),
  });
const rowOf = async (id: string) => store.job("mail", "nudge:send").table.get(messages, { of: `OUT#${id}`, at: "MSG" });
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

  it("is a third mail at no price: after two tries of which nobody knows the end it is given up and stays visible", async () => {
    const id = await enqueued();
    const silent: Mailer = {
      send: async (message) => {
        sent.push(message);
        throw new Error("timed out after the service had taken it");
      },
    };
    await expect(work(id, start, silent)).rejects.toThrow("timed out");
    await expect(work(id, later(10), silent)).rejects.toThrow("timed out");
    for (const minute of [20, 60, 600]) expect(await work(id, later(minute))).toBe("skipped");
    expect(sent).toHaveLength(2);
    expect(await rowOf(id)).toMatchObject({ state: "failed", reason: "uncertain" });
    expect(await queued()).not.toContain(id);
  });

  it("is not sent again when the mail service has told of it before the lease ran out", async () => {
    const id = await enqueued();
    const silent: Mailer = { send: () => Promise.reject(new Error("timed out")) };
    await expect(work(id, start, silent)).rejects.toThrow("timed out");
    await recordMailEvent(store.table, store.districtId, id, { kind: "delivered", at: later(1) });
    expect(await work(id, later(11))).toBe("skipped");
    expect(sent).toHaveLength(0);
    expect(await stateOf(id)).toBe("delivered");
  });

  it("that the mail service refuses is tried again after growing pauses, and leaves once", async () => {
    const id = await enqueued();
    const failing: Mailer = { send: () => Promise.reject(new MailRefused("TooManyRequestsException", false)) };
    const tried = new Array<number>();
    for (let minute = 0; minute < 40; minute++) {
      const before = (await rowOf(id))?.tries ?? 0;
      await work(id, later(minute), failing);
      if (((await rowOf(id))?.tries ?? 0) > before) tried.push(minute);
    }
    expect(tried).toEqual([0, 2, 6, 14, 30]);
    expect(await work(id, later(90))).toBe("sent");
    expect(sent).toHaveLength(1);
  });

  it("that is refused for good, or too often, is given up, with the reason", async () => {
    const [never, long] = [await enqueued(), await enqueued()];
    await work(never, start, { send: () => Promise.reject(new MailRefused("MessageRejected: no such domain", true)) });
    expect(await rowOf(never)).toMatchObject({ state: "failed", reason: "MessageRejected: no such domain", tries: 1 });
    const busy: Mailer = { send: () => Promise.reject(new MailRefused("Throttled", false)) };
    for (let hour = 0; hour < 24; hour++) await work(long, later(hour * 60), busy);
    expect(await rowOf(long)).toMatchObject({ state: "failed", tries: 9 });
    expect(await queued()).not.toContain(long);
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

  it("is there in both languages until it leaves in the one its reader wants, also where the first try is refused", async () => {
    const id = await enqueued();
    expect(await rowOf(id)).toMatchObject({ subject: "Your module is due", spanish: { subject: "Su módulo vence" } });
    const refusing: Mailer = { send: () => Promise.reject(new MailRefused("busy", false)) };
    const inSpanish = (now: Date, by: Mailer) =>
      deliver(store.table, by, { districtId: store.districtId, id, now, check: async (message) => ({ send: letterIn(message, "es") }) });
    await inSpanish(start, refusing);
    await inSpanish(later(60), mailer);
    expect(sent).toMatchObject([{ subject: "Su módulo vence", body: "Vence el viernes." }]);
    expect(await rowOf(id)).toMatchObject({ state: "sent", subject: "Su módulo vence" });
    expect((await rowOf(id))?.spanish).toBeUndefined();
  });

  it("that does not exist is skipped", async () => {
    expect(await work("msg_none", start)).toBe("skipped");
  });

  it("cannot gain a header from a line break in its subject or address", () => {
    const operation = enqueue(
      { now: start },
      {
        ...letter("crlf"),
        says: { ...letter("crlf").says, en: { subject: "Due\r\nBcc: all@maple.example", body: "" } },
        toEmail: "ana@maple.example\r\nBcc: x@y.example",
      },
    ).operation("dst_maple");
    const put = "put" in operation ? operation.put : undefined;
    expect(put?.subject).toBe("Due Bcc: all@maple.example");
    expect(String(put?.toEmail)).not.toMatch(/[\r\n]/);
  });
});

describe("what the mail service tells of a message", () => {
  const told = (id: string, event: MailEvent) => recordMailEvent(store.table, store.districtId, id, event);
  const stopped = async () => store.job("mail", "nudge:send").table.get(mailStops, mailStopAddress(addressHash("ana@maple.example")));

  it("ends at the same, in whatever order and however often it arrives", async () => {
    const events: MailEvent[] = [
      { kind: "sent", at: later(1) },
      { kind: "delivered", at: later(2) },
      { kind: "bounced", at: later(3), permanent: false, reason: "Transient, MailboxFull" },
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2, 1, 0],
      [0, 2, 0, 2, 1],
    ]) {
      const id = await enqueued();
      await work(id, start);
      for (const i of order) await told(id, events[i] as MailEvent);
      expect(await rowOf(id)).toMatchObject({ state: "bounced", reason: "Transient, MailboxFull" });
    }
    expect(await stopped()).toBeUndefined();
  });

  it("is not lost when it overtakes the worker that sent the message", async () => {
    const id = await enqueued();
    const quick: Mailer = { send: async () => told(id, { kind: "delivered", at: start }) };
    expect(await work(id, start, quick)).toBe("sent");
    expect(await stateOf(id)).toBe("delivered");
  });

  it("stops an address for good when it does not exist or its owner complains", async () => {
    const [gone, unwanted] = [await enqueued(), await enqueued()];
    await told(gone, { kind: "bounced", at: start, permanent: true, reason: "Permanent, General: 550 no such user" });
    expect(await stopped()).toMatchObject({ why: "bounced", email: "ana@maple.example", reason: "Permanent, General: 550 no such user" });
    await told(unwanted, { kind: "complained", at: later(1) });
    expect(await stopped()).toMatchObject({ why: "complained" });
  });

  it("of a message that is not ours changes nothing", async () => {
    await expect(told("msg_none", { kind: "delivered", at: start })).resolves.toBeUndefined();
  });
});
