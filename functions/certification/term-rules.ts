import { addDays, daysBetween, type LocalDate } from "../platform/dates.ts";
import type { Validity } from "./definition-contract.ts";
import type { CertificationDefinition } from "./ladder-rules.ts";
import { latestTerm } from "./latest-term-rules.ts";
import type { Certificate } from "./records.ts";
import { certificateStatus } from "./status-rules.ts";

/** The dates of one term, worked out once and frozen on its certificate. */
export type TermDates = {
  /** The last day on which it is in force. */
  expiresOn: LocalDate;
  renewalOpensOn: LocalDate;
  /** The last day on which it can be renewed rather than earned anew. */
  graceEndsOn: LocalDate;
  /** The day of the year on which terms end, `MM-DD`: kept, so that a 29 February is one again four years later. */
  anchorDay: string;
};

/** What a term is counted from: the day it is earned, and the term before where this one follows it without a break. */
export type TermStart = { earnedOn: LocalDate; follows: Pick<Certificate, "expiresOn" | "anchorDay"> | undefined };

/**
 * The dates of the term that is earned on a day. On `lastExpiry` and `schoolYear` a term that follows another ends whole
 * years after it, however early or late inside window and grace it is renewed, so dates never drift. No term ends sooner
 * than the minimum after the day it is earned. Pure; source: docs/domain.md, certification.
 */
export function termDates(validity: Validity, { earnedOn, follows }: TermStart): TermDates {
  const anchorDay = anchorOf(validity, { earnedOn, follows });
  const earliest = addMonths(earnedOn, validity.minimumMonths);
  let expiresOn = firstEnd(validity, { earnedOn, follows }, anchorDay);
  while (expiresOn < earliest) expiresOn = onDay(yearOf(expiresOn) + 1, anchorDay);
  return {
    expiresOn,
    // Never on the day it is earned: what earned it would renew it.
    renewalOpensOn: later(addDays(expiresOn, -validity.windowDays), addDays(earnedOn, 1)),
    graceEndsOn: addDays(expiresOn, validity.graceDays),
    anchorDay,
  };
}

function anchorOf({ basis, endsOn }: Validity, { earnedOn, follows }: TermStart): string {
  if (basis === "schoolYear") return endsOn;
  if (basis === "lastExpiry" && follows) return follows.anchorDay ?? follows.expiresOn.slice(5);
  return earnedOn.slice(5);
}

function firstEnd({ basis, years }: Validity, { earnedOn, follows }: TermStart, anchorDay: string): LocalDate {
  if (basis === "completion") return onDay(yearOf(earnedOn) + years, anchorDay);
  if (follows) {
    // The fixed day may have been moved since: the next of them after the term before begins the count.
    const next = onDay(yearOf(follows.expiresOn), anchorDay);
    return next >= follows.expiresOn || basis === "lastExpiry"
      ? onDay(yearOf(next) + years, anchorDay)
      : onDay(yearOf(next) + years + 1, anchorDay);
  }
  if (basis === "lastExpiry") return onDay(yearOf(earnedOn) + years, anchorDay);
  // The school year in which it is earned is its first.
  const thisYear = onDay(yearOf(earnedOn), anchorDay);
  return onDay(yearOf(thisYear) + (thisYear < earnedOn ? years : years - 1), anchorDay);
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** The day of the year in a year; the last day of the month where it has fewer. */
function onDay(year: number, day: string): LocalDate {
  const [month, dayOfMonth] = day.split("-").map(Number) as [number, number];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(Math.min(dayOfMonth, last)).padStart(2, "0")}`;
}

/** `date` moved by whole months, forwards or back; the last day of the month where it has fewer. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month] = date.split("-").map(Number) as [number, number];
  const index = year * 12 + (month - 1) + months;
  return onDay(Math.floor(index / 12), `${String((index % 12) + 1).padStart(2, "0")}-${date.slice(8)}`);
}

/** The term that may be earned now. */
export type NextTerm = {
  cycle: number;
  /** Checks passed before this day belong to the term before; undefined for a first certificate. */
  earnedFrom: LocalDate | undefined;
  /** What was done on the job up to this day belongs to the term before; undefined for a first certificate. */
  countedAfter: LocalDate | undefined;
  /** Whether practice too must be done again: after a revocation, what it rested on no longer counts. */
  needsNewPractice: boolean;
  /** Whether it follows the last term without a break, so that the renewal's requirements hold. */
  isRenewal?: boolean;
  /** Full years of the term before, at least one: for what is asked for each year. */
  years: number;
  /** What the last certificate rests on: module → the version then. */
  rests: Certificate["modules"];
  issuedOn: LocalDate;
  renewalOpensOn: LocalDate;
  expiresOn: LocalDate;
  graceEndsOn: LocalDate;
  anchorDay: string;
};

/**
 * The next term, or undefined while the last one is neither in its renewal window nor over: nobody holds two
 * certificates for one term. Renewed in window or grace, it follows the last one; after a lapse or a revocation it is
 * earned anew. The window and the grace are those the person's own certificate was issued with.
 */
export function nextTerm(held: readonly Certificate[], definition: CertificationDefinition, today: LocalDate): NextTerm | undefined {
  const mine = held.filter(({ certificationId }) => certificationId === definition.id);
  const last = latestTerm(mine);
  const status = last && certificateStatus(last, today);
  // What a suspension is about is decided by people: its last day decides nothing.
  const isSuspended = last?.suspendedOn !== undefined && status !== "revoked";
  if (status === "active" || isSuspended) return undefined;
  const isRenewal = status === "renewalDue" || status === "inGrace";
  const dates = termDates(definition.validity, { earnedOn: today, follows: isRenewal ? last : undefined });
  return {
    cycle: Math.max(0, ...mine.map(({ cycle }) => cycle)) + 1,
    earnedFrom: status === "revoked" ? last?.revokedOn : last?.renewalOpensOn,
    countedAfter: status === "revoked" && last?.revokedOn !== undefined ? addDays(last.revokedOn, -1) : last?.issuedOn,
    needsNewPractice: status === "revoked",
    isRenewal,
    years: last ? Math.max(1, Math.round(daysBetween(last.issuedOn, last.expiresOn) / 365.25)) : 1,
    rests: isRenewal && last ? last.modules : {},
    issuedOn: today,
    ...dates,
  };
}

/**
 * The term that an application is for: a renewal that was handed in while it could be renewed stays one, however long its
 * reviewers take. It is issued today.
 */
export function termHandedIn(
  held: readonly Certificate[],
  definition: CertificationDefinition,
  { handedInOn, today }: { handedInOn: LocalDate; today: LocalDate },
): NextTerm | undefined {
  const then = nextTerm(held, definition, handedInOn);
  return then?.isRenewal === true ? { ...then, issuedOn: today } : nextTerm(held, definition, today);
}
