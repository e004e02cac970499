import * as z from "zod";
import { idFrom } from "./ids.ts";
import { partitionOf, record, type RecordWrite } from "./record.ts";
import { GuardFailed, type Table } from "./table.ts";

/** A message to one person. Its key names the occasion and its cycle, so that one occasion is one mail. */
export const Message = z.object({
  id: z.string(),
  key: z.string(),
  staffId: z.string(),
  toName: z.string(),
  toEmail: z.string(),
  subject: z.string(),
  /** Plain text; links carry no tokens. */
  body: z.string(),
  createdAt: z.iso.datetime(),
  state: z.enum(["pending", "sending", "sent", "cancelled"]),
  leasedAt: z.iso.datetime().optional(),
  sentAt: z.iso.datetime().optional(),
});
export type Message = z.infer<typeof Message>;

export const messages = record({
  type: "message",
  kind: "fact",
  schema: Message,
  address: ({ id }) => ({ of: `OUT#${id}`, at: "MSG" }),
  index2: ({ staffId, createdAt, id }) => ({ of: `OUTU#${staffId}`, at: `${createdAt}#${id}` }),
  // Sparse: only what is still to be sent stands in the queue.
  index3: ({ state, createdAt, id }) => (state === "pending" || state === "sending" ? { of: "OUTQ", at: `${createdAt}#${id}` } : undefined),
});

/** Puts a message into the transaction of the change it tells about. */
export function enqueue(
  ctx: { now: Date },
  message: Pick<Message, "key" | "staffId" | "toName" | "toEmail" | "subject" | "body">,
): RecordWrite<"fact"> {
  const id = idFrom("msg", message.key, message.staffId);
  const clean = { ...message, subject: message.subject.replace(/[\r\n]+/g, " "), toEmail: message.toEmail.replace(/[\r\n]+/g, "") };
  return messages.put({ version: 0, id, ...clean, createdAt: ctx.now.toISOString(), state: "pending" });
}

/** Sends mail: SES when deployed, a folder when everything runs on one machine. */
export type Mailer = { send(message: Message): Promise<void> };

const leaseMinutes = 10;

/**
 * Sends one message once: leases it, sends, marks it sent. A second worker finds it leased; a crash between sending
 * and marking is retried only when the lease has run out. A recipient who may get no mail cancels it.
 */
export async function deliver(
  table: Table,
  mailer: Mailer,
  where: { districtId: string; id: string; now: Date; mayReceive: (staffId: string) => Promise<boolean> },
): Promise<"sent" | "skipped"> {
  const item = await table.get({ PK: partitionOf(where.districtId, `OUT#${where.id}`), SK: "MSG" });
  if (!item) return "skipped";
  const message = messages.parse(item);
  const write = (next: typeof message) => table.write([messages.put(next).operation(where.districtId)]);
  const isLeased = message.leasedAt !== undefined && where.now.getTime() - Date.parse(message.leasedAt) < leaseMinutes * 60_000;
  if (message.state === "sent" || message.state === "cancelled" || isLeased) return "skipped";
  try {
    if (!(await where.mayReceive(message.staffId))) {
      await write({ ...message, state: "cancelled" });
      return "skipped";
    }
    await write({ ...message, state: "sending", leasedAt: where.now.toISOString() });
  } catch (error) {
    if (error instanceof GuardFailed) return "skipped";
    throw error;
  }
  await mailer.send(message);
  await write({
    ...message,
    version: message.version + 1,
    state: "sent",
    leasedAt: where.now.toISOString(),
    sentAt: where.now.toISOString(),
  });
  return "sent";
}
