import type { AssignmentInForce, Reason } from "../../functions/assignment/contract.ts";
import type { EnrollmentState } from "../../functions/learning/contract.ts";
import { count, list, quoted, sentenceCase, words } from "./en.ts";
import { localized } from "./language.ts";

const states: Record<EnrollmentState, string> = {
  notStarted: "Not started",
  started: "Under way",
  contentComplete: "Practice is next",
  practiceSubmitted: "Waiting for review",
  practiceReturned: "Sent back to you",
  completed: "Done",
};

/** What a learner reads first: their path, and why each step is theirs. Kept apart from the rest so that the first visit is small. */
export const learn = localized("learn", {
  states,

  myPath: {
    title: "My path",
    summary: (done: number, total: number, creditMinutes: number, minutesLeft: number) =>
      [
        `${done} of ${count(total, "step", "steps")} done`,
        ...(creditMinutes > 0 ? [`${words.creditHours(creditMinutes)} of credit earned`] : []),
        ...(minutesLeft > 0 ? [`${words.aboutMinutes(minutesLeft)} left`] : []),
      ].join(" · "),
    nextStep: "Your next step",
    steps: "All steps",
    due: (dueOn: string, today: string) => sentenceCase(words.due(dueOn, today)),
    timeLeft: (minutes: number) => sentenceCase(words.aboutMinutes(minutes)),
    timeLeftStarted: (minutes: number) => `${sentenceCase(words.aboutMinutes(minutes))} left`,
    overdue: "This date has passed, and that is all right: it counts in full whenever you do it. A few minutes today is a good start.",
    inGrace: "You are new here. In your first 45 days nothing counts as late.",
    stateLine: ({ state, lessonsDone, lessonCount, minutes }: AssignmentInForce) => {
      if (state === "notStarted")
        return `${count(lessonCount, "lesson", "lessons")}, a short check and a practice task · ${words.minutes(minutes)}`;
      if (state === "started")
        return lessonsDone < lessonCount
          ? `${lessonsDone} of ${count(lessonCount, "lesson", "lessons")} done`
          : "Lessons done; the knowledge check is next";
      if (state === "contentComplete") return "Lessons and check done; the practice task is next";
      if (state === "practiceSubmitted" && lessonsDone < lessonCount)
        return `Your practice waits for a review; ${lessonsDone} of ${count(lessonCount, "lesson", "lessons")} done`;
      if (state === "practiceSubmitted") return "Your practice waits for a review. Nothing to do until it is answered";
      if (state === "practiceReturned") return "Your coach wrote what would make it complete";
      return "Done";
    },
    done: (on: string, today: string, minutes: number) => `Done ${words.date(on, today)} · ${words.minutes(minutes)} of credit`,
    opensAfter: (titles: string[]) => `Best after ${list(titles.map(quoted))}`,
    action: ({ state, lessonsDone, lessonCount }: AssignmentInForce) => {
      if (state === "notStarted") return "Begin";
      if (state === "started") return lessonsDone < lessonCount ? `Continue with lesson ${lessonsDone + 1}` : "Take the knowledge check";
      if (state === "contentComplete") return "Go to the practice task";
      if (state === "practiceReturned") return "Read the comment and try again";
      return "Look back";
    },
    current: "You are here",
    goal: "Your certificate",
    goalText: "See what it asks for and how far you are",
    emptyTitle: "Nothing is assigned to you right now",
    empty:
      "When your district, your coach or your school leader assigns you a path, its first step appears here with its date and the reason. You can close this page.",
    allDoneTitle: "Everything on your path is done",
    allDone: "Thank you. What you practiced is what your students and colleagues can count on.",
    withCoachTitle: "Your practice waits for a review",
    withCoach: "You have sent everything that was due. We will write to you when it is answered.",
    seeCertificates: "See my certificates",
  },

  why: {
    summary: "Why me, and why this date?",
    short: ({ origin, targetTitle }: Reason) =>
      origin.kind === "rule"
        ? `Part of ${quoted(targetTitle)}, which your district gives to your role`
        : `${origin.name} asked you to do this`,
  },
});
