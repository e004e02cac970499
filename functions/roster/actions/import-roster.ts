import type { Granted } from "../../platform/grant.ts";
import { forParts } from "../../platform/idempotency.ts";
import type { ImportRecord, RosterDiagnostic } from "../import-contract.ts";
import { readPart } from "../import-files.ts";
import type { Bundle } from "../one-roster/open-bundle.ts";
import { readImportRecord } from "../read-imports.ts";
import { applyImport } from "./apply-import.ts";
import { type ApplyCheckpoint, applyStep } from "./apply-step.ts";
import { previewImport } from "./preview-import.ts";
import { type ReadFile, readOneRoster, startImport } from "./start-import.ts";

/** What a whole import did; `isApplied` is false for one that was held or could not be used, and the district is as it was. */
export type ImportResult = ImportRecord & { isApplied: boolean; diagnostics: RosterDiagnostic[] };

type Options = {
  /** The word for an import that is held; without it a held one is not applied. */
  reason?: string;
  onProgress?: ((progress: { done: number; total: number }) => void) | undefined;
};

/**
 * Imports a OneRoster bundle from beginning to end in this very process: preview, word, apply. For setting up a district
 * and for tests; people use the steps one by one. Good rows land, each person with all that is theirs together; whoever
 * is no longer in it leaves, with all they learned kept. The same bundle again changes nothing.
 */
export async function importRoster(ctx: Granted<"roster:write">, input: Bundle & Options & { source: string }): Promise<ImportResult> {
  return importFile(ctx, await readOneRoster(ctx, { source: input.source, bundle: input }), input);
}

/** The same for a file that was read already. */
export async function importFile(
  context: Granted<"roster:write">,
  file: ReadFile,
  { reason, onProgress }: Options = {},
): Promise<ImportResult> {
  const ctx = forParts(context);
  const { id } = await startImport(ctx, file, { inBackground: false });
  const { state } = await previewImport(ctx, id);
  if (state === "previewed" || (state === "held" && reason !== undefined)) {
    await applyImport(ctx, { importId: id, endsMyAccess: true, ...(reason !== undefined && { reason }) }, { inBackground: false });
    let at: ApplyCheckpoint | undefined;
    for (;;) {
      const step = await applyStep(ctx, id, at);
      if ("outcome" in step) break;
      at = step.checkpoint;
      onProgress?.({ done: step.done, total: step.total });
    }
  }
  const { version: _, ...record } = await readImportRecord(ctx, id);
  return { ...record, isApplied: record.state === "applied", diagnostics: (await readPart(ctx, id, "diagnostics")) ?? [] };
}
