import type { Waiver } from "../assignment/decision-records.ts";
import type { CatalogModule } from "../curriculum/content.ts";
import type { Enrollment } from "../learning/records.ts";
import { learnedModules, requirementsMet, type Standing } from "./requirement-rules.ts";
import type { RequirementRule } from "./definition-contract.ts";
import type { CertificationDefinition } from "./ladder-rules.ts";
import { latestTerm } from "./latest-term-rules.ts";
import type { Certificate, Refresh } from "./records.ts";
import type { RefreshPart, RefreshView } from "./refresh-contract.ts";
import { isInForce } from "./status-rules.ts";
import type { RequirementWords } from "./words.ts";

type Lessons = Extract<RefreshPart, { kind: "lessons" }>;
type Learned = Pick<Standing, "catalog" | "enrollments">;

/** Everything that was ever done counts towards what a later edition asks for: only what is missing is asked. */
const anyTime = { earnedFrom: undefined, countedAfter: undefined, needsNewPractice: false, isRenewal: false, years: 1, rests: {} };

/** When a lesson was read last; nothing where it never was. */
function readAt({ lessons, lessonsAgain = {} }: Pick<Enrollment, "lessons" | "lessonsAgain">, lessonId: string): string {
  const [first = "", again = ""] = [lessons[lessonId], lessonsAgain[lessonId]];
  return again > first ? again : first;
}

function lessonsPart(module: CatalogModule, enrollment: Enrollment | undefined): RefreshPart[] {
  const changed = module.lessons.flatMap(({ id, changedAt }) =>
    changedAt !== undefined && enrollment && readAt(enrollment, id) < changedAt ? [{ id, changedAt }] : [],
  );
  const changedAt = changed
    .map((one) => one.changedAt)
    .toSorted()
    .at(-1);
  if (changedAt === undefined) return [];
  return [{ kind: "lessons", moduleId: module.id, hash: module.hash, lessonIds: changed.map(({ id }) => id), changedAt }];
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function isRuleMet(rule: RequirementRule, standing: Standing, say: RequirementWords): boolean {
  return requirementsMet([rule], standing, anyTime, say).every(({ isMet }) => isMet);
}

/** What a refresh is worked out from: the certification as it is, what it asked for when the certificate was earned, and who is exempt. */
export type Ground = {
  definition: CertificationDefinition;
  /** What it asked for at an edition; undefined where that is not known, as of a certificate from before. */
  asked: (edition: number | undefined) => readonly RequirementRule[] | undefined;
  waivers: readonly Waiver[];
  say: RequirementWords;
};

/**
 * What has changed since a certificate was earned and its holder has not done: of the modules it rests on the lessons that were
 * changed and not read since, and what a later edition of the certification asks for and the holder does not have. A module
 * that the holder is exempt from is left out; `isExempt` says that nothing else is left.
 */
export function changedParts(certificate: Certificate, standing: Standing, ground: Ground): { parts: RefreshPart[]; isExempt: boolean } {
  const { definition, asked, waivers, say } = ground;
  const before = asked(certificate.definitionVersion);
  const news = before ? definition.requirements.filter((rule) => before.every((one) => !isSame(one, rule))) : [];
  const parts = [
    ...standing.catalog.modules
      .filter(({ id }) => certificate.modules[id] !== undefined)
      .flatMap((module) =>
        lessonsPart(
          module,
          standing.enrollments.find(({ moduleId }) => moduleId === module.id),
        ),
      ),
    ...news.filter((rule) => !isRuleMet(rule, standing, say)).map((rule): RefreshPart => ({ kind: "rule", rule })),
  ];
  const left = parts.filter((part) => !isWaived(part, standing, waivers));
  return { parts: left, isExempt: parts.length > 0 && left.length === 0 };
}

/** Whether someone is exempt from a part: from its module, from the path it stands on, or from every module it asks for. */
function isWaived(part: RefreshPart, standing: Standing, waivers: readonly Waiver[]): boolean {
  const modules = part.kind === "lessons" ? [part.moduleId] : learnedModules([part.rule], standing).map(({ id }) => id);
  const exempt = new Set(
    waivers.flatMap(({ target }) =>
      target.kind === "module"
        ? [target.id]
        : (standing.catalog.paths.find(({ id }) => id === target.id)?.modules.map((module) => module.id) ?? []),
    ),
  );
  return modules.length > 0 && modules.every((id) => exempt.has(id));
}

/** Whether all of these parts were asked for before. */
export function isAsked(parts: readonly RefreshPart[], before: readonly RefreshPart[]): boolean {
  return parts.every((part) =>
    before.some((one) =>
      part.kind === "lessons"
        ? one.kind === "lessons" &&
          one.moduleId === part.moduleId &&
          one.changedAt >= part.changedAt &&
          part.lessonIds.every((id) => one.lessonIds.includes(id))
        : isSame(one, part),
    ),
  );
}

/** What was asked before and what is asked now, each thing once: of a module what is asked now. */
export function withParts(before: readonly RefreshPart[], parts: readonly RefreshPart[]): RefreshPart[] {
  const now = new Set(parts.map(keyOf));
  return [...before.filter((part) => !now.has(keyOf(part))), ...parts];
}

const keyOf = (part: RefreshPart): string => (part.kind === "lessons" ? part.moduleId : JSON.stringify(part.rule));

/** Whether the changed lessons of a module were read since: derived from what the person did, never stored. */
function isRead(part: Lessons, { catalog, enrollments }: Learned): boolean {
  const module = catalog.modules.find(({ id }) => id === part.moduleId);
  const enrollment = enrollments.find(({ moduleId }) => moduleId === part.moduleId);
  // A lesson that the module no longer has is nothing to read.
  const asked = part.lessonIds.filter((id) => module?.lessons.some((lesson) => lesson.id === id));
  return enrollment !== undefined && asked.every((id) => readAt(enrollment, id) >= part.changedAt);
}

/** The modules whose changed part a holder has done, with the version they did it by: a renewal asks for none of it again. */
export function refreshedModules(refreshes: readonly Refresh[], learned: Learned): Record<string, string> {
  const read = refreshes.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === "lessons" && isRead(part, learned) ? [part] : [])));
  return Object.fromEntries(read.map(({ moduleId, hash }) => [moduleId, hash]));
}

/** What a holder is asked for, in words, and what of it is done. What they were exempted from since is asked no more. */
function refreshView(
  { askedOn, dueOn, parts }: Refresh,
  standing: Standing,
  { waivers, say }: { waivers: readonly Waiver[]; say: RequirementWords },
): RefreshView {
  const asked = parts.filter((part) => !isWaived(part, standing, waivers));
  const all = asked.flatMap((part): RefreshView["parts"] => {
    if (part.kind === "lessons") {
      const { moduleId, lessonIds } = part;
      const isThere = standing.catalog.modules.some(({ id }) => id === moduleId);
      const title = lessonsTitle(part, standing, say);
      return isThere ? [{ title, isDone: isRead(part, standing), moduleId, ...firstOf(lessonIds) }] : [];
    }
    return requirementsMet([part.rule], standing, anyTime, say).map(({ title, isMet, kind, moduleId }) => ({
      title,
      isDone: isMet,
      ...(ofPortfolio.has(kind) && { isOfPortfolio: true }),
      ...(moduleId !== undefined && { moduleId }),
    }));
  });
  return { askedOn, dueOn, isDone: all.every((one) => one.isDone), parts: all };
}

/**
 * What is asked of a certificate's holder; nothing of a term that is over, was revoked or has been renewed since, nor where they are
 * exempt from all of it: what a renewal asks for is what was changed by then.
 */
export function refreshOf(
  certificate: Certificate,
  { held, refreshes, waivers }: { held: readonly Certificate[]; refreshes: readonly Refresh[]; waivers: readonly Waiver[] },
  standing: Standing,
  say: RequirementWords,
): RefreshView | undefined {
  const latest = latestTerm(held.filter(({ certificationId }) => certificationId === certificate.certificationId));
  if (latest?.id !== certificate.id || !isInForce(certificate, standing.today)) return undefined;
  const found = refreshes.find(({ certificateId }) => certificateId === certificate.id);
  const view = found && refreshView(found, standing, { waivers, say });
  return view && view.parts.length > 0 ? view : undefined;
}

const ofPortfolio = new Set(["observations", "references", "pieces", "calibration"]);

const firstOf = ([lessonId]: readonly string[]): { lessonId?: string } => (lessonId === undefined ? {} : { lessonId });

function lessonsTitle(part: Lessons, { catalog }: Standing, say: RequirementWords): string {
  const module = catalog.modules.find(({ id }) => id === part.moduleId);
  const lessons = module?.lessons.filter(({ id }) => part.lessonIds.includes(id)).map(({ title }) => title) ?? [];
  return say.readAgain(module?.title ?? part.moduleId, lessons);
}

/** What parts ask for that is not there yet, each in words. */
export function openTitles(parts: readonly RefreshPart[], standing: Standing, say: RequirementWords): string[] {
  return parts.flatMap((part) =>
    part.kind === "lessons"
      ? [lessonsTitle(part, standing, say)]
      : requirementsMet([part.rule], standing, anyTime, say).flatMap(({ isMet, title }) => (isMet ? [] : [title])),
  );
}
