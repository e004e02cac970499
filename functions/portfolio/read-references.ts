import { signedInStaffId, type Context } from "../platform/context.ts";
import { type OnBad, rowsOf } from "../platform/district-table.ts";
import { notFound } from "../platform/errors.ts";
import type { Granted } from "../platform/grant.ts";
import type { Versioned } from "../platform/record.ts";
import type { Item } from "../platform/table.ts";
import type { JobRole } from "../roster/contract.ts";
import { listCaseload, listMembers, readStaff, findStaff } from "../roster/queries.ts";
import { ownIds } from "../roster/read-merges.ts";
import { fullName, jobRolesOn, schoolsOn } from "../roster/rules.ts";
import { referenceForm } from "./reference-form.ts";
import type { Colleague, Colleagues, MyReferences, ReferenceRequests, ReferenceToGive, ReferenceView } from "./reference-contract.ts";
import { given } from "./reference-rules.ts";
import { type Reference, references } from "./records.ts";

/** More colleagues than this are not listed: one more letter of the name finds the one who is meant. */
const mostListed = 12;

const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/**
 * The colleagues of the signed-in person whose name holds a text: those on the lists of their schools today, and their own
 * coach; without themselves and the people they coach. A name and jobs, nothing else: anyone may ask this.
 */
export async function findColleagues(ctx: Granted<"reference:ask">, name: string): Promise<Colleagues> {
  const me = await readStaff(ctx, signedInStaffId(ctx));
  const schoolIds = schoolsOn(me, ctx.today);
  const [coach, coached, ...lists] = await Promise.all([
    me.coachId === undefined ? undefined : findStaff(ctx, me.coachId),
    listCaseload(ctx, me.id),
    ...schoolIds.map((schoolId) => listMembers(ctx, schoolId)),
  ]);
  const found = new Map<string, Colleague>();
  const add = (staffId: string, named: string, roles: readonly string[]): void => {
    const before = found.get(staffId)?.roles ?? [];
    found.set(staffId, { staffId, name: named, roles: [...new Set([...before, ...(roles as JobRole[])])] });
  };
  for (const { staffId, name: named, roles } of lists.flat()) if (roles.length > 0) add(staffId, named, roles);
  if (coach) add(coach.id, fullName(coach), jobRolesOn(coach, ctx.today));
  const notAsked = new Set([me.id, ...coached.map(({ id }) => id)]);
  const wanted = plain(name);
  const all = [...found.values()]
    .filter((one) => !notAsked.has(one.staffId) && plain(one.name).includes(wanted))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return { colleagues: all.slice(0, mostListed), isPartial: all.length > mostListed };
}

/** What a person asked for, as it is stored. */
export function listReferences(ctx: Context, staffId: string): Promise<(Reference & Versioned)[]> {
  return ctx.table.list(references, `U#${staffId}`, { prefix: "REF#" });
}

/** The recommendations that others gave for a person, the latest first; none that they gave themselves under another account. */
export async function listGivenReferences(ctx: Context, staffId: string): Promise<Reference[]> {
  const [all, own] = await Promise.all([listReferences(ctx, staffId), ownIds(ctx, staffId)]);
  return given(all).filter(({ refereeId }) => !own.includes(refereeId));
}

/** Who has recommended a person, from the rows of their partition. */
export const refereesFrom = (items: Item[], onBad?: OnBad): string[] =>
  given(rowsOf(references, items, onBad)).map(({ refereeId }) => refereeId);

/** What the signed-in person asked for, the latest first, with what colleagues said. */
export async function myReferences(ctx: Granted<"reference:ask">): Promise<MyReferences> {
  const all = await listReferences(ctx, signedInStaffId(ctx));
  return { references: all.toSorted((a, b) => b.askedAt.localeCompare(a.askedAt)).map(referenceView) };
}

/** A recommendation as the person it is about reads it; how each item was scored stays with who scored it. */
export function referenceView({ id, refereeName, state, askedAt, note, percent, comment, answeredOn, purged }: Reference): ReferenceView {
  return {
    id,
    refereeName,
    state,
    askedAt,
    note,
    ...(percent !== undefined && { percent }),
    ...(comment !== undefined && { comment }),
    ...(answeredOn !== undefined && { answeredOn }),
    ...(purged && { isPurged: true }),
  };
}

/** What the signed-in person was asked for and has not answered, the longest waiting first. */
export async function requestsForMe(ctx: Granted<"reference:give">): Promise<ReferenceRequests> {
  return { requests: (await askedOf(ctx, signedInStaffId(ctx))).map(requestView) };
}

/** What a person was asked for, under this account or one that was merged into it; never by themselves. */
async function askedOf(ctx: Context, staffId: string): Promise<Reference[]> {
  const own = await ownIds(ctx, staffId);
  const lists = await Promise.all(own.map((id) => ctx.table.list(references, `REFEREE#${id}`, { index: "index2" })));
  return lists
    .flat()
    .filter((one) => !own.includes(one.staffId))
    .toSorted((a, b) => a.askedAt.localeCompare(b.askedAt));
}

const requestView = ({ id, staffName, askedAt, note }: Reference) => ({ id, askedBy: staffName, askedAt, note });

/**
 * One thing the signed-in person was asked for, as it stands now; `not-found` for what anyone else was asked for, and for
 * what was taken back or answered.
 */
export async function readRequest(ctx: Granted<"reference:give">, referenceId: string): Promise<Reference & Versioned> {
  const place = (await askedOf(ctx, signedInStaffId(ctx))).find(({ id }) => id === referenceId);
  // The index may be a moment behind; the row is not.
  const row = place && (await ctx.table.get(references, { of: `U#${place.staffId}`, at: `REF#${referenceId}` }));
  if (row?.state !== "asked" || row.refereeId !== place?.refereeId) throw notFound("recommendation to give");
  return row;
}

/** The same for its page, with the form in the reader's language. */
export async function referenceToGive(ctx: Granted<"reference:give">, referenceId: string): Promise<ReferenceToGive> {
  return { ...requestView(await readRequest(ctx, referenceId)), form: referenceForm(ctx.language) };
}
