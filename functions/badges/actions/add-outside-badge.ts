import { actorId } from "../../platform/actor.ts";
import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { countUse } from "../../platform/rate-limit.ts";
import { readStaff } from "../../roster/queries.ts";
import { fullName } from "../../roster/rules.ts";
import { issuerDid, issuerPage } from "../addresses.ts";
import type { NewOutsideBadge, OutsideBadgeView } from "../outside-contract.ts";
import { findOutsideBadge, outsideBadgeView, readClaim } from "../outside-queries.ts";
import { badgeClaims, type OutsideBadge, outsideBadges } from "../outside-records.ts";
import { checkOf, claimsOf, holderMatch, outsideBadgeId } from "../outside-claims.ts";
import { type FoundBadge, readBadgeText } from "../verify/read-file.ts";
import type { BadgeReport } from "../verify/report.ts";
import { verifyBadge } from "../verify/verify-badge.ts";

type Adder = Granted<"outsideBadge:add">;

/** Larger is no badge, and no row could hold it. */
const mostCharacters = 100_000;
/** So many badges may one person have looked at in an hour: each makes us ask what others publish, at addresses that are theirs to write. */
const mostInAnHour = 20;

/**
 * Adds a badge of another issuer to a person's record, once its signature is found to be its issuer's; it counts for nothing
 * until an administrator has decided. Our own badges, altered ones and revoked ones are refused; the same one again is the first, unless it was declined and somebody else adds it for them: then it is decided anew.
 */
export async function addOutsideBadge(ctx: Adder, { staffId, ...input }: NewOutsideBadge & { staffId: string }): Promise<OutsideBadgeView> {
  const isAtAddress = input.text === undefined || input.text === "";
  if (isAtAddress) await countLook(ctx, input);
  const text = await textOf(ctx, input);
  const found = readBadgeText(text);
  if (!found) throw refused("There is no badge in this. Give the badge's own file or address, not a page about it or a picture of it.");
  const kept = inShort(found);
  const claims = claimsOf(found);
  const place = { origin: ctx.origin, slug: ctx.district.slug };
  if (claims.issuerId === issuerDid(place) || claims.issuerId === issuerPage(place))
    throw refused("This badge was issued here. It counts already, as the certificate it belongs to.");
  // Open Badges asks for one; without it the same badge could be added for any number of people.
  if (claims.credentialId === "") throw refused("This is written like a badge and is none. Nothing was added.");
  const id = outsideBadgeId(ctx, claims);
  const known = await findOutsideBadge(ctx, staffId, id);
  // One that was declined is decided anew if somebody else adds it for them; its holder adding it again changes nothing.
  if (known && (known.state !== "declined" || actorId(ctx.actor) === `staff:${staffId}`)) return outsideBadgeView(ctx, known);
  if (!isAtAddress) await countLook(ctx, input);
  const report = await verifyBadge(found, { fetchText: ctx.fetchText, now: ctx.now });
  refuseWhatIsNoBadge(report);
  const claim = await readClaim(ctx, id, staffId);
  if (claim.isOfOther)
    throw new AppError("conflict", "This badge is on the record of somebody else here. One badge counts for one person.");
  const staff = await readStaff(ctx, staffId);
  const badge: OutsideBadge = {
    id,
    staffId,
    staffName: fullName(staff),
    text: kept,
    issuerId: claims.issuerId,
    achievementId: claims.achievementId,
    ...wordsOf(report),
    holderMatch: holderMatch(claims, staff),
    check: checkOf(report, ctx.now),
    state: "waiting",
    addedAt: ctx.now.toISOString(),
    addedOn: ctx.today,
    addedByName: ctx.actor.name,
  };
  return commit(ctx, {
    action: "outside-badge.added",
    subject: `staff:${staffId}`,
    writes: [outsideBadges.put({ ...badge, version: known?.version ?? 0 }), badgeClaims.put({ id, staffId, version: claim.version })],
    after: { badgeId: id, title: badge.title, issuer: badge.issuer, verdict: report.verdict },
    result: outsideBadgeView(ctx, { ...badge, version: (known?.version ?? 0) + 1 }),
  });
}

/** Counted before anything is asked, also what comes to nothing. */
async function countLook(ctx: Adder, { text, address }: NewOutsideBadge): Promise<void> {
  if (text === undefined && address === undefined) return;
  const detail = "You have had as many badges looked at as can be in an hour. Try again in an hour. Nothing was added.";
  await countUse(ctx, "outside-badge", { most: mostInAnHour, minutes: 60, detail });
}

async function textOf(ctx: Adder, { text, address }: NewOutsideBadge): Promise<string> {
  if (text !== undefined && text !== "") return text;
  if (address === undefined) throw refused("Choose the badge's file, paste what is in it, or give its address.");
  try {
    return await ctx.fetchText(address);
  } catch {
    throw new AppError("invalid-input", "Nothing could be read at this address. Check it, or add the badge as a file.", {
      fields: [{ path: "json.address", message: "Nothing could be read there." }],
    });
  }
}

function refuseWhatIsNoBadge({ verdict, signature, badge }: BadgeReport): void {
  if (verdict === "notABadge" || (signature.outcome === "good" && badge?.title === ""))
    throw refused("This is written like a badge and is none. Nothing was added.");
  if (verdict === "forged")
    throw refused("This is not what its issuer signed: it was altered, or somebody else made it. Nothing was added.");
  if (verdict === "revoked") throw refused("Its issuer has withdrawn this badge. Nothing was added.");
  if (signature.because === "unknownWords" || signature.because === "otherKind")
    throw refused("It is signed or written in a way that is not known here. Ask its issuer for it as a .jwt file. Nothing was added.");
  if (signature.outcome !== "good")
    throw refused("Its signature could not be checked, because its issuer's keys could not be read. Try again later. Nothing was added.");
}

function wordsOf({ badge }: BadgeReport) {
  const { title = "", issuer = "", issuerHost, holder, validFrom, validUntil } = badge ?? {};
  return {
    title: title.slice(0, 300),
    issuer: issuer.slice(0, 300),
    ...(issuerHost !== undefined && { issuerHost }),
    ...(holder !== undefined && { holder: holder.slice(0, 300) }),
    ...(validFrom !== undefined && { validFrom }),
    ...(validUntil !== undefined && { validUntil }),
  };
}

/** As it is signed, without what stood around it. */
function inShort(found: FoundBadge): string {
  const text = found.form === "jwt" ? found.jwt : JSON.stringify(found.credential);
  if (text.length > mostCharacters) throw refused("This badge is larger than 100,000 characters. Ask its issuer for it as a .jwt file.");
  return text;
}

const refused = (detail: string) => new AppError("invalid-input", detail);
