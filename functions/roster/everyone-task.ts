import * as z from "zod";
import { AppError } from "../platform/errors.ts";
import type { Granted } from "../platform/grant.ts";
import { log } from "../platform/log.ts";
import type { JobName, jobPermissions } from "../platform/permissions.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import { taskKind } from "../platform/task.ts";
import { listEverySchool } from "./queries.ts";
import { walkMembers, WalkPlace } from "./walk-members.ts";

const Nothing = z.object({});
const Checkpoint = WalkPlace.extend({ people: z.number().int(), failed: z.number().int() });
type Checkpoint = z.infer<typeof Checkpoint>;

const begin: Checkpoint = { school: 0, people: 0, failed: 0 };

/**
 * Declares long work that looks at everyone once, school by school and a few at a time; `prepare` reads what all of a step's
 * people have in common. Who works at two schools is looked at twice, and after a crash some are again: looking must be harmless
 * when it is repeated. One whose rows cannot be read keeps nobody waiting; they are counted, and the log has why.
 */
export function everyoneTask<Name extends JobName, P extends (typeof jobPermissions)[Name][number]>({
  inAStep,
  atOnce,
  prepare,
  ...kind
}: {
  name: string;
  job: Name;
  permission: P;
  inAStep: number;
  atOnce: number;
  prepare: (ctx: Granted<P>) => Promise<(staffId: string) => Promise<unknown>>;
}) {
  return taskKind<Name, P, z.infer<typeof Nothing>, Checkpoint, { people: number; failed: number }>({
    ...kind,
    input: Nothing,
    checkpoint: Checkpoint,
    async step(ctx, { checkpoint = begin }) {
      const schoolIds = (await listEverySchool(ctx)).map(({ id }) => id).toSorted();
      const [lookAt, { met, next }] = await Promise.all([prepare(ctx), walkMembers(ctx, schoolIds, checkpoint, { limit: inAStep })]);
      let { failed } = checkpoint;
      await sideBySide(met, atOnce, async ({ staffId }) => {
        try {
          await lookAt(staffId);
        } catch (error) {
          if (error instanceof AppError) throw error;
          failed++;
          const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
          log("error", "a person could not be looked at", { districtId: ctx.district.id, staffId, job: kind.name, error: text });
        }
      });
      const people = checkpoint.people + met.length;
      if (!next) return { outcome: { people, failed } };
      return { checkpoint: { ...next, people, failed }, done: next.school, total: schoolIds.length };
    },
  });
}
