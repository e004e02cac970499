import * as z from "zod";
import type { MessageState } from "./contract.ts";
import { sha256 } from "./ids.ts";
import { type Message, messages } from "./outbox.ts";
import { partitionOf, record, type RecordWrite, type Versioned } from "./record.ts";
import { GuardFailed, type Table } from "./table.ts";

/** What a mail service tells of a message it took. `permanent`: the address will never take mail. */
export type MailEvent =
  | { kind: "sent" | "delivered" | "complained"; at: Date }
  | { kind: "bounced"; at: Date; permanent: boolean; reason: string };

const MailStop = z.object({
  emailHash: z.string(),
  staffId: z.string(),
  name: z.string(),
  email: z.string(),
  why: z.enum(["bounced", "complained"]),
  reason: z.string(),
  at: z.iso.datetime(),
});
export type MailStop = z.infer<typeof MailStop>;

/** An address that gets no more mail: it does not exist, or its owner called a mail unwanted. One row each, read together by the administrator. */
export const mailStops = record({
  type: "mail-stop",
  kind: "fact",
  schema: MailStop,
  address: ({ emailHash }) => mailStopAddress(emailHash),
});

/** Where an address that gets no more mail is put down. */
export const mailStopAddress = (emailHash: string) => ({ of: "MAILSTOP", at: emailHash });

/** How an address is looked up: case and surrounding space do not matter. */
export const addressHash = (email: string): string => sha256(email.trim().toLowerCase());

/** Of two things told about a message the one further on counts, in whatever order they arrive. */
const order: readonly MessageState[] = ["pending", "sending", "sent", "delivered", "bounced", "complained"];
const stateOf = { sent: "sent", delivered: "delivered", bounced: "bounced", complained: "complained" } as const;

/**
 * Puts down what became of a message: told twice, late or out of order it comes to the same. An address that does not
 * exist, or whose owner calls the mail unwanted, gets none after that.
 */
export async function recordMailEvent(table: Table, districtId: string, messageId: string, event: MailEvent): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const item = await table.get({ PK: partitionOf(districtId, `OUT#${messageId}`), SK: "MSG" });
    if (!item) return;
    const message = messages.parse(item);
    if (order.indexOf(message.state) >= order.indexOf(stateOf[event.kind])) return;
    const stop = stopOf(message, event);
    const writes: RecordWrite[] = [messages.put(told(message, event)), ...(stop ? [mailStops.overwrite(stop)] : [])];
    try {
      await table.write(writes.map((write) => write.operation(districtId)));
      return;
    } catch (error) {
      // The worker that sent it marks it at this very moment.
      if (!(error instanceof GuardFailed) || attempt === 5) throw error;
    }
  }
}

function told(message: Message & Versioned, event: MailEvent): Message & Versioned {
  const at = event.at.toISOString();
  const { retryAt: _, ...rest } = message;
  return {
    ...rest,
    state: stateOf[event.kind],
    uncertain: 0,
    sentAt: message.sentAt ?? at,
    ...(event.kind !== "sent" && { settledAt: at }),
    ...(event.kind === "bounced" && { reason: event.reason }),
  };
}

function stopOf({ staffId, toName: name, toEmail: email }: Message, event: MailEvent): MailStop | undefined {
  const whose = { emailHash: addressHash(email), staffId, name, email, at: event.at.toISOString() };
  if (event.kind === "complained") return { ...whose, why: "complained", reason: "" };
  return event.kind === "bounced" && event.permanent ? { ...whose, why: "bounced", reason: event.reason } : undefined;
}
