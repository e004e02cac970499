import type { EnrollmentState, ModulePage } from "../../functions/learning/contract.ts";

/** Where "continue" goes in a module. */
export type NextStep =
  | { kind: "lesson"; lessonId: string; number: number }
  | { kind: "check" }
  | { kind: "practice" }
  | { kind: "overview" };

/** The one step that comes next: the first open lesson after the place one left off, then the check, then practice. */
export function nextStepOf({ module, enrollment }: ModulePage): NextStep {
  if (enrollment.state === "completed") return { kind: "overview" };
  if (enrollment.state === "practiceReturned") return { kind: "practice" };
  const isOpen = ({ id }: { id: string }) => !enrollment.lessonsDone.includes(id);
  const from = Math.max(
    0,
    module.lessons.findIndex(({ id }) => id === enrollment.place),
  );
  const next = module.lessons.slice(from).find(isOpen) ?? module.lessons.find(isOpen);
  if (next) return { kind: "lesson", lessonId: next.id, number: module.lessons.indexOf(next) + 1 };
  if (enrollment.check.passedAt === undefined) return { kind: "check" };
  // What was sent before the rest was done waits for the coach, or was accepted already.
  const isSent = enrollment.state === "practiceSubmitted" || enrollment.practice.acceptedAt !== undefined;
  return { kind: isSent ? "overview" : "practice" };
}

/** The page to show with lessons that are done, or read again, on this device but have not arrived yet counted as such. */
export function withKeptLessons(page: ModulePage, kept: ReadonlySet<string>): ModulePage {
  const { module, enrollment } = page;
  const lessonsDone = module.lessons.map(({ id }) => id).filter((id) => enrollment.lessonsDone.includes(id) || kept.has(id));
  const readAgain = enrollment.readAgain.filter((id) => !kept.has(id));
  if (lessonsDone.length === enrollment.lessonsDone.length && readAgain.length === enrollment.readAgain.length) return page;
  const state: EnrollmentState = enrollment.state === "notStarted" ? "started" : enrollment.state;
  return { module, enrollment: { ...enrollment, state, lessonsDone, readAgain } };
}
