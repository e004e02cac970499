import { createHash } from "node:crypto";

/** The name of a public key: a digest of the key itself (RFC 7638), so that no name is ever used for two. */
export function keyIdOf(jwk: Record<string, string>): string {
  const parts = jwk.kty === "RSA" ? ["e", "kty", "n"] : ["crv", "kty", "x"];
  const words = JSON.stringify(Object.fromEntries(parts.map((name) => [name, jwk[name]])));
  return createHash("sha256").update(words).digest("base64url");
}
