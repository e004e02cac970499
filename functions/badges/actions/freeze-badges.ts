import { randomBytes, randomInt } from "node:crypto";
import { certificatesFrom, isCertificate } from "../../certification/queries.ts";
import type { Certificate } from "../../certification/records.ts";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { LocalDate } from "../../platform/dates.ts";
import type { Granted } from "../../platform/grant.ts";
import { partitionOf, type Versioned } from "../../platform/record.ts";
import { GuardFailed, type Item, type Key } from "../../platform/table.ts";
import { staffFrom } from "../../roster/queries.ts";
import { credentialOf } from "../credential.ts";
import { findBadge } from "../queries.ts";
import { type Badge, badgePlaces, badges, issuerPartition, placeAddress, type Standing, statusLists } from "../records.ts";
import { listLength } from "../verify/status-list.ts";

/** Draws in one list before the next one is begun. While half of it is free, all of these fail once in 65,536 times. */
const drawsInList = 16;
const tries = 40;

/**
 * Freezes what a person's certificates say as badges, each once, with a place in the lists of status that nobody else has; and
 * brings the standing of those that are frozen to what their certificates say today. Run twice, or late, it changes nothing.
 */
export async function freezeBadges(ctx: Granted<"badge:issue">, staffId: string): Promise<{ publicIds: string[] }> {
  const held = certificatesFrom(await ctx.table.collection(`U#${staffId}`, { prefix: "CERT#" }));
  for (const { publicId } of held) await freezeOne(ctx, staffId, publicId);
  return { publicIds: held.map(({ publicId }) => publicId) };
}

async function freezeOne(ctx: Granted<"badge:issue">, staffId: string, publicId: string): Promise<void> {
  let list: number | undefined;
  for (let attempt = 1; ; attempt++) {
    // The badge first, the certificate after: a put that holds rests on a certificate as new as the version it replaces.
    const badge = await findBadge(ctx, publicId);
    const items = await ctx.table.collection(`U#${staffId}`);
    const certificate = certificatesFrom(items).find((one) => one.publicId === publicId);
    // Moved to another account of the same person: it is frozen from there.
    if (!certificate) return;
    const standing = standingOf(certificate, ctx.today);
    if (badge && badge.isRevoked === standing.isRevoked && badge.isSuspended === standing.isSuspended) return;
    list ??= badge ? badge.list : await latestList(ctx);
    const index = randomInt(listLength);
    try {
      if (badge) await changeStanding(ctx, badge, standing);
      else await freeze(ctx, { certificate, items, standing, listPlace: { list, index } });
      return;
    } catch (error) {
      if (!(error instanceof GuardFailed) || attempt === tries) throw error;
      if (error.on(keyOf(ctx, list, index)) && attempt % drawsInList === 0) list++;
    }
  }
}

/** Revokes the badge of a certificate that is there no more: a past one that went with its import. */
export async function revokeWithoutCertificate(ctx: Granted<"badge:issue">, publicId: string): Promise<void> {
  await retryOnConflict(async () => {
    const badge = await findBadge(ctx, publicId);
    if (!badge || badge.isRevoked || (await isCertificate(ctx, publicId))) return;
    await changeStanding(ctx, badge, { isRevoked: true, isSuspended: false });
  });
}

type Frozen = { certificate: Certificate; items: Item[]; standing: Standing; listPlace: { list: number; index: number } };

async function freeze(ctx: Granted<"badge:issue">, { certificate, items, standing, listPlace }: Frozen): Promise<void> {
  const { publicId, id: certificateId } = certificate;
  const { slug, zone } = ctx.district;
  const credential = credentialOf(certificate, {
    place: { origin: ctx.origin, slug },
    zone,
    email: staffFrom(items)?.email ?? "",
    salt: randomBytes(16).toString("hex"),
    listPlace,
  });
  await commit(ctx, {
    action: "badge.frozen",
    subject: `badge:${publicId}`,
    writes: [
      badges.put({
        version: 0,
        publicId,
        certificateId,
        ...listPlace,
        frozenAt: ctx.now.toISOString(),
        credential: JSON.stringify(credential),
        ...standing,
      }),
      badgePlaces.put({ version: 0, ...listPlace, publicId }),
    ],
    after: { certificateId, ...listPlace },
    result: undefined,
  });
}

async function changeStanding(ctx: Granted<"badge:issue">, badge: Badge & Versioned, standing: Standing): Promise<void> {
  const { publicId, isRevoked, isSuspended } = badge;
  await commit(ctx, {
    action: "badge.standing-changed",
    subject: `badge:${publicId}`,
    writes: [badges.put({ ...badge, ...standing })],
    before: { isRevoked, isSuspended },
    after: standing,
    result: undefined,
  });
}

/** The newest list there is: new badges take their places there. */
async function latestList(ctx: Granted<"badge:issue">): Promise<number> {
  const range = { prefix: "LIST#revocation#", descending: true, limit: 1 };
  const [latest] = await ctx.table.list(statusLists, issuerPartition, range);
  return latest?.list ?? 1;
}

function standingOf({ revokedOn, suspendedOn }: Certificate, today: LocalDate): Standing {
  const hasCome = (day: LocalDate | undefined): boolean => day !== undefined && day <= today;
  return { isRevoked: hasCome(revokedOn), isSuspended: hasCome(suspendedOn) };
}

function keyOf(ctx: Granted<"badge:issue">, list: number, index: number): Key {
  const { of, at } = placeAddress(list, index);
  return { PK: partitionOf(ctx.district.id, of), SK: at };
}
