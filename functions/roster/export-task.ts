import * as z from "zod";
import { taskKind } from "../platform/task.ts";
import { ExportCheckpoint } from "./export-contract.ts";

/** Makes the roster's OneRoster file, a thousand people a step. */
export const rosterExportTask = taskKind({
  name: "roster-export",
  job: "roster-import",
  permission: "roster:write",
  input: z.object({}),
  checkpoint: ExportCheckpoint,
  step: async (ctx, { taskId, checkpoint }) => (await import("./export-step.ts")).exportStep(ctx, taskId, checkpoint),
});
