import type { Context } from "../platform/context.ts";
import { rowsOf } from "../platform/district-table.ts";
import { notFound } from "../platform/errors.ts";
import type { Versioned } from "../platform/record.ts";
import type { FileAddress } from "../platform/route.ts";
import type { Item } from "../platform/table.ts";
import { readStaff } from "../roster/queries.ts";
import { fullName } from "../roster/rules.ts";
import type { AttachedFile, EvidenceView, ModulePage, ReviewPage } from "./contract.ts";
import type { ModuleContent } from "../curriculum/content.ts";
import { readModule } from "../curriculum/queries.ts";
import {
  type Attempt,
  attemptAddress,
  attempts,
  type Enrollment,
  enrollmentAddress,
  enrollments,
  evaluationAddress,
  type Evidence,
  evidenceAddress,
  evidenceRecords,
  type ModuleEvaluation,
  moduleEvaluations,
  storedFileName,
} from "./records.ts";
import { enrollmentView } from "./rules.ts";

/** The enrollments among the rows of a person's partition. */
export function enrollmentsFrom(items: Item[], onBad?: (item: Item, error: unknown) => void): (Enrollment & Versioned)[] {
  return rowsOf(enrollments, items, onBad);
}

/** One person's enrollment in one module, if they have begun it. */
export async function readEnrollment(ctx: Context, staffId: string, moduleId: string): Promise<(Enrollment & Versioned) | undefined> {
  return ctx.table.get(enrollments, enrollmentAddress(staffId, moduleId));
}

/** What a person said of modules, among the rows of their partition. */
export function evaluationsFrom(items: Item[], onBad?: (item: Item, error: unknown) => void): ModuleEvaluation[] {
  return rowsOf(moduleEvaluations, items, onBad);
}

/** What one person said of one module, if they did. */
export async function readEvaluation(ctx: Context, staffId: string, moduleId: string): Promise<(ModuleEvaluation & Versioned) | undefined> {
  return ctx.table.get(moduleEvaluations, evaluationAddress(staffId, moduleId));
}

/** The whole module and where a person stands in it. */
export async function modulePage(ctx: Context, staffId: string, moduleId: string): Promise<ModulePage> {
  const module = await readModule(ctx, moduleId);
  return { module, enrollment: enrollmentView(await readEnrollment(ctx, staffId, moduleId), module) };
}

/** An attempt by its number; `not-found` when the person never opened it. */
export async function readAttempt(ctx: Context, staffId: string, moduleId: string, number: number): Promise<Attempt & Versioned> {
  const attempt = await ctx.table.get(attempts, attemptAddress(staffId, moduleId, number));
  if (!attempt) throw notFound("attempt");
  return attempt;
}

/** All of a person's evidence for a module, the latest first. */
export async function evidenceList(ctx: Context, staffId: string, moduleId: string): Promise<EvidenceView[]> {
  const module = await readModule(ctx, moduleId);
  const name = fullName(await readStaff(ctx, staffId));
  return (await listEvidence(ctx, staffId, moduleId)).map((evidence) => evidenceView(evidence, module, name));
}

async function listEvidence(ctx: Context, staffId: string, moduleId: string): Promise<(Evidence & Versioned)[]> {
  const { of, at } = evidenceAddress(staffId, moduleId);
  return ctx.table.list(evidenceRecords, of, { prefix: at, descending: true });
}

/** One submission; `not-found` when there is none of that number. */
export async function readEvidence(ctx: Context, staffId: string, moduleId: string, submission: number): Promise<Evidence & Versioned> {
  const evidence = await ctx.table.get(evidenceRecords, evidenceAddress(staffId, moduleId, submission));
  if (!evidence) throw notFound("evidence");
  return evidence;
}

/** Everything a reviewer needs on one screen: the evidence, what was asked, the rubric, and the tries before it. */
export async function reviewPage(ctx: Context, staffId: string, moduleId: string, submission: number): Promise<ReviewPage> {
  const module = await readModule(ctx, moduleId);
  const name = fullName(await readStaff(ctx, staffId));
  const all = await listEvidence(ctx, staffId, moduleId);
  const evidence = all.find((one) => one.submission === submission);
  if (!evidence) throw notFound("evidence");
  const { task, evidence: evidenceAsked, rubric, examples } = module.practice;
  const earlier = all.filter((one) => one.submission < submission).map((one) => evidenceView(one, module, name));
  return {
    evidence: evidenceView(evidence, module, name),
    language: module.language,
    version: evidence.version,
    task,
    evidenceAsked,
    rubric,
    examples,
    earlier,
  };
}

/** All that a person handed in as practice, or for one module; a row that cannot be read is left out. */
export function evidenceOf(ctx: Context, staffId: string, moduleId?: string): Promise<(Evidence & Versioned)[]> {
  const { of, at } = moduleId === undefined ? evidenceAddress(staffId) : evidenceAddress(staffId, moduleId);
  return ctx.table.list(evidenceRecords, of, { prefix: at }, () => {});
}

/** Evidence as the person and those who support them see it. */
export function evidenceView(evidence: Evidence, module: ModuleContent, staffName: string): EvidenceView {
  const { id, staffId, moduleId, submission, submittedAt, text, file, state, purged, expiredOn, review } = evidence;
  return {
    id,
    staffId,
    staffName,
    moduleId,
    moduleTitle: module.title,
    practiceTitle: module.practice.title,
    submission,
    submittedAt,
    text,
    state,
    ...(file && { file: { name: file.name, bytes: file.bytes } }),
    ...(purged && { purged: { byName: purged.byName, at: purged.at, reason: purged.reason } }),
    ...(expiredOn !== undefined && { expiredOn }),
    ...(review && { review }),
  };
}

/** Where the file of one submission can be had for a moment, to be saved rather than shown. */
export async function evidenceFile(ctx: Context, staffId: string, moduleId: string, submission: number): Promise<FileAddress> {
  const { file } = await readEvidence(ctx, staffId, moduleId, submission);
  return attachedFile(ctx, staffId, file);
}

/** Where what a person handed in can be had for a moment; `not-found` where there is no file, or none any more. */
export async function attachedFile(ctx: Context, staffId: string, file: AttachedFile | undefined): Promise<FileAddress> {
  if (!file) throw notFound("file");
  const stored = storedFileName(ctx.district.id, file.heldBy ?? staffId, file.id);
  const address = await ctx.files.addressToGet(stored, { mediaType: file.mediaType, fileName: file.name });
  if (address === undefined) throw notFound("file");
  return { address };
}
