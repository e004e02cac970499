import { log } from "./log.ts";
import { type Mailer, MailRefused, type Message, messages, withoutBreaks } from "./outbox.ts";
import { partitionOf, type Versioned } from "./record.ts";
import { GuardFailed, type Table } from "./table.ts";

/** What is to be done with a message at the moment of sending, whatever was true when it was written. */
export type Verdict = { send: Pick<Message, "subject" | "body" | "digest"> } | { cancel: string } | { waitUntil: Date };

type Where = {
  districtId: string;
  id: string;
  now: Date;
  /** Looks once more at whom the message is for and what it says. */
  check: (message: Message & Versioned) => Promise<Verdict>;
};

const leaseMinutes = 10;
/** Refused tries are repeated with growing pauses, the last after some eight hours; then the message is given up. */
const tries = 9;
/** After two tries of which nobody knows the end, a third could be a third mail. */
const uncertainTries = 2;

/**
 * Sends one message once: leases it, sends, marks it sent. A second worker finds it leased. After a crash between
 * sending and marking it is sent once more when the lease has run out, unless the mail service has told of it by then:
 * two mails at most, and one nearly always. One that the service refused is tried again later; one that is given up
 * stays on record as failed. `check` decides at the moment of sending and may cancel it.
 */
export async function deliver(table: Table, mailer: Mailer, where: Where): Promise<"sent" | "skipped"> {
  const item = await table.get({ PK: partitionOf(where.districtId, `OUT#${where.id}`), SK: "MSG" });
  if (!item) return "skipped";
  const message = messages.parse(item);
  if ((message.state !== "pending" && message.state !== "sending") || isHeld(message, where.now)) return "skipped";
  const save = saverIn(table, where.districtId);
  try {
    const { uncertain = 0 } = message;
    if (uncertain >= uncertainTries) return await save(message, given(message, "failed", "uncertain", where.now));
    const verdict = await where.check(message);
    if ("cancel" in verdict) return await save(message, given(message, "cancelled", verdict.cancel, where.now));
    if ("waitUntil" in verdict) return await save(message, { ...message, retryAt: verdict.waitUntil.toISOString() });
    const leased: Message = {
      ...withoutBreaks({ ...message, ...verdict.send }),
      // What leaves is what is kept; the other language was for whoever had read that.
      spanish: undefined,
      state: "sending",
      leasedAt: where.now.toISOString(),
      // Where it stands in the queue says when another worker may look at it.
      retryAt: minutesAfter(where.now, leaseMinutes),
      tries: (message.tries ?? 0) + 1,
      uncertain: uncertain + 1,
    };
    await save(message, leased);
    return await sendLeased(save, mailer, { ...leased, version: message.version + 1 }, where);
  } catch (error) {
    // Another worker was faster, or the mail service has told of it meanwhile.
    if (error instanceof GuardFailed) return "skipped";
    throw error;
  }
}

type Save = (before: Message & Versioned, after: Message) => Promise<"skipped">;

function saverIn(table: Table, districtId: string): Save {
  return async (before, after) => {
    await table.write([messages.put({ ...after, version: before.version }).operation(districtId)]);
    return "skipped";
  };
}

async function sendLeased(
  save: Save,
  mailer: Mailer,
  leased: Message & Versioned,
  { districtId, now }: Where,
): Promise<"sent" | "skipped"> {
  const { retryAt: _, ...rest } = leased;
  try {
    const answer = await mailer.send(leased, districtId);
    const at = now.toISOString();
    const done: Message = { ...rest, uncertain: 0, sentAt: at };
    await save(leased, answer === "delivered" ? { ...done, state: "delivered", settledAt: at } : { ...done, state: "sent" });
    return "sent";
  } catch (error) {
    if (error instanceof GuardFailed) return "sent";
    const reason = error instanceof Error ? error.message : String(error);
    log("warn", "a message was not sent", { districtId, row: leased.id, error: reason });
    if (!(error instanceof MailRefused)) throw error;
    const known = { ...rest, uncertain: (leased.uncertain ?? 1) - 1, reason };
    if (error.isFinal || (leased.tries ?? 0) >= tries) {
      log("error", "a message was given up", { districtId, row: leased.id, error: reason });
      return save(leased, given(known, "failed", reason, now));
    }
    return save(leased, { ...known, state: "pending", leasedAt: undefined, retryAt: minutesAfter(now, 2 ** (leased.tries ?? 1)) });
  }
}

function isHeld({ state, leasedAt, retryAt }: Message, now: Date): boolean {
  const until = state === "sending" ? leasedAt && minutesAfter(new Date(leasedAt), leaseMinutes) : retryAt;
  return until !== undefined && until > now.toISOString();
}

function given(message: Message, state: "failed" | "cancelled", reason: string, now: Date): Message {
  return { ...message, spanish: undefined, state, reason, settledAt: now.toISOString(), retryAt: undefined };
}

const minutesAfter = (at: Date, minutes: number): string => new Date(at.getTime() + minutes * 60_000).toISOString();
