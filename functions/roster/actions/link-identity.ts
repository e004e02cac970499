import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { idFrom, sha256 } from "../../platform/ids.ts";
import type { Versioned } from "../../platform/record.ts";
import { GuardFailed } from "../../platform/table.ts";
import { findStaff, readIdentity } from "../queries.ts";
import { emailClaims, emailHash, identities, type Staff, staffRecords } from "../records.ts";
import { fullName, statusOn } from "../rules.ts";

/** Who the district's provider says has signed in. */
export type ProvidedIdentity = {
  issuer: string;
  subject: string;
  email: string | undefined;
  isEmailVerified: boolean;
  rosterId: string | undefined;
};

/**
 * The person behind an identity. The first sign-in finds them on the roster as the district has set it (verified e-mail
 * or roster id) and binds the identity to them once; from then on it alone decides, whatever becomes of their address.
 * Refuses with plain words: someone not on the roster, suspended or gone, or who has signed in as somebody else before.
 */
export async function linkIdentity(ctx: Granted<"roster:write">, provided: ProvidedIdentity): Promise<Staff> {
  const known = await readIdentity(ctx, provided.issuer, provided.subject);
  if (known && known.districtId !== ctx.district.id)
    throw refuse("This sign-in belongs to another district. Choose your district on the sign-in page.");
  const found = known ? { staff: await findStaff(ctx, known.staffId) } : await findOnRoster(ctx, provided);
  const { staff } = found;
  if (!staff) throw refuse(notOnRoster(ctx, provided));
  if (statusOn(staff, ctx.today) !== "active")
    throw refuse(`${fullName(staff)} has no access at the moment. Your district administrator can tell you why.`);
  return known ? staff : bind(ctx, staff, provided, found.alias);
}

/** The person, and the account that was merged into theirs if they were found by its address or roster id. */
type Found = { staff: (Staff & Versioned) | undefined; alias?: Staff & Versioned };

async function findOnRoster(ctx: Granted<"roster:write">, { email, isEmailVerified, rosterId }: ProvidedIdentity): Promise<Found> {
  if (ctx.district.identityProvider.match === "rosterId") {
    const staff = rosterId === undefined ? undefined : await findStaff(ctx, idFrom("stf", ctx.district.id, rosterId));
    return staff?.mergedInto === undefined ? { staff } : { staff: await findStaff(ctx, staff.mergedInto), alias: staff };
  }
  if (email === undefined || email.trim() === "" || !isEmailVerified) return { staff: undefined };
  const claim = await ctx.table.get(emailClaims, { of: `EMAIL#${emailHash(email)}`, at: "U" });
  const staff = claim && (await findStaff(ctx, claim.staffId));
  const alias = claim?.aliasOf === undefined ? undefined : await findStaff(ctx, claim.aliasOf);
  return { staff, ...(alias && { alias }) };
}

async function bind(
  ctx: Granted<"roster:write">,
  staff: Staff & Versioned,
  { issuer, subject }: ProvidedIdentity,
  alias?: Staff & Versioned,
): Promise<Staff> {
  const issuerHash = sha256(issuer);
  const isOther = (one: Staff): boolean => one.identity?.issuerHash === issuerHash && one.identity.subject !== subject;
  // A provider that hands an old address to a new person must not hand them the old one's records. Someone whose two
  // accounts were merged may have two at the provider as well: each is bound once, the second to the merged record.
  const holder = isOther(staff) && alias ? alias : staff;
  if (isOther(holder))
    throw refuse(
      `${fullName(staff)} has signed in before with another account. Ask your district administrator to check which one is right.`,
    );
  // Two tabs at once: the other one has bound it since this one looked.
  if (holder.identity?.issuerHash === issuerHash && holder.identity.subject === subject) return staff;
  const bound = { ...holder, identity: { issuerHash, subject } };
  const after = holder === staff ? bound : staff;
  // That of a provider which the district has left leads nobody anywhere any more.
  const { identity: left } = holder;
  const earlier = left && (await ctx.table.get(identities, { of: `IDENT#${left.issuerHash}#${left.subject}`, at: "ID" }));
  try {
    return await commit(ctx, {
      action: "identity.linked",
      subject: `staff:${staff.id}`,
      writes: [
        staffRecords.put(bound),
        identities.put({ version: 0, issuerHash, subject, districtId: ctx.district.id, staffId: staff.id }),
        ...(earlier ? [identities.remove(earlier)] : []),
      ],
      after: { issuer },
      result: after,
    });
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error;
    // Two tabs at once: the other one has bound it, or the roster has changed meanwhile.
    const winner = await readIdentity(ctx, issuer, subject);
    const now = winner?.staffId === staff.id ? await findStaff(ctx, staff.id) : undefined;
    if (!now) throw new AppError("try-again", "The roster is being updated. Sign in again in a moment.", { cause: error });
    return now;
  }
}

function notOnRoster({ district }: Granted<"roster:write">, { isEmailVerified }: ProvidedIdentity): string {
  if (district.identityProvider.match === "rosterId")
    return "Your sign-in does not name anyone on your district's roster. Ask your district administrator to check your roster id.";
  if (!isEmailVerified)
    return "Your district's sign-in has not verified your e-mail address, so it cannot be matched to the roster. Ask your district's IT help desk.";
  return "Your e-mail address is not on your district's roster. Ask your district administrator to add it, then sign in again.";
}

function refuse(detail: string): AppError {
  return new AppError("not-allowed", detail);
}
