import type { Catalog, CatalogModule } from "../curriculum/content.ts";
import type { Enrollment } from "../learning/records.ts";
import { settled } from "../learning/rules.ts";
import { daysBetween, localDate, type LocalDate } from "../platform/dates.ts";
import type { PortfolioFacts } from "../portfolio/rules.ts";
import type { JobRole } from "../roster/contract.ts";
import type { Requirement } from "./contract.ts";
import type { RequirementRule } from "./definition-contract.ts";
import { certificationOf, coreModuleIds } from "./ladder-rules.ts";
import type { HeldElsewhere } from "./elsewhere-records.ts";
import type { Certificate } from "./records.ts";
import type { RequirementWords } from "./words.ts";
import { isInForce } from "./status-rules.ts";
import { addMonths, type NextTerm } from "./term-rules.ts";

/** What is known of a person and matters to a certification, on a day. */
export type Standing = {
  enrollments: readonly Enrollment[];
  catalog: Catalog;
  roles: readonly JobRole[];
  held: readonly Certificate[];
  /** Certificates of other districts that count as ours where they are asked for. */
  elsewhere: readonly HeldElsewhere[];
  portfolio: PortfolioFacts;
  /** Modules whose changed part was done between two terms, with the version it was done by. */
  refreshed: Readonly<Record<string, string>>;
  zone: string;
  today: LocalDate;
};

/** The part of a term that says what counts towards it. */
type Counted = Pick<NextTerm, "earnedFrom" | "countedAfter" | "needsNewPractice" | "isRenewal" | "years" | "rests">;

/** The core modules that stand on the path of any role the person holds, each once; all of the core without a path. */
export function coreModules(catalog: Catalog, roles: readonly JobRole[]): CatalogModule[] {
  const paths = catalog.paths.filter(({ role }) => roles.some((held) => held === role));
  const onPath = new Set(paths.flatMap(({ modules }) => modules.map(({ id }) => id)));
  const core = catalog.modules.filter(({ id }) => coreModuleIds.includes(id));
  const asked = core.filter(({ id }) => onPath.has(id));
  return asked.length > 0 ? asked : core;
}

/** The modules whose lessons and check these rules ask for, each once: what a certificate rests on. */
export function learnedModules(
  rules: readonly RequirementRule[],
  { catalog, roles }: Pick<Standing, "catalog" | "roles">,
): CatalogModule[] {
  const asked = rules.flatMap((rule): CatalogModule[] => {
    if (rule.kind === "core") return coreModules(catalog, roles);
    const ids = rule.kind === "path" ? modulesOfPath(catalog, rule.role) : rule.kind === "modules" ? rule.moduleIds : [];
    return catalog.modules.filter(({ id }) => ids.includes(id));
  });
  return catalog.modules.filter(({ id }) => asked.some((one) => one.id === id));
}

function modulesOfPath(catalog: Catalog, role: JobRole): string[] {
  return catalog.paths.find((path) => path.role === role)?.modules.map(({ id }) => id) ?? [];
}

/**
 * The modules a certificate rests on that read differently today: what a renewal of the changed part asks for. One whose changed
 * part was done when it was asked for is not asked again.
 */
export function changedModules(
  rests: Certificate["modules"],
  { catalog, refreshed }: Pick<Standing, "catalog" | "refreshed">,
): CatalogModule[] {
  return catalog.modules.filter(({ id, hash }) => rests[id] !== undefined && rests[id] !== hash && refreshed[id] !== hash);
}

/**
 * Each thing that rules ask for in a term, and whether the person has it. A module is asked for once, however many rules
 * name it. A rule about learning that finds nothing to learn is not met: nobody is certified for nothing.
 */
export function requirementsMet(
  rules: readonly RequirementRule[],
  standing: Standing,
  term: Counted,
  say: RequirementWords,
): Requirement[] {
  const context = { standing, term, say };
  const all = rules.flatMap((rule, i) => metBy(rule, `${rule.kind}:${i}`, context));
  const seen = new Set<string>();
  return all.filter(({ id }) => !seen.has(id) && seen.add(id));
}

type Around = { standing: Standing; term: Counted; say: RequirementWords };
type Rule<Kind extends RequirementRule["kind"]> = Extract<RequirementRule, { kind: Kind }>;

function metBy(rule: RequirementRule, id: string, around: Around): Requirement[] {
  const { standing, term, say } = around;
  const needed = "count" in rule ? rule.count * ("eachYear" in rule && rule.eachYear === true ? term.years : 1) : 1;
  const one = (kind: Requirement["kind"], title: string, done: number, whole = needed): Requirement[] => [
    { id, kind, title, done: Math.min(done, whole), needed: whole, isMet: done >= whole },
  ];
  switch (rule.kind) {
    case "core":
    case "path":
    case "modules": {
      const modules = learnedModules([rule], standing);
      return modules.length === 0 ? one("module", say.nothingToLearn, 0, 1) : modules.map((module) => learned(module, around));
    }
    case "changedModules":
      return changedModules(term.rests, standing).map((module) => learned(module, around));
    case "practice": {
      const tasks = one(
        "practice",
        say.practiceAccepted(needed, titlesOf(rule.moduleIds, standing.catalog)),
        accepted(rule, around).length,
      );
      return rule.moduleIds ? tasks.map((task) => ({ ...task, openTasks: openTasks(rule, around) })) : tasks;
    }
    case "holds": {
      const titles = rule.certificationIds.map((held) => certificationOf(held)?.title ?? held);
      const held = one("holds", say.holds(titles, rule.forMonths), isHeld(rule, standing) ? 1 : 0, 1);
      const by = held[0]?.isMet === true ? standsFor(rule, standing) : undefined;
      return held.map((asked) => ({ ...asked, certificationIds: rule.certificationIds, ...(by && { note: say.heldElsewhere(by) }) }));
    }
    case "observations": {
      const days = standing.portfolio.observations
        .filter(({ observation, percent }) => observation === rule.observation && percent >= rule.percent)
        .flatMap(({ on }) => (isCounted(on, term) ? [on] : []))
        .toSorted();
      return one("observations", say.observed({ ...rule, count: needed }), countApart(days, needed, rule.daysApart ?? 0));
    }
    case "references": {
      // Of several by one colleague one counts: others are to be heard.
      const given = standing.portfolio.references.filter(({ on, percent }) => percent >= rule.percent && isCounted(on, term));
      return one("references", say.recommended(rule), new Set(given.map(({ refereeId }) => refereeId)).size);
    }
    case "pieces": {
      const done = standing.portfolio.pieces.filter(({ piece, on }) => piece === rule.piece && isCounted(on, term));
      return one("pieces", say.handedIn(rule.piece, needed), done.length).map((asked) => ({ ...asked, piece: rule.piece }));
    }
    case "calibration": {
      const whole = rule.samples * (rule.eachYear === true ? term.years : 1);
      const agreed = standing.portfolio.calibrations.filter(({ on, percent }) => percent >= rule.percent && isCounted(on, term));
      return one(
        "calibration",
        say.calibrated(whole, rule.percent),
        new Set(agreed.map(({ sampleId, on }) => `${sampleId} ${on}`)).size,
        whole,
      );
    }
  }
}

function learned(module: CatalogModule, { standing: { enrollments, zone }, term, say }: Around): Requirement {
  const stored = enrollments.find(({ moduleId }) => moduleId === module.id);
  const enrollment = stored && settled(stored, module);
  const at = enrollment?.check.lastPassedAt ?? enrollment?.check.passedAt;
  const { earnedFrom } = term;
  const isSince = at !== undefined && (earnedFrom === undefined || localDate(new Date(at), zone) >= earnedFrom);
  const isMet = enrollment?.contentCompletedAt !== undefined && isSince;
  const title = earnedFrom === undefined ? say.lessonsAndCheck(module.title) : say.checkedAgain(module.title, earnedFrom);
  return { id: `module:${module.id}`, kind: "module", title, isMet, done: isMet ? 1 : 0, needed: 1, moduleId: module.id };
}

/** Accepted tasks. Learned once, done once: only a renewal that says how often and a revocation ask for new ones. */
function accepted({ moduleIds, ...rule }: Rule<"practice">, { standing: { enrollments, zone }, term }: Around): Enrollment[] {
  const isNew = term.needsNewPractice || term.isRenewal === true || rule.eachYear === true;
  return enrollments.filter(({ moduleId, practice }) => {
    if (practice.acceptedAt === undefined || (moduleIds && !moduleIds.includes(moduleId))) return false;
    return !isNew || isCounted(localDate(new Date(practice.acceptedAt), zone), term);
  });
}

/** The modules that a task may still come from. */
function openTasks(rule: Rule<"practice">, around: Around): { moduleId: string; title: string }[] {
  const done = accepted(rule, around);
  return around.standing.catalog.modules
    .filter(({ id }) => rule.moduleIds?.includes(id) === true && done.every(({ moduleId }) => moduleId !== id))
    .map(({ id, title }) => ({ moduleId: id, title }));
}

function isCounted(on: LocalDate, { countedAfter }: Counted): boolean {
  return countedAfter === undefined || on > countedAfter;
}

/** How many of the days count when the first and the last must lie so far apart: all of them once they do, else one less. */
function countApart(days: readonly LocalDate[], needed: number, daysApart: number): number {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last || needed < 2 || daysApart === 0) return days.length;
  return daysBetween(first, last) >= daysApart ? days.length : Math.min(days.length, needed - 1);
}

/** Whether a certificate of another district counts on a day: its issuer stands behind it, and neither its days nor ours are over. */
export const countsElsewhere = ({ revoked, until }: Pick<HeldElsewhere, "revoked" | "until">, today: LocalDate): boolean =>
  revoked === undefined && (until === undefined || today <= until);

function isHeld({ certificationIds, forMonths }: Rule<"holds">, { held, elsewhere, today }: Standing): boolean {
  return certificationIds.some((id) => {
    const mine = held.filter(({ certificationId, revokedOn }) => certificationId === id && revokedOn === undefined);
    const others = elsewhere.filter((one) => one.certificationId === id && countsElsewhere(one, today));
    if (!mine.some((one) => isInForce(one, today)) && others.length === 0) return false;
    const since = [...mine.map(({ issuedOn }) => issuedOn), ...others.map(({ heldSince }) => heldSince)];
    return forMonths === undefined || since.some((day) => addMonths(day, forMonths) <= today);
  });
}

/** What stands for a certificate of ours that is asked for and that the person does not hold themselves. */
function standsFor(rule: Rule<"holds">, standing: Standing): HeldElsewhere | undefined {
  if (isHeld(rule, { ...standing, elsewhere: [] })) return undefined;
  return standing.elsewhere.find((one) => rule.certificationIds.includes(one.certificationId) && countsElsewhere(one, standing.today));
}

function titlesOf(ids: readonly string[] | undefined, catalog: Catalog): string[] {
  return (ids ?? []).flatMap((id) => catalog.modules.find((module) => module.id === id)?.title ?? []);
}
