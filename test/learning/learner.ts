import { completeLesson } from "../../functions/learning/actions/complete-lesson.ts";
import { openAttempt } from "../../functions/learning/actions/open-attempt.ts";
import { openLesson } from "../../functions/learning/actions/open-lesson.ts";
import { reviewEvidence } from "../../functions/learning/actions/review-evidence.ts";
import { submitAttempt } from "../../functions/learning/actions/submit-attempt.ts";
import { submitPractice } from "../../functions/learning/actions/submit-practice.ts";
import type { ReviewDecision } from "../../functions/learning/contract.ts";
import { evidenceList, modulePage } from "../../functions/learning/queries.ts";
import { messages } from "../../functions/platform/outbox.ts";
import type { Staff } from "../../functions/roster/records.ts";
import { personOf, type World } from "./world.ts";

/** Levels with which evidence can be accepted. */
export const good = { plan: "meets", doing: "exemplary" } as const;

let people = 0;

/** A new person in the world, what they do in `m01`, and what their coach does with it. */
export async function newLearner(world: Pick<World, "put" | "learner" | "coach">, change: Partial<Staff> = {}) {
  const staff = await world.put(personOf(`stf_l${++people}`, change));
  const staffId = staff.id;
  const at = { staffId, moduleId: "m01" };
  const ctx = () => world.learner(staffId);
  const review = (decision: Partial<ReviewDecision> & { submission?: number } = {}) =>
    reviewEvidence(world.coach(staff), { ...at, submission: 1, decision: "accept", levels: good, comment: "", version: 1, ...decision });
  return {
    staff,
    staffId,
    start: (moduleId = "m01") => openLesson(ctx(), { staffId, moduleId, lessonId: "one" }),
    read: (lessonId: string) => completeLesson(ctx(), { ...at, lessonId }),
    async completeContent() {
      for (const lessonId of ["one", "two"]) await completeLesson(ctx(), { ...at, lessonId });
      const { items, number } = await openAttempt(ctx(), at);
      await submitAttempt(ctx(), { ...at, number, answers: Object.fromEntries(items.map(({ id }) => [id, `${id}-b`])) });
    },
    submit: (text = "What I did.", more: { moduleId?: string; fileId?: string; isOnceMore?: boolean } = {}) =>
      submitPractice(ctx(), { ...at, text, noStudentData: true, ...more }),
    review,
    takeBack: (submission = 1) =>
      review({ submission, decision: "return", levels: { plan: "notYet" }, comment: "Show the plan you used." }),
    mail: () => ctx().table.list(messages, `OUTU#${staffId}`, { index: "index2" }),
    enrollment: async () => (await modulePage(ctx(), staffId, "m01")).enrollment,
    evidence: () => evidenceList(ctx(), staffId, "m01"),
  };
}

export type Learner = Awaited<ReturnType<typeof newLearner>>;

/** Why those that failed did. */
export const refusals = (outcomes: PromiseSettledResult<unknown>[]): unknown[] =>
  outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
