import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { Context } from "../../platform/context.ts";
import type { Granted } from "../../platform/grant.ts";
import type { PreferencesView, ReminderPreferences } from "../contract.ts";
import { reminderKinds } from "../kinds/all.ts";
import { findPolicy, readReminderRows } from "../queries.ts";
import { type ReminderPolicy, type ReminderState, reminderStates, stopLinks } from "../records.ts";
import { linkOf, newState } from "./remind-person.ts";

/** What a person stopped, and what there is to choose: the kinds that are on in the district and those they stopped. */
export async function readPreferences(ctx: Context, staffId: string): Promise<PreferencesView> {
  const [policy, { state }] = await Promise.all([findPolicy(ctx), readReminderRows(ctx, staffId)]);
  return preferencesFrom(policy, state);
}

function preferencesFrom(policy: ReminderPolicy | undefined, state: ReminderState | undefined): PreferencesView {
  const stopped = state?.stopped ?? [];
  const kinds = reminderKinds.map(({ id }) => id).filter((id) => policy?.kinds[id]?.isOn || stopped.includes(id));
  return { kinds, stopped, ...(state?.language && { language: state.language }) };
}

/**
 * Saves which kinds a person wants no more, and in which language they want all mail. The last choice counts. What is
 * turned on again may have something to say: their next day is planned anew by the stream.
 */
export async function chooseReminders(
  ctx: Granted<"mail:choose">,
  staffId: string,
  { stopped, language }: ReminderPreferences,
): Promise<PreferencesView> {
  return retryOnConflict(async () => {
    const [policy, { state }] = await Promise.all([findPolicy(ctx), readReminderRows(ctx, staffId)]);
    const before = state ?? newState(staffId);
    const after = { ...before, ...(stopped && { stopped: [...new Set(stopped)] }), ...(language && { language }) };
    return commit(ctx, {
      action: "reminders.chosen",
      subject: `staff:${staffId}`,
      writes: [reminderStates.put(after), ...(before.version === 0 ? [stopLinks.put(linkOf(ctx, before))] : [])],
      before: { stopped: before.stopped },
      after: { stopped: after.stopped, ...(language && { language }) },
      result: preferencesFrom(policy, after),
    });
  });
}
