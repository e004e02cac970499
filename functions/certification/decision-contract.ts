import * as z from "zod";
import { ObservationView, PieceView } from "../portfolio/contract.ts";
import { JobRole } from "../roster/contract.ts";
import { AppealView, ApplicationView, CertificateStatus, Requirement } from "./contract.ts";
import { DefinitionChoices, Level, Validity } from "./definition-contract.ts";

const reason = z.string().trim().min(10).max(2_000);
const certificationId = z.string().max(60);
const cycle = z.number().int().positive();

/** What goes with an application: what reviewers should know. */
export const ApplyInput = z.object({ statement: z.string().trim().max(4_000) });
export type ApplyInput = z.infer<typeof ApplyInput>;

/** A reviewer's word; `version` is that of the application they read. */
export const ApplicationDecision = z.object({
  version: z.number().int(),
  decision: z.enum(["accept", "return"]),
  comment: z.string().trim().max(4_000),
  /** They do not evaluate the person and have no stake in the decision. */
  hasNoConflict: z.boolean(),
});
export type ApplicationDecision = z.infer<typeof ApplicationDecision>;

export const AppealInput = z.object({ of: z.enum(["return", "revocation"]), certificationId, cycle, reason });
export type AppealInput = z.infer<typeof AppealInput>;

export const AppealDecision = z.object({ decision: z.enum(["upheld", "overturned"]), comment: reason });
export type AppealDecision = z.infer<typeof AppealDecision>;

/** The applications that wait for a reviewer; `problem` says why one is not for whoever looks. */
export const ApplicationQueue = z.object({
  applications: z.array(
    z.object({
      staffId: z.string(),
      staffName: z.string(),
      certificationId: z.string(),
      title: z.string(),
      cycle: z.number().int(),
      submittedAt: z.iso.datetime(),
      stillNeeded: z.number().int(),
      problem: z.string().optional(),
    }),
  ),
});
export type ApplicationQueue = z.infer<typeof ApplicationQueue>;

/** The appeals that wait to be decided. */
export const AppealQueue = z.object({
  appeals: z.array(
    z.object({
      staffId: z.string(),
      staffName: z.string(),
      title: z.string(),
      appeal: AppealView,
      problem: z.string().optional(),
    }),
  ),
});
export type AppealQueue = z.infer<typeof AppealQueue>;

/** What of a portfolio an application rests on: work that was seen and accepted, and what colleagues said. */
export const Grounds = z.object({
  observations: z.array(ObservationView),
  pieces: z.array(PieceView),
  recommendations: z.array(
    z.object({
      id: z.string(),
      refereeName: z.string(),
      percent: z.number(),
      comment: z.string(),
      answeredOn: z.string(),
      /** Its words were emptied because a student could be recognized in them. */
      isPurged: z.boolean(),
    }),
  ),
  /** Samples that the applicant rated, and how far another agreed. */
  calibrations: z.array(z.object({ id: z.string(), title: z.string(), percent: z.number(), withName: z.string(), on: z.string() })),
});
export type Grounds = z.infer<typeof Grounds>;

/** What a reviewer reads: the application, and how each thing that is asked for was met. */
export const ApplicationPage = z.object({
  staffId: z.string(),
  staffName: z.string(),
  /** Whether the reader may open the person's own page. */
  isOpenToReader: z.boolean(),
  application: ApplicationView,
  requirements: z.array(Requirement),
  earlierStatements: z.array(z.string()),
  /** While the reader has to decide. */
  restsOn: Grounds.optional(),
  problem: z.string().optional(),
});
export type ApplicationPage = z.infer<typeof ApplicationPage>;

/** Taking a certificate out of force for good, or for as long as a question about it is open. */
export const RevokeInput = z.object({ certificationId, cycle, reason });
export type RevokeInput = z.infer<typeof RevokeInput>;

/** Issuing a certificate that was not earned here, with the reason, which stays on record. */
export const ExceptionInput = z.object({ certificationId, reason });
export type ExceptionInput = z.infer<typeof ExceptionInput>;

export const SharingInput = z.object({ certificationId, cycle, isShared: z.boolean() });
export type SharingInput = z.infer<typeof SharingInput>;

/** A certification as an administrator reads and changes it. */
export const DefinitionView = z.object({
  id: z.string(),
  title: z.string(),
  level: Level,
  role: JobRole.optional(),
  summary: z.string(),
  version: z.number().int(),
  choices: DefinitionChoices,
  /** As it ships: what the district's own choices are compared with. */
  shipped: DefinitionChoices,
  /** As it is saved, the last day of a first term earned today, on each basis that a term can be counted from. */
  examples: z.array(z.object({ basis: Validity.shape.basis, expiresOn: z.iso.date() })),
  editions: z.array(z.object({ edition: z.number().int(), savedBy: z.string(), savedAt: z.iso.datetime(), reason: z.string() })),
});
export type DefinitionView = z.infer<typeof DefinitionView>;

export const DefinitionsPage = z.object({ definitions: z.array(DefinitionView) });
export type DefinitionsPage = z.infer<typeof DefinitionsPage>;

export const DefinitionInput = z.object({ version: z.number().int(), choices: DefinitionChoices, reason });
export type DefinitionInput = z.infer<typeof DefinitionInput>;

/** What is read of a file of past certificates. */
export const HistoryColumn = z.enum(["email", "person id", "certification", "issued on", "expires on", "clock hours"]);
export type HistoryColumn = z.infer<typeof HistoryColumn>;

const header = z.string().max(200).optional();
/** Which of the file's headers each column is read from, where that is not what the header suggests; empty for none. */
export const HistoryColumns = z.object({
  email: header,
  personId: header,
  certification: header,
  issuedOn: header,
  expiresOn: header,
  clockHours: header,
});
export type HistoryColumns = z.infer<typeof HistoryColumns>;

/** What is wrong with one row of a file of past certificates, and how to put it right. */
export const HistoryProblem = z.object({ line: z.number().int(), column: HistoryColumn, message: z.string() });
export type HistoryProblem = z.infer<typeof HistoryProblem>;

/** What a file of past certificates would enter, or has entered; `known` were entered before. */
export const HistoryPreview = z.object({
  headers: z.array(z.string()),
  /** Where each column is read from, with what stands there in the first rows. */
  columns: z.array(z.object({ column: HistoryColumn, header: z.string().optional(), samples: z.array(z.string()) })),
  certificates: z.array(
    z.object({
      line: z.number().int(),
      name: z.string(),
      title: z.string(),
      issuedOn: z.iso.date(),
      expiresOn: z.iso.date(),
      status: CertificateStatus,
    }),
  ),
  known: z.number().int(),
  problems: z.array(HistoryProblem),
  /** The import that is being entered now; it can be taken back once it is whole. */
  importId: z.string().optional(),
  /** How many certificates that import enters: sent again after a lost answer, the file itself has none left to enter. */
  entering: z.number().int().optional(),
});
export type HistoryPreview = z.infer<typeof HistoryPreview>;
