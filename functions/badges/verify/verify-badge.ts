import { cryptosuite, type JsonCredential, isInPlainWords, isSignedBy, type Proof } from "./data-integrity.ts";
import { addressOfDid } from "./did.ts";
import { type Held, keyOfProof, keyOfToken } from "./issuer-keys.ts";
import { isObject, isSignedJwt, readJwt } from "./jwt.ts";
import type { FoundBadge } from "./read-file.ts";
import { hasPlainShape } from "./plain-shape.ts";
import { readStatus } from "./read-status.ts";
import {
  type BadgeReport,
  type BadgeWords,
  clockSkewMs,
  type FetchText,
  type Step,
  type Verdict,
  verificationMs,
  type VerifyWith,
} from "./report.ts";

const untouched: Step = { outcome: "unknown" };
const contexts = {
  credentials: "https://www.w3.org/ns/credentials/v2",
  openBadges: /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context-3\.\d\.\d\.json$/,
};

/**
 * Checks a badge of anyone (Open Badges 3.0, as a token or with an embedded proof): that its signature is by a key that its
 * issuer publishes, that it is in its time, and that it is neither revoked nor suspended. Whatever cannot be looked at is said
 * to be unknown, never good; so is what its issuer takes too long to answer.
 */
export async function verifyBadge(
  found: FoundBadge,
  { deadline = AbortSignal.timeout(verificationMs), ...rest }: VerifyWith,
): Promise<BadgeReport> {
  const using = { ...rest, fetchText: before(deadline, rest.fetchText) };
  const { credential, signature } = found.form === "jwt" ? await inToken(found.jwt, using) : await inJson(found.credential, using);
  const report: BadgeReport = { verdict: "notABadge", form: found.form, signature, dates: untouched, status: untouched };
  if (!credential || !isBadge(credential)) return report;
  const badge = wordsOf(credential);
  // What is not signed by its issuer is nobody's word: nothing it names is looked up.
  if (signature.outcome !== "good") return { ...report, verdict: signature.outcome === "bad" ? "forged" : "unchecked", badge };
  const dates = datesOf(credential, using.now);
  const status = await readStatus(credential, issuerOf(credential), using);
  return { ...report, badge, dates, status, verdict: verdictOf(dates, status) };
}

/** The same reading, which ends with the deadline whatever it waits for. */
function before(deadline: AbortSignal, fetchText: FetchText): FetchText {
  return async (address) => {
    deadline.throwIfAborted();
    const over = new AbortController();
    const ended = new Promise<never>((_, reject) =>
      deadline.addEventListener("abort", () => reject(deadline.reason as Error), { signal: over.signal }),
    );
    try {
      return await Promise.race([fetchText(address, deadline), ended]);
    } finally {
      over.abort();
    }
  };
}

function verdictOf(dates: BadgeReport["dates"], status: BadgeReport["status"]): Verdict {
  // What is certainly not good is said, whatever else could not be looked at.
  const known = status.state ?? dates.state;
  if (known !== undefined) return known;
  return status.outcome === "good" && dates.outcome === "good" ? "valid" : "unchecked";
}

type Signed = { credential?: JsonCredential; signature: Step };

async function inToken(text: string, { fetchText }: VerifyWith): Promise<Signed> {
  const jwt = readJwt(text);
  if (!jwt) return { signature: { outcome: "bad", because: "malformed" } };
  const { iss, sub, jti, nbf, exp, iat: _, ...credential } = jwt.claims;
  const subject = isObject(credential.credentialSubject) ? credential.credentialSubject.id : undefined;
  const seconds = (value: unknown): number | undefined => (typeof value === "string" ? Math.floor(Date.parse(value) / 1000) : undefined);
  const says =
    iss === issuerOf(credential) &&
    sub === subject &&
    jti === credential.id &&
    nbf === seconds(credential.validFrom) &&
    exp === seconds(credential.validUntil);
  if (!says) return { credential, signature: { outcome: "bad", because: "disagrees" } };
  const held = await keyOfToken(jwt.header.kid, issuerOf(credential), fetchText);
  return { credential, signature: await stepOf(held, (key) => isSignedJwt(jwt, key)) };
}

async function inJson(credential: JsonCredential, { fetchText }: VerifyWith): Promise<Signed> {
  const proofs = [credential.proof].flat().filter(isObject);
  const proof = proofs.find((one) => one.type === "DataIntegrityProof" && one.cryptosuite === cryptosuite) as Proof | undefined;
  if (proofs.length === 0) return { credential, signature: { outcome: "bad", because: "unsigned" } };
  if (!proof) return { credential, signature: { outcome: "unknown", because: "otherKind" } };
  const isWhole = ["created", "verificationMethod", "proofValue"].every((name) => typeof proof[name as keyof Proof] === "string");
  if (!isWhole || proof.proofPurpose !== "assertionMethod") return { credential, signature: { outcome: "bad", because: "brokenProof" } };
  // Contexts give words their meaning: one of someone's own could let a badge show one thing and have another signed.
  if (!hasKnownContexts(credential) || !(await isInPlainWords(credential)) || (isBadge(credential) && !hasPlainShape(credential)))
    return { credential, signature: { outcome: "unknown", because: "unknownWords" } };
  const held = await keyOfProof(proof.verificationMethod, issuerOf(credential), fetchText);
  return {
    credential,
    signature: await stepOf(held, async (key) => {
      try {
        return (await isSignedBy(key, credential, proof)) ?? "unknown";
      } catch {
        // A word that no context defines cannot be part of what was signed.
        return false;
      }
    }),
  };
}

async function stepOf<Key>(held: Held<Key>, check: (key: Key) => Promise<boolean | "unknown">): Promise<Step> {
  if ("not" in held) return { outcome: "bad", because: held.not };
  if ("unknown" in held) return { outcome: "unknown", because: held.unknown };
  const isGood = await check(held.key);
  if (isGood === "unknown") return { outcome: "unknown", because: "otherKind" };
  return isGood ? { outcome: "good" } : { outcome: "bad", because: "altered" };
}

function hasKnownContexts(credential: JsonCredential): boolean {
  const [first, second] = [credential["@context"]].flat<unknown[]>();
  return first === contexts.credentials && typeof second === "string" && contexts.openBadges.test(second);
}

function isBadge({ type }: JsonCredential): boolean {
  const types = [type].flat();
  return types.includes("VerifiableCredential") && (types.includes("OpenBadgeCredential") || types.includes("AchievementCredential"));
}

/** The issuer's id, whichever way it is written. */
function issuerOf({ issuer }: JsonCredential): string {
  const id = isObject(issuer) ? issuer.id : issuer;
  return typeof id === "string" ? id : "";
}

function wordsOf(credential: JsonCredential): BadgeWords {
  const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
  const subject = isObject(credential.credentialSubject) ? credential.credentialSubject : {};
  const achievement = isObject(subject.achievement) ? subject.achievement : {};
  const named = [subject.identifier].flat().find((one) => isObject(one) && one.identityType === "name" && one.hashed === false);
  const issuer = issuerOf(credential);
  const address = issuer.startsWith("did:") ? addressOfDid(issuer) : issuer;
  const optional = {
    holder: isObject(named) ? text(named.identityHash) : undefined,
    issuerHost: address !== undefined && URL.canParse(address) ? new URL(address).host : undefined,
    validFrom: text(credential.validFrom),
    validUntil: text(credential.validUntil),
    address: text(credential.id),
  };
  return {
    title: text(achievement.name) ?? text(credential.name) ?? "",
    issuer: (isObject(credential.issuer) && text(credential.issuer.name)) || issuer,
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<BadgeWords>),
  };
}

function datesOf({ validFrom, validUntil }: JsonCredential, now: Date): BadgeReport["dates"] {
  const at = (value: unknown): number => (typeof value === "string" ? Date.parse(value) : Number.NaN);
  const [from, until] = [at(validFrom), validUntil === undefined ? Number.POSITIVE_INFINITY : at(validUntil)];
  if (Number.isNaN(from) || Number.isNaN(until)) return { outcome: "unknown", because: "unreadableDates" };
  if (now.getTime() + clockSkewMs < from) return { outcome: "bad", state: "notYet" };
  return now.getTime() > until ? { outcome: "bad", state: "expired" } : { outcome: "good" };
}
