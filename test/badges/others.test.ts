import { readFileSync } from "node:fs";
import { verifyCredential } from "@digitalcredentials/verifier-core";
import { Ajv2019 } from "ajv/dist/2019.js";
import addFormats from "ajv-formats";
import { decodeProtectedHeader, importJWK, jwtVerify } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type BadgeWorld, openBadgeWorld, publishedBy } from "./world.ts";

/** Badges under the eyes of programs that are not ours: jose, ajv with 1EdTech's schema, and the Digital Credentials Consortium's verifier. */
let world: BadgeWorld;
let published: ReturnType<typeof publishedBy>;
let elsewhere: ReturnType<typeof publishedBy> | undefined;
const schema = JSON.parse(readFileSync("test/badges/schema/ob-achievementcredential.schema.json", "utf8"));
const schemaAddress = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

beforeAll(async () => {
  world = await openBadgeWorld();
  published = publishedBy(world);
  // What their schema check says of the schema itself is not ours to mend.
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.stubGlobal("fetch", async (input: Request | string | URL) => {
    const address = input instanceof Request ? input.url : String(input);
    if (address === schemaAddress) return Response.json(schema);
    if (address.startsWith("https://learn.example/")) return published.ask(address);
    return (await elsewhere?.ask(address)) ?? new Response(null, { status: 404 });
  });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await world.close();
});
beforeEach(() => {
  // The other verifier looks at the machine's own clock.
  world.clock.set(new Date(Date.now() - 60_000).toISOString());
});

/** What their verifier says of each thing it looks at. */
async function verdictOf(
  credential: object,
): Promise<Record<string, boolean | undefined> & { error?: string | undefined; schema?: boolean | undefined }> {
  const result: any = await verifyCredential({ credential: structuredClone(credential) as never, knownDIDRegistries: [] });
  const steps = Object.fromEntries((result.log ?? []).map(({ id, valid, error }: any) => [id, error ? `error ${error.name}` : valid]));
  const [checked] = result.additionalInformation?.[0]?.results ?? [];
  return { ...steps, error: result.errors?.[0]?.name, schema: checked?.result?.valid };
}

const good = { valid_signature: true, expiration: true, revocation_status: true, registered_issuer: false, error: undefined, schema: true };

describe("the embedded proof, to the verifier of the Digital Credentials Consortium", () => {
  it("is good, conforms to the schema and is not revoked", async () => {
    const { badge } = await world.badged();
    expect(await verdictOf(badge.json)).toEqual(good);
  });

  it("is refused when a word is altered", async () => {
    const { badge } = await world.badged();
    const altered = structuredClone(badge.json) as any;
    altered.credentialSubject.achievement.name = "Something else";
    expect((await verdictOf(altered)).error).toBe("invalid_signature");
  });

  it("is revoked when its certificate is, and nothing else changes", async () => {
    const { staffId, badge } = await world.badged();
    await world.revoke(staffId, "2026-01-01");
    await world.bring(staffId);
    expect(await verdictOf(badge.json)).toEqual({ ...good, revocation_status: false });
  });

  it("does not count while its certificate is suspended, and counts again after", async () => {
    const { staffId, badge } = await world.badged();
    await world.suspend(staffId, "2026-01-01");
    await world.bring(staffId);
    expect(await verdictOf(badge.json)).toMatchObject({ revocation_status: false });
    await world.suspend(staffId, undefined);
    await world.bring(staffId);
    expect(await verdictOf(badge.json)).toEqual(good);
  });

  it("has run out after its last day", async () => {
    world.clock.set("2020-01-02T15:00:00Z");
    const { badge } = await world.badged();
    expect(await verdictOf(badge.json)).toMatchObject({ valid_signature: true, expiration: false });
  });

  it("is still good after the keys were changed, and so are the new ones", async () => {
    // At an address of its own: their verifier remembers for a while which keys an issuer had.
    const other = await openBadgeWorld("https://changed.example");
    try {
      elsewhere = publishedBy(other);
      other.clock.set(new Date(world.clock.now().getTime() - 3_600_000).toISOString());
      const { badge: earlier } = await other.badged();
      await other.keys.rotate();
      const { badge: between } = await other.badged();
      other.clock.set(world.clock.now().toISOString());
      const { badge: later } = await other.badged();
      expect(between.signed?.keys).toEqual(earlier.signed?.keys);
      expect(later.signed?.keys).not.toEqual(earlier.signed?.keys);
      for (const { json } of [earlier, between, later]) expect(await verdictOf(json)).toEqual(good);
    } finally {
      await other.close();
    }
  });

  it("is refused under another district's name", async () => {
    const { badge } = await world.badged();
    const taken = structuredClone(badge.json) as any;
    taken.issuer.id = "did:web:learn.example:badges:cedar";
    taken.proof[0].verificationMethod = taken.proof[0].verificationMethod.replace("maple", "cedar");
    expect((await verdictOf(taken)).error).toBeDefined();
  });
});

describe("the token, to jose with the published key", () => {
  const verify = async (jwt: string, currentDate = new Date()) => {
    const { kid, alg } = decodeProtectedHeader(jwt);
    const jwk = await published.json(kid ?? "");
    return jwtVerify(jwt, await importJWK(jwk, alg), { algorithms: ["RS256"], currentDate });
  };

  it("is good: a header of three names, a key at the address it gives, and the whole badge as its claims", async () => {
    const { badge } = await world.badged();
    const { payload, protectedHeader } = await verify(badge.jwt);
    expect(Object.keys(protectedHeader).toSorted()).toEqual(["alg", "kid", "typ"]);
    expect(protectedHeader).toMatchObject({
      alg: "RS256",
      typ: "JWT",
      kid: expect.stringMatching(/^https:\/\/learn\.example\/badges\/maple\/keys\/[\w-]{43}$/),
    });
    const { iss, sub, jti, nbf, exp, ...credential } = payload as any;
    expect(credential).toEqual(JSON.parse(badge.credential));
    expect({ iss, sub, jti }).toEqual({ iss: credential.issuer.id, sub: credential.credentialSubject.id, jti: credential.id });
    expect([nbf, exp]).toEqual([credential.validFrom, credential.validUntil].map((at: string) => Date.parse(at) / 1000));
  });

  it("leads to one bare key, with nothing private in it", async () => {
    const { badge } = await world.badged();
    const response = await published.ask(decodeProtectedHeader(badge.jwt).kid ?? "");
    const jwk: any = await response.json();
    expect(Object.keys(jwk).toSorted()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
    expect(jwk.kid).toBe(decodeProtectedHeader(badge.jwt).kid);
  });

  it("has run out after its last day, and is not good before its first", async () => {
    const { badge } = await world.badged();
    await expect(verify(badge.jwt, new Date("2040-01-01T00:00:00Z"))).rejects.toThrow(/exp/);
    await expect(verify(badge.jwt, new Date("2020-01-01T00:00:00Z"))).rejects.toThrow(/nbf/);
  });

  it("is still good after the keys were changed", async () => {
    const { badge } = await world.badged();
    await world.keys.rotate();
    world.keys.forget();
    const { badge: next } = await world.badged();
    expect(next.signed?.keys).not.toEqual(badge.signed?.keys);
    await expect(verify(badge.jwt)).resolves.toBeDefined();
  });
});

describe("the schema of 1EdTech", () => {
  const ajv = new Ajv2019({ allErrors: true, strict: false });
  (addFormats as unknown as (to: Ajv2019) => void)(ajv);
  const conforms = ajv.compile(schema);
  const errorsOf = (credential: object) => (conforms(credential) ? [] : conforms.errors);

  it("is met by a badge with its proof, by the claims of its token, and without an address to name", async () => {
    const { badge } = await world.badged();
    expect(errorsOf(badge.json)).toEqual([]);
    expect(errorsOf(JSON.parse(Buffer.from(badge.jwt.split(".")[1] ?? "", "base64url").toString()))).toEqual([]);
    const { badge: nameless } = await world.badged({ email: "" });
    expect(errorsOf(nameless.json)).toEqual([]);
  });

  it("is a schema that refuses: a badge without its criteria does not meet it", async () => {
    const { badge } = await world.badged();
    const without = structuredClone(badge.json) as any;
    delete without.credentialSubject.achievement.criteria;
    expect(errorsOf(without)).not.toEqual([]);
  });
});
