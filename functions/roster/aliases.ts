import type { Context } from "../platform/context.ts";
import type { RecordWrite } from "../platform/record.ts";
import { emailClaims, emailHash, identities, type Staff } from "./records.ts";

/**
 * The writes that make one account's address and sign-in find another account: those of a merged account find the kept
 * one, and after the merge was taken back their own again. What is someone else's by now, or `unless` it is the address
 * that the other account itself has now, is left alone.
 */
export async function aliasWrites(
  ctx: Context,
  owner: Staff,
  { from, to, unless = "" }: { from: string; to: string; unless?: string },
): Promise<RecordWrite<"fact">[]> {
  const writes: RecordWrite<"fact">[] = [];
  const hash = emailHash(owner.email);
  const claim = owner.email === "" ? undefined : await ctx.table.get(emailClaims, { of: `EMAIL#${hash}`, at: "U" });
  if (claim?.staffId === from && hash !== emailHash(unless))
    writes.push(emailClaims.put({ emailHash: hash, staffId: to, version: claim.version, ...(to !== owner.id && { aliasOf: owner.id }) }));
  if (!owner.identity) return writes;
  const { issuerHash, subject } = owner.identity;
  const identity = await ctx.table.get(identities, { of: `IDENT#${issuerHash}#${subject}`, at: "ID" });
  if (identity?.staffId === from) writes.push(identities.put({ ...identity, staffId: to }));
  return writes;
}
