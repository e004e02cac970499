import type { ContentLanguage } from "../../functions/curriculum/content.ts";
import type { RubricLevel } from "../../functions/learning/contract.ts";
import { count, list, quoted, words } from "./en.ts";
import { localized } from "./language.ts";

const rubricLevels: Record<RubricLevel, string> = { notYet: "Not yet", developing: "Developing", meets: "Meets", exemplary: "Exemplary" };

const languages: Record<ContentLanguage, string> = { en: "English", es: "Spanish" };

/** What the pages of a module say: overview, lessons, check and practice. */
export const study = localized("study", {
  rubricLevels,

  notTranslated: (language: ContentLanguage) => `This module is not translated yet. It is shown in ${languages[language]}.`,

  module: {
    back: "My path",
    eyebrow: (minutes: number) => `Module · ${words.minutes(minutes)} of credit when it is done`,
    begin: "Begin with lesson 1",
    continueLesson: (number: number, title: string) => `Continue: lesson ${number}, ${title}`,
    toCheck: "Take the knowledge check",
    toPractice: "Go to the practice task",
    readComment: "Read your coach's comment",
    waiting: "Your practice waits for a review. We will write to you when it is answered.",
    completed: (on: string, today: string, minutes: number) =>
      `You completed this on ${words.date(on, today)} and earned ${words.minutes(minutes)} of credit. You can read it again any time.`,
    prerequisites: (titles: string[]) => `This builds on ${list(titles.map(quoted))}. You will get more from it in that order.`,
    objectives: "After this you can",
    steps: "Steps",
    lesson: (number: number) => `Lesson ${number}`,
    minutes: (minutes: number) => words.minutes(minutes),
    done: "Done",
    waitingToSend: "Done, saved on this device",
    check: "Knowledge check",
    checkLine: (draw: number, minutes: number) =>
      `${count(draw, "situation", "situations")}, about ${words.minutes(minutes)}; as many tries as you like`,
    checkPassed: (percent: number | undefined) => (percent === undefined ? "Passed" : `Passed with ${words.percent(percent)}`),
    checkTried: (attempts: number, best: number) => `${count(attempts, "try", "tries")} so far, best ${words.percent(best)}; 80% passes`,
    practice: "Practice on the job",
    practiceStates: {
      none: (minutes: number) => `About ${words.minutes(minutes)} at your desk; the doing happens in your normal day`,
      submitted: "Sent; waits for a review",
      returned: "Sent back with a comment",
      accepted: "Accepted",
    },
    references: "Where this comes from",
    changed: "Changed since you read it",
  },

  readAgain: {
    title: (n: number) => `${count(n, "lesson", "lessons")} changed since you read ${n === 1 ? "it" : "them"}`,
    lead: "Your district asks you to read what it changed. Everything you completed stays completed, with its date and its credit.",
    lesson: (title: string, minutes: number) => `${title}, about ${words.minutes(minutes)}`,
  },

  jobAid: {
    link: "Job aid: one page to print",
    eyebrow: "Job aid",
    tabTitle: (title: string, module: string) => `${title} · ${module}`,
    lead: "One page to print and keep at hand while you do the work.",
    print: "Print this page",
  },

  lesson: {
    tabTitle: (lesson: string, module: string) => `${lesson} · ${module}`,
    place: (number: number, total: number, minutes: number) => `Lesson ${number} of ${total} · about ${words.minutes(minutes)}`,
    progress: "Lessons done in this module",
    progressText: (done: number, total: number) => `${done} of ${total} done`,
    outline: "In this module",
    navigation: "Lessons",
    done: "Mark done and continue",
    doneLast: "Mark done and go to the check",
    next: (title: string) => `Next: ${title}`,
    nextCheck: "Next: the knowledge check",
    continueTo: "Continue",
    previous: (title: string) => `Back to: ${title}`,
    marked: (title: string) => `${quoted(title)} is done.`,
    alreadyDone: "You have done this lesson.",
    changed: "Your district changed this lesson since you read it. Please read it again; what you completed stays completed.",
    doneAgain: "I have read it again",
    markedAgain: (title: string) => `Noted: you have read ${quoted(title)} again.`,
  },

  check: {
    title: "Knowledge check",
    intro: (draw: number, minutes: number) =>
      `${count(draw, "short situation", "short situations")} from real schools, about ${words.minutes(minutes)}.`,
    how: [
      "Choose what you would do. Each answer comes back with an explanation.",
      "80% passes. You can try as often as you like, with other situations each time; only your best counts.",
      "Answers are saved as you go, so you can stop and come back.",
    ],
    lessonsFirst: (left: number) =>
      `${count(left, "lesson is", "lessons are")} still open. You may take the check first, but both are needed.`,
    start: "Start",
    resume: "Continue where I stopped",
    startAgain: "Try again with other situations",
    starting: "Opening…",
    passed: (percent: number | undefined) =>
      percent === undefined ? "You have passed this check." : `You have passed this check with ${words.percent(percent)}.`,
    tried: (best: number) => `Your best so far is ${words.percent(best)}; 80% passes. The next try has other situations.`,
    question: (number: number, total: number) => `Situation ${number} of ${total}`,
    tabTitle: (number: number, total: number, module: string) => `Situation ${number} of ${total} · ${module}`,
    progress: "Situations answered",
    progressText: (done: number, total: number) => `${done} of ${total} answered`,
    next: "Next",
    previous: "Back",
    toReview: "Review my answers",
    kept: "Answer saved",
    keptHere: "Answer saved on this device",
    reviewTitle: "Review your answers",
    reviewLead: "Change anything you like, then hand it in.",
    yourAnswer: "Your answer",
    noAnswer: "Not answered yet",
    change: (number: number) => `Change situation ${number}`,
    changeShort: "Change",
    answerShort: "Answer",
    answer: (number: number) => `Answer situation ${number}`,
    missing: (numbers: number[]) =>
      `Answer ${numbers.length === 1 ? "situation" : "situations"} ${list(numbers.map(String))} first, then hand it in.`,
    submit: "Hand it in",
    submitting: "Handing it in…",
    arrived: (percent: number, isPassed: boolean) =>
      isPassed
        ? `Your check has arrived: passed with ${words.percent(percent)}.`
        : `Your check has arrived: ${words.percent(percent)}, not passed yet.`,
    waitingTitle: "Handed in on this device",
    waiting:
      "You are offline. Your answers are kept here and sent by themselves when you are online; then you see the result. You can go on.",
    waitingTakeBack: "Change my answers",
    passedTitle: (right: number, total: number) => `Passed: ${right} of ${total}`,
    failedTitle: (right: number, total: number) => `Not there yet: ${right} of ${total}`,
    passedLead: "Read what each answer taught, then take it to your own setting.",
    failedLead: "Read the explanations below. They are the shortest way to the next try, which has other situations.",
    right: "Right",
    wrong: "Not quite",
    better: "What works better",
    answers: "Your answers, explained",
    toPractice: "On to the practice task",
    toLessons: "Read the lessons again",
    toLessonsLeft: "Finish the lessons",
  },

  practice: {
    tabTitle: (title: string, module: string) => `${title} · ${module}`,
    eyebrow: "Practice on the job",
    minutes: (minutes: number) => `About ${words.minutes(minutes)} at your desk. The doing happens in your normal working day.`,
    task: "What to do",
    evidence: "What to send",
    rubric: "What your coach looks for",
    rubricLead: "“Meets” on each line is enough. Your coach sees the same table.",
    criterion: "What counts",
    chosen: "Your coach's choice",
    toForm: "Write the next version",
    purged: (name: string, on: string, today: string, reason: string) =>
      `${name} emptied this on ${words.date(on, today)}, because a student could be recognized in it: ${quoted(reason)} Its text and its file are gone for good.`,
    expired: (on: string, today: string) =>
      `Emptied on ${words.date(on, today)}: your district keeps evidence no longer. How it was decided stays.`,
    form: "Send your evidence",
    formAgain: "Send it again",
    onceMore: "Do this task once more",
    onceMoreHint:
      "The renewal of a certificate can ask for tasks that were done since it was issued. This module stays completed; its credit counts once.",
    formOnceMore: "Send what you did this time",
    text: "What you did and what you saw",
    textHint: "Write here, or attach a file, or both. What you type is kept on this device until you send it.",
    textOnlyHint: "What you type is kept on this device until you send it.",
    textNeeded: "Write a few sentences or attach a file.",
    textOnlyNeeded: "Write a few sentences about what you did.",
    file: "A file",
    fileNeeded: "Attach a file.",
    noStudents: "No student can be recognized in what I send",
    noStudentsHint: "No names, initials, faces, ID numbers or details that only fit one child. Speak of grades and groups.",
    noStudentsNeeded: "Confirm that no student can be recognized in your evidence.",
    submit: "Send for review",
    submitting: "Sending…",
    sent: "Sent. We will write to you when it is reviewed.",
    arrived: "Your practice evidence has arrived and waits for a review.",
    waitingTitle: "Handed in on this device",
    waiting: "You are offline. Your text is kept here and sent for review by itself when you are online.",
    waitingTakeBack: "Change my text",
    fileOffline:
      "A file needs a connection. Your text stays on this page; send both when you are online, or remove the file to hand in the text now.",
    submittedTitle: (on: string, today: string) => `Sent on ${words.date(on, today)}; your coach has it now`,
    submitted: "There is nothing for you to do until it is answered. You can go on with the next module meanwhile.",
    sentTitle: (on: string, today: string) => `Sent on ${words.date(on, today)}`,
    noCoach: "Your school's leader can review it; nobody is named as your coach yet.",
    returnedTitle: (name: string) => `${name} sent it back with a comment`,
    acceptedTitle: (name: string) => `Accepted by ${name}`,
    acceptedNoReviewer: "Accepted",
    accepted: (minutes: number) => `This practice is complete. ${minutes > 0 ? `${words.minutes(minutes)} of credit are yours.` : ""}`,
    comment: "Comment",
    levels: "How each line was read",
    yours: "What you sent",
    submission: (n: number, on: string, today: string) => `Try ${n}, ${words.date(on, today)}`,
    earlier: (n: number) => count(n, "earlier try", "earlier tries"),
    file1: (name: string, kilobytes: number) =>
      `${name} (${kilobytes >= 1000 ? `${words.number(Math.round(kilobytes / 100) / 10)} MB` : `${words.number(kilobytes)} KB`})`,
    contentFirst: "Most people do this after the lessons and the check. You may send it now; all three are needed to complete the module.",
    toPath: "Back to my path",
  },
});
