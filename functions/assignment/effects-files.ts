import type { Context } from "../platform/context.ts";
import type { JobRole } from "../roster/contract.ts";
import { keepImportFile, readImportFile } from "../roster/import-files.ts";
import type { PathOutcome, RunningTotals } from "./effect-totals-rules.ts";

/** One file of people whose paths change. Many share an outcome, which stands here once. */
export type KeptEffects = {
  outcomes: PathOutcome[];
  people: { staffId: string; name: string; schools: string[]; roles: JobRole[]; outcome: number }[];
};

/** What is kept of an import's effects as a whole; `plannedAt` says of which preview. */
export type KeptTotals = RunningTotals & { plannedAt: string; workedOutAt: string };

const totals = "learning";

/** Keeps what an import's effects amount to: the word that they were worked out. */
export const keepTotals = (ctx: Context, importId: string, value: KeptTotals): Promise<void> =>
  keepImportFile(ctx, importId, totals, value);

/** What an import's effects amount to, where they were worked out and are still kept. */
export const readTotals = (ctx: Context, importId: string): Promise<KeptTotals | undefined> => readImportFile(ctx, importId, totals);

/** Keeps one file of the people whose paths an import changes. */
export const keepChunk = (ctx: Context, importId: string, chunk: number, value: KeptEffects): Promise<void> =>
  keepImportFile(ctx, importId, `${totals}-${chunk}`, value);

/** One file of the people whose paths an import changes. */
export const readChunk = (ctx: Context, importId: string, chunk: number): Promise<KeptEffects | undefined> =>
  readImportFile(ctx, importId, `${totals}-${chunk}`);
