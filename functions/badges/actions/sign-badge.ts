import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { SigningAlgorithm, SigningKey } from "../../platform/context.ts";
import { derive } from "../../platform/derive.ts";
import type { Granted } from "../../platform/grant.ts";
import { issuerDid, keyPage, type Place } from "../addresses.ts";
import { keyKnownAfterSeconds, statusListOf, toTheSecond } from "../credential.ts";
import { keyIdOf } from "../key-id.ts";
import { tokenOf } from "../token.ts";
import { findBadge, isSettled, listBadgeKeys } from "../queries.ts";
import { badgeKeys, badges, type Badge, type StatusPurpose, statusListAddress, statusLists } from "../records.ts";
import { toBase58 } from "../verify/bytes.ts";
import { bytesToSign, cryptosuite, type JsonCredential, type Proof } from "../verify/data-integrity.ts";
import { bitAt, decodeBits, emptyBits, encodeBits, withBit } from "../verify/status-list.ts";

type Signing = Granted<"badge:sign">;
type Keys = Record<"rs256" | "ed25519", SigningKey & { kid: string }>;

/**
 * Brings a badge to where it should be: its keys published, the lists of status as its standing says, and then, once, its
 * signatures. The order matters: whoever can read a badge can read its key and its status. Run twice, or ended in the middle and
 * run again, it changes nothing that is done.
 */
export async function signBadge(ctx: Signing, publicId: string): Promise<void> {
  const first = await findBadge(ctx, publicId);
  if (!first || isSettled(first)) return;
  const keys = await publishedKeys(ctx);
  await retryOnConflict(async () => {
    const badge = await findBadge(ctx, publicId);
    if (!badge || isSettled(badge)) return;
    const { isRevoked, isSuspended } = badge;
    // A badge may name one list alone. So the list of what is revoked stops a badge that is suspended as well, for as long as it
    // is; the list of what is suspended tells the one from the other.
    await bringList(ctx, keys, badge, "suspension", isSuspended);
    await bringList(ctx, keys, badge, "revocation", isRevoked || isSuspended);
    const signed = badge.signed ?? (await signaturesOf(ctx, keys, badge));
    await commit(ctx, {
      action: badge.signed ? "badge.listed" : "badge.signed",
      subject: `badge:${publicId}`,
      writes: [badges.put({ ...badge, signed, listed: { isRevoked, isSuspended } })],
      after: { keys: signed.keys, isRevoked, isSuspended },
      result: undefined,
    });
  });
}

async function signaturesOf(ctx: Signing, keys: Keys, { credential: text }: Badge): Promise<NonNullable<Badge["signed"]>> {
  const credential = JSON.parse(text) as JsonCredential;
  const header = { kid: keyPage(placeOf(ctx), keys.rs256.kid), key: keys.rs256 };
  const [jwt, proof] = await Promise.all([tokenOf(credential, header), proofOf(ctx, keys, credential)]);
  const names = { rs256: keys.rs256.kid, ed25519: keys.ed25519.kid };
  return { jwt, proof: JSON.stringify(proof), at: ctx.now.toISOString(), keys: names };
}

/** The proof that stands in the JSON of a credential. Its time is that of the credential, so that it is the same each time. */
async function proofOf(ctx: Signing, { ed25519 }: Keys, credential: JsonCredential): Promise<Proof> {
  const words = {
    type: "DataIntegrityProof",
    cryptosuite,
    created: credential.validFrom as string,
    verificationMethod: `${issuerDid(placeOf(ctx))}#${ed25519.kid}`,
    proofPurpose: "assertionMethod",
  };
  return { ...words, proofValue: `z${toBase58(await ed25519.sign(await bytesToSign(credential, words)))}` };
}

/** Sets or clears a badge's bit in a list, and publishes the list if it is not there yet or changed. */
async function bringList(ctx: Signing, keys: Keys, { list, index }: Badge, purpose: StatusPurpose, isSet: boolean): Promise<void> {
  const published = await ctx.table.get(statusLists, statusListAddress(purpose, list));
  const bits = published ? await decodeBits(published.encodedList) : emptyBits();
  if (!bits) throw new Error(`the list of ${purpose} ${list} cannot be read`);
  if (published && bitAt(bits, index) === isSet) return;
  const encodedList = await encodeBits(withBit(bits, index, isSet));
  const credential = statusListOf(placeOf(ctx), { purpose, list, encodedList, now: ctx.now });
  const signed = JSON.stringify({ ...credential, proof: [await proofOf(ctx, keys, credential)] });
  await derive(ctx, [statusLists.put({ version: published?.version ?? 0, purpose, list, encodedList, credential: signed })]);
}

/**
 * The keys that sign now, once everyone can read their public halves. A new key is published at once, and the one before it goes on signing
 * until no list without the new one can be in anybody's hands. Where no earlier one can sign there is nothing to wait with.
 */
async function publishedKeys(ctx: Signing): Promise<Keys> {
  const published = new Map((await listBadgeKeys(ctx)).map(({ kid, publishedAt }) => [kid, Date.parse(publishedAt)]));
  const isKnown = ({ kid }: { kid: string }): boolean =>
    (published.get(kid) ?? Number.POSITIVE_INFINITY) + keyKnownAfterSeconds * 1_000 <= ctx.now.getTime();
  const read = async (algorithm: SigningAlgorithm) => {
    const named = (key: SigningKey) => ({ ...key, kid: keyIdOf(key.publicJwk), sign: key.sign.bind(key) });
    const current = named(await ctx.signingKeys.current(algorithm));
    if (!published.has(current.kid)) await publish(ctx, current.kid, algorithm, current.publicJwk);
    if (isKnown(current)) return current;
    // What was never published has signed nothing, and would be as new to everyone.
    const earlier = (await ctx.signingKeys.earlier(algorithm)).map(named).filter(({ kid }) => published.has(kid));
    return earlier.find(isKnown) ?? earlier[0] ?? current;
  };
  const [rs256, ed25519] = [await read("RS256"), await read("Ed25519")];
  return { rs256, ed25519 };
}

async function publish(ctx: Signing, kid: string, algorithm: SigningAlgorithm, jwk: Record<string, string>): Promise<void> {
  await retryOnConflict(async () => {
    if ((await listBadgeKeys(ctx)).some((one) => one.kid === kid)) return;
    await commit(ctx, {
      action: "badge-key.published",
      subject: `badge-key:${kid}`,
      writes: [badgeKeys.put({ version: 0, kid, algorithm, jwk, publishedAt: toTheSecond(ctx.now) })],
      after: { algorithm },
      result: undefined,
    });
  });
}

const placeOf = ({ origin, district: { slug } }: Signing): Place => ({ origin, slug });
