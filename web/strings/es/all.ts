import { account } from "./account.ts";
import { libraryWords } from "./library.ts";
import { reference } from "./reference.ts";
import { blocks } from "./blocks.ts";
import { calendarWords } from "./calendar.ts";
import { content } from "./content.ts";
import { creditWords } from "./credit.ts";
import { decisionWords } from "./decisions.ts";
import { effectWords } from "./effects.ts";
import { evaluationWords } from "./evaluation.ts";
import { examples } from "./examples.ts";
import { peerWords } from "./peers.ts";
import { personWords } from "./person.ts";
import { pictures } from "./pictures.ts";
import { admin } from "./admin.ts";
import { advice } from "./advice.ts";
import { applicationWords } from "./applications.ts";
import { assignWords } from "./assign.ts";
import { authoring } from "./authoring.ts";
import { badgeCheck } from "./badge-check.ts";
import { certificateWords } from "./certificates.ts";
import { certificationWords } from "./certifications.ts";
import { charts } from "./charts.ts";
import { coach } from "./coach.ts";
import { figures } from "./figures.ts";
import { lead } from "./lead.ts";
import { learn } from "./learn.ts";
import { pastCertificateWords } from "./past-certificates.ts";
import { outsideBadgeWords } from "./outside-badges.ts";
import { portfolioWords } from "./portfolio.ts";
import { publishing } from "./publishing.ts";
import { reminderWords } from "./reminders.ts";
import { reviewWords } from "./review.ts";
import { rosterWords } from "./roster.ts";
import { ruleFormWords } from "./rule-form.ts";
import { ruleWords } from "./rules.ts";
import { signIn } from "./sign-in.ts";
import { study } from "./study.ts";
import { t } from "./t.ts";
import { taskWords } from "./task.ts";
import { teamWords } from "./teams.ts";
import { upkeep } from "./upkeep.ts";
import { uploadWords } from "./upload.ts";
import { walletWords } from "./wallet.ts";
import { whyWords } from "./why.ts";
import { list, words } from "./words.ts";
import type { Part } from "../language.ts";

/** Every word of the interface in Spanish, by the name its English file gives it: a part that is missing does not compile. */
export const spanish = {
  account,
  admin,
  advice,
  applicationWords,
  assignWords,
  authoring,
  badgeCheck,
  blocks,
  calendarWords,
  certificateWords,
  certificationWords,
  charts,
  coach,
  content,
  creditWords,
  decisionWords,
  effectWords,
  evaluationWords,
  examples,
  figures,
  lead,
  learn,
  libraryWords,
  list,
  peerWords,
  personWords,
  pictures,
  outsideBadgeWords,
  pastCertificateWords,
  portfolioWords,
  publishing,
  reference,
  reminderWords,
  reviewWords,
  rosterWords,
  ruleFormWords,
  ruleWords,
  signIn,
  study,
  t,
  taskWords,
  teamWords,
  upkeep,
  uploadWords,
  walletWords,
  whyWords,
  words,
} satisfies Record<Part, unknown>;
