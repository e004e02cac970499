import type { SigningKey } from "../platform/context.ts";
import { toBase64Url, utf8 } from "./verify/bytes.ts";
import type { JsonCredential } from "./verify/data-integrity.ts";

/**
 * A badge as a token (Open Badges 3.0, JSON Web Token proof): the whole credential, with the names and dates that tokens have for the same
 * things. The header says how it is signed and where the key is published, and nothing else.
 */
export async function tokenOf(credential: JsonCredential, { kid, key }: { kid: string; key: SigningKey }): Promise<string> {
  const { id, issuer, credentialSubject, validFrom, validUntil } = credential as {
    id: string;
    issuer: { id: string };
    credentialSubject: { id: string };
    validFrom: string;
    validUntil: string;
  };
  const seconds = (at: string): number => Date.parse(at) / 1_000;
  const header = { alg: "RS256", kid, typ: "JWT" };
  const claims = { ...credential, iss: issuer.id, sub: credentialSubject.id, jti: id, nbf: seconds(validFrom), exp: seconds(validUntil) };
  const signed = [header, claims].map((part) => toBase64Url(utf8(JSON.stringify(part)))).join(".");
  return `${signed}.${toBase64Url(await key.sign(utf8(signed)))}`;
}
