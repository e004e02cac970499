import type { Context } from "../platform/context.ts";
import { type LocalDate, localDate } from "../platform/dates.ts";
import { idFrom, sha256 } from "../platform/ids.ts";
import type { Staff } from "../roster/records.ts";
import { identityHash } from "./credential.ts";
import type { BadgeCheck, HolderMatch } from "./outside-contract.ts";
import type { OutsideBadge } from "./outside-records.ts";
import { isObject, readJwt } from "./verify/jwt.ts";
import type { FoundBadge } from "./verify/read-file.ts";
import type { BadgeReport } from "./verify/report.ts";

/** What identifies a badge, and who it is for, as it says itself. */
export type Claims = { issuerId: string; credentialId: string; achievementId: string; identifiers: Record<string, unknown>[] };

/** What a badge says of itself beside its words. */
export function claimsOf(found: FoundBadge): Claims {
  const credential = found.form === "jwt" ? (readJwt(found.jwt)?.claims ?? {}) : found.credential;
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  const { issuer, id, credentialSubject } = credential;
  const subject = isObject(credentialSubject) ? credentialSubject : {};
  const achievement = isObject(subject.achievement) ? subject.achievement : {};
  return {
    issuerId: text(isObject(issuer) ? issuer.id : issuer),
    credentialId: text(id),
    achievementId: text(achievement.id) || text(achievement.name),
    identifiers: [subject.identifier].flat().filter(isObject),
  };
}

/** The id of a badge here: the same for the same badge, in whichever form and by whomever it is added. */
export const outsideBadgeId = ({ district }: Pick<Context, "district">, { issuerId, credentialId }: Claims): string =>
  idFrom("xbd", district.id, issuerId, credentialId);

/** The id of what badges of an achievement of an issuer are taken for. */
export const mappingId = ({ issuerId, achievementId }: Pick<OutsideBadge, "issuerId" | "achievementId">): string =>
  sha256(JSON.stringify([issuerId, achievementId])).slice(0, 32);

/**
 * Whether a badge names a person: the digest of their work address proves it, their name in it suggests it. Another digest
 * says nothing, since people have more than one address; another name is said to whoever decides.
 */
export function holderMatch(
  { identifiers }: Pick<Claims, "identifiers">,
  { givenName, familyName, email }: Pick<Staff, "givenName" | "familyName" | "email">,
): HolderMatch {
  const isTheirAddress = ({ identityType, identityHash: digest, hashed, salt }: Record<string, unknown>): boolean => {
    if (identityType !== "emailAddress" || typeof digest !== "string" || email === "") return false;
    if (hashed !== true) return digest.toLowerCase() === email.toLowerCase();
    return digest === identityHash(email, typeof salt === "string" ? salt : "");
  };
  if (identifiers.some(isTheirAddress)) return "address";
  const names = identifiers.filter(({ identityType, hashed }) => identityType === "name" && hashed === false);
  if (names.length === 0) return "unnamed";
  const wanted = wordsIn(`${givenName.split(" ")[0] ?? ""} ${familyName}`);
  const isTheirs = names.some(({ identityHash: name }) => {
    const said = typeof name === "string" ? wordsIn(name) : [];
    return wanted.every((word) => said.includes(word));
  });
  return isTheirs ? "name" : "different";
}

const wordsIn = (name: string): string[] =>
  name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");

/** The first and the last day of a badge by a clock on the wall: its own moments are in whatever zone its issuer wrote them. */
export function daysOf(
  { validFrom, validUntil }: { validFrom?: string | undefined; validUntil?: string | undefined },
  zone: string,
): { firstDay?: LocalDate; lastDay?: LocalDate } {
  const dayOf = (moment: string | undefined): LocalDate | undefined => {
    const at = new Date(moment ?? "");
    return Number.isNaN(at.getTime()) ? undefined : localDate(at, zone);
  };
  const [firstDay, lastDay] = [dayOf(validFrom), dayOf(validUntil)];
  return { ...(firstDay !== undefined && { firstDay }), ...(lastDay !== undefined && { lastDay }) };
}

/** What was found about a badge, to be kept. */
export function checkOf({ verdict, signature, dates, status }: BadgeReport, now: Date): BadgeCheck {
  const step = ({ outcome, because }: BadgeReport["signature"]) => ({ outcome, ...(because !== undefined && { because }) });
  return { verdict, signature: step(signature), dates: step(dates), status: step(status), at: now.toISOString() };
}
