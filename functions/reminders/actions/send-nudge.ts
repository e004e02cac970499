import { contacts } from "../../assignment/contacts.ts";
import type { AssignmentInForce } from "../../assignment/contract.ts";
import { nextStep } from "../../assignment/rules.ts";
import { readModuleTitles } from "../../curriculum/queries.ts";
import { commit } from "../../platform/commit.ts";
import { localDate, writtenDate } from "../../platform/dates.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Letters } from "../../platform/letters.ts";
import { addressHash, mailStopAddress, mailStops } from "../../platform/mail-events.ts";
import { enqueue, reminderKey } from "../../platform/outbox.ts";
import { collectionOf } from "../../platform/record.ts";
import { GuardFailed } from "../../platform/table.ts";
import type { Staff } from "../../roster/records.ts";
import { fullName, isOnLeave, leaveAround, statusOn } from "../../roster/rules.ts";
import type { Nudge, NudgeResult } from "../contract.ts";
import type { PersonNow } from "../kinds/kind.ts";
import { remindersMail } from "../mail-words.ts";
import { findPolicy, readPersonNow } from "../queries.ts";
import { readLastMailed } from "../read-last-mailed.ts";
import { nextSending, usualWindow } from "../sending-time.ts";

/**
 * Reminds a person of one step, by mail, in the sender's words. It leaves inside the district's sending window on a working
 * day of the person's, and waits in the outbox until then. A person gets at most one reminder a day, whoever sends it and
 * also when it is the product itself; nobody is mailed who is away, has left or has nothing to do.
 */
export async function sendNudge(ctx: Granted<"nudge:send">, input: Nudge & { staffId: string }): Promise<NudgeResult> {
  const person = await readPersonNow(ctx, input.staffId);
  if (!person) throw notFound("person");
  const { staff } = person;
  await requireReachable(ctx, staff);
  const toName = fullName(staff);
  const about = stepToMention(person, input.moduleId, toName);
  const goesAt = await sendingTime(ctx, person);
  const { moduleId, title: moduleTitle } = about;
  const later = goesAt > ctx.now ? { goesAt: goesAt.toISOString() } : {};
  try {
    return await commit(ctx, {
      action: "nudge.sent",
      subject: `staff:${staff.id}`,
      writes: [
        enqueue(ctx, {
          key: reminderKey(localDate(goesAt, ctx.district.zone)),
          staffId: staff.id,
          toEmail: staff.email,
          toName,
          says: await letter(ctx, staff, about, input.message),
          nudge: { moduleId, goesAt: goesAt.toISOString() },
          ...(later.goesAt !== undefined && { notBefore: later.goesAt }),
        }),
        ...(ctx.actor.kind === "person" ? [contacts.overwrite({ staffId: staff.id, byId: ctx.actor.staffId, lastOn: ctx.today })] : []),
      ],
      after: { moduleId, ...later },
      result: { outcome: "queued" as const, toName, moduleId, moduleTitle, ...later },
    });
  } catch (error) {
    const isMailedThatDay = error instanceof GuardFailed && error.failed.every(({ key }) => collectionOf(key.PK).startsWith("OUT#"));
    if (!isMailedThatDay) throw error;
    const { lastMailedOn } = await readLastMailed(ctx, staff.id);
    return { outcome: "alreadyToday", toName, moduleId, moduleTitle, ...later, ...(lastMailedOn !== undefined && { lastMailedOn }) };
  }
}

const refuse = (detail: string) => new AppError("not-ready", `${detail} No reminder was sent.`);

async function requireReachable(ctx: Granted<"nudge:send">, staff: Staff): Promise<void> {
  const { language } = ctx;
  const name = fullName(staff);
  const status = statusOn(staff, ctx.today);
  const leave = leaveAround(staff, ctx.today);
  if (status === "left") throw refuse(`${name} no longer works here.`);
  if (status === "suspended") throw refuse(`${name} is suspended.`);
  if (isOnLeave(staff, ctx.today))
    throw refuse(
      `${name} is on leave${leave?.to === undefined ? "" : ` until ${writtenDate(leave.to, language)}`}; dates wait until they are back.`,
    );
  if (staff.email === "") throw refuse(`The roster has no e-mail address for ${name}.`);
  const stop = await ctx.table.get(mailStops, mailStopAddress(addressHash(staff.email)));
  if (stop) throw refuse(`Mail to ${name} is stopped, because some of it came back or was called unwanted. An administrator can see why.`);
}

async function sendingTime(ctx: Granted<"nudge:send">, person: PersonNow): Promise<Date> {
  const window = (await findPolicy(ctx))?.window ?? usualWindow;
  const at = nextSending(ctx.now, ctx.district.zone, window, person);
  if (!at) throw refuse(`${fullName(person.staff)} has no working day to come on which it could arrive.`);
  return at;
}

function stepToMention({ assignments }: PersonNow, moduleId: string | undefined, name: string): AssignmentInForce {
  const chosen = moduleId === undefined ? nextStep(assignments) : assignments.find((one) => one.moduleId === moduleId);
  if (!chosen)
    throw refuse(moduleId === undefined ? `${name} has nothing open to be reminded of.` : `${name} is not assigned this module.`);
  const { state, title } = chosen;
  if (state === "completed") throw refuse(`${name} has completed "${title}".`);
  if (state === "practiceSubmitted") throw refuse(`${name} has handed in the practice for "${title}"; it is waiting for a review.`);
  return chosen;
}

async function letter(ctx: Granted<"nudge:send">, staff: Staff, about: AssignmentInForce, message: string): Promise<Letters> {
  return remindersMail.nudge({
    givenName: staff.givenName,
    from: ctx.actor.kind === "person" ? ctx.actor.name : ctx.district.name,
    titles: await readModuleTitles(ctx, about.moduleId),
    minutesLeft: about.minutesLeft,
    dueOn: about.dueOn,
    message,
    address: `${ctx.origin}/learn/${about.moduleId}`,
  });
}
