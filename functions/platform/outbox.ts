import * as z from "zod";
import { MessageState } from "./contract.ts";
import { idFrom } from "./ids.ts";
import type { Language } from "./language.ts";
import type { Letters } from "./letters.ts";
import { record, type RecordWrite } from "./record.ts";

/** One thing an automatic message tells of, in the words of whoever wrote it, who looks at it once more before it leaves. */
export const DigestLine = z.object({
  kind: z.string(),
  item: z.string(),
  cycle: z.string(),
  step: z.number().int(),
  about: z.string().optional(),
});
export type DigestLine = z.infer<typeof DigestLine>;

/** What a message says, in one language. */
export const Letter = z.object({
  subject: z.string(),
  /** Plain text. No link in it signs anyone in. */
  body: z.string(),
});
export type Letter = z.infer<typeof Letter>;

/** A message to one person. Its key names the occasion and its cycle, so that one occasion is one mail. */
export const Message = z.object({
  id: z.string(),
  key: z.string(),
  staffId: z.string(),
  toName: z.string(),
  toEmail: z.string(),
  ...Letter.shape,
  /** The same in Spanish, until it leaves in its reader's language and the other goes; a digest is written in the one language it needs. */
  spanish: Letter.optional(),
  createdAt: z.iso.datetime(),
  state: MessageState,
  leasedAt: z.iso.datetime().optional(),
  sentAt: z.iso.datetime().optional(),
  /** When it is to be tried again. */
  retryAt: z.iso.datetime().optional(),
  /** How often it was tried. */
  tries: z.number().int().optional(),
  /** Tries of which nobody knows whether the message left. */
  uncertain: z.number().int().optional(),
  /** Why it failed, came back or was cancelled, in a word or in the mail service's own. */
  reason: z.string().optional(),
  /** When the mail service told what became of it. */
  settledAt: z.iso.datetime().optional(),
  /** Written by the reminders rather than by a person's doing: for which day, and what it tells of. */
  digest: z.object({ day: z.iso.date(), lines: z.array(DigestLine) }).optional(),
  /** Written by a person: the step it is about, and when it was to leave. */
  nudge: z.object({ moduleId: z.string(), goesAt: z.iso.datetime() }).optional(),
  /** The address at which the recipient stops mail like this with one click (RFC 8058). */
  stopUrl: z.string().optional(),
});
export type Message = z.infer<typeof Message>;

export const messages = record({
  type: "message",
  kind: "fact",
  schema: Message,
  address: ({ id }) => ({ of: `OUT#${id}`, at: "MSG" }),
  // Sparse: the reminders of a day, by what became of them.
  index1: ({ digest, state, id }) => (digest ? { of: `OUTD#${digest.day}`, at: `${state}#${id}` } : undefined),
  index2: ({ staffId, createdAt, id }) => ({ of: `OUTU#${staffId}`, at: `${createdAt}#${id}` }),
  // Sparse: only what is still to be sent stands in the queue, at the time from which the sweep may try it.
  index3: ({ state, createdAt, retryAt, id }) =>
    state === "pending" || state === "sending" ? { of: "OUTQ", at: `${retryAt ?? forStream(createdAt)}#${id}` } : undefined,
});

/** A message waits this long for the stream before the sweep looks for it. */
const streamMs = 60_000;

const forStream = (createdAt: string): string => new Date(Date.parse(createdAt) + streamMs).toISOString();

type NewMessage = Pick<Message, "key" | "staffId" | "toName" | "toEmail" | "nudge"> & {
  /** It waits in the outbox until then. */
  notBefore?: string;
  /** In each language; a digest, which is composed anew when it leaves, in its reader's alone. */
  says: Letters | (Letter & Required<Pick<Message, "digest">> & Pick<Message, "stopUrl">);
};

/** Puts a message into the transaction of the change it tells about. */
export function enqueue(ctx: { now: Date }, { notBefore, says, ...message }: NewMessage): RecordWrite<"fact"> {
  const id = messageIdOf(message);
  const waiting = notBefore === undefined ? {} : { retryAt: notBefore };
  const said = "en" in says ? { ...says.en, spanish: says.es } : says;
  const whole = withoutBreaks({ ...message, ...said });
  return messages.put({ version: 0, id, ...whole, createdAt: ctx.now.toISOString(), state: "pending", ...waiting });
}

/** What a message says to a reader of a language, where it is there in it. */
export const letterIn = (message: Pick<Message, "subject" | "body" | "spanish">, language: Language): Letter =>
  language === "es" && message.spanish ? message.spanish : { subject: message.subject, body: message.body };

/** The id of the message for an occasion: the same occasion is the same message. */
export const messageIdOf = ({ key, staffId }: Pick<Message, "key" | "staffId">): string => idFrom("msg", key, staffId);

/** A line break in a subject or an address would begin another header. */
export function withoutBreaks<M extends Pick<Message, "subject" | "toEmail">>(message: M): M {
  return { ...message, subject: message.subject.replace(/[\r\n]+/g, " "), toEmail: message.toEmail.replace(/[\r\n]+/g, "") };
}

/** The key of the one reminder a person may get on a day, whoever or whatever sends it. */
export const reminderKey = (day: string): string => `reminder:${day}`;

/**
 * Sends mail: SES when deployed, a folder when everything runs on one machine, which delivers at once. Throws
 * `MailRefused` when the message certainly did not leave; anything else leaves that open.
 */
export type Mailer = { send(message: Message, districtId: string): Promise<void | "delivered"> };

/** The mail service did not take a message. `isFinal`: it never will. */
export class MailRefused extends Error {
  readonly isFinal: boolean;

  constructor(reason: string, isFinal: boolean) {
    super(reason);
    this.isFinal = isFinal;
  }
}
