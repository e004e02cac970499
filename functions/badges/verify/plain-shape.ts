import type { JsonCredential } from "./data-integrity.ts";
import { isObject } from "./jwt.ts";

/**
 * Whether all that is read of a badge by name has the one shape in which it is read. To what a proof signs, `x`, `[x]` and `[[x]]` are
 * the same, a term is the same as its whole address, and what is said of a thing may be spread over all places that name it; whoever
 * reads by name would find no holder, no last day and no list of status.
 */
export function hasPlainShape(credential: JsonCredential): boolean {
  const { id, issuer, validFrom, validUntil, credentialSubject, credentialStatus } = credential;
  if (![id, validFrom, validUntil].every(isTextOrNone)) return false;
  if (!(typeof issuer === "string" || (isObject(issuer) && typeof issuer.id === "string"))) return false;
  if (!isObject(credentialSubject) || !isTextOrNone(credentialSubject.id)) return false;
  const { achievement, identifier } = credentialSubject;
  if (!isObject(achievement) || ![achievement.id, achievement.name].every(isTextOrNone)) return false;
  const statuses = listOf(credentialStatus);
  if (!listOf(identifier).every(isIdentifier) || !statuses.every(isStatus)) return false;
  const read = [id, credentialSubject.id, achievement.id, ...statuses.map((one) => isObject(one) && one.id)];
  const named = idsIn(credential);
  return read.every((one) => typeof one !== "string" || named.filter((other) => other === one).length === 1);
}

/** One or several, or none; a list within a list is one of it, which is no object. */
const listOf = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

const isTextOrNone = (value: unknown): boolean => value === undefined || typeof value === "string";

/** A word that the contexts define, and not the address that it stands for. */
const isTerm = (value: unknown): boolean => typeof value === "string" && !value.includes(":");

const isIdentifier = (one: unknown): boolean =>
  isObject(one) &&
  isTerm(one.identityType) &&
  typeof one.identityHash === "string" &&
  typeof one.hashed === "boolean" &&
  isTextOrNone(one.salt);

function isStatus(one: unknown): boolean {
  if (!isObject(one) || !isTextOrNone(one.id) || !isTerm(one.type)) return false;
  if (one.type !== "BitstringStatusListEntry") return true;
  const { statusPurpose, statusListCredential, statusListIndex, statusSize } = one;
  const isNumeral = typeof statusListIndex === "string" || typeof statusListIndex === "number";
  const hasSize = statusSize === undefined || typeof statusSize === "number";
  return typeof statusPurpose === "string" && typeof statusListCredential === "string" && isNumeral && hasSize;
}

/** The ids of all things that a badge speaks of, each as often as it is named as one. */
function idsIn(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Object.entries(value).flatMap(([name, one]) => (name === "proof" ? [] : idsIn(one)));
  return isObject(value) && value.id !== undefined ? [value.id, ...own] : own;
}
