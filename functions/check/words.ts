import type { Language } from "../platform/language.ts";
import type { FindingKind } from "./contract.ts";
import { spanishFindings } from "./spanish.ts";

/** A kind of finding for people: what is wrong, and what to do about it. */
export type FindingWords = { title: string; remedy: string };

const byHand = "Nothing repairs this by itself. An operator looks at the row and at who wrote it last.";
const bySelf = "It is made anew by the repair, and by the coming night.";

const english: Record<FindingKind, FindingWords> = {
  unknownRow: { title: "A row of a kind that nobody declared", remedy: byHand },
  unreadableRow: {
    title: "A row that cannot be read",
    remedy: "It is left out of every page and figure. An operator restores it from a backup, or corrects the field that is named.",
  },
  misplacedRow: { title: "A row that stands where its content does not belong", remedy: byHand },
  foreignRow: {
    title: "A row that names someone or something that is not of this district",
    remedy: "If it is of another district, take it seriously: follow the runbook on a suspected breach.",
  },
  unauditedFact: {
    title: "A fact that no audit row wrote as it is",
    remedy:
      "Something wrote or altered it past the audit. An operator finds out what; the row names the audit row of its last proper change.",
  },
  summaryDiffers: { title: "A person's row in the figures is not what their records say", remedy: bySelf },
  rollUpDiffers: { title: "A school's figures are not what its rows add up to", remedy: bySelf },
  weekDiffers: {
    title: "A frozen week does not add up, or was changed after it was frozen",
    remedy: "A week is written once and cannot be made anew. An operator restores it from a backup, and looks at who wrote it.",
  },
  ledgerDiffers: {
    title: "What someone is asked to learn is not what the rules say",
    remedy: "The rules are still being applied, or a change was missed. Open the rule, preview it and save it again.",
  },
  membershipDiffers: {
    title: "A school's list does not say what a person's record says",
    remedy: "The next import that changes the person writes both. Until then the person's own record is right.",
  },
  claimDiffers: {
    title: "An e-mail address is not claimed for the person who has it",
    remedy: "They cannot sign in for the first time by that address. The next import that changes the person claims it.",
  },
  identityDiffers: { title: "A sign-in and the person it is bound to do not name each other", remedy: byHand },
  certificateDiffers: { title: "A certificate does not fit the others, or its public page", remedy: byHand },
  badgeDiffers: {
    title: "A certificate's badge is missing, not signed, or does not say what is true of it",
    remedy: "The coming night freezes, signs and lists what is missing. If it stays, look for errors of the function that signs.",
  },
  outsideBadgeDiffers: {
    title: "A badge of another issuer and what counts because of it differ",
    remedy: byHand,
  },
  portfolioDiffers: {
    title: "Something in a portfolio counts otherwise than was seen, chosen or decided",
    remedy: byHand,
  },
  messageDiffers: {
    title: "A message is stuck, or in a state that the outbox does not lead to",
    remedy: "The hourly sweep tries again. If it stays, follow the runbook on mail.",
  },
  districtDiffers: { title: "The list of districts names one that is not open", remedy: byHand },
  orphanRow: { title: "Rows of a person who is not on record", remedy: byHand },
};

/** What a kind of finding means, in the reader's language. */
export function findingWords(language: Language, kind: FindingKind): FindingWords {
  return (language === "es" ? spanishFindings : english)[kind];
}
