import { addDays, addYears, localDate, type LocalDate, writtenDate } from "../platform/dates.ts";
import type { Catalog, CatalogModule } from "../curriculum/content.ts";
import type { Enrollment } from "../learning/records.ts";
import { settled } from "../learning/rules.ts";
import type { JobRole } from "../roster/contract.ts";
import type { CertificateStatus, CertificationProgress, Requirement } from "./contract.ts";
import type { CertificationDefinition } from "./definitions.ts";
import type { Certificate } from "./records.ts";

/** How the things that a certification asks for are said. */
export type RequirementWords = {
  lessonsAndCheck: (module: string) => string;
  checkedAgain: (module: string, from: LocalDate) => string;
  practiceAccepted: (tasks: number) => string;
};

/** The requirements' own words, which other languages say after them. */
export const englishRequirements: RequirementWords = {
  lessonsAndCheck: (module) => `Lessons and check: ${module}`,
  checkedAgain: (module, from) => `Check passed again since ${writtenDate(from)}: ${module}`,
  practiceAccepted: (tasks) =>
    tasks === 1 ? "One practice task accepted by your coach" : `${tasks} practice tasks accepted by your coach`,
};

type Dates = Pick<Certificate, "renewalOpensOn" | "expiresOn" | "revokedOn" | "suspendedOn">;

/** Where a certificate stands on a day. Its last day counts; in the renewal window it is still in force. */
export function certificateStatus({ renewalOpensOn, expiresOn, revokedOn, suspendedOn }: Dates, today: LocalDate): CertificateStatus {
  if (revokedOn !== undefined && revokedOn <= today) return "revoked";
  if (expiresOn < today) return "lapsed";
  if (suspendedOn !== undefined && suspendedOn <= today) return "suspended";
  return renewalOpensOn <= today ? "renewalDue" : "active";
}

/** Whether a certificate is in force on a day. */
export function isInForce(certificate: Dates, today: LocalDate): boolean {
  const status = certificateStatus(certificate, today);
  return status === "active" || status === "renewalDue";
}

/** The last day on which a certificate is or was in force: its own last day, or the day before it was revoked or suspended. */
export function lastDayOf({ expiresOn, revokedOn, suspendedOn }: Pick<Dates, "expiresOn" | "revokedOn" | "suspendedOn">): LocalDate {
  const [ended] = [revokedOn, suspendedOn].filter((day) => day !== undefined).toSorted();
  return ended !== undefined && ended <= expiresOn ? addDays(ended, -1) : expiresOn;
}

/** The term that may be earned now. */
export type NextTerm = {
  cycle: number;
  /** What was done before this day belongs to the term before; undefined for a first certificate. */
  earnedFrom: LocalDate | undefined;
  /** Whether practice too must be done again: after a revocation, what it rested on no longer counts. */
  needsNewPractice: boolean;
  issuedOn: LocalDate;
  renewalOpensOn: LocalDate;
  expiresOn: LocalDate;
};

/**
 * The next term, or undefined while the last one is suspended, or neither in its renewal window nor over: nobody holds two
 * certificates for one term. Renewed inside the window, the new term begins where the old one ends, so that renewing
 * early loses nothing and terms do not drift; after a lapse or a revocation it begins on the day of issue.
 */
export function nextTerm(held: readonly Certificate[], definition: CertificationDefinition, today: LocalDate): NextTerm | undefined {
  const last = held
    .filter(({ certificationId }) => certificationId === definition.id)
    .reduce<Certificate | undefined>((latest, one) => (latest && isLater(latest, one) ? latest : one), undefined);
  const status = last && certificateStatus(last, today);
  if (status === "active" || status === "suspended") return undefined;
  const expiresOn = addYears(last && status === "renewalDue" ? last.expiresOn : today, definition.validYears);
  return {
    cycle: Math.max(0, ...cyclesOf(held, definition)) + 1,
    earnedFrom: status === "revoked" ? last?.revokedOn : last?.renewalOpensOn,
    needsNewPractice: status === "revoked",
    issuedOn: today,
    renewalOpensOn: addDays(expiresOn, -definition.renewalWindowDays),
    expiresOn,
  };
}

/** Numbers follow the terms, unless accounts were merged: then the dates say which term was the last. */
function isLater(a: Certificate, b: Certificate): boolean {
  return a.expiresOn > b.expiresOn || (a.expiresOn === b.expiresOn && a.cycle > b.cycle);
}

function cyclesOf(held: readonly Certificate[], definition: CertificationDefinition): number[] {
  return held.filter(({ certificationId }) => certificationId === definition.id).map(({ cycle }) => cycle);
}

/** The core modules that stand on the path of any role the person holds, each once; all of the core without a path. */
export function coreModules(definition: CertificationDefinition, catalog: Catalog, roles: readonly JobRole[]): CatalogModule[] {
  const paths = catalog.paths.filter(({ role }) => roles.some((held) => held === role));
  const onPath = new Set(paths.flatMap(({ modules }) => modules.map(({ id }) => id)));
  const core = catalog.modules.filter(({ id }) => definition.coreModuleIds.includes(id));
  const asked = core.filter(({ id }) => onPath.has(id));
  return asked.length > 0 ? asked : core;
}

/** What is known of a person and matters to a certification. */
export type Standing = { enrollments: readonly Enrollment[]; modules: readonly CatalogModule[]; zone: string };

/** Each thing the certification asks for the term, and whether the person has it. With nothing to learn nobody is ready. */
export function certificationProgress(
  definition: CertificationDefinition,
  { enrollments, modules, zone }: Standing,
  term: Pick<NextTerm, "earnedFrom" | "needsNewPractice"> = { earnedFrom: undefined, needsNewPractice: false },
  say: RequirementWords = englishRequirements,
): CertificationProgress {
  const { earnedFrom } = term;
  const isSince = (at: string | undefined, from: LocalDate | undefined): boolean =>
    at !== undefined && (from === undefined || localDate(new Date(at), zone) >= from);
  const learned = modules.map((module): Requirement => {
    const stored = enrollments.find(({ moduleId }) => moduleId === module.id);
    const enrollment = stored && settled(stored, module);
    const isMet =
      enrollment?.contentCompletedAt !== undefined && isSince(enrollment.check.lastPassedAt ?? enrollment.check.passedAt, earnedFrom);
    const title = earnedFrom === undefined ? say.lessonsAndCheck(module.title) : say.checkedAgain(module.title, earnedFrom);
    return { id: `module:${module.id}`, title, isMet, done: isMet ? 1 : 0, needed: 1, moduleId: module.id };
  });
  const accepted = enrollments.filter(({ practice }) =>
    isSince(practice.acceptedAt, term.needsNewPractice ? earnedFrom : undefined),
  ).length;
  const needed = definition.practiceTasks;
  const practiced: Requirement = {
    id: "practice",
    title: say.practiceAccepted(needed),
    isMet: accepted >= needed,
    done: Math.min(accepted, needed),
    needed,
  };
  const requirements = [...learned, practiced];
  return {
    certificationId: definition.id,
    title: definition.title,
    summary: definition.summary,
    requirements,
    isReady: learned.length > 0 && requirements.every(({ isMet }) => isMet),
  };
}

/** Approved minutes as clock hours of 60 minutes, rounded down to the quarter hour (docs/domain.md, clock hours). */
export function clockHours(minutes: number): number {
  return Math.floor(minutes / 15) / 4;
}

/**
 * The approved minutes a certificate may state: those credited for its modules and not stated by an earlier
 * certificate, so that no minute counts twice.
 */
export function creditedMinutes({ enrollments, modules }: Standing, earlier: readonly Pick<Certificate, "issuedAt" | "modules">[]): number {
  const isStated = ({ moduleId, completedAt = "" }: Enrollment): boolean =>
    earlier.some(({ issuedAt, modules: stated }) => moduleId in stated && completedAt <= issuedAt);
  return enrollments
    .filter((enrollment) => modules.some(({ id }) => id === enrollment.moduleId) && !isStated(enrollment))
    .reduce((sum, { creditMinutes }) => sum + creditMinutes, 0);
}
