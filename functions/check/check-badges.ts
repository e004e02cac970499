import { findBadge, isSettled } from "../badges/queries.ts";
import { type Badge, type StatusPurpose, statusListAddress, statusLists } from "../badges/records.ts";
import { bitAt, decodeBits } from "../badges/verify/status-list.ts";
import { certificatesFrom } from "../certification/queries.ts";
import type { Certificate } from "../certification/records.ts";
import type { Context } from "../platform/context.ts";
import type { LocalDate } from "../platform/dates.ts";
import type { Item } from "../platform/table.ts";
import type { Finding } from "./contract.ts";

/** Each certificate has its badge, signed, and both the badge and the lists of status say what is true of it today. */
export async function checkBadges(ctx: Context, items: Item[]): Promise<Finding[]> {
  const held = certificatesFrom(items, () => undefined);
  return (await Promise.all(held.map((certificate) => checkBadge(ctx, certificate)))).flat();
}

async function checkBadge(ctx: Context, certificate: Certificate): Promise<Finding[]> {
  const { publicId } = certificate;
  const say = (expected: string, found: string): Finding[] => [{ kind: "badgeDiffers", row: `BADGE#${publicId} / BADGE`, expected, found }];
  const badge = await findBadge(ctx, publicId).catch(() => "unreadable" as const);
  // A row that cannot be read is a finding by itself.
  if (badge === "unreadable") return [];
  if (!badge) return say("the badge of a certificate", "there is none");
  const wanted = standingWords(certificate, ctx.today);
  const stands = inWords(badge);
  // What a date alone changes waits for the night.
  if (!wanted.includes(stands)) return say(`a badge that is ${wanted[0]}`, stands);
  if (!isSettled(badge))
    return say("a signed badge, with lists of status that say what it says", badge.signed ? "lists that do not" : "no signature");
  const [revocation, suspension] = await Promise.all([bitOf(ctx, badge, "revocation"), bitOf(ctx, badge, "suspension")]);
  if (revocation === (badge.isRevoked || badge.isSuspended) && suspension === badge.isSuspended) return [];
  return say(`lists of status that say ${stands}`, `revocation ${String(revocation)}, suspension ${String(suspension)}`);
}

function inWords({ isRevoked, isSuspended }: Pick<Badge, "isRevoked" | "isSuspended">): string {
  return [isRevoked && "revoked", isSuspended && "suspended"].filter(Boolean).join(" and ") || "in force";
}

/** How the badge may stand: as the certificate does today, or as it did until yesterday, while the night has not come. */
function standingWords({ revokedOn, suspendedOn }: Certificate, today: LocalDate): string[] {
  const standing = (counts: (day: LocalDate) => boolean): string =>
    inWords({ isRevoked: revokedOn !== undefined && counts(revokedOn), isSuspended: suspendedOn !== undefined && counts(suspendedOn) });
  return [standing((day) => day <= today), standing((day) => day < today)];
}

async function bitOf(ctx: Context, { list, index }: Badge, purpose: StatusPurpose): Promise<boolean | undefined> {
  const found = await ctx.table.get(statusLists, statusListAddress(purpose, list)).catch(() => undefined);
  const bits = found && (await decodeBits(found.encodedList));
  return bits && bitAt(bits, index);
}
