import { askForTime } from "../../../functions/assignment/actions/ask-for-time.ts";
import { assign } from "../../../functions/assignment/actions/assign.ts";
import { sendNudge } from "../../../functions/reminders/actions/send-nudge.ts";
import { pathPage } from "../../../functions/assignment/queries.ts";
import { addDays, type LocalDate } from "../../../functions/platform/dates.ts";
import { type Granted, grant } from "../../../functions/platform/grant.ts";
import { idFrom } from "../../../functions/platform/ids.ts";
import { savePolicy } from "../../../functions/reminders/actions/save-policy.ts";
import type { ReminderChoices, ReminderKindId } from "../../../functions/reminders/contract.ts";
import { reminderKinds } from "../../../functions/reminders/kinds/all.ts";
import { endEmployment } from "../../../functions/roster/actions/end-employment.ts";
import { recordLeave } from "../../../functions/roster/actions/record-leave.ts";
import type { Staff } from "../../../functions/roster/records.ts";
import { fullName, subjectOf } from "../../../functions/roster/rules.ts";
import { named, personAt, type World } from "./enter.ts";
import { enterHours } from "./hours.ts";
import { type DemoRoster, personas } from "./people.ts";
import { enterPortfolios } from "./portfolio.ts";

export const leaveFrom = "2026-01-20";
export const leftOn = "2026-02-27";

/** A stretch of the history: from a Monday up to, not including, the next. */
export type Week = { beginsOn: LocalDate; endsOn: LocalDate };

/** One person on leave since January and one who left in February: found by place, so that they are always the same. */
export function specialPeople(world: World, roster: DemoRoster): { onLeave: string | undefined; left: string | undefined } {
  const teachers = roster.staff.filter(
    ({ roles, hiredOn }) => roles.length === 1 && roles[0]?.role === "teacher" && hiredOn < "2020-01-01",
  );
  const id = (i: number): string | undefined => {
    const one = teachers[i];
    return one && world.staff.get(idFrom("stf", world.district.id, one.sourcedId))?.id;
  };
  return { onLeave: id(5), left: id(9) };
}

/** What the district reminds people of by itself since the spring; the rest waits for an administrator to look at it first. */
const remindersOn: readonly ReminderKindId[] = ["dueSoon", "returned", "renewal", "reviewWaiting", "decisionWaiting"];
const remindersSince = "2026-04-16";

async function turnRemindersOn(world: World, at: string): Promise<void> {
  const administrator = personAt(world, named(world, personas.administrator).id, at);
  const kinds = reminderKinds.map(({ id, numbers }) => [
    id,
    { isOn: remindersOn.includes(id), numbers: Object.fromEntries(Object.entries(numbers).map(([name, { usual }]) => [name, usual])) },
  ]);
  await savePolicy(grant(administrator, "reminder:write", { kind: "district" }), {
    version: 0,
    isPaused: false,
    window: { from: "07:00", to: "17:00" },
    kinds: Object.fromEntries(kinds) as ReminderChoices["kinds"],
  });
}

/** Requests for more time, so long ago that the district's leader has the first, the school's the first two and the coach the last. */
const requests = [
  { on: "2026-04-13", of: "school", reason: "State testing takes both of my planning periods until the middle of May." },
  { on: "2026-04-16", of: "school", reason: "I moved to a new grade this month and am still learning the curriculum." },
  { on: "2026-04-20", of: "caseload", reason: "I want to try it with my second group, which starts after the spring assessment." },
] as const;

async function askForMoreTime(world: World, { on, of, reason }: (typeof requests)[number]): Promise<void> {
  const coachId = named(world, personas.coach).id;
  const schoolId = named(world, personas.schoolLeader).roles[0]?.schoolId;
  const isMeant = (one: Staff): boolean => (of === "caseload" ? one.coachId === coachId : one.roles[0]?.schoolId === schoolId);
  const isNamed = new Set<string>(Object.values(personas));
  for (const person of world.staff.values()) {
    if (!isMeant(person) || isNamed.has(fullName(person))) continue;
    const ctx = grant(personAt(world, person.id, `${on}T16:00:00.000Z`), "learning:write", { kind: "self" });
    const { assignments } = await pathPage(ctx, person.id);
    const open = assignments.findLast(({ state, request }) => state !== "completed" && request === undefined);
    if (!open || assignments.some(({ request }) => request)) continue;
    const from = open.dueOn > ctx.today ? open.dueOn : ctx.today;
    await askForTime(ctx, { moduleId: open.moduleId, wishedOn: addDays(from, 21), reason });
    return;
  }
}

/** What happens once: a leave, someone leaving, a coach's and a leader's own assignments, requests for more time, what a coach hands in and colleagues are asked for, reminders. */
export async function enterSpecials(
  world: World,
  roster: DemoRoster,
  job: (name: "roster-import") => Granted<"roster:write">,
  week: Week,
): Promise<void> {
  const special = specialPeople(world, roster);
  const isIn = (day: LocalDate): boolean => week.beginsOn <= day && day < week.endsOn;
  const noonOf = (day: LocalDate): string => `${day}T16:00:00.000Z`;
  if (isIn(leaveFrom) && special.onLeave !== undefined) {
    world.clock.set(noonOf(leaveFrom));
    await recordLeave(job("roster-import"), { staffId: special.onLeave, from: leaveFrom, to: "2026-05-29" });
  }
  if (isIn(leftOn) && special.left !== undefined) {
    world.clock.set(noonOf(leftOn));
    await endEmployment(job("roster-import"), { staffId: special.left, on: leftOn });
  }
  if (isIn("2026-02-10")) {
    const coach = personAt(world, named(world, personas.coach).id, noonOf("2026-02-10"));
    const caseload = [...world.staff.values()].filter(({ coachId }) => coachId === named(world, personas.coach).id).slice(0, 3);
    await assign(grant(coach, "assignment:write", { kind: "self" }), {
      audience: { staffIds: caseload.map(({ id }) => id), schoolIds: [], roles: [] },
      target: { kind: "module", id: "m12" },
      due: { kind: "fixed", on: "2026-05-08" },
      note: "We agreed on this after our look at the group logs.",
    });
  }
  for (const request of requests) if (isIn(request.on)) await askForMoreTime(world, request);
  await enterPortfolios(world, isIn);
  await enterHours(world, isIn);
  if (isIn(remindersSince)) await turnRemindersOn(world, noonOf(remindersSince));
  if (isIn("2026-04-14")) {
    const coach = personAt(world, named(world, personas.coach).id, noonOf("2026-04-14"));
    for (const person of [...world.staff.values()].filter(({ coachId }) => coachId === named(world, personas.coach).id).slice(3, 6)) {
      const ctx = grant(coach, "nudge:send", subjectOf(person, coach.today));
      // Someone with nothing open is told so by the action, and gets no mail.
      await sendNudge(ctx, { staffId: person.id, message: "Is there a time this week when I can help with the next step?" }).catch(
        () => undefined,
      );
    }
  }
}
