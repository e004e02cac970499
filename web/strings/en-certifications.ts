import type { RequirementRule, Validity } from "../../functions/certification/definition-contract.ts";
import { count, list, quoted, words } from "./en.ts";
import { t } from "./en.ts";
import { localized } from "./language.ts";

type Rule<Kind extends RequirementRule["kind"]> = Extract<RequirementRule, { kind: Kind }>;
const year = (rule: { eachYear?: boolean | undefined }): string => (rule.eachYear === true ? ", each year" : "");

const seen: Record<Rule<"observations">["observation"], string> = {
  practice: "of practice in the classroom",
  session: "of a support session",
  teamMeeting: "of a team meeting",
  fidelityReview: "of a fidelity review",
  training: "of a training session",
};
const made: Record<Rule<"pieces">["piece"], [string, string]> = {
  coachingCycle: ["coaching cycle", "coaching cycles"],
  fidelityRecord: ["record of a fidelity review", "records of fidelity reviews"],
  communityOfPractice: ["community-of-practice session", "community-of-practice sessions"],
  delivery: ["training session given", "training sessions given"],
  learnerOutcomes: ["summary of how learners' practice was received", "summaries of how learners' practice was received"],
};

/** What administrators read when they decide about certifications and certificates. */
export const certificationWords = localized("certificationWords", {
  list: {
    title: "Certifications",
    lead: "What each certificate asks for and how long it holds. Your district decides; certificates already issued keep what they were earned by.",
    name: "Certification",
    offered: "Offered",
    yes: "Yes",
    no: "Not now",
    reviewers: "Reviewers",
    holds: "Holds",
    years: (years: number) => count(years, "year", "years"),
    edition: "Edition",
    shipped: "As it ships",
    own: (edition: number) => `Your edition ${words.number(edition)}`,
  },

  rule: {
    observationKinds: {
      practice: "Practice in the classroom",
      session: "A support session",
      teamMeeting: "A team meeting",
      fidelityReview: "A fidelity review",
      training: "A training session",
    } satisfies Record<Rule<"observations">["observation"], string>,
    pieceKinds: {
      coachingCycle: "Coaching cycle",
      fidelityRecord: "Record of a fidelity review",
      communityOfPractice: "Community-of-practice session",
      delivery: "Training session given",
      learnerOutcomes: "Summary of how learners' practice was received",
    } satisfies Record<Rule<"pieces">["piece"], string>,
    core: "Lessons and check of every core module on the person's path",
    path: ({ role }: Rule<"path">) => `Lessons and check of the whole path: ${t.jobRoles[role]}`,
    modules: (titles: string[]) => `Lessons and check: ${list(titles)}`,
    changedModules: "The modules that have changed since the certificate was earned",
    practice: (rule: Rule<"practice">, titles: string[]) =>
      `${count(rule.count, "practice task accepted", "practice tasks accepted")}${titles.length > 0 ? `, of ${list(titles)}` : ""}${year(rule)}`,
    holds: (titles: string[], months: number | undefined) =>
      `One of these in force${months === undefined ? "" : `, for ${count(months, "month", "months")}`}: ${list(titles)}`,
    observations: (rule: Rule<"observations">) =>
      `${count(rule.count, "observation", "observations")} ${seen[rule.observation]}, at ${words.percent(rule.percent)} or better${
        rule.daysApart === undefined ? "" : `, ${count(rule.daysApart, "day", "days")} apart`
      }${year(rule)}`,
    references: (rule: Rule<"references">) =>
      `${count(rule.count, "recommendation", "recommendations")} of a colleague, at ${words.percent(rule.percent)} or better`,
    pieces: (rule: Rule<"pieces">) => `${count(rule.count, ...made[rule.piece])}, accepted by a reviewer${year(rule)}`,
    calibration: (rule: Rule<"calibration">) =>
      `${count(rule.samples, "sample", "samples")} rated in agreement, at ${words.percent(rule.percent)} or better${year(rule)}`,
  },

  edit: {
    back: "All certifications",
    offered: "People can earn it",
    offeredHint: "Switched off, nobody new can earn it. Whoever holds it can still renew.",
    requirements: "The first time it asks for",
    renewal: "A renewal asks for",
    howOften: "How often",
    percent: "Score needed, in percent",
    daysApart: "Days between the first and the last",
    remove: "Remove",
    change: "Change it",
    whichRole: "Whose path",
    whichModules: "Which modules",
    whichTasks: "Only tasks of these modules; of any, when none is chosen",
    whichCertificates: "Which certificates; one of them is enough",
    whichObservation: "What is observed",
    whichPiece: "Which piece of work",
    chooseOne: "Choose at least one.",
    forMonths: "Held for so many months",
    eachYear: "This often in each year of the term, rather than once in all",
    notWhole: "Something it asks for is not complete: choose at least one, and numbers from 1 up.",
    add: "Add something it asks for",
    addAct: "Add",
    kinds: {
      practice: "Practice tasks accepted",
      observations: "An observation",
      references: "A recommendation",
      pieces: "A piece of work",
      calibration: "Samples rated in agreement",
      core: "The core modules",
      path: "The whole path of a role",
      modules: "Certain modules",
      holds: "Another certificate",
      changedModules: "The modules that have changed",
    },
    validity: "How long it holds",
    basis: "Its last day is counted from",
    bases: {
      completion: "The day it is earned",
      lastExpiry: "At renewal, the last day of the term before",
      schoolYear: "A fixed day of the year",
    } satisfies Record<Validity["basis"], string>,
    basesHint: {
      completion: (on: string) => `Each renewal starts a new count. As saved, one earned today holds until ${words.fullDate(on)}.`,
      lastExpiry: (on: string) => `Renewing early loses nothing. As saved, one earned today holds until ${words.fullDate(on)}.`,
      schoolYear: (on: string) => `All end on the same day. As saved, one earned today holds until ${words.fullDate(on)}.`,
    } satisfies Record<Validity["basis"], (on: string) => string>,
    years: "Years",
    endsOn: "The fixed day, as month and day (06-30)",
    minimumMonths: "No term shorter than, in months",
    windowDays: "Renewal opens, in days before its last day",
    graceDays: "Can still be renewed, in days after its last day",
    hours: "Clock hours it usually stands for",
    from: "From",
    to: "To",
    reviewers: "How many reviewers must accept it",
    reviewersHint: "With none it is issued by itself as soon as everything is there.",
    reason: "Why you change it",
    reasonHint: "It stays on record with this edition.",
    reasonMissing: "Write a sentence.",
    save: "Save as a new edition",
    saving: "Saving",
    saved: "Saved. It holds for whatever is earned from now on.",
    what: "Saving changes nothing on certificates already issued. Windows that are open stay open.",
    differs: "Different from what ships",
    same: "This is as it ships.",
    differences: {
      isOffered: "whether it is offered",
      requirements: "what it asks for the first time",
      renewal: "what a renewal asks for",
      validity: "how long it holds",
      typicalHours: "its clock hours",
      reviewers: "the number of reviewers",
    },
    editions: "Editions",
    editionsNone: "Nobody has changed it yet.",
    edition: (edition: number, by: string, on: string) => `Edition ${words.number(edition)}, ${by}, ${words.fullDate(on)}`,
  },

  trial: {
    look: "See who would be ready",
    starting: "Starting",
    looking: "Looking at everyone",
    nobody: "For nobody would anything change: as many are ready with this as with what is saved.",
    added: (total: number) =>
      `${count(total, "person would be", "people would be")} ready for it who ${total === 1 ? "is" : "are"} not now:`,
    removed: (total: number) =>
      `${count(total, "person is", "people are")} ready for it now and would not be any more. Certificates they hold stay:`,
  },

  refresh: {
    title: "Ask holders for what has changed",
    lead: "For changes since people earned it: lessons that you changed and asked to be read again, or something this certification asks for now. Only those it concerns are asked, and only for that part. Their certificates stay as they are.",
    dueOn: "Please do it by",
    dueHint: "A day after today. Nothing is lost for whoever is later.",
    look: "See whom it concerns",
    starting: "Starting",
    looking: "Looking at everyone who holds it",
    asking: "Asking",
    none: "Nothing has changed for anyone who holds it. There is nobody to ask.",
    who: (toAsk: number) => `${count(toAsk, "person would be asked", "people would be asked")}.`,
    asked: (toAsk: number) => `Done: ${count(toAsk, "person was asked", "people were asked")}. They find it with their certificates.`,
    askedNone: "Done: everyone it concerns had been asked before. Nobody was written to again.",
    caption: "Who would be asked, and for what",
    name: "Name",
    parts: "What is asked",
    more: (shown: number, all: number) => `The first ${words.number(shown)} of ${words.number(all)} are listed.`,
    leftOut: {
      upToDate: (n: number) => `${count(n, "holder has", "holders have")} nothing to do: nothing of theirs has changed, or they did it.`,
      asked: (n: number) => `${count(n, "was asked", "were asked")} for the same before.`,
      exempt: (n: number) => `${count(n, "is", "are")} exempt from what changed.`,
      away: (n: number) => `${count(n, "is", "are")} away. Look again when they are back.`,
      leaving: (n: number) => `${count(n, "leaves", "leave")} before that day.`,
    },
    failed: (n: number) => `${count(n, "person", "people")} could not be looked at. The self-check says why.`,
    mail: "The mail they get",
    ask: (toAsk: number) => `Ask ${count(toAsk, "person", "people")}`,
  },

  person: {
    title: "Certificates",
    acts: { revoke: "Revoke", suspend: "Put on hold", lift: "End the hold" },
    actsOf: {
      revoke: (title: string) => `Revoke ${title}`,
      suspend: (title: string) => `Put ${title} on hold`,
      lift: (title: string) => `End the hold on ${title}`,
    },
    follows: {
      revoke: [
        "It is not in force from today on, for good. Its public page and badge say that it was revoked.",
        "They are told, read your reason, and can appeal within 30 days: someone else decides.",
        "Nothing is erased. They can earn it again, with new practice.",
      ],
      suspend: [
        "It is not in force until you end the hold. Its public page and badge say that it is suspended.",
        "Its dates stay as they are.",
      ],
      lift: ["It holds again from today on, with the dates it had, here and at its public page."],
    },
    reason: "Reason",
    reasonHint: "It stays on record. On a revocation its holder reads it. Name no student.",
    reasonMissing: "Write a sentence.",
    working: "Saving",
    done: {
      revoke: "Revoked. They are told, with your reason.",
      suspend: "Put on hold.",
      lift: "The hold is over. The certificate is in force again.",
    },
    exception: "Issue one by exception",
    exceptionTitle: (name: string) => `Issue a certificate by exception: ${name}`,
    exceptionLead:
      "For what was earned elsewhere. The certificate says of itself that it is an exception, and your reason stays on record.",
    which: "Which certificate",
    choose: "Choose one",
    whichMissing: "Choose a certificate.",
    issue: "Issue it",
    issued: (title: string) => `Issued: ${quoted(title)}`,
  },
});
