import * as z from "zod";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Versioned } from "../../platform/record.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { findTask, isOpenTask, newTask, taskKind } from "../../platform/task.ts";
import type { HistoryImportView } from "../history-contract.ts";
import { expireHistory } from "../history-files.ts";
import { historyImportView, keptBecause, undoUntil } from "../history-undo-rules.ts";
import { readCandidate } from "../queries.ts";
import { findHistoryImport, listHistoryLines } from "../read-history.ts";
import { type HistoryImport, historyImports, type HistoryLine, historyLines, historyLinesOf } from "../history-records.ts";
import { certificates, publicCertificateAddress, publicCertificates } from "../records.ts";

const Input = z.object({ importId: z.string() });
const Checkpoint = z.object({ after: z.string(), done: z.number().int() });
const linesInAStep = 100;
/** Few at a time, so that whoever learns meanwhile does not notice. */
const width = 6;

type Worker = Granted<"certificate:issue">;

/**
 * Takes an import of past certificates back, line by line: each certificate that nothing rests on goes with its public page, each
 * other stays and its line says why. Nobody is written to. What is left to do is what no line tells of: done twice, it does nothing twice.
 */
export const takeHistoryBackTask = taskKind<
  "certification",
  "certificate:issue",
  z.infer<typeof Input>,
  z.infer<typeof Checkpoint>,
  { removed: number; kept: number }
>({
  name: "take-history-back",
  job: "certification",
  permission: "certificate:issue",
  input: Input,
  checkpoint: Checkpoint,
  step: async (ctx, { input: { importId }, checkpoint = { after: "", done: 0 } }) => {
    const one = await findHistoryImport(ctx, importId);
    if (!one) throw notFound("import");
    const { rows } = await ctx.table.page(historyLines, historyLinesOf(importId), { from: `${checkpoint.after} `, limit: linesInAStep });
    await sideBySide(rows, width, (line) => retryOnConflict(() => undoLine(ctx, line, one)));
    const last = rows.at(-1)?.publicId;
    if (last !== undefined && rows.length === linesInAStep) {
      const done = checkpoint.done + rows.length;
      return { checkpoint: { after: last, done }, done, total: Math.max(one.certificates, done) };
    }
    const done = checkpoint.done + rows.length;
    // Entering was stopped in the middle of a step, which wrote one more: it goes as well.
    if (await isSomethingLeft(ctx, importId)) return { checkpoint: { after: "", done }, done, total: Math.max(one.certificates, done) };
    return { outcome: await finish(ctx, importId) };
  },
});

const isSomethingLeft = async (ctx: Worker, importId: string): Promise<boolean> =>
  (await listHistoryLines(ctx, importId)).some(({ state }) => state === "entered");

async function undoLine(ctx: Worker, { importId, publicId }: HistoryLine, { takenBack }: HistoryImport): Promise<void> {
  const line = await ctx.table.get(historyLines, { of: historyLinesOf(importId), at: publicId });
  if (line?.state !== "entered") return;
  const candidate = await readCandidate(ctx, line.staffId);
  const because = candidate ? keptBecause(line, candidate) : "moved";
  const certificate = candidate?.held.find(({ id }) => id === line.certificateId);
  if (because !== undefined || !certificate) {
    const kept = { ...line, state: "kept" as const, keptBecause: because ?? "moved" };
    await commit(ctx, { action: "certificate.entryKept", subject: `history:${importId}`, writes: [historyLines.put(kept)], result: null });
    return;
  }
  const shown = await ctx.table.get(publicCertificates, publicCertificateAddress(publicId));
  const { id, certificationId, cycle, issuedOn, expiresOn } = certificate;
  await commit(ctx, {
    action: "certificate.entryTakenBack",
    subject: `staff:${line.staffId}`,
    writes: [
      certificates.remove(certificate),
      ...(shown ? [publicCertificates.remove(shown)] : []),
      historyLines.put({ ...line, state: "takenBack" }),
    ],
    before: { id, certificationId, cycle, issuedOn, expiresOn },
    after: { importId, by: takenBack?.byName },
    result: null,
  });
}

async function finish(ctx: Worker, importId: string): Promise<{ removed: number; kept: number }> {
  return retryOnConflict(async () => {
    const [one, lines] = await Promise.all([findHistoryImport(ctx, importId), listHistoryLines(ctx, importId)]);
    const removed = lines.filter(({ state }) => state === "takenBack").length;
    const kept = lines.filter(({ state }) => state === "kept").length;
    if (one?.takenBack && one.state === "takingBack")
      await commit(ctx, {
        action: "history.takenBack",
        subject: `history:${importId}`,
        writes: [historyImports.put({ ...one, state: "takenBack", takenBack: { ...one.takenBack, removed, kept } })],
        after: { removed, kept },
        result: null,
      });
    await expireHistory(ctx, importId);
    return { removed, kept };
  });
}

/** Begins to take an import of past certificates back, in the background, within thirty days of it; begun already, it is the same. */
export async function takeHistoryBack(ctx: Granted<"certification:write">, importId: string): Promise<HistoryImportView> {
  const before = await findHistoryImport(ctx, importId);
  if (!before) throw notFound("import");
  if (before.takenBack) return historyImportView(before, ctx.today);
  const entering = before.taskId === undefined ? undefined : await findTask(ctx, before.taskId);
  if (before.state === "entering" && entering && isOpenTask(entering))
    throw new AppError("not-ready", "This is still being entered. Wait until it is done, or stop it first. Nothing was changed.");
  if (ctx.today > undoUntil(before.enteredOn))
    throw new AppError("not-ready", "The time to take this back is over: thirty days after it was entered. Nothing was changed.");
  const { write, view } = newTask(ctx, takeHistoryBackTask, { input: { importId } });
  const takenBack = { taskId: view.id, at: ctx.now.toISOString(), byName: ctx.actor.name };
  const after: HistoryImport & Versioned = { ...before, state: "takingBack", takenBack };
  return commit(ctx, {
    action: "history.takeBackBegun",
    subject: `history:${importId}`,
    writes: [historyImports.put(after), write],
    before: { state: before.state },
    after: { state: after.state },
    result: historyImportView(after, ctx.today),
  });
}
