import type { Context } from "../platform/context.ts";
import { AppError, notFound } from "../platform/errors.ts";
import { isPermitted } from "../platform/grant.ts";
import { sayIn } from "../platform/sentences.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import { writtenDate } from "../platform/dates.ts";
import { findSchool, findStaff, listCaseload, listMembers, listSchools } from "../roster/queries.ts";
import type { Staff } from "../roster/records.ts";
import { fullName, isOnLeave, leaveAround, rolesOn, statusOn, subjectOf } from "../roster/rules.ts";
import type { Audience } from "./contract.ts";

const width = 16;
/** So many people are read, previewed by name and written within one request. */
const mostAtOnce = 2_000;

/** The people an audience names, within the actor's reach, and those of them who get nothing now, with the reason. */
export type AudiencePeople = { people: Staff[]; leftOut: { name: string; reason: string }[] };

/**
 * Finds the people of an audience: those named, and everyone who holds one of the roles at one of the schools. A group
 * is narrowed to the actor's reach; a person named who is outside it is not found, because whether they exist is not
 * the actor's to know.
 */
export async function findAudience(ctx: Context, audience: Audience): Promise<AudiencePeople> {
  const found = new Map<string, Staff>();
  for (const staff of await readAll(ctx, audience.staffIds)) {
    if (!staff || !mayAssign(ctx, staff)) throw notFound("person");
    found.set(staff.id, staff);
  }
  if (audience.schoolIds.length + audience.roles.length > 0) {
    for (const staff of await findGroup(ctx, audience)) if (mayAssign(ctx, staff)) found.set(staff.id, staff);
  }
  const byName = [...found.values()].toSorted((a, b) => a.familyName.localeCompare(b.familyName) || a.givenName.localeCompare(b.givenName));
  const reasons = new Map(byName.map((staff) => [staff, whyLeftOut(ctx, staff)]));
  const spanish = ctx.language === "es" ? (await import("./spanish.ts")).assignmentSpanish : {};
  return {
    people: byName.filter((staff) => reasons.get(staff) === undefined),
    leftOut: byName.flatMap((staff) => {
      const reason = reasons.get(staff);
      return reason === undefined ? [] : [{ name: fullName(staff), reason: sayIn(ctx.language, reason, spanish) }];
    }),
  };
}

function mayAssign(ctx: Context, staff: Staff): boolean {
  return isPermitted(ctx, "assignment:write", subjectOf(staff, ctx.today));
}

async function findGroup(ctx: Context, audience: Audience): Promise<Staff[]> {
  const { schoolIds, roles } = audience;
  for (const schoolId of schoolIds) if (!(await findSchool(ctx, schoolId))) throw notFound("school");
  const everySchool = (await listSchools(ctx)).map(({ id }) => id);
  const inReach = everySchool.filter((schoolId) => isPermitted(ctx, "assignment:write", { kind: "school", schoolId }));
  const staffIds = new Set<string>();
  await sideBySide(
    inReach.filter((id) => schoolIds.length === 0 || schoolIds.includes(id)),
    width,
    async (schoolId) => {
      for (const member of await listMembers(ctx, schoolId))
        if (roles.length === 0 || roles.some((role) => member.roles.includes(role))) staffIds.add(member.staffId);
    },
  );
  // A coach reaches people, not schools: theirs may work anywhere.
  const coached = ctx.actor.kind === "person" ? await listCaseload(ctx, ctx.actor.staffId) : [];
  for (const { id } of coached) staffIds.add(id);
  if (staffIds.size > mostAtOnce)
    throw new AppError(
      "invalid-input",
      "This is more than 2,000 people, which is too many to assign by hand at once. Choose fewer schools or roles, or ask an administrator to make a rule: it reaches everyone in the background, and those who come later too. Nothing was assigned.",
    );
  const group = await readAll(ctx, [...staffIds]);
  return group.flatMap((staff) => (staff && isInGroup(ctx, staff, audience) ? [staff] : []));
}

function isInGroup(ctx: Context, staff: Staff, { schoolIds, roles }: Audience): boolean {
  return rolesOn(staff, ctx.today).some(
    (job) => (roles.length === 0 || roles.includes(job.role)) && (schoolIds.length === 0 || schoolIds.includes(job.schoolId)),
  );
}

async function readAll(ctx: Context, staffIds: string[]): Promise<(Staff | undefined)[]> {
  const found = new Map<string, Staff | undefined>();
  await sideBySide([...new Set(staffIds)], width, async (id) => void found.set(id, await findStaff(ctx, id)));
  return [...found.values()];
}

function whyLeftOut(ctx: Context, staff: Staff): string | undefined {
  const status = statusOn(staff, ctx.today);
  if (status === "left") return "No longer works here.";
  if (status === "suspended") return "Suspended.";
  if (!isOnLeave(staff, ctx.today)) return undefined;
  const leave = leaveAround(staff, ctx.today);
  return leave?.to === undefined ? "On leave, without an end date yet." : `On leave until ${writtenDate(leave.to, ctx.language)}.`;
}
