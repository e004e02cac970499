import { completeLesson } from "../../../functions/learning/actions/complete-lesson.ts";
import { evaluateModule } from "../../../functions/learning/actions/evaluate-module.ts";
import { openAttempt } from "../../../functions/learning/actions/open-attempt.ts";
import { reviewEvidence } from "../../../functions/learning/actions/review-evidence.ts";
import { submitAttempt } from "../../../functions/learning/actions/submit-attempt.ts";
import { submitPractice } from "../../../functions/learning/actions/submit-practice.ts";
import type { RubricLevel } from "../../../functions/learning/contract.ts";
import type { EvaluationAnswers } from "../../../functions/learning/evaluation-contract.ts";
import { shippedAnswers, shippedModule } from "../../../functions/curriculum/queries.ts";
import type { Clock } from "../../../functions/platform/clock.ts";
import { type Context, createContext, type Services } from "../../../functions/platform/context.ts";
import { localDate } from "../../../functions/platform/dates.ts";
import type { District } from "../../../functions/platform/district.ts";
import { grant } from "../../../functions/platform/grant.ts";
import type { Staff } from "../../../functions/roster/records.ts";
import { accessOn, fullName, subjectOf } from "../../../functions/roster/rules.ts";
import { acceptedComments, type Deed, evidenceTexts, returnedComments } from "./plan.ts";

/** A clock that history moves; a context reads it once, when it is made. */
export type HistoryClock = Clock & { set(instant: string): void };

/** The world that history is entered into. `staff` is the roster as imported: history changes no one's access. */
export type World = { services: Services; clock: HistoryClock; district: District; staff: Map<string, Staff> };

/** The context of a person at an instant of the past. */
export function personAt({ services, clock, district, staff }: World, staffId: string, at: string): Context {
  const person = staff.get(staffId);
  if (!person) throw new Error(`${staffId} is not on the roster`);
  // Set and read in one turn of the event loop, so that people can act side by side, each at their own time.
  clock.set(at);
  return createContext(services, {
    actor: { kind: "person", staffId, name: fullName(person), grants: accessOn(person, localDate(new Date(at), district.zone)) },
    district,
    requestId: "history",
  });
}

/** A person of the demo by name. */
export function named(world: World, name: string): Staff {
  const found = [...world.staff.values()].find((one) => fullName(one) === name);
  if (!found) throw new Error(`${name} is not on the roster`);
  return found;
}

const oneOf = <T>(from: readonly [T, ...T[]], variant: number): T => from[variant % from.length] ?? from[0];

/** Enters one deed through the action that people use, at its own time. */
export async function enter(world: World, deed: Deed): Promise<void> {
  const { staffId, moduleId } = deed;
  if (deed.kind === "review") return review(world, deed);
  const ctx = grant(personAt(world, staffId, deed.at), "learning:write", { kind: "self" });
  switch (deed.kind) {
    case "lesson":
      await completeLesson(ctx, { staffId, moduleId, lessonId: deed.lessonId });
      return;
    case "check": {
      const attempt = await openAttempt(ctx, { staffId, moduleId });
      const bank = await shippedAnswers(world.services, moduleId);
      const wrong = deed.isPass ? 0 : 2;
      const answers = Object.fromEntries(
        attempt.items.map(({ id }, i) => {
          const choices = bank.items.find((item) => item.id === id)?.choices ?? [];
          return [id, choices.find(({ correct }) => correct === i >= wrong)?.id ?? ""];
        }),
      );
      await submitAttempt(ctx, { staffId, moduleId, number: attempt.number, answers });
      return;
    }
    case "practice":
      await submitPractice(ctx, { staffId, moduleId, text: oneOf(evidenceTexts, deed.variant), noStudentData: true });
  }
}

async function review(world: World, deed: Deed & { kind: "review" }): Promise<void> {
  const person = world.staff.get(deed.staffId);
  if (person?.coachId === undefined) return;
  const coach = personAt(world, person.coachId, deed.at);
  const ctx = grant(coach, "evidence:review", subjectOf(person, coach.today));
  const module = await shippedModule(world.services, deed.moduleId);
  const levels = module.practice.rubric.map(({ id }, i): [string, RubricLevel] => {
    if (!deed.isAccepted) return [id, i === 0 ? "notYet" : "developing"];
    return [id, i === 0 && deed.variant < 300 ? "exemplary" : "meets"];
  });
  await reviewEvidence(ctx, {
    staffId: deed.staffId,
    moduleId: deed.moduleId,
    submission: deed.submission,
    decision: deed.isAccepted ? "accept" : "return",
    levels: Object.fromEntries(levels),
    comment: oneOf(deed.isAccepted ? acceptedComments : returnedComments, deed.variant),
    version: 1,
  });
  if (deed.isAccepted && deed.variant % 5 < 2) await evaluate(world, deed);
}

/** Two of five say how a module was, half an hour after its practice was accepted: most well, some with something to mend. */
async function evaluate(world: World, { staffId, moduleId, at, variant }: Deed): Promise<void> {
  const later = new Date(Date.parse(at) + 30 * 60_000).toISOString();
  const ctx = grant(personAt(world, staffId, later), "learning:write", { kind: "self" });
  const level = (share: number) =>
    oneOf(["agree", "stronglyAgree", "agree", "disagree", "stronglyAgree"] as const, Math.floor(variant / share));
  const answers: EvaluationAnswers = { relevant: level(5), clear: level(7), usable: level(11), wellSpent: level(13) };
  await evaluateModule(ctx, { staffId, moduleId, answers });
}
