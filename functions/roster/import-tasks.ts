import * as z from "zod";
import { taskKind } from "../platform/task.ts";
import type { ApplyCheckpoint } from "./actions/apply-step.ts";

const Input = z.object({ importId: z.string() });

/** Works out what an import would change: one step, which reads the roster once. */
export const rosterPreviewTask = taskKind({
  name: "roster-preview",
  job: "roster-import",
  permission: "roster:write",
  input: Input,
  checkpoint: z.null(),
  step: async (ctx, { input: { importId } }) => {
    const { previewImport } = await import("./actions/preview-import.ts");
    const { state } = await previewImport(ctx, importId);
    return { outcome: { importId, state } };
  },
});

/** Applies an import, some hundred people a step. */
export const rosterImportTask = taskKind({
  name: "roster-import",
  job: "roster-import",
  permission: "roster:write",
  input: Input,
  checkpoint: z.custom<ApplyCheckpoint>(),
  step: async (ctx, { input: { importId }, checkpoint }) => {
    const { applyStep } = await import("./actions/apply-step.ts");
    return applyStep(ctx, importId, checkpoint);
  },
});
