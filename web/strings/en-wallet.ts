import type { Rung } from "../learn/ladder.ts";
import { count, quoted, words } from "./en.ts";
import { localized } from "./language.ts";

const rungs: Record<Rung["state"], string> = {
  held: "You hold this",
  renew: "Yours; time to renew",
  suspended: "On hold",
  review: "Under review",
  returned: "Sent back with a comment",
  ready: "Ready to hand in",
  next: "Your next one",
  later: "Later",
};

/** What the ladder, handing in, appealing and sharing say to whoever earns certificates. */
export const walletWords = localized("walletWords", {
  elsewhere: "Badges from elsewhere",
  heldElsewhere: {
    title: "Earned elsewhere, counted here",
    state: { counts: "Counts", over: "Its time is over", withdrawn: "Counts no more" },
    by: (issuer: string, since: string) => `Issued by ${issuer}; yours since ${words.fullDate(since)}`,
    text: {
      counts: (as: string, until: string | undefined) =>
        `Where a certificate asks for ${as}, this counts${until === undefined ? "" : ` until ${words.fullDate(until)}`}. It is no certificate of ours: it is renewed where it was issued.`,
      over: (as: string, until: string | undefined) =>
        `It counted as holding ${as}${until === undefined ? "" : ` until ${words.fullDate(until)}`}. If you have renewed it, add the new badge.`,
      withdrawn: (as: string) =>
        `It counted as holding ${as}, until its issuer revoked or suspended it. What you earned by then stays yours.`,
    },
  },
  ladder: {
    title: "The ladder",
    whole: "See the whole ladder",
    lead: "From the bottom up. Each certificate rests on one below it; nobody has to climb to the top.",
    state: rungs,
    until: (expiresOn: string, today: string) => `until ${words.date(expiresOn, today)}`,
    met: (met: number, total: number) => `${met} of ${count(total, "requirement", "requirements")} met`,
  },

  card: {
    opens: (on: string, today: string) => `Renewal opens on ${words.date(on, today)}.`,
    renewBy: (on: string, today: string) => `Still in force. Renew it by ${words.date(on, today)} and it goes on without a gap.`,
    graceUntil: (on: string, today: string) =>
      `Not in force now. Until ${words.date(on, today)} you can renew it instead of earning it anew.`,
    refresh: (dueOn: string, today: string) =>
      `Something it rests on has changed. Please do this part by ${words.date(dueOn, today)}; your certificate stays as it is.`,
    refreshLate: (dueOn: string, today: string) =>
      `Something it rests on has changed, and this part was asked for by ${words.date(dueOn, today)}. It can still be done; your certificate stays as it is.`,
    refreshDone: "You have done what changed. It counts for your next renewal.",
    refreshPartDone: "done",
    lapsed: "It can be earned again. Practice that was accepted still counts.",
    suspended: (on: string, today: string) =>
      `On hold since ${words.date(on, today)}, while a question about it is looked into. Your district administrator can tell you more.`,
    revoked: (on: string, today: string) => `Revoked on ${words.date(on, today)}.`,
    reason: (reason: string) => `The reason given: ${quoted(reason)}`,
    exception: "Issued by exception.",
    history: "Entered from an earlier record.",
    hidden: "Only you see this: its public address is switched off.",
    toRenewal: "See what renewal asks for",
    earlier: (n: number) => `Earlier certificates (${words.number(n)})`,
    openAndShare: "Open and share",
  },

  ways: {
    others: "Other certificates you can earn",
    othersRenew: "Also to be renewed or earned",
    renew: (title: string) => `Renew ${quoted(title)}`,
    all: "Everything it asks for",
    learn: "Open the module",
    practiceOf: (title: string) => `Task of ${quoted(title)}`,
    practice: "Tasks stand at the end of each module on your path; one that was accepted before can be done once more",
    holds: "Earn that certificate first; it stands among your certificates",
    observed: "Ask your coach, or a district leader, for a day. They write down what they see",
    handIn: "Hand it in",
    recommended: "Ask a colleague",
    rated: "Rate samples",
    byItself: "It is issued by itself as soon as everything is met. There is nothing to hand in.",
    reviewed: (reviewers: number) =>
      `When everything is met you hand it in here, and ${reviewers === 1 ? "a reviewer reads it" : `${words.number(reviewers)} reviewers read it`}.`,
  },

  handIn: {
    ready: "Everything is there. Hand it in when you like.",
    statement: "What reviewers should know",
    statementHint: "A few sentences: what you are proud of, what was different in your setting. Name no student.",
    handIn: "Hand in",
    again: "Hand in again",
    sending: "Handing in",
    next: (reviewers: number) =>
      `${reviewers === 1 ? "One reviewer reads" : `${words.number(reviewers)} reviewers read`} it: people who do not evaluate you. Sometimes one more is drawn by lot. You are told what they decide, and you can take it back until then.`,
    done: "Handed in. Reviewers see it now; you will hear from them.",
    under: (on: string, today: string, left: number) =>
      `Handed in on ${words.date(on, today)}. ${left === 1 ? "One more reviewer has" : `${words.number(left)} more reviewers have`} to accept it. You need do nothing.`,
    accepted: "Accepted. Your certificate is being issued; it appears here in a moment.",
    withdraw: "Take it back",
    withdrawn: "Taken back. You can hand it in again at any time.",
    wasWithdrawn: "You took this back. Everything you did is kept.",
    returned: "A reviewer sent this back with a comment. Everything you handed in is kept.",
    missing: "Something it asks for is not there any more; see above. You can hand it in again when it is.",
    reviews: "What reviewers said",
    accept: "Accepted",
    return: "Sent back",
    by: (name: string, on: string, today: string) => `${name}, ${words.date(on, today)}`,
    noComment: "No comment.",
  },

  appeal: {
    act: "Appeal",
    title: (title: string) => `Appeal: ${title}`,
    lead: (until: string, today: string) =>
      `Someone who had no part in the decision looks at it again and decides, once. You can appeal until ${words.date(until, today)}.`,
    reason: "Why you think the decision is wrong",
    reasonHint: "What was overlooked or misunderstood. Whoever decides reads this.",
    short: "Write a sentence or two.",
    send: "Send the appeal",
    sending: "Sending",
    sent: "Your appeal was sent. You will hear what is decided.",
    open: (on: string, today: string) => `You appealed on ${words.date(on, today)}. It waits for someone who had no part in the decision.`,
    upheld: (by: string, on: string, today: string) => `Your appeal was decided on ${words.date(on, today)} by ${by}: the decision stands.`,
    overturned: (by: string, on: string, today: string) => `Your appeal was decided on ${words.date(on, today)} by ${by}: you were right.`,
    someone: "the district",
  },

  share: {
    title: "Share it",
    on: "Anyone with the link can see it",
    onHint: "They see your name, the title, the district, the dates and whether it is in force today. Nothing else.",
    switchedOn: "The link works now.",
    switchedOff: "The link is off. It now looks like an address where there is no certificate.",
    off: "Switch the link on to share the certificate or take its badge along.",
    copyLink: "Copy the link",
    copied: "Copied",
    linkedIn: "Add to LinkedIn",
    linkedInHint: "Opens LinkedIn with the name, the dates and the link filled in. Nothing is sent until you save it there.",
    signature: "For your e-mail signature",
    signatureLine: (title: string, district: string) => `${title}, ${district}`,
    signatureLink: (url: string) => `Verify: ${url}`,
    copySignature: "Copy the signature text",
    badge: "Take it along as a badge",
    badgeHint: "An Open Badge: a signed file that other programs accept and anyone can check without us.",
    png: "Picture (PNG) with the badge inside",
    json: "Badge file (JSON)",
    jwt: "Signed text (JWT)",
    notInForce: "It is not in force today, and its page says so to everyone who has the link.",
  },
});
