import * as z from "zod";
import { ObservationKind, PieceKind } from "../portfolio/contract.ts";
import { JobRole } from "../roster/contract.ts";

const count = z.number().int().min(1).max(50);
const percent = z.number().int().min(1).max(100);

/**
 * One thing a certification asks for, as data. `count` is for the term; with `eachYear` it is for each full year of it.
 * What is counted must fall into the term that is being earned, but what one holds and the first term's learning.
 */
export const RequirementRule = z.discriminatedUnion("kind", [
  /** The shared core that stands on the path of a role held: lessons and check of each module. */
  z.object({ kind: z.literal("core") }),
  /** Every module of a role's path: lessons and check. */
  z.object({ kind: z.literal("path"), role: JobRole }),
  /** These modules: lessons and check. */
  z.object({ kind: z.literal("modules"), moduleIds: z.array(z.string()).min(1) }),
  /** At renewal: the modules that the certificate rests on and that have changed since, and these alone. */
  z.object({ kind: z.literal("changedModules") }),
  /** Practice tasks that a coach accepted; of these modules, or of any. */
  z.object({ kind: z.literal("practice"), count, moduleIds: z.array(z.string()).min(1).optional(), eachYear: z.boolean().optional() }),
  /** One of these certificates in force, and for so long. */
  z.object({
    kind: z.literal("holds"),
    certificationIds: z.array(z.string()).min(1),
    forMonths: z.number().int().min(1).max(120).optional(),
  }),
  /** Observed at this score or better in every part of the form, the first and the last so many days apart. */
  z.object({
    kind: z.literal("observations"),
    observation: ObservationKind,
    count,
    percent,
    daysApart: z.number().int().min(1).max(1_000).optional(),
    eachYear: z.boolean().optional(),
  }),
  /** Recommended by a colleague at this score or better. */
  z.object({ kind: z.literal("references"), count, percent }),
  /** Pieces of a portfolio that a reviewer accepted. */
  z.object({ kind: z.literal("pieces"), piece: PieceKind, count, eachYear: z.boolean().optional() }),
  /** Rated so many samples in agreement with another reviewer. */
  z.object({ kind: z.literal("calibration"), samples: count, percent, eachYear: z.boolean().optional() }),
]);
export type RequirementRule = z.infer<typeof RequirementRule>;

/**
 * From what the last day of a term is counted. `completion`: the day it is earned. `lastExpiry`: at renewal the last day of
 * the term before, so that dates stay where they are. `schoolYear`: a fixed day of the year.
 */
const ExpiryBasis = z.enum(["completion", "lastExpiry", "schoolYear"]);

/** A day of every year, `MM-DD`; 29 February is the last day of February where a year has none. */
const DayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** How long a certificate holds. Each term's dates are worked out once, at issue, and stand on it. */
export const Validity = z.object({
  basis: ExpiryBasis,
  years: z.number().int().min(1).max(10),
  /** For `schoolYear`: the last day of a term. */
  endsOn: DayOfYear.default("06-30"),
  /** No term is shorter than this: a late hire's certificate is not over before it began. */
  minimumMonths: z.number().int().min(0).max(24),
  /** How long before its last day it can be renewed, in calendar days. */
  windowDays: z.number().int().min(1).max(365),
  /** How long after its last day it can still be renewed rather than earned anew, in calendar days. It is not in force then. */
  graceDays: z.number().int().min(0).max(365),
});
export type Validity = z.infer<typeof Validity>;

export const Level = z.enum(["foundations", "practitioner", "endorsement", "coach", "trainer"]);
export type Level = z.infer<typeof Level>;

/** What a district may decide about a certification. */
export const DefinitionChoices = z.object({
  isOffered: z.boolean(),
  requirements: z.array(RequirementRule).min(1).max(20),
  renewal: z.array(RequirementRule).min(1).max(20),
  validity: Validity,
  /** Clock hours that the certificate stands for as a rule; the certificate states those credited. */
  typicalHours: z.object({ from: z.number().min(0).max(500), to: z.number().min(0).max(500) }),
  /** How many reviewers must accept what was handed in; with none it is issued as soon as everything is there. */
  reviewers: z.number().int().min(0).max(3),
});
export type DefinitionChoices = z.infer<typeof DefinitionChoices>;
