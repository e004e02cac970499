import type { BadgeReport, Because } from "../../functions/badges/verify/report.ts";
import { localized } from "./language.ts";

type Outcome = BadgeReport["signature"]["outcome"];

const verdict: Record<BadgeReport["verdict"], { title: string; text: string }> = {
  valid: { title: "This badge is good", text: "It is what its issuer signed, it is in its time, and it is neither revoked nor suspended." },
  expired: { title: "This badge has run out", text: "It is genuine, and its last day has passed. A renewal would be a badge of its own." },
  notYet: { title: "This badge is not good yet", text: "It is genuine, and its first day is still to come." },
  suspended: {
    title: "This badge is suspended",
    text: "It is genuine, and its issuer has suspended it while something about it is looked into. It does not count today.",
  },
  revoked: {
    title: "This badge was revoked",
    text: "It is genuine, and its issuer has withdrawn it. It does not count, whatever the file says.",
  },
  forged: { title: "Do not rely on this badge", text: "It is not what its issuer signed. Somebody altered it, or somebody else made it." },
  unchecked: {
    title: "This badge could not be checked",
    text: "That says nothing about it, for good or for bad. What could not be looked at is named below.",
  },
  notABadge: { title: "This is not a badge", text: "It is signed or written like one, and says something else." },
};

const signature: Record<Outcome, string> = {
  good: "Good: signed with a key that the issuer publishes.",
  bad: "Not good.",
  unknown: "Could not be checked.",
};

const dates: Record<Outcome, string> = {
  good: "Good: today is within its dates.",
  bad: "Not good: today is outside its dates.",
  unknown: "Not looked at.",
};

const status: Record<Outcome, string> = {
  good: "Good: it is on no list of revoked or suspended badges.",
  bad: "Not good: its issuer lists it as revoked or suspended.",
  unknown: "Not looked at.",
};

const because: Record<Because, string> = {
  malformed: "It is not written as a signed token is.",
  disagrees: "The token and the badge in it do not say the same.",
  unsigned: "It carries no signature at all.",
  otherKind: "It is signed in a way that this page, or this browser, does not know.",
  brokenProof: "Its proof is not whole.",
  unknownWords: "It uses words whose meaning this page does not know.",
  noKey: "It does not lead to a key.",
  notTheirKey: "The key it names is not among those of its issuer.",
  keyNotListed: "The key it names is not listed by its issuer now. Lists of keys are kept for some minutes on the way: try again later.",
  altered: "What it says is not what was signed.",
  unreachable: "What its issuer publishes could not be read. Check your connection, and try again.",
  unreadableDates: "Its dates cannot be read.",
  unknownStatus: "Its status is told in a way that this page does not know.",
  listNotTheirs: "The list of its status is not signed by its issuer.",
  listWrong: "The list of its status is another one, or is out of date.",
};

/** What the page says on which anyone checks a badge. */
export const badgeCheck = localized("badgeCheck", {
  title: "Check a badge",
  lead: "Your browser looks at the badge itself: its signature, its dates, and whether it was revoked. The file does not leave this device.",
  file: "The badge's file",
  fileHint: "A .json or .jwt file, or a picture (.png or .svg) that was saved as a badge. You can also drop it anywhere on this page.",
  paste: "Or paste what is in it",
  pasteHint: "A token of three parts with dots between them, or the whole JSON.",
  check: "Check this text",
  checking: "Checking…",
  nothing: "There is no badge in this. A picture holds one only if it was saved as a badge; a photo or a screenshot does not.",
  nothingPasted: "Paste a badge first.",
  notThere: "There is no badge at this address, or it is not shown to anyone.",
  verdict,
  foreign: (host: string) =>
    `It names ${host} as its issuer. This page can reach what is published here alone: check the badge where it was issued.`,
  facts: {
    title: "What it says",
    claims: "What the file claims",
    holder: "Holder",
    badge: "Badge",
    issuer: "Issued by",
    host: "Keys published by",
    from: "Good from",
    until: "Good until",
  },
  steps: { title: "What was looked at", signature: "Signature", dates: "Dates", status: "Status" },
  outcome: { signature, dates, status },
  because,
  open: "Open the badge's own address",
  another: "Check another one",
  home: "To Throughline",
});
