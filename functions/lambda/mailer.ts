import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Mailer, Message } from "../platform/outbox.ts";

/** The client is loaded with the first message, not with the function. */
async function loadSes() {
  const { SendEmailCommand, SESv2Client } = await import("@aws-sdk/client-sesv2");
  return { SendEmailCommand, client: new SESv2Client({}) };
}

/** Mail through Amazon SES: plain text, tagged with the message's id so that a bounce can be told apart. */
export class SesMailer implements Mailer {
  readonly #from: string;
  #loading: ReturnType<typeof loadSes> | undefined;

  constructor(from: string) {
    this.#from = from;
  }

  async send({ id, toEmail, subject, body }: Message): Promise<void> {
    const { client, SendEmailCommand } = await (this.#loading ??= loadSes());
    const text = (data: string) => ({ Data: data, Charset: "UTF-8" });
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: this.#from,
        Destination: { ToAddresses: [toEmail] },
        Content: { Simple: { Subject: text(subject), Body: { Text: text(body) } } },
        EmailTags: [{ Name: "message", Value: id }],
      }),
    );
  }
}

/** Mail that leaves the machine nowhere: each message is a file named by its id, so sending it twice leaves one. */
export class FolderMailer implements Mailer {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async send(message: Message): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const path = join(this.#folder, `${message.id}.json`);
    await writeFile(`${path}.part`, JSON.stringify({ ...message, sentAt: message.leasedAt ?? message.createdAt }, null, 2));
    await rename(`${path}.part`, path);
  }
}
