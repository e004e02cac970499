import type { HolderMatch, OutsideBadgeView, OutsideState } from "../../functions/badges/outside-contract.ts";
import { count, list, words } from "./en.ts";
import { localized } from "./language.ts";

const state: Record<OutsideState, string> = {
  waiting: "Waits for an administrator",
  accepted: "Counts",
  declined: "Does not count",
  withdrawn: "Counts no more",
};

const match: Record<HolderMatch, (holder: string | undefined, name: string) => string> = {
  address: (_, name) => `It was issued to the work address of ${name}.`,
  name: (holder, name) => `It names ${holder ?? ""}; the record is that of ${name}. The name fits; a name alone proves little.`,
  different: (holder, name) => `It names ${holder ?? "somebody else"}, and the record is that of ${name}. Ask before you let it count.`,
  unnamed: (_, name) => `It names nobody. That it is ${name}'s cannot be told from the badge.`,
};

type Decision = NonNullable<OutsideBadgeView["decision"]>;

/** What is said of badges that others issued: adding them, what was checked, what they count for. */
export const outsideBadgeWords = localized("outsideBadgeWords", {
  title: "Badges from elsewhere",
  link: "Badges from elsewhere",
  back: "Certificates",
  lead: "You learned something elsewhere and have a digital badge for it? Add it here. An administrator decides which of your modules it counts for, and whether holding it counts as holding one of our certificates.",
  none: "No badge yet",
  noneText:
    "A badge is a small file that its issuer signed (Open Badges 3.0). Its issuer's site offers it for download, often as JSON, JWT or a picture.",
  yours: "Badges you added",
  theirs: "Badges from elsewhere",
  theirsNone: "No badge of another issuer stands on this record.",
  add: "Add a badge",
  addTitle: "Add a badge from elsewhere",
  addFor: (name: string) => `Add a badge for ${name}`,
  file: "The badge's file",
  fileHint: "A .json or .jwt file, or a picture (.png or .svg) that its issuer saved the badge in.",
  text: "Or paste what is in it",
  textHint: "A token of three parts with dots between them, or the whole JSON.",
  address: "Or its address",
  addressHint: "Where the badge itself is published; begins with https://.",
  nothing: "Choose the badge's file, paste what is in it, or give its address.",
  noneInFile: "There is no badge in this file. A picture holds one only if its issuer saved it as a badge.",
  adding: "Checking its signature…",
  added: "Added. It waits for an administrator.",
  thereAlready: "This badge is here already. Below you see how it stands.",
  state,
  match,
  by: (issuer: string, host: string | undefined) =>
    host === undefined ? `Issued by ${issuer}` : `Issued by ${issuer}, with keys published by ${host}`,
  noHost:
    "It was signed with a key that stands in the badge itself. The signature is good, but who issued it cannot be told: anyone can write any name into such a badge.",
  dates: (from: string | undefined, until: string | undefined) =>
    [from === undefined ? "" : `Good from ${words.fullDate(from)}`, until === undefined ? "no last day" : `until ${words.fullDate(until)}`]
      .filter((part) => part !== "")
      .join(", "),
  checkedOn: (day: string) => `Checked on ${words.fullDate(day)}`,
  addedBy: (name: string, on: string) => `Added by ${name} on ${words.fullDate(on)}`,
  counts: ({ byName, on, until }: Decision, modules: string[]) =>
    `Counts as prior learning for ${list(modules)}${until === undefined ? "" : ` until ${words.fullDate(until)}`}. Decided by ${byName} on ${words.fullDate(on)}.`,
  countedUntil: ({ until = "" }: Decision, modules: string[]) =>
    `It counted as prior learning for ${list(modules)} until ${words.fullDate(until)}. What of it is yours to do has a new date on your path.`,
  countsAs: (titles: string[], until: string | undefined, today: string) =>
    until !== undefined && until < today
      ? `Holding it counted as holding ${list(titles)} until ${words.fullDate(until)}.`
      : `Where a certificate asks for ${list(titles)}, holding this counts${until === undefined ? "" : ` until ${words.fullDate(until)}`}. It is no certificate of ours.`,
  reason: ({ byName, reason }: Decision) => `${byName}: “${reason}”`,
  counted: ({ byName }: Decision, modules: string[]) =>
    `It counted for ${list(modules)}, by ${byName}, until its issuer revoked or suspended it.`,
  countedForged: ({ byName }: Decision, modules: string[]) =>
    `It counted for ${list(modules)}, by ${byName}, until its signature did not agree with its issuer's keys any more.`,
  declined: ({ byName, on, reason }: Decision) => `${byName} decided on ${words.fullDate(on)} that it does not count: “${reason}”`,
  details: "What was checked",
  checkAgain: "Look again",
  checkingAgain: "Looking…",
  checkedAgain: "Looked at again. What was found stands below.",
  takeBack: "It does not count any more",
  takeBackTitle: (title: string) => `${title} does not count any more`,
  takeBackText: (holder: string) =>
    `From today it counts for nothing. What of it is for ${holder} to do has 30 contract days from today; certificates of ours that they earned stay. They get a mail with your words. You can add the badge's file again and decide anew.`,
  takeBackReason: "Why",

  queue: {
    title: "Badges from elsewhere",
    link: "Badges from elsewhere",
    lead: "Badges of other issuers that wait for you. Their signature was checked; what they are worth here is yours to decide.",
    none: "Nothing waits",
    noneText: "When someone adds a badge of another issuer, it appears here.",
    waiting: (n: number) => `${count(n, "badge waits", "badges wait")} for you`,
    person: "Open their record",
    modules: "Modules it counts for",
    find: "Find a module",
    certificates: "Certificates that holding it counts as",
    certificatesHint:
      "Where one of our certificates asks for another one, this badge then stands for it, never for longer than it is good itself. It earns no certificate of ours.",
    findCertificate: "Find a certificate",
    remembered: "Chosen as for the last badge of this kind.",
    until: "It counts until",
    untilHint: "The last day. Empty: until it is taken back, or its issuer revokes it.",
    reason: "In your words",
    reasonHint: "The holder reads this. To decline, say why.",
    remember: "Choose the same for the next badge of this kind",
    accept: "Let it count",
    decline: "It does not count",
    working: "Saving…",
    modulesMissing: "Choose at least one module or certificate, or say that it does not count.",
    reasonMissing: "Write a sentence, so that the holder can follow why.",
    accepted: (title: string) => `${title} counts now.`,
    declined: (title: string) => `${title} does not count. Its holder reads why.`,
    unsure: "Whether it was revoked could not be looked at. Look again before you decide.",
  },
});
