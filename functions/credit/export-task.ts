import { taskKind } from "../platform/task.ts";
import { CreditExportCheckpoint, CreditExportInput } from "./contract.ts";

/** Makes a file of everyone's credit, a few hundred people a step. */
export const creditExportTask = taskKind({
  name: "credit-export",
  job: "credit",
  permission: "credit:export",
  input: CreditExportInput,
  checkpoint: CreditExportCheckpoint,
  step: async (ctx, { taskId, input, checkpoint }) =>
    (await import("./export-step.ts")).creditExportStep(ctx, { taskId, input, checkpoint }),
});
