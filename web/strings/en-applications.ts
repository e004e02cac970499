import { count, quoted, words } from "./en.ts";
import { localized } from "./language.ts";

/** What reviewers of applications and deciders of appeals read. */
export const applicationWords = localized("applicationWords", {
  waiting: {
    applications: (n: number) => `${count(n, "application waits", "applications wait")} for a reviewer`,
    pieces: (n: number) => `${count(n, "piece of work waits", "pieces of work wait")} for your review`,
    appeals: (n: number) => `${count(n, "appeal waits", "appeals wait")} to be decided`,
    all: "Applications for certificates",
  },

  queue: {
    title: "Applications for certificates",
    lead: "The longest wait first. Two things speak for reading one soon: someone did all that work, and waits.",
    emptyTitle: "No application waits",
    empty: "When someone hands in what they did for a certificate, it stands here.",
    yours: "For you to review",
    others: "For someone else",
    handedIn: (on: string, today: string) => `Handed in on ${words.date(on, today)}, ${words.fromNow(on, today)}`,
    needed: (n: number) => count(n, "more reviewer needed", "more reviewers needed"),
    read: "Read and decide",
    readOf: (name: string, title: string) => `${name}, ${title}`,
    toAppeals: "Appeals",
    toPieces: "Pieces of work to review",
  },

  page: {
    back: "All applications",
    title: (name: string) => `Application of ${name}`,
    handedIn: (title: string, on: string, today: string) => `For ${title}, handed in on ${words.date(on, today)}`,
    statement: "What they say",
    noStatement: "They added nothing.",
    earlier: (n: number) => `Earlier statements (${words.number(n)})`,
    asked: "What it asks for",
    met: "Met",
    notMet: "Not there",
    howFar: (done: number, needed: number) => `${words.number(done)} of ${words.number(needed)}`,
    reviews: "Reviews so far",
    noReviews: "Nobody has reviewed it yet.",
    accept: "Accepted",
    return: "Sent back",
    by: (name: string, on: string, today: string) => `${name}, ${words.date(on, today)}`,
    toPath: "See their path and evidence",
    state: {
      underReview: "Under review",
      returned: "It was sent back. They can hand it in again.",
      accepted: "It was accepted, and the certificate is issued.",
      withdrawn: "They took it back. Nothing is to be decided.",
    },
  },

  form: {
    title: "Your decision",
    decision: "What do you decide?",
    accept: "Accept it",
    acceptHint: (left: number) =>
      left > 1
        ? `After yours ${count(left - 1, "more reviewer has", "more reviewers have")} to accept it. Then the certificate is issued by itself.`
        : "The certificate is issued at once, and they are told.",
    return: "Send it back with a comment",
    returnHint: "They keep everything, read your comment, and can hand it in again or appeal within 30 days.",
    comment: "Comment",
    commentAccept: "What you found good. They read it.",
    commentReturn: "What is missing, so that the next one can be accepted. They read it.",
    conflict: "I do not evaluate this person, and I have no personal stake in this decision",
    conflictHint: "If you do, leave it to someone else: close this page, and it stays in the queue.",
    conflictMissing: "Say so before you decide, or leave it to someone else.",
    commentMissing: "Write a sentence or two.",
    decisionMissing: "Choose one of the two.",
    send: "Save my decision",
    sending: "Saving",
    notYours: "This one is not for you",
    doneAccepted: "Accepted. The certificate is issued.",
    doneCounted: (left: number) => `Your acceptance counts. ${count(left, "more reviewer is", "more reviewers are")} needed.`,
    doneReturned: "Sent back with your comment. They are told.",
  },

  appeals: {
    title: "Appeals",
    lead: "Someone who had no part in a decision looks at it again, and decides once. Both decisions stay on record.",
    emptyTitle: "No appeal waits",
    empty: "Returns and revocations can be appealed within 30 days. What is appealed stands here.",
    of: { return: "Against the return of an application", revocation: "Against the revocation of a certificate" },
    filed: (on: string, today: string) => `Filed on ${words.date(on, today)}, ${words.fromNow(on, today)}`,
    theirReason: (reason: string) => quoted(reason),
    read: "Decide",
    readOf: (name: string, title: string) => `${name}, ${title}`,
    application: "Read the application",
    person: "See their page",
    decide: (name: string) => `Appeal of ${name}`,
    upheld: "The decision stands",
    upheldHint: "Nothing changes. They are told, with your words.",
    overturned: {
      return: "They are right: accept the application",
      revocation: "They are right: put the certificate back in force",
    },
    overturnedHint: {
      return: "The certificate is issued at once, if everything it asks for is there.",
      revocation: "The certificate holds again, with the dates it had, here and at its public address.",
    },
    comment: "Why you decide so",
    commentHint: "They read it. It stays on record.",
    commentMissing: "Write a sentence or two.",
    decisionMissing: "Choose one of the two.",
    send: "Decide",
    sending: "Deciding",
    final: "This is decided once and cannot be taken back here.",
    done: {
      upheld: "Decided: the decision stands. They are told.",
      overturned: "Decided in their favor. It has been put right, and they are told.",
    },
  },
});
