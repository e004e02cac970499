import { type Context, signedInStaffId } from "../platform/context.ts";
import { rowsOf } from "../platform/district-table.ts";
import { notFound } from "../platform/errors.ts";
import type { Subject } from "../platform/grant.ts";
import { sha256 } from "../platform/ids.ts";
import type { Versioned } from "../platform/record.ts";
import type { Item } from "../platform/table.ts";
import type { PersonView, SchoolView, SessionView } from "./contract.ts";
import type { TitlesLeftOut } from "./mapping-contract.ts";
import { titlesLeftOut } from "./mapping-records.ts";
import { identities, members, type School, schools, type Staff, staffPartition, staffRecords } from "./records.ts";
import { fullName, isOnLeave, rolesOn, statusOn, subjectOf } from "./rules.ts";

/** A person by id, if there is one. */
export async function findStaff(ctx: Context, staffId: string): Promise<(Staff & Versioned) | undefined> {
  return ctx.table.get(staffRecords, { of: staffPartition(staffId), at: "PROFILE" });
}

/** A person by id; `not-found` when there is none. */
export async function readStaff(ctx: Context, staffId: string): Promise<Staff & Versioned> {
  const staff = await findStaff(ctx, staffId);
  if (!staff) throw notFound("person");
  return staff;
}

/** The person among the rows of their partition; undefined for a partition without one. */
export function staffFrom(items: Item[], onBad?: (item: Item, error: unknown) => void): (Staff & Versioned) | undefined {
  return rowsOf(staffRecords, items, onBad)[0];
}

/** The subject of a route that names a person in its path. */
export async function staffSubject(ctx: Context, { params }: { params: { staffId: string } }): Promise<Subject> {
  return subjectOf(await readStaff(ctx, params.staffId), ctx.today);
}

/** Every active school, by name. */
export async function listSchools(ctx: Context): Promise<(School & Versioned)[]> {
  const all = await ctx.table.list(schools, "", { prefix: "S#" });
  return all.filter(({ isActive }) => isActive).toSorted((a, b) => a.name.localeCompare(b.name));
}

/** A school by id, closed ones too. */
export async function findSchool(ctx: Context, schoolId: string): Promise<(School & Versioned) | undefined> {
  return ctx.table.get(schools, { of: "", at: `S#${schoolId}` });
}

/** Every school there ever was, closed ones too: for jobs that must leave none out. */
export async function listEverySchool(ctx: Context): Promise<(School & Versioned)[]> {
  return ctx.table.list(schools, "", { prefix: "S#" });
}

/** Whom OneRoster files are read without, by title: nobody until the district says so. */
export async function findTitlesLeftOut(ctx: Context): Promise<TitlesLeftOut> {
  const found = await ctx.table.get(titlesLeftOut, { of: "IMPMAP", at: "LEFTOUT" });
  return { titles: found?.titles ?? [] };
}

/** The people at a school: name and roles, one query. */
export async function listMembers(ctx: Context, schoolId: string): Promise<{ staffId: string; name: string; roles: string[] }[]> {
  return ctx.table.list(members, `S#${schoolId}`, { prefix: "MEMBER#" });
}

/** Who leads a school, now or from a later day. The index may be a moment behind; what they may do follows from their own row. */
export async function listSchoolLeaders(ctx: Context, schoolId: string): Promise<Member[]> {
  return ctx.table.list(members, `LEADS#${schoolId}`, { index: "index1" });
}

/** Someone on a school's list. */
export type Member = { staffId: string; name: string; roles: string[] };

/** The next people on a school's list, in the order of their ids, `limit` at most. */
export async function listMembersAfter(ctx: Context, schoolId: string, after: string | undefined, limit: number): Promise<Member[]> {
  // Ids hold nothing that sorts before a hash sign, so this is the first key after theirs.
  const from = after === undefined ? "MEMBER#" : `MEMBER#${after}#`;
  const { rows } = await ctx.table.page(members, `S#${schoolId}`, { from, to: "MEMBER#~", limit });
  return rows;
}

/** Everyone a person coaches. The index may be a moment behind; permission is always checked against the person's own row. */
export async function listCaseload(ctx: Context, coachId: string): Promise<(Staff & Versioned)[]> {
  return ctx.table.list(staffRecords, `COACHED#${coachId}`, { index: "index2" });
}

/** Who an identity of a provider is bound to, if anyone. */
export async function readIdentity(
  ctx: Context,
  issuer: string,
  subject: string,
): Promise<{ districtId: string; staffId: string } | undefined> {
  return ctx.table.get(identities, { of: `IDENT#${sha256(issuer)}#${subject}`, at: "ID" });
}

/** A school as pages show it. */
export function schoolView({ id, name, level }: School): SchoolView {
  return { id, name, level };
}

/** A person as those who support them see them. */
export function personView(ctx: Context, staff: Staff, allSchools: School[], coach?: Staff): PersonView {
  const nameOf = new Map(allSchools.map(({ id, name }) => [id, name]));
  return {
    id: staff.id,
    name: fullName(staff),
    status: statusOn(staff, ctx.today),
    isOnLeave: isOnLeave(staff, ctx.today),
    roles: rolesOn(staff, ctx.today).map(({ role, schoolId, isPrimary }) => ({
      role,
      schoolId,
      schoolName: nameOf.get(schoolId) ?? "A closed school",
      isPrimary,
    })),
    ...(coach && { coach: { id: coach.id, name: fullName(coach) } }),
  };
}

/** Who is signed in and what their navigation offers. */
export async function sessionView(ctx: Context): Promise<SessionView> {
  const staffId = signedInStaffId(ctx);
  const grants = ctx.actor.kind === "person" ? ctx.actor.grants : [];
  const led = new Set(grants.flatMap((held) => (held.role === "schoolLeader" ? held.schoolIds : [])));
  const ledSchools = led.size === 0 ? [] : (await listSchools(ctx)).filter(({ id }) => led.has(id));
  const { id, name, zone } = ctx.district;
  return {
    staffId,
    name: ctx.actor.name,
    district: { id, name, zone },
    today: ctx.today,
    access: grants.map(({ role }) => role),
    schools: ledSchools.map(schoolView),
  };
}
