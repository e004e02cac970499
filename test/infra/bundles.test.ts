import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { badges } from "../../functions/badges/records.ts";
import { createApp } from "../../functions/lambda/app.ts";
import { securityHeaders } from "../../functions/platform/security.ts";
import { buildAll } from "../../infra/build.ts";
import { functionFolder, functionNames, readBundleSizes } from "../../infra/bundle.ts";
import { contentFrom, openTestStore, testDistrict, type TestStore } from "../support/store.ts";
import { httpEvent, invokeBundle, partsThatFail } from "./invoke-bundle.ts";

type HttpAnswer = { statusCode: number; headers: Record<string, string>; body: string };

const origin = "https://throughline.example";
const environment = (name: string) => ({
  TABLE_NAME: "throughline-nowhere",
  ORIGIN: origin,
  CONTENT_FOLDER: join(functionFolder("api"), "content"),
  FILES_BUCKET: "throughline-nowhere",
  ...(name === "api" ? { SECRETS_PREFIX: "throughline/nowhere/" } : { MAIL_FROM: "Throughline <throughline@maple.example>" }),
  ...(name === "sign" && { RS256_KEY: "nowhere", ED25519_KEY: "nowhere" }),
});

beforeAll(() => buildAll());

describe("the API as it is shipped", () => {
  const ask = (...events: unknown[]) => invokeBundle<HttpAnswer>("api", environment("api"), events);

  it("answers from its environment alone, with the security headers", () => {
    const [health] = ask(httpEvent("GET", "/api/health"));
    expect(health).toMatchObject({ statusCode: 200, body: '{"ok":true}', headers: securityHeaders });
  });

  it("describes itself in the very words of the source it was made from", async () => {
    const services = {
      table: undefined as never,
      clock: { now: () => new Date(0) },
      content: contentFrom("dist/content"),
      compileModule: undefined as never,
      certificates: undefined as never,
      files: undefined as never,
      signingKeys: undefined as never,
      badgeSigner: undefined as never,
      fetchText: undefined as never,
      origin,
    };
    const app = createApp(services, { read: () => Promise.reject(new Error("no secrets here")) });
    const [described] = ask(httpEvent("GET", "/openapi.json"));
    expect(JSON.parse(described?.body ?? "")).toEqual(await (await app.request("/openapi.json")).json());
  });

  it("takes a cookie, and refuses a change that comes from elsewhere", () => {
    const headers = { "content-type": "application/json", origin: "https://elsewhere.example", cookie: "__Host-throughline=none" };
    const [refused] = ask(httpEvent("POST", "/api/modules/m01/lessons/one/completion", { headers, body: "{}" }));
    expect(refused).toMatchObject({ statusCode: 403, headers: { "content-type": "application/problem+json; charset=utf-8" } });
  });

  it("loads at most 600 KB before the first request, and mail, files, secrets, keys and pictures only when they are used", () => {
    const sizes = readBundleSizes();
    const api = sizes.find(({ name }) => name === "api");
    expect(api?.startBytes).toBeLessThanOrEqual(600_000);
    for (const { packages } of sizes)
      expect(
        packages
          .map(({ name }) => name)
          .filter((name) => /client-(s3|sesv2|secrets-manager|kms|lambda)|^jsonld$|resvg|harfbuzz|bidi/.test(name)),
      ).toEqual([]);
  });
});

describe("the functions behind the stream and the schedule as they are shipped", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());
  const local = (name: string) => ({ ...environment(name), TABLE_NAME: store.tableName, DYNAMODB_ENDPOINT: store.database.endpoint });

  it("work off a record of the table", () => {
    const Keys = { PK: { S: `D#${testDistrict.id}#U#stf_nobody` }, SK: { S: "PROFILE" } };
    const record = { eventID: "1", eventName: "MODIFY", dynamodb: { Keys, SequenceNumber: "100", StreamViewType: "KEYS_ONLY" } };
    expect(invokeBundle("stream", local("stream"), [{ Records: [record] }])).toEqual([{ batchItemFailures: [] }]);
  });

  it("sign a badge that is frozen, with both signatures; what that takes lies with those alone who sign or check", async () => {
    const publicId = "0".repeat(32);
    const credential = {
      "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
      ],
      id: "https://throughline.example/badges/maple/credentials/x",
      type: ["VerifiableCredential", "OpenBadgeCredential"],
      issuer: { id: "did:web:throughline.example:badges:maple", type: ["Profile"], name: "Maple" },
      validFrom: "2026-11-02T15:00:00Z",
      validUntil: "2029-11-03T03:59:59Z",
      credentialSubject: { id: "urn:uuid:4b0c0e3e-7d1f-8b1b-8d3a-111111111111", type: ["AchievementSubject"] },
    };
    const frozen = {
      publicId,
      certificateId: "crt_1",
      list: 1,
      index: 7,
      frozenAt: "2026-11-02T15:00:00.000Z",
      isRevoked: false,
      isSuspended: false,
    };
    await store.table.write([badges.put({ version: 0, ...frozen, credential: JSON.stringify(credential) }).operation(testDistrict.id)]);
    const { RS256_KEY: _, ED25519_KEY: __, ...without } = local("sign");
    const keys = mkdtempSync(join(tmpdir(), "throughline-keys-"));
    const event = { districtId: testDistrict.id, publicId, requestId: "r" };
    expect(invokeBundle("sign", { ...without, SIGNING_KEYS_FOLDER: keys }, [event])).toEqual([{ isDone: true }]);
    rmSync(keys, { recursive: true, force: true });
    const signed = badges.parse((await store.table.get({ PK: `D#${testDistrict.id}#BADGE#${publicId}`, SK: "BADGE" }))!).signed;
    expect(signed?.jwt.split(".")).toHaveLength(3);
    expect(JSON.parse(signed?.proof ?? "")).toMatchObject({ cryptosuite: "eddsa-rdfc-2022", proofValue: expect.stringMatching(/^z/) });
    const holders = functionNames.filter((name) => readdirSync(functionFolder(name)).some((file) => file.startsWith("jsonld")));
    // Signing takes it, and so does checking a badge of another issuer: when it is added, and each night. Nobody begins with it.
    expect(holders).toEqual(["api", "schedule", "sign"]);
  });

  it("bring every district to today", () => {
    const [answer] = invokeBundle<{ ticked: string[]; failed: string[] }>("schedule", local("schedule"), [{}]);
    expect(answer).toMatchObject({ failed: [] });
  });
});

it.each(functionNames)("the %s function says in plain words which variable is missing", (name) => {
  const { TABLE_NAME: _, ...incomplete } = environment(name);
  expect(() => invokeBundle(name, incomplete, [httpEvent("GET", "/api/health")])).toThrow(
    /TABLE_NAME: Invalid input: expected string, received undefined/,
  );
});

it.each(functionNames)("the %s function starts from one file, and every part that is loaded later finds what it shares with it", (name) => {
  const start = readFileSync(join(functionFolder(name), "index.mjs"), "utf8");
  expect(start).not.toMatch(/(from|import)"\.\//);
  expect(partsThatFail(name, environment(name))).toEqual([]);
});

it.each(functionNames)("the %s function carries the whole content, and no source maps or sources", (name) => {
  const folder = functionFolder(name);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  expect(readFileSync(join(folder, "content/catalog.json"), "utf8")).toBe(readFileSync("dist/content/catalog.json", "utf8"));
  expect(files.filter((file) => /\.(map|ts|ya?ml|md)$/.test(file))).toEqual([]);
});

it("the API alone carries the typefaces, and what shapes letters finds its program beside it", async () => {
  const holders = functionNames.filter((name) => existsSync(join(functionFolder(name), "content/fonts")));
  expect(holders).toEqual(["api"]);
  const { versionString } = (await import(join(functionFolder("api"), "harfbuzzjs.mjs"))) as { versionString: () => string };
  expect(versionString()).toMatch(/^\d+\./);
});

it("no page of the web application ships the schemas' library: contracts are types there, and plain lists", () => {
  const folder = "dist/web/assets";
  const scripts = readdirSync(folder).filter((name) => name.endsWith(".js"));
  expect(scripts.filter((name) => readFileSync(join(folder, name), "utf8").includes("_zod"))).toEqual([]);
});
