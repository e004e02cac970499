import type { Context } from "../platform/context.ts";
import type { RecordWrite, Versioned } from "../platform/record.ts";
import { emailClaims, emailHash, type Staff } from "./records.ts";

/**
 * The writes that give a person's address to them alone, and let go of an earlier one; put with their record, in one
 * transaction. Someone who left lets go of theirs. `isTaken`: it belongs to someone else, who keeps it.
 */
export async function claimWrites(
  ctx: Context,
  before: Staff | undefined,
  after: Staff,
): Promise<{ writes: RecordWrite<"fact">[]; isTaken: boolean }> {
  const wanted = hashOf(after);
  const old = before && hashOf(before);
  const [claim, oldClaim] = await Promise.all([claimAt(ctx, wanted), old === wanted ? undefined : claimAt(ctx, old)]);
  const writes: RecordWrite<"fact">[] = [];
  if (wanted !== undefined && !claim) writes.push(emailClaims.put({ version: 0, emailHash: wanted, staffId: after.id }));
  if (oldClaim?.staffId === after.id) writes.push(emailClaims.remove(oldClaim));
  return { writes, isTaken: claim !== undefined && claim.staffId !== after.id };
}

function hashOf({ status, email }: Staff): string | undefined {
  return status === "left" || email === "" ? undefined : emailHash(email);
}

/** Who has an address, if anyone. */
export async function findClaim(ctx: Context, email: string): Promise<{ staffId: string } | undefined> {
  return claimAt(ctx, emailHash(email));
}

async function claimAt(ctx: Context, hash: string | undefined): Promise<({ emailHash: string; staffId: string } & Versioned) | undefined> {
  return hash === undefined ? undefined : ctx.table.get(emailClaims, { of: `EMAIL#${hash}`, at: "U" });
}
