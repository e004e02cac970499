import type { Context } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import type { Granted } from "../platform/grant.ts";
import type { Versioned } from "../platform/record.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import type { HistoryImports, HistoryUndo, KeptBecause } from "./history-contract.ts";
import { historyImportView, keptBecause } from "./history-undo-rules.ts";
import { readCandidate } from "./queries.ts";
import {
  type HistoryImport,
  historyImportAddress,
  historyImports,
  type HistoryLine,
  historyLines,
  historyLinesOf,
} from "./history-records.ts";

const width = 12;
/** So many are named; the counts tell of the rest. */
const mostNamed = 50;

/** An import of past certificates by id, if there is one. */
export function findHistoryImport(ctx: Context, id: string): Promise<(HistoryImport & Versioned) | undefined> {
  return ctx.table.get(historyImports, historyImportAddress(id));
}

/** What an import entered, and what became of each. */
export function listHistoryLines(ctx: Context, importId: string): Promise<(HistoryLine & Versioned)[]> {
  return ctx.table.list(historyLines, historyLinesOf(importId));
}

/** The imports of past certificates, the latest first. */
export async function readHistoryImports(ctx: Granted<"certification:write">): Promise<HistoryImports> {
  const all = await ctx.table.list(historyImports, "HISTORY");
  return {
    imports: all.toSorted((a, b) => b.enteredAt.localeCompare(a.enteredAt)).map((one) => historyImportView(one, ctx.today)),
  };
}

/** What taking an import back would do as things stand, or what it has done: which certificates go, which stay and why. */
export async function previewHistoryUndo(ctx: Granted<"certification:write">, importId: string): Promise<HistoryUndo> {
  const [one, lines] = await Promise.all([findHistoryImport(ctx, importId), listHistoryLines(ctx, importId)]);
  if (!one) throw notFound("import");
  const goes: HistoryLine[] = [];
  const stays: (HistoryLine & { because: KeptBecause })[] = [];
  const put = (line: HistoryLine, because: KeptBecause | undefined): void =>
    void (because === undefined ? goes.push(line) : stays.push({ ...line, because }));
  await sideBySide([...Map.groupBy(lines, ({ staffId }) => staffId)], width, async ([staffId, theirs]) => {
    const isOpen = theirs.some(({ state }) => state === "entered");
    const candidate = isOpen ? await readCandidate(ctx, staffId) : undefined;
    for (const line of theirs)
      if (line.state === "entered") put(line, candidate ? keptBecause(line, candidate) : "moved");
      else put(line, line.state === "kept" ? (line.keptBecause ?? "decided") : undefined);
  });
  return {
    import: historyImportView(one, ctx.today),
    removes: goes.length,
    firstRemoved: named(goes).map(lineView),
    keeps: stays.length,
    firstKept: named(stays).map((line) => ({ ...lineView(line), because: line.because })),
  };
}

const named = <L extends HistoryLine>(lines: readonly L[]): L[] =>
  lines.toSorted((a, b) => a.holderName.localeCompare(b.holderName) || a.issuedOn.localeCompare(b.issuedOn)).slice(0, mostNamed);

const lineView = ({ publicId, holderName, title, issuedOn, expiresOn }: HistoryLine) => ({
  id: publicId,
  name: holderName,
  title,
  issuedOn,
  expiresOn,
});
