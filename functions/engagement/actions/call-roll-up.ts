import { setTimeout as delay } from "node:timers/promises";
import { retryOnConflict } from "../../platform/commit.ts";
import type { Context, Services } from "../../platform/context.ts";
import { derive } from "../../platform/derive.ts";
import type { Reaction } from "../../platform/reaction.ts";
import { taskPlace } from "../../platform/table-definition.ts";
import { type RollUpCall, rollUpCalls, schoolRollUps } from "../records.ts";
import { readReplaceable, replace } from "../replaceable.ts";
import { activeStaffIn, tallyIn } from "../tally.ts";
import { rollUpSchool } from "./roll-up-school.ts";

/** Up to so many people a school's figures are worked out with every batch of changes. */
const smallUpTo = 500;
/** Beyond that they are worked out at most so often: ten seconds for a thousand people, fifty for five thousand. */
const pausePerPersonMs = 10;
const longestPauseMs = 60_000;

const callAddress = (schoolId: string) => ({ of: `ROLLUP#${schoolId}`, at: taskPlace });

/**
 * Brings a school's figures up to date after a change: at once in a school of ordinary size; in a large one by a call that
 * the work's reader answers, so that a busy day in a school of thousands costs a reading of it a minute, not one a change.
 */
export async function rollUpOrCall(ctx: Context, schoolId: string): Promise<void> {
  if ((await peopleAt(ctx, schoolId)) <= smallUpTo) return rollUpSchool(ctx, schoolId);
  await retryOnConflict(async () => {
    const old = await readReplaceable(ctx, rollUpCalls, callAddress(schoolId));
    await derive(ctx, [replace(rollUpCalls, old, { ...old.value, schoolId, isOpen: true })]);
  });
}

async function peopleAt(ctx: Context, schoolId: string): Promise<number> {
  const { value } = await readReplaceable(ctx, schoolRollUps, { of: "ROLL", at: `S#${schoolId}` });
  return value ? activeStaffIn(tallyIn(value, undefined)) : 0;
}

/**
 * Answers a large school's call once its pause is over. Calls that came meanwhile are answered with it; one that comes
 * while the figures are being worked out has changed the row, so that it stays open and is answered next.
 */
export function rollUpCallReaction({ clock }: Services, wait: (ms: number) => Promise<unknown> = delay): Reaction {
  return {
    name: "large-school-roll-up",
    job: "engagement",
    concerns: ({ of, at }) => (at === taskPlace ? /^ROLLUP#([^#]+)$/.exec(of)?.[1] : undefined),
    async run(ctx, schoolId) {
      const first = await readCall(ctx, schoolId);
      if (!first?.isOpen) return;
      const pauseMs = Math.min(longestPauseMs, (await peopleAt(ctx, schoolId)) * pausePerPersonMs);
      const sinceMs = first.answeredAt === undefined ? pauseMs : clock.now().getTime() - Date.parse(first.answeredAt);
      if (sinceMs < pauseMs) await wait(pauseMs - sinceMs);
      const call = await readCall(ctx, schoolId);
      if (!call?.isOpen) return;
      await rollUpSchool(ctx, schoolId);
      const answeredAt = clock.now().toISOString();
      await retryOnConflict(async () => {
        const now = await readCall(ctx, schoolId);
        if (now) await derive(ctx, [rollUpCalls.put({ ...now, isOpen: now.isOpen && now.version !== call.version, answeredAt })]);
      });
    },
  };
}

async function readCall(ctx: Context, schoolId: string): Promise<(RollUpCall & { version: number }) | undefined> {
  return ctx.table.get(rollUpCalls, callAddress(schoolId));
}
