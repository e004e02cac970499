import * as z from "zod";
import { taskKind } from "../platform/task.ts";
import { CheckReport } from "./contract.ts";

/** Where a check stands: the schools still to come, and what was found so far. */
export const CheckPoint = z.object({
  schoolIds: z.array(z.string()),
  schools: z.number(),
  people: z.number(),
  found: z.number(),
  repaired: z.number(),
  findings: CheckReport.shape.findings,
});
export type CheckPoint = z.infer<typeof CheckPoint>;

/** The nightly check of one district, a few schools at a step; its code is loaded by the function that does long work alone. */
export const selfCheck = taskKind({
  name: "self-check",
  job: "check",
  permission: "engagement:read",
  input: z.object({}),
  checkpoint: CheckPoint,
  async step(ctx, { checkpoint }) {
    const { checkStep } = await import("./actions/check-step.ts");
    return checkStep(ctx, checkpoint);
  },
});
