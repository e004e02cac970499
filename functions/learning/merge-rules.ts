import type { Enrollment } from "./records.ts";

const earliest = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;
const latest = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

const practiceOrder = { none: 0, returned: 1, submitted: 2, accepted: 3 } as const;

/**
 * One enrollment out of two in the same module, of a person who had two accounts: a monotone merge. Each lesson with its
 * first date, the best percent, the first pass and the latest, the practice that came further; the completion that was
 * first, with its date, its version and its credit. Attempts and submissions count on from the kept person's.
 */
export function mergedEnrollment(kept: Enrollment, other: Enrollment): Enrollment {
  const isOtherFirst = other.completedAt !== undefined && (kept.completedAt === undefined || other.completedAt < kept.completedAt);
  const isKeptDone = kept.completedAt !== undefined;
  const frozen = isOtherFirst ? other : isKeptDone || kept.lastActivityAt >= other.lastActivityAt ? kept : other;
  const isOtherPlace = (other.placeAt ?? "") > (kept.placeAt ?? "");
  const placed = isOtherPlace ? other : kept;
  const contentCompletedAt = earliest(kept.contentCompletedAt, other.contentCompletedAt);
  const completedAt = earliest(kept.completedAt, other.completedAt);
  const lessonsAgain = joined(kept.lessonsAgain ?? {}, other.lessonsAgain ?? {}, latest);
  return {
    staffId: kept.staffId,
    moduleId: kept.moduleId,
    hash: frozen.hash,
    startedAt: earliest(kept.startedAt, other.startedAt) ?? kept.startedAt,
    lastActivityAt: latest(kept.lastActivityAt, other.lastActivityAt) ?? kept.lastActivityAt,
    lessons: joined(kept.lessons, other.lessons, earliest),
    ...(Object.keys(lessonsAgain).length > 0 && { lessonsAgain }),
    ...(placed.place !== undefined && { place: placed.place }),
    ...(placed.placeAt !== undefined && { placeAt: placed.placeAt }),
    check: mergedCheck(kept.check, other.check),
    ...(contentCompletedAt !== undefined && { contentCompletedAt }),
    practice: mergedPractice(kept.practice, other.practice),
    ...(completedAt !== undefined && { completedAt }),
    creditMinutes: completedAt === undefined ? 0 : frozen.creditMinutes,
  };
}

function mergedCheck(kept: Enrollment["check"], other: Enrollment["check"]): Enrollment["check"] {
  const openAttempt = kept.openAttempt ?? (other.openAttempt === undefined ? undefined : kept.attempts + other.openAttempt);
  const percents = [kept.bestPercent, other.bestPercent].filter((percent) => percent !== undefined);
  const passedAt = earliest(kept.passedAt, other.passedAt);
  const lastPassedAt = latest(kept.lastPassedAt, other.lastPassedAt);
  return {
    attempts: kept.attempts + other.attempts,
    ...(openAttempt !== undefined && { openAttempt }),
    ...(percents.length > 0 && { bestPercent: Math.max(...percents) }),
    ...(passedAt !== undefined && { passedAt }),
    ...(lastPassedAt !== undefined && { lastPassedAt }),
    seen: [...other.seen.filter((id) => !kept.seen.includes(id)), ...kept.seen],
  };
}

/** Of two practices the one that came further; of two accepted ones the first. Every submission is kept and counted. */
function mergedPractice(kept: Enrollment["practice"], other: Enrollment["practice"]): Enrollment["practice"] {
  const further = practiceOrder[other.state] - practiceOrder[kept.state];
  const isOtherEarlier = (other.acceptedAt ?? "") !== "" && (other.acceptedAt ?? "") < (kept.acceptedAt ?? "");
  const chosen = further > 0 || (further === 0 && isOtherEarlier) ? other : kept;
  return { ...chosen, submissions: kept.submissions + other.submissions };
}

type Choice = (a: string | undefined, b: string | undefined) => string | undefined;

function joined(a: Record<string, string>, b: Record<string, string>, choose: Choice): Record<string, string> {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted();
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = choose(a[key], b[key]);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
