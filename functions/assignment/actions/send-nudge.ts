import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { enqueue, reminderKey } from "../../platform/outbox.ts";
import { collectionOf, type Versioned } from "../../platform/record.ts";
import { GuardFailed } from "../../platform/table.ts";
import { readStaff } from "../../roster/queries.ts";
import type { Staff } from "../../roster/records.ts";
import { fullName, isOnLeave, leaveAround, statusOn } from "../../roster/rules.ts";
import type { AssignmentInForce, Nudge, NudgeResult, PathPage } from "../contract.ts";
import { contacts } from "../contacts.ts";
import { lastMailed, pathPage } from "../queries.ts";

/**
 * Reminds a person of one step, by mail, in the sender's words. A person gets at most one reminder a day, whoever sends
 * it and also when it is the product itself; nobody is mailed who is away, has left or has nothing to do.
 */
export async function sendNudge(ctx: Granted<"nudge:send">, input: Nudge & { staffId: string }): Promise<NudgeResult> {
  const staff = await readStaff(ctx, input.staffId);
  requireReachable(ctx, staff);
  const toName = fullName(staff);
  const about = stepToMention(await pathPage(ctx, staff.id), input.moduleId, toName);
  const { moduleId, title: moduleTitle } = about;
  try {
    return await commit(ctx, {
      action: "nudge.sent",
      subject: `staff:${staff.id}`,
      writes: [
        enqueue(ctx, {
          key: reminderKey(ctx.today),
          staffId: staff.id,
          toEmail: staff.email,
          toName,
          ...letter(ctx, staff, about, input.message),
        }),
        ...(ctx.actor.kind === "person" ? [contacts.overwrite({ staffId: staff.id, byId: ctx.actor.staffId, lastOn: ctx.today })] : []),
      ],
      after: { moduleId },
      result: { outcome: "queued" as const, toName, moduleId, moduleTitle },
    });
  } catch (error) {
    const isMailedToday = error instanceof GuardFailed && error.failed.every(({ key }) => collectionOf(key.PK).startsWith("OUT#"));
    if (!isMailedToday) throw error;
    return { outcome: "alreadyToday", toName, moduleId, moduleTitle, ...(await lastMailed(ctx, staff.id)) };
  }
}

function requireReachable(ctx: Granted<"nudge:send">, staff: Staff & Versioned): void {
  const name = fullName(staff);
  const refuse = (detail: string) => new AppError("not-ready", `${detail} No reminder was sent.`);
  const status = statusOn(staff, ctx.today);
  const leave = leaveAround(staff, ctx.today);
  if (status === "left") throw refuse(`${name} no longer works here.`);
  if (status === "suspended") throw refuse(`${name} is suspended.`);
  if (isOnLeave(staff, ctx.today))
    throw refuse(`${name} is on leave${leave?.to === undefined ? "" : ` until ${leave.to}`}; dates wait until they are back.`);
  if (staff.email === "") throw refuse(`The roster has no e-mail address for ${name}.`);
}

function stepToMention({ assignments, next }: PathPage, moduleId: string | undefined, name: string): AssignmentInForce {
  const chosen = moduleId === undefined ? next : assignments.find((one) => one.moduleId === moduleId);
  if (!chosen)
    throw new AppError(
      "not-ready",
      moduleId === undefined
        ? `${name} has nothing open to be reminded of. No reminder was sent.`
        : `${name} is not assigned this module. No reminder was sent.`,
    );
  const { state, title } = chosen;
  if (state === "completed") throw new AppError("not-ready", `${name} has completed "${title}". No reminder was sent.`);
  if (state === "practiceSubmitted")
    throw new AppError("not-ready", `${name} has handed in the practice for "${title}"; it is waiting for a review. No reminder was sent.`);
  return chosen;
}

function letter(ctx: Granted<"nudge:send">, staff: Staff, about: AssignmentInForce, message: string): { subject: string; body: string } {
  const from = ctx.actor.kind === "person" ? ctx.actor.name : ctx.district.name;
  return {
    subject: `${from} about "${about.title}"`,
    body: [
      `Hello ${staff.givenName},`,
      message,
      `Your step: "${about.title}", about ${about.minutesLeft} minutes left, due ${writtenDate(about.dueOn)}.`,
      `Open it: ${ctx.origin}/learn/${about.moduleId}`,
      from,
    ].join("\n\n"),
  };
}

/** A local date as a person writes it: Monday, November 9, 2026. */
function writtenDate(date: string): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}
