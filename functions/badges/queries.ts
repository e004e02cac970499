import type { Context } from "../platform/context.ts";
import type { Versioned } from "../platform/record.ts";
import { type Badge, badgeAddress, type BadgeKey, badgeKeys, badges, issuerPartition } from "./records.ts";

/** The badge of a certificate, once it is frozen. */
export function findBadge(ctx: Context, publicId: string): Promise<(Badge & Versioned) | undefined> {
  return ctx.table.get(badges, badgeAddress(publicId));
}

/** Every key that signs or has signed for the district, as everyone may know it. */
export function listBadgeKeys(ctx: Context): Promise<(BadgeKey & Versioned)[]> {
  return ctx.table.list(badgeKeys, issuerPartition, { prefix: "KEY#" });
}

/** Whether nothing is left to do for a badge: it is signed, and the lists of status say what is true of it. */
export function isSettled({ signed, listed, isRevoked, isSuspended }: Badge): boolean {
  return signed !== undefined && listed?.isRevoked === isRevoked && listed.isSuspended === isSuspended;
}
