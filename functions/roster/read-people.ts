import { decodeCursor, encodeCursor } from "../platform/cursor.ts";
import type { Context } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import type { PeoplePage, PeopleQuery } from "./contract.ts";
import { nameList } from "./name-lists.ts";
import { findStaff, listEverySchool, personView } from "./queries.ts";
import { members, type Staff, staffRecords } from "./records.ts";

const pageSize = 50;
const width = 16;

/**
 * A page of people: by the beginning of a family name, or everyone at a school; by name either way. What it reads does
 * not grow with the number of staff.
 */
export async function readPeople(ctx: Context, { name, schoolId, cursor }: PeopleQuery): Promise<PeoplePage> {
  if (schoolId !== undefined && name === undefined) return peopleAt(ctx, schoolId, cursor);
  if (name !== undefined && name !== "" && schoolId === undefined) return peopleNamed(ctx, name, cursor);
  throw new AppError("invalid-input", "Give the beginning of a family name, or a school.", {
    fields: [{ path: "query.name", message: "Type at least one letter of the family name, or choose a school instead." }],
  });
}

async function peopleNamed(ctx: Context, name: string, cursor: string | undefined): Promise<PeoplePage> {
  const prefix = name.toLowerCase();
  const of = nameList(prefix);
  const after = decodeCursor(cursor, { districtId: ctx.district.id, of, prefix, index: "index1" });
  const { rows, next } = await ctx.table.page(staffRecords, of, { index: "index1", prefix, limit: pageSize, ...(after && { after }) });
  return withViews(ctx, rows, next);
}

async function peopleAt(ctx: Context, schoolId: string, cursor: string | undefined): Promise<PeoplePage> {
  const of = `S#${schoolId}`;
  const prefix = "MEMBER#";
  const after = decodeCursor(cursor, { districtId: ctx.district.id, of, prefix });
  const { rows, next } = await ctx.table.page(members, of, { prefix, limit: pageSize, ...(after && { after }) });
  const people = await readAll(
    ctx,
    rows.map(({ staffId }) => staffId),
  );
  return withViews(ctx, [...people.values()], next);
}

async function withViews(ctx: Context, people: Staff[], next: Record<string, string> | undefined): Promise<PeoplePage> {
  const schools = await listEverySchool(ctx);
  const coaches = await readAll(
    ctx,
    people.flatMap(({ coachId }) => coachId ?? []),
  );
  return {
    people: people
      .toSorted((a, b) => a.familyName.localeCompare(b.familyName) || a.givenName.localeCompare(b.givenName))
      .map((staff) => ({
        ...personView(ctx, staff, schools, staff.coachId === undefined ? undefined : coaches.get(staff.coachId)),
        rosterId: staff.sourcedId,
      })),
    ...(next && { next: encodeCursor(next) }),
  };
}

async function readAll(ctx: Context, staffIds: string[]): Promise<Map<string, Staff>> {
  const found = new Map<string, Staff>();
  await sideBySide([...new Set(staffIds)], width, async (id) => {
    const staff = await findStaff(ctx, id);
    if (staff) found.set(id, staff);
  });
  return found;
}
