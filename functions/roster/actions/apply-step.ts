import * as z from "zod";
import { retryOnConflict } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import type { ImportRecord } from "../import-contract.ts";
import { type KeptBundle, keepPart, readPart } from "../import-files.ts";
import type { MergeOptions } from "../import-rules.ts";
import { addressTaken, byUrgency, countOf } from "../import-words.ts";
import type { ParsedPerson } from "../one-roster/read-people.ts";
import { planImport } from "../plan-import.ts";
import { isCovered } from "../preview-rules.ts";
import { readImportRecord } from "../read-imports.ts";
import { endPerson, landPerson } from "./land-person.ts";
import { landNewPeople } from "./land-new-people.ts";
import { landSchools } from "./land-schools.ts";
import { saveImport, withPlan } from "./preview-import.ts";

const width = 16;
/** So many people are ended, or landed one after the other, in one step. */
const fewer = 200;

/** How far applying has come: the phase, and the part of it that is next. */
export const ApplyCheckpoint = z.object({
  phase: z.enum(["schools", "people", "ends", "late", "last", "finish"]),
  at: z.number().int(),
  chunks: z.number().int(),
  ends: z.number().int(),
  late: z.number().int(),
  done: z.number(),
  total: z.number(),
  options: z.custom<MergeOptions>(),
});
export type ApplyCheckpoint = z.infer<typeof ApplyCheckpoint>;

export type ApplyStep =
  | { checkpoint: ApplyCheckpoint; done: number; total: number }
  | { outcome: { importId: string; state: ImportRecord["state"] } };

/**
 * Does the next part of applying an import. Each part brings people to what the file says and is harmless when it is done
 * again, so that an import that is cut short anywhere and taken up again ends in the same roster. People end only after
 * everyone in the file has landed. The first part compares the file with the roster as it is now: what was previewed may
 * be old, and an import that has come to end more people than were shown is held again.
 */
export async function applyStep(ctx: Granted<"roster:write">, importId: string, at: ApplyCheckpoint | undefined): Promise<ApplyStep> {
  if (!at) return begin(ctx, importId);
  const bundle = at.phase === "people" ? undefined : await bundleOf(ctx, importId);
  switch (at.phase) {
    case "schools":
      if (bundle) await landSchools(ctx, bundle);
      return next(at, { phase: "people", at: 0 });
    case "people":
      return landChunk(ctx, importId, at);
    case "ends":
      return endChunk(ctx, importId, at);
    case "late":
      return landLate(ctx, importId, at);
    case "last":
      return landLast(ctx, importId, at);
    case "finish":
      return finish(ctx, importId, at);
  }
}

async function begin(ctx: Granted<"roster:write">, importId: string): Promise<ApplyStep> {
  const before = await readImportRecord(ctx, importId);
  if (before.state !== "applying") return { outcome: { importId, state: before.state } };
  const bundle = await bundleOf(ctx, importId);
  const plan = await planImport(ctx, { importId, bundle, today: before.appliesOn ?? ctx.today });
  if (plan.hold && !isCovered(plan.hold, before.confirmation?.hold)) {
    const { confirmation: _, appliesOn: __, ...held } = withPlan(before, plan, ctx.now);
    await saveImport(ctx, before, { ...held, version: before.version, state: "held" }, "import.held");
    return { outcome: { importId, state: "held" } };
  }
  const { chunks, people, ends, options } = plan;
  const checkpoint: ApplyCheckpoint = { phase: "schools", at: 0, chunks, ends, late: 0, done: 0, total: people + ends, options };
  return { checkpoint, done: 0, total: checkpoint.total };
}

function next(at: ApplyCheckpoint, change: Partial<ApplyCheckpoint>): ApplyStep {
  const checkpoint = { ...at, ...change };
  return { checkpoint, done: checkpoint.done, total: checkpoint.total };
}

async function landChunk(ctx: Granted<"roster:write">, importId: string, at: ApplyCheckpoint): Promise<ApplyStep> {
  if (at.at >= at.chunks) return next(at, { phase: "ends", at: 0 });
  const planned = (await readPart(ctx, importId, `plan-${at.at}`)) ?? [];
  const fresh = planned.filter(({ isNew }) => isNew).map(({ person }) => person);
  const oneByOne = [...planned.filter(({ isNew }) => !isNew).map(({ person }) => person), ...(await landNewPeople(ctx, fresh, at.options))];
  const deferred: ParsedPerson[] = [];
  await sideBySide(oneByOne, width, async (person) => {
    const landing = await landPerson(ctx, person, { ...at.options, mayWait: true });
    if (landing.outcome === "waits") deferred.push(person);
  });
  await keepPart(ctx, importId, `deferred-${at.at}`, deferred);
  return next(at, { at: at.at + 1, done: at.done + planned.length - deferred.length });
}

async function endChunk(ctx: Granted<"roster:write">, importId: string, at: ApplyCheckpoint): Promise<ApplyStep> {
  const ends = (await readPart(ctx, importId, "ends")) ?? [];
  const chunk = ends.slice(at.at, at.at + fewer);
  await sideBySide(chunk, width, async (staffId) => void (await endPerson(ctx, staffId, at.options.today)));
  if (at.at + fewer < ends.length) return next(at, { at: at.at + fewer, done: at.done + chunk.length });
  const late = (await readPart(ctx, importId, "shared")) ?? [];
  for (let i = 0; i < at.chunks; i++) late.push(...((await readPart(ctx, importId, `deferred-${i}`)) ?? []));
  await keepPart(
    ctx,
    importId,
    "late",
    late.toSorted((a, b) => a.line - b.line),
  );
  return next(at, { phase: "late", at: 0, late: late.length, done: at.done + chunk.length });
}

/** One after the other, so that of two who share an address it is always the first in the file who has it. */
async function landLate(ctx: Granted<"roster:write">, importId: string, at: ApplyCheckpoint): Promise<ApplyStep> {
  if (at.at >= at.late) return next(at, { phase: "last", at: 0 });
  const late = (await readPart(ctx, importId, "late")) ?? [];
  const chunk = late.slice(at.at, at.at + fewer);
  const unclaimed: ParsedPerson[] = [];
  for (const person of chunk) {
    const landing = await landPerson(ctx, person, { ...at.options, mayWait: false });
    if ("isUnclaimed" in landing && landing.isUnclaimed) unclaimed.push(person);
  }
  await keepPart(ctx, importId, `unclaimed-${at.at}`, unclaimed);
  return next(at, { at: at.at + fewer, done: at.done + chunk.length });
}

/** By now everyone has let go of the address they gave up: two people may have swapped theirs. */
async function landLast(ctx: Granted<"roster:write">, importId: string, at: ApplyCheckpoint): Promise<ApplyStep> {
  if (at.at >= at.late) return next(at, { phase: "finish", at: 0 });
  const unclaimed = (await readPart(ctx, importId, `unclaimed-${at.at}`)) ?? [];
  const taken: ParsedPerson[] = [];
  for (const person of unclaimed) {
    const landing = await landPerson(ctx, person, { ...at.options, mayWait: false });
    if ("isUnclaimed" in landing && landing.isUnclaimed) taken.push(person);
  }
  await keepPart(ctx, importId, `unclaimed-${at.at}`, taken);
  return next(at, { at: at.at + fewer });
}

async function finish(ctx: Granted<"roster:write">, importId: string, at: ApplyCheckpoint): Promise<ApplyStep> {
  const bundle = await bundleOf(ctx, importId);
  const found = (await readPart(ctx, importId, "diagnostics")) ?? [];
  const said = new Set(found.map((one) => JSON.stringify(one)));
  for (let i = 0; i < at.late; i += fewer) {
    for (const person of (await readPart(ctx, importId, `unclaimed-${i}`)) ?? []) {
      const diagnostic = addressTaken(bundle, person);
      if (!person.isEmailShared && !said.has(JSON.stringify(diagnostic))) found.push(diagnostic);
    }
  }
  const diagnostics = found.toSorted(byUrgency);
  await keepPart(ctx, importId, "diagnostics", diagnostics);
  await retryOnConflict(async () => {
    const before = await readImportRecord(ctx, importId);
    if (before.state !== "applying") return;
    const after = { ...before, ...countOf(diagnostics), state: "applied" as const, finishedAt: ctx.now.toISOString() };
    await saveImport(ctx, before, after, "roster.imported");
  });
  return { outcome: { importId, state: "applied" } };
}

async function bundleOf(ctx: Granted<"roster:write">, importId: string): Promise<KeptBundle> {
  const bundle = await readPart(ctx, importId, "bundle");
  if (!bundle) throw new Error(`the files of ${importId} are gone`);
  return bundle;
}
