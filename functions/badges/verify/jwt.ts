import { fromBase64Url, textOf, utf8 } from "./bytes.ts";

/** A public key as JSON. */
export type Jwk = Record<string, unknown> & { kty?: unknown };

/** A signed JSON Web Token, taken apart. */
export type Jwt = {
  header: { alg: string; kid?: string };
  claims: Record<string, unknown>;
  signed: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
};

/** Takes a compact token apart; undefined for anything that is not written exactly as one is. */
export function readJwt(text: string): Jwt | undefined {
  const [head = "", body = "", tail = "", ...more] = text.split(".");
  const [header, claims, signature] = [jsonIn(head), jsonIn(body), fromBase64Url(tail)];
  if (more.length > 0 || !header || !claims || !signature || typeof header.alg !== "string") return undefined;
  return {
    header: { alg: header.alg, ...(typeof header.kid === "string" && { kid: header.kid }) },
    claims,
    signed: utf8(`${head}.${body}`),
    signature,
  };
}

function jsonIn(part: string): Record<string, unknown> | undefined {
  try {
    const bytes = fromBase64Url(part);
    const value: unknown = bytes && JSON.parse(textOf(bytes));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value is a JSON object: neither a list nor nothing. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The ways of signing that are accepted, and the kind of key each needs. Nothing is ever accepted without a signature. */
const algorithms = {
  RS256: { kty: "RSA", crv: undefined, name: "RSASSA-PKCS1-v1_5" },
  ES256: { kty: "EC", crv: "P-256", name: "ECDSA" },
} as const;

/** Whether a token's signature is that of a public key; `"unknown"` for a way of signing, or a key, that is not accepted here. */
export async function isSignedJwt({ header, signed, signature }: Jwt, jwk: Jwk): Promise<boolean | "unknown"> {
  const algorithm = Object.hasOwn(algorithms, header.alg) ? algorithms[header.alg as keyof typeof algorithms] : undefined;
  if (!algorithm || jwk.kty !== algorithm.kty || (algorithm.crv !== undefined && jwk.crv !== algorithm.crv)) return "unknown";
  const { kty, n, e, crv, x, y } = jwk as JsonWebKey;
  const parts = kty === "RSA" ? { kty, n, e } : { kty, crv, x, y };
  // 2,048 bits are what RS256 asks for at least (RFC 7518).
  if (kty === "RSA" && (typeof n !== "string" || (fromBase64Url(n)?.length ?? 0) < 256)) return "unknown";
  const parameters = { name: algorithm.name, hash: "SHA-256", ...(algorithm.crv !== undefined && { namedCurve: algorithm.crv }) };
  const key = await crypto.subtle.importKey("jwk", parts as JsonWebKey, parameters, false, ["verify"]).catch(() => undefined);
  return key ? crypto.subtle.verify(parameters, key, signature, signed) : "unknown";
}
