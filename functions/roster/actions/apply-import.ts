import { commit, retryOnConflict } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { idFrom } from "../../platform/ids.ts";
import { newTask } from "../../platform/task.ts";
import type { ApplyImport, ImportRecord, ImportView } from "../import-contract.ts";
import { areFilesGone, importFileDays } from "../file-life-rules.ts";
import { rosterImportTask } from "../import-tasks.ts";
import { importView, readImportRecord, readImports } from "../read-imports.ts";
import { importJobs, importTurns } from "../records.ts";

/** The shortest reason that says something. */
const shortestReason = 10;

/**
 * A person's word that an import may change the roster; the work itself goes on in the background. A held import needs a
 * reason, which stays on record, and one that ends the very person's access needs them to say that they know it. Saying
 * it twice applies it once.
 */
export async function applyImport(
  ctx: Granted<"roster:write">,
  input: ApplyImport & { importId: string },
  { inBackground = true }: { inBackground?: boolean } = {},
): Promise<ImportView> {
  const before = await readImportRecord(ctx, input.importId);
  if (before.state === "applying" || before.state === "applied") return importView(ctx, before);
  if (before.state !== "previewed" && before.state !== "held")
    throw new AppError("not-ready", "There is no preview of this import to apply. Import the file again.");
  if (areFilesGone(before, { zone: ctx.district.zone, today: ctx.today }))
    throw new AppError(
      "not-ready",
      `What was read of this file is no longer kept: it was taken in more than ${importFileDays} days ago. Import the file again.`,
    );
  const { hold } = before;
  if (hold) refuseUnlessSaid(ctx, hold.administrators, input);
  // Read before the list: who is let in between the two has moved it on.
  const turn = inBackground ? await ctx.table.get(importTurns, { of: "IMPTURN", at: "TURN" }) : undefined;
  const others = inBackground ? await readImports(ctx) : [];
  if (others.some(({ id, state }) => id !== before.id && state === "applying"))
    throw new AppError("not-ready", "Another import is being applied. Wait until it is finished, then apply this one.");
  const { actor } = ctx;
  const at = ctx.now.toISOString();
  // Each word of a person is work of its own: an import may be held again and be applied once more.
  const task = inBackground
    ? newTask(ctx, rosterImportTask, { id: idFrom("tsk", before.id, "apply", String(before.version)), input: { importId: before.id } })
    : undefined;
  const confirmation = {
    by: actor.kind === "person" ? actor.staffId : actor.name,
    name: actor.kind === "person" ? actor.name : ctx.district.name,
    at,
    ...(input.reason !== undefined && input.reason !== "" && { reason: input.reason }),
    ...(hold && { hold }),
  };
  const after: ImportRecord = {
    ...before,
    state: "applying",
    appliesOn: ctx.today,
    confirmation,
    ...(task && { taskId: task.view.id }),
  };
  return commit(ctx, {
    action: hold ? "import.confirmed" : "import.applying",
    subject: `import:${before.id}`,
    writes: [
      importJobs.put({ ...after, version: before.version }),
      ...(task ? [importTurns.put({ importId: before.id, version: turn?.version ?? 0 }), task.write] : []),
    ],
    before: { state: before.state },
    after: { state: after.state, staff: after.staff, confirmation },
    result: importView(ctx, after),
  });
}

function refuseUnlessSaid(ctx: Granted<"roster:write">, administrators: readonly { id: string }[], input: ApplyImport): void {
  if ((input.reason ?? "").length < shortestReason)
    throw new AppError("invalid-input", "Say why this is right. Nothing was applied.", {
      fields: [{ path: "json.reason", message: `Write at least ${shortestReason} characters: whoever reads this later will ask.` }],
    });
  const { actor } = ctx;
  const isOwn = actor.kind === "person" && administrators.some(({ id }) => id === actor.staffId);
  if (isOwn && input.endsMyAccess !== true)
    throw new AppError(
      "invalid-input",
      "This import would end your own access. Say that you know it, or discard it. Nothing was applied.",
      {
        fields: [{ path: "json.endsMyAccess", message: "Tick this if you mean to end your own access." }],
      },
    );
}

/** Puts an import away that has not been applied; the roster is as it was. */
export async function discardImport(ctx: Granted<"roster:write">, importId: string): Promise<ImportView> {
  return retryOnConflict(async () => {
    const before = await readImportRecord(ctx, importId);
    if (before.state === "discarded") return importView(ctx, before);
    if (before.state === "applying" || before.state === "applied")
      throw new AppError("not-ready", "This import has been applied already. Import the roster as it should be instead.");
    const after: ImportRecord = { ...before, state: "discarded", finishedAt: ctx.now.toISOString() };
    return commit(ctx, {
      action: "import.discarded",
      subject: `import:${importId}`,
      writes: [importJobs.put({ ...after, version: before.version })],
      before: { state: before.state },
      after: { state: after.state },
      result: importView(ctx, after),
    });
  });
}
