import { generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bakePng, bakeSvg } from "../../functions/badges/bake.ts";
import { didOfAddress, didDocumentAddress } from "../../functions/badges/verify/did.ts";
import { type FoundBadge, readBadgeFile, readBadgeText } from "../../functions/badges/verify/read-file.ts";
import type { BadgeReport } from "../../functions/badges/verify/report.ts";
import { verifyBadge } from "../../functions/badges/verify/verify-badge.ts";
import { type BadgeWorld, openBadgeWorld, publishedBy } from "./world.ts";

let world: BadgeWorld;
let published: ReturnType<typeof publishedBy>;
let made: Awaited<ReturnType<BadgeWorld["badged"]>>;
const now = new Date("2026-11-05T12:00:00Z");
beforeAll(async () => {
  world = await openBadgeWorld();
  published = publishedBy(world);
  made = await world.badged();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set("2026-11-02T15:00:00Z"));

const check = (found: FoundBadge | undefined, at = now, fetchText = published.text): Promise<BadgeReport> => {
  if (!found) throw new Error("there is no badge in it");
  return verifyBadge(found, { fetchText, now: at });
};
const token = (jwt: string): FoundBadge => ({ form: "jwt", jwt });
const json = (credential: object): FoundBadge => ({ form: "json", credential: structuredClone(credential) as Record<string, unknown> });
const both = ({ badge }: { badge: { jwt: string; json: object } }): FoundBadge[] => [token(badge.jwt), json(badge.json)];

describe("a good badge", () => {
  it("is valid as a token and as JSON, and says who, what, by whom and until when", async () => {
    for (const found of both(made))
      expect(await check(found)).toEqual({
        verdict: "valid",
        form: found.form,
        signature: { outcome: "good" },
        dates: { outcome: "good" },
        status: { outcome: "good" },
        badge: {
          title: "MTSS Foundations",
          holder: made.certificate.holderName,
          issuer: "Maple Valley Schools",
          issuerHost: "learn.example",
          validFrom: "2026-11-02T15:00:00Z",
          validUntil: "2029-11-03T03:59:59Z",
          address: `https://learn.example/badges/maple/credentials/${made.publicId}`,
        },
      });
  });

  it("is found in whatever it comes in: text, a file, a picture it was baked into", async () => {
    const { jwt } = made.badge;
    const png = new Uint8Array(await (await published.ask("/badges/maple/achievements/foundations/image.png")).arrayBuffer());
    const svg = await published.text("/badges/maple/achievements/foundations/image.svg");
    const text = new TextEncoder();
    const embedded = svg.replace(
      /<svg\b[^>]*>/,
      (tag) => `${tag}<openbadges:credential><![CDATA[${JSON.stringify(made.badge.json)}]]></openbadges:credential>`,
    );
    const files = [
      bakePng(png, jwt),
      text.encode(bakeSvg(svg, jwt)),
      text.encode(embedded),
      text.encode(`\uFEFF ${jwt}\n`),
      text.encode(JSON.stringify(made.badge.json, null, 2)),
    ];
    for (const file of files) expect((await check(readBadgeFile(file))).verdict).toBe("valid");
    for (const nothing of [
      png,
      text.encode(svg),
      text.encode("hello"),
      text.encode("[]"),
      text.encode("{"),
      new Uint8Array(),
      new Uint8Array([0x89, 0x50]),
    ])
      expect(readBadgeFile(nothing)).toBeUndefined();
  });

  it("has a time: not before its first moment, not after its last", async () => {
    for (const found of both(made)) {
      expect(await check(found, new Date("2026-11-02T14:54:59Z"))).toMatchObject({ verdict: "notYet", signature: { outcome: "good" } });
      expect(await check(found, new Date("2029-11-03T03:59:59Z"))).toMatchObject({ verdict: "valid" });
      expect(await check(found, new Date("2029-11-03T04:00:00Z"))).toMatchObject({ verdict: "expired", signature: { outcome: "good" } });
    }
  });

  it("is revoked, suspended and good again as its certificate is, without being signed again", async () => {
    const own = await world.badged();
    const verdicts = async () => Promise.all(both(own).map(async (found) => (await check(found)).verdict));
    await world.suspend(own.staffId, "2026-11-02");
    await world.bring(own.staffId);
    expect(await verdicts()).toEqual(["suspended", "suspended"]);
    await world.suspend(own.staffId, undefined);
    await world.bring(own.staffId);
    expect(await verdicts()).toEqual(["valid", "valid"]);
    await world.revoke(own.staffId, "2026-11-02");
    await world.bring(own.staffId);
    expect(await verdicts()).toEqual(["revoked", "revoked"]);
    expect((await world.signed(own.publicId)).signed).toEqual(own.badge.signed);
  });

  it("stays revoked when its holder earns the certificate again, and the new one is good", async () => {
    const own = await world.badged();
    await world.revoke(own.staffId, "2026-11-02");
    world.clock.set("2026-11-20T15:00:00Z");
    await world.makeReady(own.staffId, "2026-11-19T15:00:00.000Z");
    await world.issue(own.staffId);
    const publicIds = await world.bring(own.staffId);
    expect(publicIds).toHaveLength(2);
    const later = new Date("2026-11-21T12:00:00Z");
    const verdicts = publicIds.map(async (id) => (await check(token((await world.signed(id)).jwt), later)).verdict);
    expect((await Promise.all(verdicts)).toSorted()).toEqual(["revoked", "valid"]);
  });

  it("waits for its day: a revocation in the future changes nothing until then", async () => {
    const own = await world.badged();
    await world.revoke(own.staffId, "2026-12-01");
    await world.bring(own.staffId);
    expect((await check(token(own.badge.jwt), new Date("2026-11-30T23:00:00Z"))).verdict).toBe("valid");
    world.clock.set("2026-12-01T15:00:00Z");
    await world.bring(own.staffId);
    expect((await check(token(own.badge.jwt), new Date("2026-12-01T16:00:00Z"))).verdict).toBe("revoked");
  });
});

describe("a badge that is not what its issuer signed", () => {
  it("is refused whatever byte of the token is another", async () => {
    const { jwt } = made.badge;
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.{" ';
    await fc.assert(
      fc.asyncProperty(fc.nat(jwt.length - 1), fc.nat(letters.length - 1), async (at, letter) => {
        const altered = jwt.slice(0, at) + letters[letter] + jwt.slice(at + 1);
        if (altered === jwt) return;
        const found = readBadgeText(altered);
        // Either it is no badge any more, or it is refused or cannot be looked at; it is never good.
        if (found) expect((await check(found)).verdict).not.toMatch(/^(valid|expired|notYet|revoked|suspended)$/);
      }),
      { numRuns: 400 },
    );
  });

  it("is refused whatever it says differently in its JSON, and wherever something was added or left out", async () => {
    const places: string[][] = [];
    const walk = (value: unknown, path: string[]): void => {
      if (typeof value === "object" && value !== null) for (const [key, one] of Object.entries(value)) walk(one, [...path, key]);
      else places.push(path);
    };
    walk(made.badge.json, []);
    expect(places.length).toBeGreaterThan(35);
    const at = (root: any, path: string[]) => path.slice(0, -1).reduce((value, key) => value[key], root);
    for (const path of places) {
      const last = path.at(-1) ?? "";
      for (const change of ["other", "gone"] as const) {
        const altered: any = structuredClone(made.badge.json);
        const holder = at(altered, path);
        if (change === "gone" && Array.isArray(holder)) holder.splice(Number(last), 1);
        else if (change === "gone") delete holder[last];
        else holder[last] = typeof holder[last] === "boolean" ? !holder[last] : `${holder[last]}x`;
        expect([path.join("."), change, (await check(json(altered))).verdict]).toEqual([
          path.join("."),
          change,
          expect.stringMatching(/^(forged|unchecked|notABadge)$/),
        ]);
      }
    }
    const added: any = structuredClone(made.badge.json);
    added.credentialSubject.note = "and a doctorate";
    expect(await check(json(added))).toMatchObject({ verdict: "forged", signature: { because: "altered" } });
  });

  it("is not fooled by words of its own: a context that someone added decides nothing", async () => {
    for (const context of [{ nickname: "https://schema.org/name" }, "https://elsewhere.example/context.json"]) {
      const altered: any = structuredClone(made.badge.json);
      altered["@context"].push(context);
      expect((await check(json(altered))).verdict).not.toBe("valid");
    }
  });

  it("is refused when another signed it, whichever key it names", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const [head = "", body = ""] = made.badge.jwt.split(".");
    const signedBy = (header: object) => {
      const signed = `${Buffer.from(JSON.stringify(header)).toString("base64url")}.${body}`;
      return `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
    };
    const kid = "https://elsewhere.example/key";
    const withTheirs = async (address: string) =>
      address === kid ? JSON.stringify(publicKey.export({ format: "jwk" })) : published.text(address);
    const header = JSON.parse(Buffer.from(head, "base64url").toString());
    expect(await check(token(signedBy(header)))).toMatchObject({ verdict: "forged", signature: { because: "altered" } });
    expect(await check(token(signedBy({ ...header, kid })), now, withTheirs)).toMatchObject({
      verdict: "forged",
      signature: { because: "notTheirKey" },
    });
    // One that brings its own key proves nothing, and is no forgery either.
    expect(await check(token(signedBy({ alg: "RS256", jwk: publicKey.export({ format: "jwk" }) })))).toMatchObject({
      verdict: "unchecked",
      signature: { because: "noKey" },
    });
    for (const alg of ["none", "HS256", "RS512"]) expect((await check(token(signedBy({ ...header, alg })))).verdict).toBe("unchecked");
    expect(readBadgeText(`${Buffer.from('{"alg":"none"}').toString("base64url")}.${body}.`)).toBeUndefined();
  });

  it("is refused under the name of a district that did not sign it", async () => {
    const taken: any = structuredClone(made.badge.json);
    taken.issuer.id = "did:web:learn.example:badges:cedar";
    expect(await check(json(taken))).toMatchObject({ verdict: "forged", signature: { because: "notTheirKey" } });
    taken.proof[0].verificationMethod = taken.proof[0].verificationMethod.replace("maple", "cedar");
    // The district is there and lists no such key, which may be newer than the list that was read.
    expect(await check(json(taken))).toMatchObject({ verdict: "unchecked", signature: { because: "keyNotListed" } });
  });

  it("has no last day and no list of status that someone could hide: the same statements in other words are not read", async () => {
    const own = await world.badged();
    await world.revoke(own.staffId, "2026-11-02");
    await world.bring(own.staffId);
    expect((await check(json(own.badge.json))).verdict).toBe("revoked");
    const { validUntil, credentialStatus, ...rest } = own.badge.json as Record<string, any>;
    const { id, type: statusType, ...status } = credentialStatus;
    const meaning = "https://www.w3.org/2018/credentials#";
    const dateTime = { "@type": "http://www.w3.org/2001/XMLSchema#dateTime", "@value": validUntil };
    const hidden = [
      { ...rest, credentialStatus, [`${meaning}validUntil`]: dateTime },
      { ...rest, validUntil, [`${meaning}credentialStatus`]: { id, type: statusType, ...status } },
      { ...rest, "@included": [{ id: rest.id, validUntil, credentialStatus }] },
      { ...rest, issuer: { ...rest.issuer, "@reverse": { issuer: { id: rest.id, validUntil, credentialStatus } } } },
    ];
    for (const badge of hidden)
      expect(await check(json(badge), new Date("2035-01-01T12:00:00Z"))).toMatchObject({
        verdict: "unchecked",
        signature: { because: "unknownWords" },
      });
  });

  it("has one shape: what means the same in another shape, or is said at another place, is not read as if it were absent", async () => {
    const own = await world.badged();
    await world.revoke(own.staffId, "2026-11-02");
    await world.bring(own.staffId);
    const badge = own.badge.json as Record<string, any>;
    const { credentialSubject: subject, credentialStatus: status, validUntil } = badge;
    const [identifier] = [subject.identifier].flat();
    const { statusListIndex, statusListCredential, ...halfStatus } = status;
    const shapes: Record<string, object> = {
      "a subject in a list": { credentialSubject: [subject] },
      "an identifier two lists deep": { credentialSubject: { ...subject, identifier: [[identifier]] } },
      "a digest in a list": { credentialSubject: { ...subject, identifier: { ...identifier, identityHash: [identifier.identityHash] } } },
      "a kind of identifier by its address": {
        credentialSubject: {
          ...subject,
          identifier: { ...identifier, identityType: `https://purl.imsglobal.org/spec/vc/ob/vocab.html#${identifier.identityType}` },
        },
      },
      "a last day in a list": { validUntil: [validUntil] },
      "a last day as a value": { validUntil: { type: "http://www.w3.org/2001/XMLSchema#dateTime", "@value": validUntil } },
      "an id in a list": { id: [badge.id] },
      "an issuer in a list": { issuer: [badge.issuer] },
      "a status two lists deep": { credentialStatus: [[status]] },
      "a kind of status in a list": { credentialStatus: { ...status, type: [status.type] } },
      "an index in a list": { credentialStatus: { ...status, statusListIndex: [statusListIndex] } },
      "a status named more often than is looked up": { credentialStatus: Array.from({ length: 5 }, () => status) },
      "a status in two halves": {
        credentialStatus: [halfStatus, { id: status.id, type: status.type, statusListIndex, statusListCredential }],
      },
      "no status where it belongs": {
        credentialStatus: undefined,
        credentialSubject: { ...subject, achievement: { ...subject.achievement, related: [{ id: badge.id, credentialStatus: status }] } },
      },
    };
    expect(status.id).toBeDefined();
    for (const [what, shape] of Object.entries(shapes)) {
      const { verdict, signature } = await check(
        json(JSON.parse(JSON.stringify({ ...badge, ...shape }))),
        new Date("2035-01-01T12:00:00Z"),
      );
      expect([what, verdict, signature.because]).toEqual([what, "unchecked", "unknownWords"]);
    }
  });

  it("is no badge when it is deeper than any badge is", () => {
    const deep = `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`;
    expect(readBadgeText(deep)).toBeUndefined();
    expect(readBadgeText(JSON.stringify(made.badge.json))).toBeDefined();
  });

  it("is refused without a signature, and is no badge when it is something else that is signed", async () => {
    const { proof: _, ...unsigned } = made.badge.json;
    expect(await check(json(unsigned))).toMatchObject({ verdict: "forged", signature: { because: "unsigned" } });
    const list = await published.json("/badges/maple/status/revocation/1");
    expect((await check(json(list))).verdict).toBe("notABadge");
  });
});

describe("what cannot be looked at", () => {
  it("is unknown when it comes too late: one deadline for the whole, after which nothing more is asked", async () => {
    for (const found of both(made)) {
      const over = new AbortController();
      const asked: string[] = [];
      const slow = (address: string, signal?: AbortSignal): Promise<string> => {
        asked.push(address);
        if (!address.includes("/status/")) return published.text(address);
        expect(signal).toBe(over.signal);
        over.abort(new Error("too late"));
        // An issuer that never answers.
        return new Promise(() => {});
      };
      const report = await verifyBadge(found, { fetchText: slow, now, deadline: over.signal });
      expect(report).toMatchObject({ verdict: "unchecked", signature: { outcome: "good" }, status: { because: "unreachable" } });
      const before = asked.length;
      expect(await verifyBadge(found, { fetchText: slow, now, deadline: over.signal })).toMatchObject({
        verdict: "unchecked",
        signature: { because: "unreachable" },
      });
      expect(asked).toHaveLength(before);
    }
  });

  it("is a list of keys without the one that is named: it may be older than the key, and is no proof of a forgery", async () => {
    const change = (by: (document: any) => void) => async (address: string) => {
      const text = await published.text(address);
      if (!address.endsWith("/did.json")) return text;
      const document = JSON.parse(text);
      by(document);
      return JSON.stringify(document);
    };
    const older = change((document) => Object.assign(document, { verificationMethod: [], assertionMethod: [] }));
    const forOther = change((document) => (document.assertionMethod = []));
    const another = change((document) => (document.id = "did:web:elsewhere.example"));
    const relative = change((document) => {
      for (const method of document.verificationMethod) method.id = method.id.replace(/^.*#/, "#");
      document.assertionMethod = document.verificationMethod.map(({ id }: { id: string }) => id);
    });
    for (const found of both(made)) {
      expect(await check(found, now, older)).toMatchObject({ verdict: "unchecked", signature: { because: "keyNotListed" } });
      // It is there and for something else, or the list is somebody else's: that says something.
      for (const wrong of [forOther, another])
        expect(await check(found, now, wrong)).toMatchObject({ verdict: "forged", signature: { because: "notTheirKey" } });
      expect((await check(found, now, relative)).verdict).toBe("valid");
    }
  });

  it("is a name, a key or a word that nobody could write, and nothing breaks", async () => {
    const odd: any = structuredClone(made.badge.json);
    odd.issuer.id = "did:web:%E0%A4%A";
    expect((await check(json(odd))).verdict).toMatch(/^(forged|unchecked)$/);
    const strange = async (address: string) =>
      address.includes("/keys/") || address.endsWith("did.json")
        ? (await published.text(address)).replaceAll(/"n":"[^"]*"/g, '"n":7')
        : published.text(address);
    expect((await check(token(made.badge.jwt), now, strange)).verdict).toBe("unchecked");
    const more: any = structuredClone(made.badge.json);
    more["@context"].push("https://elsewhere.example/context.json");
    expect(await check(json(more))).toMatchObject({ verdict: "unchecked", signature: { because: "unknownWords" } });
  });

  const without = (part: string) => async (address: string) => {
    if (address.includes(part)) throw new Error("unreachable");
    return published.text(address);
  };

  it("is said to be unknown, never good: the keys, the lists", async () => {
    for (const found of both(made)) {
      expect(await check(found, now, without("did.json"))).toMatchObject({
        verdict: "unchecked",
        signature: { outcome: "unknown", because: "unreachable" },
      });
      expect(await check(found, now, without("/status/"))).toMatchObject({
        verdict: "unchecked",
        signature: { outcome: "good" },
        status: { outcome: "unknown" },
      });
    }
  });

  it("is an issuer's site that answers with something else for a while: that says nothing of the badge", async () => {
    for (const odd of ['{"status":"down for maintenance"}', "[]", "null", "<html></html>"]) {
      const away = async (address: string) => (address.includes("/status/") ? published.text(address) : odd);
      for (const found of both(made)) expect([odd, (await check(found, now, away)).verdict]).toEqual([odd, "unchecked"]);
    }
  });

  it("is not taken from a list that its issuer did not sign, or that is another", async () => {
    const altered = (change: (list: any) => void) => async (address: string) => {
      const text = await published.text(address);
      if (!address.includes("/status/revocation/")) return text;
      const list = JSON.parse(text);
      change(list);
      return JSON.stringify(list);
    };
    const { encodedList } = (await published.json("/badges/maple/status/suspension/1")).credentialSubject;
    for (const change of [
      (list: any) => (list.credentialSubject.encodedList = `${encodedList.slice(0, -8)}AAAAAAAA`),
      (list: any) => (list.validFrom = "2020-01-01T00:00:00Z"),
      (list: any) => delete list.proof,
      (list: any) => (list.issuer = "did:web:elsewhere.example"),
    ])
      expect(await check(token(made.badge.jwt), now, altered(change))).toMatchObject({
        verdict: "unchecked",
        status: { because: "listNotTheirs" },
      });
    const other = async (address: string) => published.text(address.replace("/status/revocation/", "/status/suspension/"));
    expect(await check(token(made.badge.jwt), now, other)).toMatchObject({ verdict: "unchecked", status: { because: "listWrong" } });
  });
});

describe("names of issuers", () => {
  it("lead to the address where their keys are, and nowhere else", () => {
    expect(didDocumentAddress("did:web:learn.example:badges:maple")).toBe("https://learn.example/badges/maple/did.json");
    expect(didDocumentAddress("did:web:learn.example")).toBe("https://learn.example/.well-known/did.json");
    expect(didDocumentAddress(didOfAddress("http://localhost:4541/badges/maple"))).toBe("http://localhost:4541/badges/maple/did.json");
    for (const odd of [
      "did:web:",
      "did:web:a.example:..:b",
      "did:web:a.example%2Fb",
      "did:web:user%40a.example",
      "did:key:z6Mk",
      "https://a.example",
      "did:web:a.example:b%2Fc",
    ])
      expect([odd, didDocumentAddress(odd)]).toEqual([odd, undefined]);
  });
});
