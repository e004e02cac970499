import * as z from "zod";
import { certificatesFrom } from "../../certification/queries.ts";
import { readDefinitions } from "../../certification/read-definitions.ts";
import { expireEvidence } from "../../learning/actions/expire-evidence.ts";
import { commit } from "../../platform/commit.ts";
import type { LocalDate } from "../../platform/dates.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { log } from "../../platform/log.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { askOnce, newTask, readTask, taskKind } from "../../platform/task.ts";
import { expirePieces } from "../../portfolio/actions/expire-pieces.ts";
import { nextByName } from "../../roster/walk-by-name.ts";
import { RetentionCount, type RetentionTrialInput, type RetentionTrialStarted } from "../contract.ts";
import { monthsTaskId, schoolYearsDue, schoolYearsKept } from "../queries.ts";
import { firstOfMonth, lastDayOver, pieceDoneWith } from "../rules.ts";

/** Few at a time, so that whoever learns meanwhile does not notice. */
const width = 6;
const peopleInAStep = 100;

const Input = z.object({ upTo: z.iso.date(), isTrial: z.boolean() });
type Input = z.infer<typeof Input>;

const Checkpoint = RetentionCount.omit({ upTo: true }).extend({ list: z.number().int(), after: z.string().optional() });
type Checkpoint = z.infer<typeof Checkpoint>;

const begin: Checkpoint = { list: 0, evidence: 0, pieces: 0, files: 0, people: 0, failed: 0 };

type Keeper = Granted<"retention:apply">;

/**
 * Empties the evidence and pieces of everyone who is or was here whose time is over; or, as a trial, counts them. What was decided on
 * them stays: their state, by whom, when and on which levels. A step done twice empties nothing twice.
 */
export const emptyWhatIsOver = taskKind<"retention", "retention:apply", Input, Checkpoint, RetentionCount>({
  name: "empty-what-is-over",
  job: "retention",
  permission: "retention:apply",
  input: Input,
  checkpoint: Checkpoint,
  step: async (ctx, { input, checkpoint = begin }) => {
    const [definitions, { staffIds, next, lists }] = await Promise.all([readDefinitions(ctx), nextByName(ctx, checkpoint, peopleInAStep)]);
    const asking = new Map(
      definitions.map(({ id, requirements, renewal }) => [
        id,
        new Set([...requirements, ...renewal].flatMap((one) => (one.kind === "pieces" ? [one.piece] : []))),
      ]),
    );
    const { list: _, after: __, ...sums } = checkpoint;
    // Decided otherwise since it began: what was to be kept is left.
    if (!input.isTrial && !(await isStillOver(ctx, input.upTo))) return { outcome: { upTo: input.upTo, ...sums } };
    await sideBySide(staffIds, width, async (staffId) => {
      try {
        const evidence = await expireEvidence(ctx, staffId, input);
        const items = await ctx.table.collection(`U#${staffId}`);
        const held = certificatesFrom(items, () => {});
        const pieces = await expirePieces(ctx, staffId, items, {
          ...input,
          doneWith: (piece) =>
            pieceDoneWith(
              piece,
              held.filter(({ certificationId }) => asking.get(certificationId)?.has(piece.kind)).map(({ issuedOn }) => issuedOn),
            ),
        });
        sums.evidence += evidence.rows;
        sums.pieces += pieces.rows;
        sums.files += evidence.files + pieces.files;
        if (evidence.rows + pieces.rows > 0) sums.people++;
      } catch (error) {
        if (error instanceof AppError) throw error;
        sums.failed++;
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        log("error", "a person's evidence could not be emptied", { districtId: ctx.district.id, staffId, error: text });
      }
    });
    if (!next) return { outcome: { upTo: input.upTo, ...sums } };
    return { checkpoint: { ...sums, ...next }, done: next.list, total: lists };
  },
});

async function isStillOver(ctx: Keeper, upTo: LocalDate): Promise<boolean> {
  const schoolYears = await schoolYearsKept(ctx);
  return schoolYears !== undefined && upTo <= lastDayOver(ctx.today, schoolYears, ctx.district.calendar);
}

/**
 * Where the district has decided how long evidence is kept, begins emptying what is over, in the background: once a month, on the first,
 * or on the first day after it that gets so far.
 */
export async function beginRetention(ctx: Keeper): Promise<void> {
  const schoolYears = await schoolYearsDue(ctx);
  if (schoolYears === undefined) return;
  await askOnce(ctx, emptyWhatIsOver, {
    id: monthsTaskId(ctx),
    input: { upTo: lastDayOver(firstOfMonth(ctx.today), schoolYears, ctx.district.calendar), isTrial: false },
    action: "retention.begun",
    subject: `district:${ctx.district.id}`,
  });
}

/** Begins counting what would be emptied today by a choice; empties nothing. */
export async function tryRetention(ctx: Granted<"retention:write">, { schoolYears }: RetentionTrialInput): Promise<RetentionTrialStarted> {
  const upTo = lastDayOver(ctx.today, schoolYears, ctx.district.calendar);
  const { write, view } = newTask(ctx, emptyWhatIsOver, { input: { upTo, isTrial: true } });
  const subject = `district:${ctx.district.id}`;
  return commit(ctx, { action: "retention.tried", subject, writes: [write], after: { schoolYears }, result: { taskId: view.id } });
}

/** What was counted; `not-ready` while it is at it. */
export async function readRetentionTrial(ctx: Granted<"retention:write">, taskId: string): Promise<RetentionCount> {
  const task = await readTask(ctx, taskId);
  if (task.kind !== emptyWhatIsOver.name) throw notFound("task");
  if (task.state !== "done") throw new AppError("not-ready", "This is still being worked out. Look again in a moment.");
  return RetentionCount.parse(task.outcome);
}
