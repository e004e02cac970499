import type { CatalogModule } from "../curriculum/content.ts";
import { type EnrollmentState, type EnrollmentView, passPercent } from "./contract.ts";
import type { Enrollment, Evidence } from "./records.ts";

/** Where an enrollment stands: derived from its facts, so it can never disagree with them. */
export function enrollmentState(enrollment: Enrollment | undefined): EnrollmentState {
  if (!enrollment) return "notStarted";
  if (enrollment.completedAt) return "completed";
  if (enrollment.practice.state === "submitted") return "practiceSubmitted";
  if (enrollment.practice.state === "returned") return "practiceReturned";
  return enrollment.contentCompletedAt ? "contentComplete" : "started";
}

/** A person's first contact with a module. */
export function newEnrollment(staffId: string, module: Pick<CatalogModule, "id" | "hash">, at: string): Enrollment {
  return {
    staffId,
    moduleId: module.id,
    hash: module.hash,
    startedAt: at,
    lastActivityAt: at,
    lessons: {},
    check: { attempts: 0, seen: [] },
    practice: { state: "none", submissions: 0 },
    creditMinutes: 0,
  };
}

/** The earlier or later of two instants, where the first may be missing. */
const earliest = (a: string | undefined, b: string): string => (a !== undefined && a < b ? a : b);
const latest = (a: string | undefined, b: string): string => (a !== undefined && a > b ? a : b);

/** How long what was done without a connection keeps its own time. A device's clock is not believed any further. */
const offlineDays = 30;

/** When something was done, by the word of the device it was done on: never later than now, never long ago. */
export function doneAtWithin(doneAt: string | undefined, now: Date): string {
  if (doneAt === undefined) return now.toISOString();
  const oldest = now.getTime() - offlineDays * 86_400_000;
  // Written out again in full: instants are compared as text.
  return new Date(Math.min(Math.max(Date.parse(doneAt), oldest), now.getTime())).toISOString();
}

function touched(enrollment: Enrollment, at: string): Enrollment {
  return { ...enrollment, startedAt: earliest(enrollment.startedAt, at), lastActivityAt: latest(enrollment.lastActivityAt, at) };
}

/** Keeps the person's place: the lesson opened or finished last, in whatever order that is heard of. */
export function withPlace(enrollment: Enrollment, module: CatalogModule, lessonId: string, at: string): Enrollment {
  const { place = "", placeAt = "" } = enrollment;
  const isLater = at > placeAt || (at === placeAt && lessonId > place);
  return settled({ ...touched(enrollment, at), ...(isLater && { place: lessonId, placeAt: at }) }, module);
}

/**
 * Adds a finished lesson. A monotone merge: repeating it, or doing it late and out of order, changes nothing that
 * was already true. Lessons the module no longer has stay recorded and count for nothing.
 */
export function withLesson(enrollment: Enrollment, module: CatalogModule, lessonId: string, at: string): Enrollment {
  const lessons = { ...enrollment.lessons, [lessonId]: earliest(enrollment.lessons[lessonId], at) };
  const lessonsAgain = isDue(enrollment, module, lessonId) ? { ...enrollment.lessonsAgain, [lessonId]: at } : undefined;
  return withPlace({ ...enrollment, lessons, ...(lessonsAgain && { lessonsAgain }) }, module, lessonId, at);
}

/**
 * The lessons that a person had read and is asked to read again, because the district changed them since. Nothing else
 * follows from it: what was completed stays completed, with its date.
 */
export function lessonsToReadAgain(enrollment: Enrollment | undefined, module: CatalogModule): string[] {
  return enrollment ? module.lessons.filter(({ id }) => isDue(enrollment, module, id)).map(({ id }) => id) : [];
}

function isDue({ lessons, lessonsAgain = {} }: Enrollment, module: CatalogModule, lessonId: string): boolean {
  const changedAt = module.lessons.find(({ id }) => id === lessonId)?.changedAt;
  const readAt = lessons[lessonId];
  return changedAt !== undefined && readAt !== undefined && latest(lessonsAgain[lessonId], readAt) < changedAt;
}

/** Marks an attempt as open, whose number is the next. */
export function withOpenAttempt(enrollment: Enrollment, module: CatalogModule, at: string): Enrollment {
  const number = enrollment.check.attempts + 1;
  return settled({ ...touched(enrollment, at), check: { ...enrollment.check, attempts: number, openAttempt: number } }, module);
}

/** Adds a submitted attempt: the best percent is kept, an earlier pass is never lost, a failed one is never a pass. */
export function withAttempt(
  enrollment: Enrollment,
  module: CatalogModule,
  { percent, itemIds, at }: { percent: number; itemIds: string[]; at: string },
): Enrollment {
  const { openAttempt: _, ...check } = enrollment.check;
  const isPassed = percent >= passPercent;
  return settled(
    {
      ...touched(enrollment, at),
      check: {
        ...check,
        bestPercent: Math.max(check.bestPercent ?? 0, percent),
        ...(isPassed && { passedAt: earliest(check.passedAt, at), lastPassedAt: latest(check.lastPassedAt, at) }),
        seen: [...check.seen.filter((id) => !itemIds.includes(id)), ...itemIds],
      },
    },
    module,
  );
}

/** Adds a submission of practice evidence: it is with the coach now. What was accepted before it stays accepted, with its date. */
export function withSubmittedPractice(enrollment: Enrollment, module: CatalogModule, evidenceId: string, at: string): Enrollment {
  const { submissions, acceptedAt } = enrollment.practice;
  const practice = { state: "submitted" as const, submissions: submissions + 1, evidenceId, submittedAt: at };
  return settled({ ...touched(enrollment, at), practice: { ...practice, ...(acceptedAt !== undefined && { acceptedAt }) } }, module);
}

/** Adds the return of a submission: it is with the person again. */
export function withReturnedPractice(enrollment: Enrollment, module: CatalogModule, at: string): Enrollment {
  return settled({ ...enrollment, practice: { ...enrollment.practice, state: "returned", reviewedAt: at } }, module);
}

/**
 * A submission without its file, its words and what was said of it, which may repeat them. Nothing is left to review in one that
 * waited: it is with its person again.
 */
export function emptiedEvidence(
  evidence: Evidence,
  how: Required<Pick<Evidence, "purged">> | Required<Pick<Evidence, "expiredOn">>,
): Evidence {
  const { file: _, review, ...rest } = evidence;
  const state = evidence.state === "submitted" ? ("returned" as const) : evidence.state;
  return { ...rest, state, text: "", ...(review && { review: { ...review, comment: "" } }), ...how };
}

/** An enrollment whose practice waited for a review that an emptied submission no longer gets; any other as it is. */
export function withEmptiedPractice(enrollment: Enrollment, evidenceId: string, at: string): Enrollment {
  const { practice } = enrollment;
  if (practice.state !== "submitted" || practice.evidenceId !== evidenceId) return enrollment;
  return { ...enrollment, practice: { ...practice, state: "returned", reviewedAt: at } };
}

/** Adds an accepted practice task. */
export function withAcceptedPractice(enrollment: Enrollment, module: CatalogModule, at: string): Enrollment {
  return settled({ ...enrollment, practice: { ...enrollment.practice, state: "accepted", reviewedAt: at, acceptedAt: at } }, module);
}

/**
 * What the facts and today's version of the module amount to: content complete (every lesson and a passed check), then
 * completed (and its credit), each dated by the last fact it needed. Once true it stays true, with its date, whatever
 * is edited later; nothing to read is not complete. Readers apply it too: a module that loses its last unread lesson
 * leaves nobody stuck.
 */
export function settled(enrollment: Enrollment, module: CatalogModule): Enrollment {
  if (enrollment.completedAt) return enrollment;
  const contentCompletedAt = enrollment.contentCompletedAt ?? contentCompleteSince(enrollment, module);
  const next: Enrollment = { ...enrollment, hash: module.hash, ...(contentCompletedAt && { contentCompletedAt }) };
  const { state, acceptedAt } = next.practice;
  if (!contentCompletedAt || state !== "accepted" || !acceptedAt) return next;
  return { ...next, completedAt: latest(contentCompletedAt, acceptedAt), creditMinutes: module.minutes };
}

function contentCompleteSince({ lessons, check }: Enrollment, module: CatalogModule): string | undefined {
  if (module.lessons.length === 0) return undefined;
  return module.lessons
    .map(({ id }) => lessons[id])
    .reduce((last, at) => (last === undefined || at === undefined ? undefined : latest(last, at)), check.passedAt);
}

/** The enrollment as pages show it. `lessonsDone` counts today's lessons only, so progress is never above the whole. */
export function enrollmentView(stored: Enrollment | undefined, module: CatalogModule): EnrollmentView {
  const enrollment = stored && settled(stored, module);
  const done = module.lessons.filter(({ id }) => enrollment && (enrollment.contentCompletedAt || id in enrollment.lessons));
  const { attempts = 0, openAttempt, passedAt, bestPercent } = enrollment?.check ?? {};
  const { submissions = 0, submittedAt, acceptedAt, evidenceId } = enrollment?.practice ?? {};
  return {
    moduleId: module.id,
    state: enrollmentState(enrollment),
    hash: enrollment?.hash ?? module.hash,
    startedAt: enrollment?.startedAt,
    completedAt: enrollment?.completedAt,
    lastActivityAt: enrollment?.lastActivityAt,
    lessonsDone: done.map(({ id }) => id),
    lessonCount: module.lessons.length,
    readAgain: lessonsToReadAgain(enrollment, module),
    place: module.lessons.some(({ id }) => id === enrollment?.place) ? enrollment?.place : undefined,
    check: { passedAt, bestPercent, attempts: openAttempt === undefined ? attempts : attempts - 1, openAttempt },
    practice: { submissions, submittedAt, acceptedAt, evidenceId },
    creditMinutes: enrollment?.creditMinutes ?? 0,
  };
}

/** Approved minutes of everything a person completed. */
export function totalCreditMinutes(all: readonly Pick<Enrollment, "creditMinutes">[]): number {
  return all.reduce((sum, { creditMinutes }) => sum + creditMinutes, 0);
}
