import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { FolderContent } from "../../functions/lambda/content.ts";
import { MailEnv, readEnv, ServicesEnv } from "../../functions/lambda/env.ts";
import { FolderFiles } from "../../functions/lambda/files.ts";
import { FolderMailer, refusalIn, stopHeaders } from "../../functions/lambda/mailer.ts";
import { mailerFrom, servicesFrom } from "../../functions/lambda/services.ts";
import { systemClock } from "../../functions/platform/clock.ts";
import type { Message } from "../../functions/platform/outbox.ts";

const folder = mkdtempSync(join(tmpdir(), "throughline-lambda-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const deployed = { TABLE_NAME: "throughline", ORIGIN: "https://learn.example", CONTENT_FOLDER: "content", FILES_BUCKET: "evidence" };

describe("the environment", () => {
  it("is complete when deployed, and when everything runs on one machine", () => {
    expect(readEnv(ServicesEnv, deployed)).toEqual(deployed);
    const { FILES_BUCKET: _, ...rest } = deployed;
    const local = { ...rest, FILES_FOLDER: "files", DYNAMODB_ENDPOINT: "http://127.0.0.1:8000" };
    expect(readEnv(ServicesEnv, local)).toEqual(local);
  });

  it("names every variable that is missing or wrong, and never says what one holds", () => {
    expect(() => readEnv(ServicesEnv, { ORIGIN: "secret-looking-thing" })).toThrow(/TABLE_NAME: .*ORIGIN: .*CONTENT_FOLDER: /);
    expect(() => readEnv(ServicesEnv, { ORIGIN: "secret-looking-thing" })).not.toThrow(/secret-looking-thing/);
  });

  it("refuses two places for files, or none, and likewise for mail", () => {
    expect(() => readEnv(ServicesEnv, { ...deployed, FILES_FOLDER: "files" })).toThrow(/one of the two/);
    expect(() => readEnv(ServicesEnv, { ...deployed, FILES_BUCKET: undefined })).toThrow(/one of the two/);
    expect(() => readEnv(MailEnv, {})).toThrow(/one of the two/);
    expect(() => readEnv(MailEnv, { MAIL_FROM: "a@b.example", MAIL_FOLDER: "mail" })).toThrow(/one of the two/);
  });

  it("refuses an origin that ends with a slash, because addresses are made by adding to it", () => {
    expect(() => readEnv(ServicesEnv, { ...deployed, ORIGIN: "https://learn.example/" })).toThrow(/ORIGIN: must not end with a slash/);
  });

  it("composes the services and the mailer without a call to anyone", () => {
    expect(servicesFrom(deployed).origin).toBe("https://learn.example");
    expect(mailerFrom({ MAIL_FROM: "a@b.example" })).toBeDefined();
  });
});

describe("evidence files in a folder", () => {
  const files = new FolderFiles(join(folder, "files"), systemClock);

  it("come back as they were put, and are absent when they are not there", async () => {
    await files.put("stf_1/fil_2", new Uint8Array([1, 2, 3]));
    expect([...((await files.get("stf_1/fil_2")) ?? [])]).toEqual([1, 2, 3]);
    expect(await files.get("stf_1/fil_3")).toBeUndefined();
  });

  it.each(["../secret", "a/../../b", "/etc/passwd", "a//b", "", "a\0b"])("never leave the folder: %j", async (name) => {
    await expect(files.get(name)).rejects.toThrow();
    await expect(files.put(name, new Uint8Array())).rejects.toThrow();
  });
});

describe("content in a folder", () => {
  it.each(["../package.json", "modules/../../package.json", "/etc/passwd.json", "catalog"])(
    "is read from the folder alone: %j",
    async (path) => {
      await expect(new FolderContent("dist/content").readJson(path)).rejects.toThrow(/no content/);
    },
  );
});

describe("mail into a folder", () => {
  it("is one file for each message, however often it is sent", async () => {
    const message: Message = {
      id: "msg_1",
      key: "k",
      staffId: "stf_1",
      toName: "A Person",
      toEmail: "a@maple.example",
      subject: "Hello",
      body: "Text",
      createdAt: "2026-11-02T15:00:00.000Z",
      state: "sending",
    };
    const mailer = new FolderMailer(join(folder, "mail"));
    await mailer.send(message);
    await mailer.send(message);
    expect(readdirSync(join(folder, "mail"))).toEqual(["msg_1.json"]);
    expect(JSON.parse(readFileSync(join(folder, "mail", "msg_1.json"), "utf8"))).toMatchObject({
      toEmail: "a@maple.example",
      subject: "Hello",
    });
  });
});

describe("mail through the mail service", () => {
  const answered = (name: string, httpStatusCode: number) => Object.assign(new Error("told why"), { name, $metadata: { httpStatusCode } });

  it("tells a refusal, which is known not to have sent it, from a silence, which is not", () => {
    expect(refusalIn(answered("MessageRejected", 400))).toMatchObject({ message: "MessageRejected: told why", isFinal: true });
    expect(refusalIn(answered("TooManyRequestsException", 429))).toMatchObject({ isFinal: false });
    expect(refusalIn(answered("InternalServiceErrorException", 500))).toBeUndefined();
    expect(refusalIn(new Error("socket hang up"))).toBeUndefined();
  });

  it("offers one click to stop a reminder, and none where nothing can be stopped", () => {
    expect(stopHeaders("https://learn.example/stop/abc/overdue")).toEqual([
      ["List-Unsubscribe", "<https://learn.example/stop/abc/overdue>"],
      ["List-Unsubscribe-Post", "List-Unsubscribe=One-Click"],
    ]);
    expect(stopHeaders(undefined)).toEqual([]);
  });
});
