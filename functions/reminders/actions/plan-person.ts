import { retryOnConflict } from "../../platform/commit.ts";
import type { Context } from "../../platform/context.ts";
import type { LocalDate } from "../../platform/dates.ts";
import { derive } from "../../platform/derive.ts";
import { decide, nextLookOn } from "../decide.ts";
import { findPolicy, readPersonNow, readReminderRows } from "../queries.ts";
import { reminderPlans, type ReminderPolicy, type Turn } from "../records.ts";
import { isOn } from "../pending.ts";
import { toldBefore } from "../told.ts";

/**
 * Puts down the next day on which a person is to be looked at: a function of their facts, the policy and what they were
 * told, fenced by the version of the row that was read before them. `unsentId` names a digest that will not leave. While
 * nothing is on it costs one read.
 */
export async function planPerson(ctx: Context, staffId: string, known?: ReminderPolicy, unsentId?: string): Promise<void> {
  const policy = known ?? (await findPolicy(ctx));
  if (!policy) return;
  await retryOnConflict(async () => {
    const rows = await readReminderRows(ctx, staffId);
    const person = isOn(policy) ? await readPersonNow(ctx, staffId) : undefined;
    const told = await toldBefore(ctx, rows.state, unsentId);
    const decision = person && decide(person, policy, { told, stopped: rows.state?.stopped ?? [], signals: rows.signals });
    const nextOn = person && decision && nextLookOn(person, decision, told, rows.state?.last?.day === ctx.today);
    await writePlan(ctx, { staffId, turn: decision?.turn ?? rows.plan?.turn ?? "first", nextOn }, rows.plan);
  });
}

type Plan = { staffId: string; turn: Turn; nextOn?: LocalDate | undefined };

/** Writes a plan that differs from the one that was read; nobody to be looked at needs no row. */
export async function writePlan(ctx: Context, next: Plan, before: (Plan & { version: number }) | undefined): Promise<void> {
  if (before ? before.nextOn === next.nextOn && before.turn === next.turn : next.nextOn === undefined) return;
  await derive(ctx, [reminderPlans.put({ ...next, version: before?.version ?? 0 })]);
}
