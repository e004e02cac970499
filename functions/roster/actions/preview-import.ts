import { commit } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Versioned } from "../../platform/record.ts";
import type { ImportRecord } from "../import-contract.ts";
import { keepPart, readPart } from "../import-files.ts";
import { byUrgency, countOf } from "../import-words.ts";
import { type Plan, planImport } from "../plan-import.ts";
import { readImportRecord } from "../read-imports.ts";
import { importJobs } from "../records.ts";

/**
 * Works out what an import would change. It is then ready for a person's word, or held where it would end more people, or
 * such people, than happens by itself. Done again it changes nothing: an import that is past its preview is left alone.
 */
export async function previewImport(ctx: Granted<"roster:write">, importId: string): Promise<ImportRecord> {
  const before = await readImportRecord(ctx, importId);
  if (before.state !== "previewing") return before;
  const bundle = await readPart(ctx, importId, "bundle");
  const found = await readPart(ctx, importId, "diagnostics");
  if (!bundle || !found) throw new Error(`the files of ${importId} are gone`);
  const plan = await planImport(ctx, { importId, bundle, today: ctx.today });
  // A process that ended after it had kept them has said them already.
  const said = new Set(found.map((one) => JSON.stringify(one)));
  const diagnostics = [...found, ...plan.diagnostics.filter((one) => !said.has(JSON.stringify(one)))].toSorted(byUrgency);
  await keepPart(ctx, importId, "diagnostics", diagnostics);
  return saveImport(
    ctx,
    before,
    { ...withPlan(before, plan, ctx.now), ...countOf(diagnostics), state: plan.hold ? "held" : "previewed" },
    "import.previewed",
  );
}

/** The import with what a plan says it changes. */
export function withPlan<T extends ImportRecord>(
  { hold: _, ...before }: T,
  { schools, staff, covered, hold }: Plan,
  at: Date,
): Omit<T, "hold"> & ImportRecord {
  return { ...before, plannedAt: at.toISOString(), schools, staff, covered, ...(hold && { hold }) };
}

/** Writes down where an import stands. */
export async function saveImport(
  ctx: Granted<"roster:write">,
  before: ImportRecord & Versioned,
  after: ImportRecord & Versioned,
  action: string,
): Promise<ImportRecord & Versioned> {
  const essence = ({ state, schools, staff, hold, confirmation, errors, warnings }: ImportRecord): object => ({
    state,
    schools,
    staff,
    hold,
    confirmation,
    errors,
    warnings,
  });
  await commit(ctx, {
    action,
    subject: `import:${before.id}`,
    writes: [importJobs.put({ ...after, version: before.version })],
    before: { state: before.state },
    after: essence(after),
    result: {},
  });
  return { ...after, version: before.version + 1 };
}
