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
      const method = kid.split("#")[0] === issuer ? await methodOf(issuer, kid, fetchText) : undefined;
      return isObject(method?.publicKeyJwk) ? { key: method.publicKeyJwk } : { not: "notTheirKey" };
    }
    const key = JSON.parse(await fetchText(kid)) as unknown;
    if (!isObject(key) || typeof key.kty !== "string") return { not: "noKey" };
    const isTheirs = issuer.startsWith("did:")
      ? (await methodsOf(issuer, fetchText)).some(({ publicKeyJwk }) => isObject(publicKeyJwk) && isSameKey(publicKeyJwk, key))
      : URL.canParse(issuer) && new URL(issuer).origin === new URL(kid).origin;
    return isTheirs ? { key } : { not: "notTheirKey" };
  } catch {
    return { unknown: "unreachable" };
  }
}

/** The public Ed25519 key that a proof names, and whether it is the issuer's own. */
export async function keyOfProof(method: string, issuer: string, fetchText: FetchText): Promise<Held<Uint8Array<ArrayBuffer>>> {
  if (method.split("#")[0] !== issuer) return { not: "notTheirKey" };
  try {
    const found = await methodOf(issuer, method, fetchText);
    if (!found) return { not: "notTheirKey" };
    const { publicKeyMultibase, publicKeyJwk } = found;
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

async function methodOf(issuer: string, id: string, fetchText: FetchText): Promise<Method | undefined> {
  return (await methodsOf(issuer, fetchText)).find((method) => method.id === id);
}

/** The keys by which an issuer vouches for what it says. A key it publishes for something else is not among them. */
async function methodsOf(issuer: string, fetchText: FetchText): Promise<Method[]> {
  if (issuer.startsWith("did:key:")) {
    const publicKeyMultibase = issuer.slice("did:key:".length);
    return [{ id: `${issuer}#${publicKeyMultibase}`, publicKeyMultibase }];
  }
  const address = didDocumentAddress(issuer);
  if (address === undefined) return [];
  const document = JSON.parse(await fetchText(address)) as unknown;
  if (!isObject(document) || document.id !== issuer) return [];
  const { assertionMethod, verificationMethod } = document;
  const methods = [verificationMethod, assertionMethod].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));
  const named = new Set((Array.isArray(assertionMethod) ? assertionMethod : []).map((one: unknown) => (isObject(one) ? one.id : one)));
  return methods.filter(({ id, controller }) => named.has(id) && controller === issuer);
}

const isSameKey = (a: Jwk, b: Jwk): boolean => ["kty", "n", "e", "crv", "x", "y"].every((part) => a[part] === b[part]);
