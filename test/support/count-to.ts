import * as z from "zod";
import { taskKind } from "../../functions/platform/task.ts";

/** Long work that does nothing but count, for tests of how long work is done. */
export const countTo = taskKind({
  name: "count",
  job: "setup",
  permission: "roster:write",
  input: z.object({ to: z.number(), failsAt: z.number().optional() }),
  checkpoint: z.number(),
  async step(_ctx, { input, checkpoint = 0 }) {
    if (input.failsAt === checkpoint) throw new Error(`the step after ${checkpoint} always fails`);
    return checkpoint < input.to
      ? { checkpoint: checkpoint + 1, done: checkpoint + 1, total: input.to }
      : { outcome: { counted: checkpoint } };
  },
});
