import { readModuleTitles } from "../../curriculum/queries.ts";
import { commit } from "../../platform/commit.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Language } from "../../platform/language.ts";
import { enqueue } from "../../platform/outbox.ts";
import type { RecordWrite, Versioned } from "../../platform/record.ts";
import { rowsOf } from "../../platform/district-table.ts";
import type { Item } from "../../platform/table.ts";
import type { LocalDate } from "../../platform/dates.ts";
import { staffFrom } from "../../roster/queries.ts";
import { fullName } from "../../roster/rules.ts";
import { assigner } from "../assigner.ts";
import type { PathPage } from "../contract.ts";
import type { ExtensionDecision, ExtensionGift } from "../decision-contract.ts";
import { extensions, type Extension } from "../decision-records.ts";
import { assignmentMail } from "../mail-words.ts";
import { decisionsFrom, pathFrom } from "../queries.ts";
import { invalid } from "../requirements.ts";

type Decider = Granted<"extension:decide">;

/**
 * Grants another date or declines, with words. The learner is told on their page and by one mail. Decided once: a second
 * decision of the same request is refused, and another date can be given at any time.
 */
export async function decideExtension(
  ctx: Decider,
  { staffId, extensionId, ...decision }: ExtensionDecision & { staffId: string; extensionId: string },
): Promise<PathPage> {
  const items = await ctx.table.collection(`U#${staffId}`);
  const before = rowsOf(extensions, items).find(({ id }) => id === extensionId);
  if (!before) throw notFound("request");
  if (before.state !== "waiting")
    throw new AppError("conflict", "Someone has answered this request already. Reload to see what they said.");
  const answer =
    decision.decision === "granted"
      ? { state: "granted" as const, dueOn: decision.dueOn, words: decision.words }
      : { state: "declined" as const, words: decision.words };
  return settle(ctx, items, { ...before, ...answer, by: assigner(ctx), decidedOn: ctx.today });
}

/** Gives someone more time for a module without having been asked; a later gift takes the place of an earlier one. */
export async function giveTime(ctx: Decider, { staffId, ...gift }: ExtensionGift & { staffId: string }): Promise<PathPage> {
  const items = await ctx.table.collection(`U#${staffId}`);
  return settle(ctx, items, {
    ...gift,
    staffId,
    id: ctx.newId("ext"),
    state: "granted",
    askedOn: ctx.today,
    by: assigner(ctx),
    decidedOn: ctx.today,
    version: 0,
  });
}

async function settle(ctx: Decider, items: Item[], after: Extension & Versioned): Promise<PathPage> {
  if (after.dueOn !== undefined) await requireMoreTime(ctx, items, after.moduleId, after.dueOn);
  const decisions = decisionsFrom(items);
  const others = decisions.extensions.filter(({ id }) => id !== after.id);
  const titles = await readModuleTitles(ctx, after.moduleId);
  return commit(ctx, {
    action: `extension.${after.state}`,
    subject: `staff:${after.staffId}`,
    writes: [extensions.put(after), ...letter(ctx, items, after, titles)],
    after,
    result: await pathFrom(ctx, items, { decisions: { ...decisions, extensions: [...others, after] } }),
  });
}

/** A date that gives no more time than there is would be no answer. */
async function requireMoreTime(ctx: Decider, items: Item[], moduleId: string, dueOn: LocalDate): Promise<void> {
  const assignment = (await pathFrom(ctx, items)).assignments.find((one) => one.moduleId === moduleId);
  if (!assignment) throw notFound("assignment");
  if (dueOn <= ctx.today) throw invalid("json.dueOn", "Choose a day after today.");
  if (dueOn <= assignment.dueOn) throw invalid("json.dueOn", "Choose a day after the date it has now; this would give no more time.");
}

/** One mail for each decision. Whoever is away by then gets none: the outbox looks again before it sends. */
function letter(
  ctx: Decider,
  items: Item[],
  { id, staffId, state, dueOn, words = "" }: Extension,
  titles: Record<Language, string>,
): RecordWrite<"fact">[] {
  const staff = staffFrom(items);
  if (!staff || staff.email === "") return [];
  return [
    enqueue(ctx, {
      key: `extension:${id}`,
      staffId,
      toEmail: staff.email,
      toName: fullName(staff),
      says: assignmentMail.extensionDecided({
        givenName: staff.givenName,
        by: assigner(ctx).name,
        titles,
        dueOn: state === "granted" ? dueOn : undefined,
        words,
        address: `${ctx.origin}/learn`,
      }),
    }),
  ];
}
