import { addDays, type LocalDate } from "../../../functions/platform/dates.ts";
import type { CatalogModule } from "../../../functions/curriculum/content.ts";
import type { Random } from "./random.ts";

type Doing =
  | { kind: "lesson"; lessonId: string }
  | { kind: "check"; isPass: boolean }
  | { kind: "practice" }
  | { kind: "review"; submission: number; isAccepted: boolean };

/**
 * Something a person did at a time; the history enters each through the same action that people use. `variant` chooses
 * among texts, so that chance is spent in planning alone and the order of entering cannot matter.
 */
export type Deed = Doing & { at: string; on: LocalDate; variant: number; staffId: string; moduleId: string };

/** How a school goes about it: some are strong, one stalls after the winter, some begin late. */
export type SchoolManner = { diligence: number; beginsLateDays: number; stallsOn?: LocalDate };

/** How soon a coach reads what is sent to them. */
export type CoachManner = { reviewDays: [least: number, most: number]; returnsShare: number };

/**
 * Plans what one person did with one module that fell due on `dueOn`: early, late, in part or not at all, by how
 * diligent they are; evidence follows for most who finish the content, and is reviewed in the coach's own time.
 */
export function planModule(options: {
  random: Random;
  staffId: string;
  module: CatalogModule;
  dueOn: LocalDate;
  notBefore: LocalDate;
  until: LocalDate;
  diligence: number;
  stallsOn: LocalDate | undefined;
  /** Absent for someone nobody reviews: what they send stays sent. */
  coach: CoachManner | undefined;
}): Deed[] {
  const { random, staffId, module, until, diligence, coach } = options;
  const reaches = random.next();
  if (reaches > diligence + 0.3) return [];
  const lateDays = diligence > 0.75 ? random.between(-9, 6) : diligence > 0.5 ? random.between(-6, 45) : random.between(6, 110);
  let finishOn = addDays(options.dueOn, lateDays);
  if (finishOn < addDays(options.notBefore, 4)) finishOn = addDays(options.notBefore, random.between(4, 10));
  const stopsOn = options.stallsOn !== undefined && options.stallsOn < until ? options.stallsOn : until;
  const isDone = (on: LocalDate): boolean => on <= stopsOn;
  const deeds: Deed[] = [];
  const add = (on: LocalDate, doing: Doing): boolean => {
    if (!isDone(on)) return false;
    // Between 8 in the morning and 6 in the evening, Eastern time.
    const at = `${on}T${String(random.between(13, 22)).padStart(2, "0")}:${String(random.between(0, 59)).padStart(2, "0")}:00.000Z`;
    deeds.push({ ...doing, on, at, variant: random.between(0, 999), staffId, moduleId: module.id });
    return true;
  };
  const share = reaches > diligence ? random.next() * 0.8 : 1;
  const lessons = module.lessons.slice(0, Math.max(1, Math.ceil(module.lessons.length * share)));
  const beginsOn = addDays(finishOn, -random.between(2, 6));
  for (const [i, { id }] of lessons.entries()) add(addDays(beginsOn, i), { kind: "lesson", lessonId: id });
  if (share < 1) return deeds;
  if (random.chance(0.3 - diligence * 0.2)) add(finishOn, { kind: "check", isPass: false });
  add(addDays(finishOn, 1), { kind: "check", isPass: true });
  if (random.chance((1 - diligence) * 0.7)) return deeds;

  let on = addDays(finishOn, random.between(2, 9));
  for (let submission = 1; submission <= 2; submission++) {
    if (!add(on, { kind: "practice" })) return deeds;
    if (!coach) return deeds;
    const isAccepted = submission === 2 || !random.chance(coach.returnsShare);
    on = addDays(on, random.between(...coach.reviewDays));
    if (!add(on, { kind: "review", submission, isAccepted }) || isAccepted) return deeds;
    on = addDays(on, random.between(4, 12));
  }
  return deeds;
}

/** Sentences of practice evidence, general enough for any module and free of any student. */
export const evidenceTexts = [
  "I tried this with my grade-level team on Tuesday. We kept to the steps in the task, wrote down what we saw for the whole grade, and agreed on one change for next week. What surprised me was how much faster the meeting went once the question was written on the board.",
  "I did the task across two days. The first try ran long, so I cut the opening and began with the data display. A colleague who watched said the purpose was clear this time. Next month I will start from the second step.",
  "We used this in the second-semester planning meeting. I have described the setting, what I did, what changed in what adults did, and what I would do differently. No student can be recognized in it.",
  "I explained it to a colleague from another grade and asked her to say it back to me. She had two of the three parts right. I changed the wording of the middle part and tried it again on Thursday with the office team.",
  "I followed the checklist for one session and a colleague watched the next one. We agreed on nine of ten lines. The one we saw differently was pacing, and that is what I am working on now.",
] as const;

export const acceptedComments = [
  "Clear and specific. I could see what you did and why. Keep the habit of naming the next step.",
  "This is just what the task asks for. The change you made after the first try is the best part.",
  "Well done. Bring this to the team meeting; others can use it as it stands.",
] as const;

export const returnedComments = [
  "You are close. Say what you will do differently next time and what would tell you it worked, and send it again.",
  "Good start. Please add what the adults did, step by step; right now I only see the plan.",
] as const;
