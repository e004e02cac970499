import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { newTask } from "../../platform/task.ts";
import type { CreditExportInput } from "../contract.ts";
import { creditExportTask } from "../export-task.ts";

/** Asks for everyone's credit of some years as a table. Who took it out, and when, is in the audit. */
export async function askForCreditExport(ctx: Granted<"credit:export">, input: CreditExportInput): Promise<{ taskId: string }> {
  if (input.to < input.from)
    throw new AppError("invalid-input", "Correct the fields that are named and send it again. Nothing was saved.", {
      fields: [{ path: "json.to", message: "The last day must not be before the first." }],
    });
  const { write, view } = newTask(ctx, creditExportTask, { input });
  return commit(ctx, {
    action: "credit.export-asked",
    subject: `district:${ctx.district.id}`,
    writes: [write],
    after: input,
    result: { taskId: view.id },
  });
}
