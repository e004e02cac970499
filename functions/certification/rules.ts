import type { Enrollment } from "../learning/records.ts";
import type { CertificationProgress } from "./contract.ts";
import type { CertificationDefinition } from "./ladder-rules.ts";
import type { Certificate } from "./records.ts";
import { requirementsMet, type Standing } from "./requirement-rules.ts";
import type { NextTerm } from "./term-rules.ts";
import type { RequirementWords } from "./words.ts";

/** The rules that hold for a term: a renewal's where it follows the last one, else those of earning it. */
function rulesFor(definition: CertificationDefinition, { isRenewal }: Pick<NextTerm, "isRenewal">) {
  return isRenewal === true ? definition.renewal : definition.requirements;
}

/** Each thing the certification asks for the term, and whether the person has it. */
export function certificationProgress(
  definition: CertificationDefinition,
  standing: Standing,
  term: NextTerm,
  say: RequirementWords,
): CertificationProgress {
  const requirements = requirementsMet(rulesFor(definition, term), standing, term, say);
  return {
    certificationId: definition.id,
    title: definition.title,
    level: definition.level,
    ...(definition.role !== undefined && { role: definition.role }),
    summary: definition.summary,
    isRenewal: term.isRenewal === true,
    cycle: term.cycle,
    requirements,
    isReady: requirements.every(({ isMet }) => isMet),
    reviewers: definition.reviewers,
  };
}

/** Approved minutes as clock hours of 60 minutes, rounded down to the quarter hour (docs/domain.md, clock hours). */
export function clockHours(minutes: number): number {
  return Math.floor(minutes / 15) / 4;
}

/**
 * The approved minutes a certificate may state: those credited for the modules it rests on and not stated by an earlier
 * certificate, of whatever kind, so that no minute counts twice.
 */
export function creditedMinutes(
  { enrollments, moduleIds }: { enrollments: readonly Enrollment[]; moduleIds: readonly string[] },
  earlier: readonly Pick<Certificate, "issuedAt" | "modules">[],
): number {
  const isStated = ({ moduleId, completedAt = "" }: Enrollment): boolean =>
    earlier.some(({ issuedAt, modules: stated }) => moduleId in stated && completedAt <= issuedAt);
  return enrollments
    .filter((enrollment) => moduleIds.includes(enrollment.moduleId) && !isStated(enrollment))
    .reduce((sum, { creditMinutes }) => sum + creditMinutes, 0);
}
