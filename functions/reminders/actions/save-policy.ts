import type * as z from "zod";
import { commit } from "../../platform/commit.ts";
import { AppError, type FieldError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { GuardFailed } from "../../platform/table.ts";
import { newTask } from "../../platform/task.ts";
import type { ReminderChange, ReminderChoices, RemindersPage } from "../contract.ts";
import { reminderKinds } from "../kinds/all.ts";
import { findPolicy } from "../queries.ts";
import { remindersPage } from "../read-reminders.ts";
import { type ReminderPolicy, reminderPolicies } from "../records.ts";
import { planEveryone } from "./plan-everyone.ts";

/**
 * Saves what the district decides about reminders, and asks for everyone to be looked at anew. A kind that is turned on
 * begins today: what happened before is told only as it stands.
 */
export async function savePolicy(ctx: Granted<"reminder:write">, change: z.infer<typeof ReminderChange>): Promise<RemindersPage> {
  const before = await findPolicy(ctx);
  if ((before?.version ?? 0) !== change.version) throw changedMeanwhile();
  const { write, view } = newTask(ctx, planEveryone, { input: {} });
  const policy = { ...policyFrom(change, before, ctx.today), ...signed(ctx), planningTaskId: view.id };
  try {
    return await commit(ctx, {
      action: "reminders.policySaved",
      subject: `district:${ctx.district.id}`,
      writes: [reminderPolicies.put({ ...policy, version: change.version }), write],
      before,
      after: policy,
      result: await remindersPage(ctx, { ...policy, version: change.version + 1 }),
    });
  } catch (error) {
    if (error instanceof GuardFailed) throw changedMeanwhile();
    throw error;
  }
}

const signed = ({ actor, now }: Granted<"reminder:write">) => ({ changedBy: actor.name, changedAt: now.toISOString() });

const changedMeanwhile = (): AppError =>
  new AppError("conflict", "Someone has changed the reminders since you opened this page. Reload to see them as they are now.");

type Policy = Pick<ReminderPolicy, "isPaused" | "window" | "kinds">;

/** The policy that a choice amounts to; `invalid-input` names every number that does not fit. */
export function policyFrom({ isPaused, window, kinds }: ReminderChoices, before: Policy | undefined, today: string): Policy {
  const fields: FieldError[] = [];
  const settled = reminderKinds.map((kind) => {
    const chosen = kinds[kind.id];
    const names = Object.entries(kind.numbers);
    for (const [name, { least, most }] of names) {
      const value = chosen.numbers[name];
      if (value === undefined || value < least || value > most)
        fields.push({ path: `kinds.${kind.id}.numbers.${name}`, message: `Give a whole number from ${least} to ${most}.` });
    }
    const numbers = Object.fromEntries(names.map(([name, { usual }]) => [name, chosen.numbers[name] ?? usual]));
    const held = before?.kinds[kind.id];
    const since = chosen.isOn ? (held?.isOn && held.since) || today : undefined;
    return [kind.id, { isOn: chosen.isOn, numbers, ...(since !== undefined && { since }) }] as const;
  });
  if (fields.length > 0) throw new AppError("invalid-input", "Some numbers do not fit. Nothing was saved.", { fields });
  return { isPaused, window, kinds: Object.fromEntries(settled) };
}
