import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Mailer, MailRefused, type Message } from "../platform/outbox.ts";

/** The client is loaded with the first message, not with the function. */
async function loadSes() {
  const { SendEmailCommand, SESv2Client } = await import("@aws-sdk/client-sesv2");
  return { SendEmailCommand, client: new SESv2Client({}) };
}

/** What SES answers when a message will never be taken as it stands. */
const finalRefusals = new Set(["MessageRejected", "BadRequestException", "NotFoundException"]);

/**
 * Mail through Amazon SES: plain text, tagged with the message's id and its district, so that what SES tells of it
 * later finds its row. An answer that refuses it is known not to have sent it; a silence is not.
 */
export class SesMailer implements Mailer {
  readonly #from: string;
  #loading: ReturnType<typeof loadSes> | undefined;

  constructor(from: string) {
    this.#from = from;
  }

  async send({ id, toEmail, subject, body, stopUrl }: Message, districtId: string): Promise<void> {
    const { client, SendEmailCommand } = await (this.#loading ??= loadSes());
    const text = (data: string) => ({ Data: data, Charset: "UTF-8" });
    const command = new SendEmailCommand({
      FromEmailAddress: this.#from,
      Destination: { ToAddresses: [toEmail] },
      Content: {
        Simple: {
          Subject: text(subject),
          Body: { Text: text(body) },
          Headers: stopHeaders(stopUrl).map(([Name, Value]) => ({ Name, Value })),
        },
      },
      EmailTags: [
        { Name: "message", Value: id },
        { Name: "district", Value: districtId },
      ],
    });
    try {
      await client.send(command);
    } catch (error) {
      throw refusalIn(error) ?? error;
    }
  }
}

/** The headers by which a mail program offers to stop mail like this with one click (RFC 8058). */
export function stopHeaders(stopUrl: string | undefined): [string, string][] {
  if (stopUrl === undefined) return [];
  return [
    ["List-Unsubscribe", `<${stopUrl}>`],
    ["List-Unsubscribe-Post", "List-Unsubscribe=One-Click"],
  ];
}

/** The refusal in an error of the SES client; undefined where nobody knows whether the message was taken. */
export function refusalIn(error: unknown): MailRefused | undefined {
  if (!(error instanceof Error)) return undefined;
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0;
  if (status < 400 || status >= 500) return undefined;
  return new MailRefused(`${error.name}: ${error.message}`, finalRefusals.has(error.name));
}

/** Mail that leaves the machine nowhere: each message is a file named by its id, so sending it twice leaves one; it is delivered at once. */
export class FolderMailer implements Mailer {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async send(message: Message): Promise<"delivered"> {
    await mkdir(this.#folder, { recursive: true });
    const path = join(this.#folder, `${message.id}.json`);
    const headers = Object.fromEntries(stopHeaders(message.stopUrl));
    await writeFile(`${path}.part`, JSON.stringify({ ...message, headers, sentAt: message.leasedAt ?? message.createdAt }, null, 2));
    await rename(`${path}.part`, path);
    return "delivered";
  }
}
