import type { Context } from "../platform/context.ts";
import type { RosterEffect } from "./effect-rules.ts";
import type { PreviewKind, PreviewPerson } from "./import-contract.ts";
import { keepPart, type PlannedPerson } from "./import-files.ts";
import { type MergeOptions, staffIdOf } from "./import-rules.ts";
import type { ParsedPerson } from "./one-roster/read-people.ts";
import type { School } from "./records.ts";

/** So many people make one step of the work. */
const peopleInStep = 990;

/** What was worked out about an import, as it is kept. */
export type KeptPlan = {
  options: MergeOptions;
  previews: Record<PreviewKind, PreviewPerson[]>;
  effects: RosterEffect[];
  /** The schools that are opened, changed or closed. */
  schools: School[];
  landing: PlannedPerson[];
  shared: ParsedPerson[];
  ends: string[];
};

/** Keeps a plan in the import's files; returns how many steps of people it takes. */
export async function keepPlan(ctx: Context, importId: string, plan: KeptPlan): Promise<number> {
  const { options, previews, effects, schools, landing, shared, ends } = plan;
  const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
  for (const kind of ["added", "changed", "moved", "ended"] as const)
    await keepPart(ctx, importId, `preview-${kind}`, previews[kind].toSorted(byName));
  const named = effects.toSorted(byName);
  const effectChunks = Math.ceil(named.length / peopleInStep);
  for (let i = 0; i < effectChunks; i++) await keepPart(ctx, importId, `effects-${i}`, chunkOf(named, i));
  await keepPart(ctx, importId, "effects", { chunks: effectChunks, people: named.length, schools });
  await keepPart(ctx, importId, "ends", ends);
  await keepPart(
    ctx,
    importId,
    "shared",
    shared.toSorted((a, b) => a.line - b.line),
  );
  // In the order of their rows in the table: neighbors are written together.
  const keyed = landing.map((one) => ({ id: staffIdOf(options.districtId, one.person.sourcedId), one }));
  const ordered = keyed.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ one }) => one);
  const chunks = Math.ceil(ordered.length / peopleInStep);
  for (let i = 0; i < chunks; i++) await keepPart(ctx, importId, `plan-${i}`, chunkOf(ordered, i));
  return chunks;
}

const chunkOf = <One>(all: readonly One[], i: number): One[] => all.slice(i * peopleInStep, (i + 1) * peopleInStep);
