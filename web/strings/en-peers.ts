import type { RubricLevel } from "../../functions/learning/contract.ts";
import type { ReferenceState } from "../../functions/portfolio/reference-contract.ts";
import { count, words } from "./en.ts";
import { localized } from "./language.ts";

const states: Record<ReferenceState, string> = {
  asked: "Waits for an answer",
  given: "Given",
  declined: "Declined",
  withdrawn: "Taken back",
};
const levels: Record<RubricLevel, string> = { notYet: "Not yet", developing: "Developing", meets: "Meets", exemplary: "Exemplary" };

/** What colleagues do for each other's certificates: recommend, and rate the same samples. */
export const peerWords = localized("peerWords", {
  waiting: {
    title: (n: number) => `${count(n, "colleague asks", "colleagues ask")} you for a recommendation`,
    text: "About five minutes each. You may decline without saying why.",
    link: "See who asks",
  },

  mine: {
    title: "Recommendations",
    lead: "Some certificates ask for a colleague's recommendation. You choose whom you ask; 80% counts.",
    back: "My portfolio",
    ask: "Ask a colleague",
    who: "You read what they write, and so do the reviewers of an application of yours. Nobody else does.",
    name: "A part of the name",
    nameHint: "People of your schools and your coach. People you coach cannot be asked.",
    nameShort: "Type at least two letters of the name.",
    find: "Find",
    finding: "Looking…",
    found: "Whom do you ask?",
    nobody: "No colleague of your schools has such a name. Try another part of it.",
    partial: "There are more of them. Type more of the name.",
    choose: "Choose whom you ask.",
    note: "A few words to them",
    noteHint: "What they have seen of your work. They read it, and it goes with the mail. Name no student.",
    send: "Ask for a recommendation",
    sending: "Asking…",
    sent: (name: string) => `Asked. ${name} hears of it by mail.`,
    list: "Whom I asked",
    none: "Nobody asked yet",
    noneHow: "Think of someone who has seen you work with other adults.",
    states,
    asked: (on: string, today: string) => `Asked ${words.date(on, today)}`,
    answered: (on: string, today: string) => `Answered ${words.date(on, today)}`,
    percent: (percent: number) => `${words.number(percent)}%`,
    counts: "It counts. A certificate that is earned or renewed again asks for a newer one.",
    countsNot: "Below 80%: it does not count. You can ask someone else.",
    declined: "Nobody has to say why. You can ask someone else.",
    takeBack: "Take the request back",
    takenBack: "Taken back. They see it no more.",
    purged: "Its words were emptied by a reviewer: a student could be recognized in them.",
  },

  asked: {
    title: "Recommendations I am asked for",
    lead: "Colleagues who want to coach or train others ask you what you have seen of their work.",
    none: "Nobody waits for you",
    noneHow: "When a colleague asks you, it stands here and you hear of it by mail.",
    since: (on: string, today: string) => `Asked ${words.date(on, today)}`,
    open: "Read and decide",
    of: (name: string) => `${name}'s request`,
  },

  give: {
    title: (name: string) => `Recommend ${name}?`,
    lead: "Score what you have seen. If you have seen too little of it, decline: that harms nobody.",
    back: "All requests",
    note: (name: string) => `${name} writes`,
    reads: (name: string) =>
      `${name} reads your comment and the percent, not the single scores. Reviewers of the application read the same. What you send cannot be changed.`,
    itemNeeded: "Choose what fits best.",
    sofar: (percent: number, done: number, total: number) =>
      `${words.number(percent)}% · ${words.number(done)} of ${words.number(total)} scored`,
    comment: "What you have seen them do",
    commentHint: "One or two sentences with an example. Name no student. It is kept on this device until you send it.",
    commentNeeded: "Say in a sentence or two what you have seen them do.",
    seen: "I have seen this person's work with adults, and I have no stake in their certificate.",
    seenNeeded: "Decline if you have not seen their work or have a stake in it.",
    send: "Send my recommendation",
    sending: "Sending…",
    sent: (name: string) => `Sent. ${name} can read it.`,
    decline: "Decline",
    declining: "Declining…",
    declined: (name: string) => `Declined. ${name} is told, without a reason.`,
    notComplete: "Some lines still need you before it can be sent.",
  },

  calibration: {
    title: "Rate samples",
    lead: "Read what someone handed in and rate it on the rubric, alone. Then you see where another rater and you agree. 80% counts.",
    back: "My portfolio",
    made: "The samples are made up. No student and no colleague is in them.",
    states: { open: "To be rated", waiting: "Waits for a second rater", compared: "Compared" },
    with: (percent: number, name: string) => `${words.number(percent)}% in agreement with ${name}`,
    again: (on: string, today: string) => `You can rate it again from ${words.date(on, today)}.`,
    rate: "Read and rate",
    see: "See",
    of: (title: string) => `: ${title}`,
  },

  sample: {
    back: "All samples",
    asked: "What the task asked for",
    text: "What was handed in",
    form: "Your rating",
    formHint: "Choose the level that fits best, by what stands in the text.",
    levels,
    levelNeeded: "Choose a level.",
    reason: "What in the text decided it",
    reasonHint: "One or two sentences. Whoever you are compared with reads them, once both have rated.",
    reasonNeeded: "Say in a sentence what in the text decided it.",
    send: "Save my rating",
    sending: "Saving…",
    notComplete: "Some lines still need you before it can be saved.",
    sentWaiting: "Saved. You hear by mail when someone else has rated it.",
    sentCompared: (percent: number) => `Saved. You agree on ${words.number(percent)}%.`,
    mine: "Your rating so far",
    result: (percent: number, name: string) => `You and ${name} agree on ${words.number(percent)}%`,
    counts: "It counts toward your certificate. Where you differ, talk about what each of you saw.",
    countsNot: "Below 80% it does not count. Talk about what each of you saw, and rate another sample.",
    waiting: "Saved. As soon as someone else has rated it, both of you see where you agree.",
    table: "Criterion by criterion",
    criterion: "Criterion",
    yours: "You",
    theirs: (name: string) => name,
    same: "Same",
    reasonOf: (name: string) => `Why ${name} chose so`,
    yourReason: "Why you chose so",
    rated: (on: string, today: string) => `Rated ${words.date(on, today)}`,
  },

  review: {
    pieces: "Work that was accepted",
    observations: "What was observed",
    recommendations: "What colleagues say",
    purged: "Its words were emptied: a student could be recognized in them. It counts as before.",
    purge: {
      title: "A student can be recognized in it",
      hint: "Emptying it erases its words for good; the score stays, and it counts as before. Its author and the applicant are told. This cannot be undone.",
      reason: "Why, without naming the student",
      reasonNeeded: "Write a sentence, so that they can follow why.",
      act: "Empty it for good",
      working: "Emptying…",
    },
    purgeDone: (name: string, isTold: boolean) =>
      isTold
        ? `Emptied. ${name} is told by mail.`
        : `Emptied. No mail goes to ${name}, who is not at work or has no address; it stands on their page.`,
    by: (name: string, percent: number, on: string, today: string) => `${name}: ${words.number(percent)}%, ${words.date(on, today)}`,
    calibrations: "Samples rated",
    rated: (title: string, percent: number, name: string) => `${title}: ${words.number(percent)}% in agreement with ${name}`,
  },
});
