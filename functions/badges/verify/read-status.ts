import { cryptosuite, isSignedBy, type JsonCredential, type Proof } from "./data-integrity.ts";
import { keyOfProof, keyOfToken } from "./issuer-keys.ts";
import { isObject, isSignedJwt, readJwt } from "./jwt.ts";
import { bitAt, decodeBits, listLength } from "./status-list.ts";
import { type BadgeReport, type Because, clockSkewMs, type Step, type VerifyWith } from "./report.ts";

type Found = BadgeReport["status"];
type Entry = { statusPurpose: string; statusListIndex: number; statusListCredential: string };

/** A list for each purpose and one more; each entry beyond is a request that a badge makes others pay for. */
const mostEntries = 4;

/** Whether a badge is revoked or suspended, as the lists say that it names. A badge that names none cannot be either. */
export async function readStatus(credential: JsonCredential, issuer: string, using: VerifyWith): Promise<Found> {
  const named = [credential.credentialStatus].flat().filter((one) => one !== undefined);
  if (named.length > mostEntries) return { outcome: "unknown", because: "unknownStatus" };
  const entries = named.map(entryIn);
  if (entries.some((one) => one === undefined)) return { outcome: "unknown", because: "unknownStatus" };
  let found: Found = { outcome: "good" };
  for (const entry of entries) {
    if (!entry) continue;
    const one = await readEntry(entry, issuer, using);
    if (one.state !== undefined) return one;
    if (one.outcome !== "good") found = one;
  }
  return found;
}

function entryIn(status: unknown): Entry | undefined {
  if (!isObject(status) || status.type !== "BitstringStatusListEntry") return undefined;
  const { statusPurpose, statusListCredential, statusListIndex, statusSize } = status;
  const index = Number(statusListIndex);
  const isEntry =
    (statusPurpose === "revocation" || statusPurpose === "suspension") &&
    typeof statusListCredential === "string" &&
    Number.isSafeInteger(index) &&
    index >= 0 &&
    (statusSize === undefined || statusSize === 1);
  return isEntry ? { statusPurpose, statusListIndex: index, statusListCredential } : undefined;
}

async function readEntry(entry: Entry, issuer: string, using: VerifyWith): Promise<Found> {
  const bit = await bitOf(entry, issuer, using);
  if (typeof bit !== "boolean") return bit;
  if (!bit) return { outcome: "good" };
  if (entry.statusPurpose === "suspension") return { outcome: "bad", state: "suspended" };
  // A badge may name one list alone (its schema says so). Ours keeps a second one beside it, which tells what is withdrawn for a time.
  const beside = entry.statusListCredential.replace(/\/status\/revocation\/(\d+)$/, "/status/suspension/$1");
  if (beside === entry.statusListCredential) return { outcome: "bad", state: "revoked" };
  const isSuspended = await bitOf({ ...entry, statusPurpose: "suspension", statusListCredential: beside }, issuer, using);
  return { outcome: "bad", state: isSuspended === true ? "suspended" : "revoked" };
}

async function bitOf(
  { statusPurpose, statusListIndex, statusListCredential }: Entry,
  issuer: string,
  using: VerifyWith,
): Promise<boolean | Step> {
  const unknown = (because: Because): Step => ({ outcome: "unknown", because });
  let text: string;
  try {
    text = (await using.fetchText(statusListCredential)).trim();
  } catch {
    return unknown("unreachable");
  }
  const list = await signedList(text, issuer, using);
  if (!list) return unknown("listNotTheirs");
  const { id, type, validFrom, validUntil, credentialSubject } = list;
  if (id !== statusListCredential || ![type].flat().includes("BitstringStatusListCredential") || !isObject(credentialSubject))
    return unknown("listWrong");
  const time = using.now.getTime();
  const isInTime = !(instant(validFrom) > time + clockSkewMs) && !(instant(validUntil) < time);
  if (!isInTime) return unknown("listWrong");
  if (![credentialSubject.statusPurpose].flat().includes(statusPurpose)) return unknown("listWrong");
  const bits = typeof credentialSubject.encodedList === "string" ? await decodeBits(credentialSubject.encodedList) : undefined;
  if (!bits || bits.length * 8 < listLength || statusListIndex >= bits.length * 8) return unknown("listWrong");
  return bitAt(bits, statusListIndex);
}

/** The list, if its issuer is the badge's and signed it; as a token or with an embedded proof. */
async function signedList(text: string, issuer: string, { fetchText }: VerifyWith): Promise<JsonCredential | undefined> {
  const jwt = text.startsWith("{") ? undefined : readJwt(text);
  const list = jwt ? jwt.claims : parsed(text);
  if (!list || (isObject(list.issuer) ? list.issuer.id : list.issuer) !== issuer) return undefined;
  if (jwt) {
    const held = await keyOfToken(jwt.header.kid, issuer, fetchText);
    return "key" in held && (await isSignedJwt(jwt, held.key)) === true ? list : undefined;
  }
  const proof = [list.proof]
    .flat()
    .find((one) => isObject(one) && one.cryptosuite === cryptosuite && one.proofPurpose === "assertionMethod") as Proof | undefined;
  if (!proof || typeof proof.proofValue !== "string" || typeof proof.verificationMethod !== "string") return undefined;
  const held = await keyOfProof(proof.verificationMethod, issuer, fetchText);
  return "key" in held && (await isSignedBy(held.key, list, proof).catch(() => false)) === true ? list : undefined;
}

const instant = (at: unknown): number => (typeof at === "string" ? Date.parse(at) : Number.NaN);

function parsed(text: string): JsonCredential | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
