import { commit } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { idFrom } from "../../platform/ids.ts";
import { GuardFailed } from "../../platform/table.ts";
import { newTask, type TaskKind } from "../../platform/task.ts";
import { readImportRecord } from "../../roster/read-imports.ts";

/** The work on an import's effects, one for each time it was previewed. */
export const effectsTaskId = (importId: string, plannedAt: string): string => idFrom("tsk", importId, "effects", plannedAt);

/** Asks for the work that says what an import would ask people to learn, once it is previewed. Told twice, it asks once. */
export async function askForEffects(
  ctx: Granted<"assignment:write">,
  kind: TaskKind<{ importId: string; plannedAt: string }>,
  importId: string,
): Promise<void> {
  const { state, plannedAt } = await readImportRecord(ctx, importId);
  if ((state !== "previewed" && state !== "held") || plannedAt === undefined) return;
  const task = newTask(ctx, kind, { id: effectsTaskId(importId, plannedAt), input: { importId, plannedAt } });
  try {
    await commit(ctx, { action: "import.effects-asked", subject: `import:${importId}`, writes: [task.write], result: undefined });
  } catch (error) {
    // Asked for already, by an earlier word of the same preview.
    if (!(error instanceof GuardFailed)) throw error;
  }
}
