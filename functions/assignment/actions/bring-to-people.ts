import * as z from "zod";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import { districts } from "../../platform/district.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { log } from "../../platform/log.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { type Step, taskKind } from "../../platform/task.ts";
import { type Met, walkMembers, WalkPlace } from "../../roster/walk-members.ts";
import { applyRulesToPerson } from "./apply-rules-to-person.ts";
import { stopRule } from "./stop-rule.ts";
import { ruleStates } from "../records.ts";
import { findRuleState, readRule, readRuleBook, type RuleBook } from "../rule-queries.ts";

/** So few at a time that whoever learns meanwhile does not notice. */
const width = 4;
/** A step is over within a second or two. */
const peopleInAStep = 120;
/** Looking through a list is quicker than writing. */
const rowsCounted = 4_000;

const Input = z.object({
  /** Whose audience to walk: a rule's, at a version; without one, everyone at the school named. */
  ruleId: z.string().optional(),
  ruleVersion: z.number().int().optional(),
  schoolId: z.string().optional(),
  /** The version of the district's settings that asked for it: its calendars are what the rules are worked out by. */
  districtVersion: z.number().int().optional(),
});
type Input = z.infer<typeof Input>;

const Checkpoint = WalkPlace.extend({
  phase: z.enum(["count", "apply"]),
  done: z.number(),
  total: z.number(),
  failed: z.number(),
});
type Checkpoint = z.infer<typeof Checkpoint>;

type Outcome = { outcome: "applied" | "superseded" | "stopped"; failed: number };
type Which = { taskId: string; ruleId: string | undefined };
type Writer = Granted<"assignment:write">;

const begin: Checkpoint = { phase: "count", school: 0, done: 0, total: 0, failed: 0 };

/**
 * Brings a rule, or the rules as they are at one school, to everyone it is or was for: level-triggered like the stream's
 * reactions, so doing a step twice costs reads alone. A rule that was saved again meanwhile is left to its own task.
 */
export const applyRulesTask = taskKind<"assignment", "assignment:write", Input, Checkpoint, Outcome>({
  name: "apply-rules",
  job: "assignment",
  permission: "assignment:write",
  input: Input,
  checkpoint: Checkpoint,
  step: async (granted, { taskId, input, checkpoint = begin }) => {
    const ctx = input.districtVersion === undefined ? granted : await withSettings(granted, input.districtVersion);
    const at = { taskId, ruleId: input.ruleId };
    const book = await readRuleBook(ctx);
    for (const { rule, trouble } of book.stumbling) await stopRule(ctx, rule, trouble);
    if (input.ruleId === undefined) return stepThrough(ctx, book, { ...at, input }, checkpoint, () => true);
    const saved = await readRule(ctx, input.ruleId);
    const isSuperseded = saved.version !== input.ruleVersion;
    const rule = book.rules.find(({ id }) => id === input.ruleId);
    if (!rule) return finish(ctx, at, checkpoint, "stopped");
    const roles = new Set<string>(rule.rolesEver);
    const isFor = (member: { roles: string[] }): boolean => rule.isForAnyRole === true || member.roles.some((role) => roles.has(role));
    const step = await stepThrough(ctx, book, { ...at, input }, checkpoint, isFor);
    // The step that was overtaken is done with the rule as it is now, so that it leaves nothing of the old one behind.
    return isSuperseded ? finish(ctx, at, checkpoint, "superseded") : step;
  },
});

/** Another process may have kept the settings from before the change: the row itself is what counts. */
async function withSettings(ctx: Writer, version: number): Promise<Writer> {
  const district = await ctx.table.get(districts, { of: "", at: "META" });
  if (!district || district.version < version) throw new AppError("try-again", "The district's settings are not there yet.");
  return { ...ctx, district };
}

async function stepThrough(
  ctx: Writer,
  book: RuleBook,
  { input, ...which }: Which & { input: Input },
  at: Checkpoint,
  concerns: (member: { roles: string[] }) => boolean,
): Promise<Step<Checkpoint, Outcome>> {
  const schoolIds = input.schoolId === undefined ? [...book.schools.keys()].toSorted() : [input.schoolId];
  const limit = at.phase === "count" ? rowsCounted : peopleInAStep;
  const { met, next } = await walkMembers(ctx, schoolIds, at, { limit, concerns });
  if (at.phase === "count") {
    const total = at.total + met.length;
    const checkpoint = next ? { ...at, ...next, after: next.after, total } : { ...begin, phase: "apply" as const, total };
    return { checkpoint, done: 0, total };
  }
  const failed = await applyToAll(ctx, book, met);
  const now = await readRuleBook(ctx);
  // Saved while this was written: whom the new version's own work has passed already is put right here.
  if (versionsOf(now) !== versionsOf(book)) await applyToAll(ctx, now, met);
  const done = { ...at, done: at.done + met.length, failed: at.failed + failed };
  if (next) return { checkpoint: { ...done, ...next, after: next.after }, done: Math.min(done.done, at.total), total: at.total };
  return finish(ctx, which, done, "applied");
}

const versionsOf = ({ rules }: RuleBook): string => rules.map(({ id, version }) => `${id}:${version}`).join();

/** How many could not be done: one person whose ledger cannot be read does not keep the others from theirs; what is only busy is tried again. */
async function applyToAll(ctx: Writer, book: RuleBook, people: Met[]): Promise<number> {
  let failed = 0;
  await sideBySide(people, width, async ({ staffId }) => {
    try {
      await applyRulesToPerson(ctx, staffId, book);
    } catch (error) {
      if (error instanceof AppError) throw error;
      failed++;
      log("error", "a rule could not be applied to a person", {
        districtId: ctx.district.id,
        row: `U#${staffId}`,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  });
  return failed;
}

/** Says that this version has reached everyone, unless another save has taken its place. */
async function finish(
  ctx: Writer,
  { taskId, ruleId }: Which,
  { failed }: Checkpoint,
  outcome: Outcome["outcome"],
): Promise<{ outcome: Outcome }> {
  if (ruleId === undefined) return { outcome: { outcome, failed } };
  return retryOnConflict(async () => {
    const before = await findRuleState(ctx, ruleId);
    if (!before?.applying || before.applying.taskId !== taskId) return { outcome: { outcome, failed } };
    const { applying, ...after } = before;
    // It may have been stopped over one of the people this very work came to.
    const isStopped = before.stopped?.ruleVersion === applying.ruleVersion;
    const result: Outcome = { outcome: isStopped ? "stopped" : outcome, failed };
    await commit(ctx, {
      action: `rule.${result.outcome}`,
      subject: `rule:${ruleId}`,
      writes: [ruleStates.put(after)],
      before,
      after: result,
      result: null,
    });
    return { outcome: result };
  });
}
