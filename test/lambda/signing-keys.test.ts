import { constants, createPublicKey, generateKeyPairSync, privateEncrypt, sign, verify } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetPublicKeyCommand, KMSClient, SignCommand } from "@aws-sdk/client-kms";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { mockClient } from "aws-sdk-client-mock";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { remoteBadgeSigner } from "../../functions/lambda/badge-signer.ts";
import { signingHandler } from "../../functions/lambda/sign.ts";
import { FolderKeys, KmsKeys, noKeys } from "../../functions/lambda/signing-keys.ts";
import type { SigningAlgorithm, SigningKey } from "../../functions/platform/context.ts";
import { openBadgeWorld } from "../badges/world.ts";

const folder = mkdtempSync(join(tmpdir(), "throughline-keys-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const words = new TextEncoder().encode("what is signed");

/** Whether a signature is that of the key whose public half this is. */
async function isGood(algorithm: SigningAlgorithm, key: SigningKey): Promise<boolean> {
  const publicKey = createPublicKey({ key: key.publicJwk, format: "jwk" });
  const padded = algorithm === "RS256" ? { key: publicKey, padding: constants.RSA_PKCS1_PADDING } : publicKey;
  return verify(algorithm === "RS256" ? "sha256" : null, words, padded, await key.sign(words));
}

describe("keys in a folder", () => {
  it("are made once, however many ask at the same moment, and are their owner's alone to read", async () => {
    const keys = new FolderKeys(join(folder, "a"));
    const all = await Promise.all(Array.from({ length: 5 }, () => keys.current("Ed25519")));
    expect(new Set(all.map(({ publicJwk }) => publicJwk.x)).size).toBe(1);
    const names = readdirSync(join(folder, "a"));
    expect(names).toEqual(["Ed25519-001.pem"]);
    expect(statSync(join(folder, "a", "Ed25519-001.pem")).mode & 0o777).toBe(0o600);
  });

  it("sign what verifies by their public half, which holds nothing private, and are the same after a restart", async () => {
    for (const algorithm of ["RS256", "Ed25519"] as const) {
      const key = await new FolderKeys(join(folder, "b")).current(algorithm);
      expect(Object.keys(key.publicJwk).toSorted()).toEqual(algorithm === "RS256" ? ["e", "kty", "n"] : ["crv", "kty", "x"]);
      expect(await isGood(algorithm, key)).toBe(true);
      expect((await new FolderKeys(join(folder, "b")).current(algorithm)).publicJwk).toEqual(key.publicJwk);
    }
    const { publicJwk } = await new FolderKeys(join(folder, "b")).current("RS256");
    expect(Buffer.from(publicJwk.n ?? "", "base64url").length * 8).toBe(3_072);
  });

  it("give way to newer ones at once, also to those that another program made", async () => {
    const keys = new FolderKeys(join(folder, "c"));
    const first = await keys.current("Ed25519");
    await new FolderKeys(join(folder, "c")).add("Ed25519");
    const second = await keys.current("Ed25519");
    expect(second.publicJwk).not.toEqual(first.publicJwk);
    expect(await isGood("Ed25519", second)).toBe(true);
    const [before, ...more] = await keys.earlier("Ed25519");
    expect([before?.publicJwk, more]).toEqual([first.publicJwk, []]);
  });
});

describe("keys in the key service", () => {
  const kms = mockClient(KMSClient);
  afterEach(() => kms.reset());

  it("sign a digest with RSA and the bytes themselves with Ed25519, as the service asks for it", async () => {
    const pairs = { rsa: generateKeyPairSync("rsa", { modulusLength: 3072 }), edwards: generateKeyPairSync("ed25519") };
    const of = (keyId: string | undefined) => (keyId === "key-rsa" ? pairs.rsa : pairs.edwards);
    kms.on(GetPublicKeyCommand).callsFake(({ KeyId }) => ({ PublicKey: of(KeyId).publicKey.export({ format: "der", type: "spki" }) }));
    kms.on(SignCommand).callsFake(({ KeyId, Message, MessageType, SigningAlgorithm }) => {
      if (KeyId === "key-ed") {
        expect([MessageType, SigningAlgorithm]).toEqual(["RAW", "ED25519_SHA_512"]);
        return { Signature: sign(null, Message, pairs.edwards.privateKey) };
      }
      expect([MessageType, SigningAlgorithm, Message.length]).toEqual(["DIGEST", "RSASSA_PKCS1_V1_5_SHA_256", 32]);
      // What PKCS #1 signs: the digest behind the name of its algorithm.
      const named = Buffer.concat([Buffer.from("3031300d060960864801650304020105000420", "hex"), Message]);
      return { Signature: privateEncrypt({ key: pairs.rsa.privateKey, padding: constants.RSA_PKCS1_PADDING }, named) };
    });
    const keys = new KmsKeys({ RS256: ["key-rsa"], Ed25519: ["key-ed"] });
    expect(await isGood("Ed25519", await keys.current("Ed25519"))).toBe(true);
    await (await keys.current("Ed25519")).sign(words);
    expect(kms.commandCalls(GetPublicKeyCommand)).toHaveLength(1);
    const rsa = await keys.current("RS256");
    expect(rsa.publicJwk.n).toBe(pairs.rsa.publicKey.export({ format: "jwk" }).n);
    expect(await isGood("RS256", rsa)).toBe(true);
    expect(kms.commandCalls(SignCommand).map(({ args }) => args[0].input.KeyId)).toEqual(["key-ed", "key-ed", "key-rsa"]);
  });

  it("are asked for anew after the service could not be reached", async () => {
    kms
      .on(GetPublicKeyCommand)
      .rejectsOnce(new Error("unreachable"))
      .callsFake(() => ({ PublicKey: generateKeyPairSync("ed25519").publicKey.export({ format: "der", type: "spki" }) }));
    const keys = new KmsKeys({ RS256: ["key-rsa"], Ed25519: ["key-ed"] });
    await expect(keys.current("Ed25519")).rejects.toThrow("unreachable");
    await expect(keys.current("Ed25519")).resolves.toBeDefined();
    expect(await keys.earlier("Ed25519")).toEqual([]);
    expect(await new KmsKeys({ RS256: ["key-rsa"], Ed25519: ["key-new", "key-ed"] }).earlier("Ed25519")).toHaveLength(1);
  });
});

describe("the function that signs", () => {
  it("signs the badge it is told of, from what is frozen in the table, and takes nothing else", async () => {
    const world = await openBadgeWorld();
    try {
      const { staffId, publicId } = await world.certified();
      await world.freeze(staffId);
      const handler = signingHandler(world.services);
      await handler({ districtId: world.districtId, publicId, requestId: "r", credential: '{"name":"something else"}' });
      expect(JSON.parse((await world.signed(publicId)).credential).name).toBe("MTSS Foundations");
      await handler({ districtId: world.districtId, publicId: "0".repeat(32), requestId: "r" });
      await expect(handler({ publicId })).rejects.toThrow();
      await expect(handler({ districtId: "dst_none", publicId, requestId: "r" })).rejects.toThrow();
    } finally {
      await world.close();
    }
  });

  it("is called by its name, waited for, and what fails there fails here; without a name nobody is called", async () => {
    const lambda = mockClient(LambdaClient);
    const world = await openBadgeWorld();
    try {
      const ctx = world.contextOf({ kind: "job", name: "badges" });
      lambda.on(InvokeCommand).resolvesOnce({ StatusCode: 200 }).resolvesOnce({ StatusCode: 200, FunctionError: "Unhandled" });
      const signer = remoteBadgeSigner("throughline-sign");
      await signer(ctx, "abc");
      const { FunctionName, Payload } = lambda.commandCalls(InvokeCommand)[0]?.args[0].input ?? {};
      expect([FunctionName, JSON.parse(new TextDecoder().decode(Payload as Uint8Array))]).toEqual([
        "throughline-sign",
        { districtId: world.districtId, publicId: "abc", requestId: "test" },
      ]);
      await expect(signer(ctx, "abc")).rejects.toThrow("could not be signed");
      await expect(remoteBadgeSigner(undefined)(ctx, "abc")).rejects.toThrow("has no badges signed");
      await expect(noKeys.current("RS256")).rejects.toThrow("has no signing keys");
    } finally {
      lambda.restore();
      await world.close();
    }
  });
});
