import { fromBase64Url, fromMultikey } from "./bytes.ts";
import { didDocumentAddress } from "./did.ts";
import { isObject, type Jwk } from "./jwt.ts";
import type { Because, FetchText } from "./report.ts";

/** What may be said of a key: it is the issuer's, it is not, or nobody can tell here and now. */
export type Held<Key> = { key: Key } | { not: Because } | { unknown: Because };

/**
 * The public key of a token, and whether it is the issuer's own. `kid` leads to one bare key; that it is the issuer's is what the
 * issuer's own list of keys says (did:web), or the address of both (an issuer named by an address).
 */
export async function keyOfToken(kid: string | undefined, issuer: string, fetchText: FetchText): Promise<Held<Jwk>> {
  // A token may hold its key itself: whose that is nobody can tell, which is no forgery.
  if (kid === undefined || !URL.canParse(kid)) return { unknown: "noKey" };
  try {
    if (kid.startsWith("did:")) {
      if (kid.split("#")[0] !== issuer) return { not: "notTheirKey" };
      const found = await methodOf(issuer, kid, fetchText);
      if ("not" in found || "unknown" in found) return found;
      return isObject(found.key.publicKeyJwk) ? { key: found.key.publicKeyJwk } : { unknown: "otherKind" };
    }
    const key = JSON.parse(await fetchText(kid)) as unknown;
    // What is published there is no key today, such as the page of a site that is out of order: that says nothing of the badge.
    if (!isObject(key) || typeof key.kty !== "string") return { unknown: "noKey" };
    if (!issuer.startsWith("did:"))
      return URL.canParse(issuer) && new URL(issuer).origin === new URL(kid).origin ? { key } : { not: "notTheirKey" };
    const methods = await methodsOf(issuer, fetchText);
    const listed = methods?.find(({ publicKeyJwk }) => isObject(publicKeyJwk) && isSameKey(publicKeyJwk, key));
    if (listed) return listed.isForClaims === true ? { key } : { not: "notTheirKey" };
    // A key that the issuer's own site shows may be newer than the list that a cache on the way still holds, or older than the list.
    return methods && isBelow(issuer, kid) ? { unknown: "keyNotListed" } : { not: "notTheirKey" };
  } catch {
    return { unknown: "unreachable" };
  }
}

/** The public Ed25519 key that a proof names, and whether it is the issuer's own. */
export async function keyOfProof(method: string, issuer: string, fetchText: FetchText): Promise<Held<Uint8Array<ArrayBuffer>>> {
  if (method.split("#")[0] !== issuer) return { not: "notTheirKey" };
  try {
    const found = await methodOf(issuer, method, fetchText);
    if ("not" in found || "unknown" in found) return found;
    const { publicKeyMultibase, publicKeyJwk } = found.key;
    const key =
      typeof publicKeyMultibase === "string"
        ? fromMultikey(publicKeyMultibase)
        : isObject(publicKeyJwk) && publicKeyJwk.crv === "Ed25519" && typeof publicKeyJwk.x === "string"
          ? fromBase64Url(publicKeyJwk.x)
          : undefined;
    return key?.length === 32 ? { key } : { unknown: "otherKind" };
  } catch {
    return { unknown: "unreachable" };
  }
}

type Method = Record<string, unknown>;

/** One of an issuer's keys by its name. A list without it may be older than the key, so it says nothing for good. */
async function methodOf(issuer: string, id: string, fetchText: FetchText): Promise<Held<Method>> {
  const methods = await methodsOf(issuer, fetchText);
  if (!methods) return { not: "notTheirKey" };
  const found = methods.find((method) => method.id === id);
  if (!found) return { unknown: "keyNotListed" };
  return found.isForClaims === true ? { key: found } : { not: "notTheirKey" };
}

/**
 * The keys that an issuer publishes, each with whether it vouches by it for what it says: a key may be published for something
 * else. Undefined where an issuer's name leads to no keys, or to somebody else's; what is no list of keys at all cannot be read.
 */
async function methodsOf(issuer: string, fetchText: FetchText): Promise<Method[] | undefined> {
  if (issuer.startsWith("did:key:")) {
    const publicKeyMultibase = issuer.slice("did:key:".length);
    return [{ id: `${issuer}#${publicKeyMultibase}`, publicKeyMultibase, isForClaims: true }];
  }
  const address = didDocumentAddress(issuer);
  if (address === undefined) return undefined;
  const document = JSON.parse(await fetchText(address)) as unknown;
  if (!isObject(document) || typeof document.id !== "string") throw new Error("what is published there is no list of keys");
  if (document.id !== issuer) return undefined;
  const { assertionMethod, verificationMethod } = document;
  // A name may be written without the issuer's own in front of it.
  const whole = (id: unknown): unknown => (typeof id === "string" && id.startsWith("#") ? `${issuer}${id}` : id);
  const methods = [verificationMethod, assertionMethod].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));
  const named = new Set((Array.isArray(assertionMethod) ? assertionMethod : []).map((one: unknown) => whole(isObject(one) ? one.id : one)));
  return methods.map((method) => {
    const id = whole(method.id);
    return { ...method, id, isForClaims: named.has(id) && method.controller === issuer };
  });
}

/** Whether an address lies on the very site that publishes an issuer's keys. */
function isBelow(issuer: string, address: string): boolean {
  const at = didDocumentAddress(issuer);
  return at !== undefined && new URL(address).origin === new URL(at).origin;
}

const isSameKey = (a: Jwk, b: Jwk): boolean => ["kty", "n", "e", "crv", "x", "y"].every((part) => a[part] === b[part]);
