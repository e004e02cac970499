import { enrollmentsFrom } from "../learning/queries.ts";
import { readCatalog } from "../curriculum/queries.ts";
import { totalCreditMinutes } from "../learning/rules.ts";
import type { Context } from "../platform/context.ts";
import { rowsOf } from "../platform/district-table.ts";
import { notFound } from "../platform/errors.ts";
import type { Versioned } from "../platform/record.ts";
import type { Item } from "../platform/table.ts";
import { calendarOf } from "../roster/calendar-rules.ts";
import { findStaff, listEverySchool, personView, staffFrom } from "../roster/queries.ts";
import type { PathPage } from "./contract.ts";
import { activeWaivers, counts, equivalencyView, type Decisions, waiverView } from "./decision-rules.ts";
import { equivalencies, extensions, waivers } from "./decision-records.ts";
import { type Source, sources } from "./records.ts";
import { assignmentsInForce, modulesToReadAgain, nextStep } from "./rules.ts";

/** The ledger among the rows of a person's partition: open lines and ended ones. */
export function assignmentsFrom(items: Item[], onBad?: (item: Item, error: unknown) => void): (Source & Versioned)[] {
  return rowsOf(sources, items, onBad);
}

/** What people decided about the person, among the rows of their partition. */
export function decisionsFrom(items: Item[], onBad?: (item: Item, error: unknown) => void): Decisions {
  return {
    waivers: rowsOf(waivers, items, onBad),
    extensions: rowsOf(extensions, items, onBad),
    equivalencies: rowsOf(equivalencies, items, onBad),
  };
}

/** A person's path: what is in force, why, by when, and the one next step. One query of their partition, one of the schools, their coach. */
export async function pathPage(ctx: Context, staffId: string): Promise<PathPage> {
  const items = await ctx.table.collection(`U#${staffId}`);
  return pathFrom(ctx, items);
}

/** The path that the rows of a person's partition amount to, with their ledger as it is or, where it is given, as it is about to be. */
export async function pathFrom(
  ctx: Context,
  items: Item[],
  about: { sources?: readonly Source[]; decisions?: Decisions } = {},
): Promise<PathPage> {
  const { sources: lines = assignmentsFrom(items), decisions = decisionsFrom(items) } = about;
  const staff = staffFrom(items);
  if (!staff) throw notFound("person");
  const findCoach = staff.coachId === undefined ? undefined : findStaff(ctx, staff.coachId);
  const [schools, catalog, coach] = await Promise.all([listEverySchool(ctx), readCatalog(ctx), findCoach]);
  const enrollments = enrollmentsFrom(items);
  const calendar = calendarOf(staff, ctx.district, ctx.today);
  const assignments = assignmentsInForce({ sources: lines, decisions, catalog, enrollments, staff, calendar, today: ctx.today });
  return {
    person: personView(ctx, staff, schools, coach),
    today: ctx.today,
    next: nextStep(assignments),
    assignments,
    readAgain: modulesToReadAgain(catalog, enrollments),
    waivers: activeWaivers(decisions, ctx.today).map((one) => waiverView(one, catalog)),
    equivalencies: decisions.equivalencies.filter((one) => counts(one, ctx.today)).map((one) => equivalencyView(one, catalog)),
    creditMinutes: totalCreditMinutes(enrollments),
    minutesLeft: assignments.reduce((sum, { minutesLeft }) => sum + minutesLeft, 0),
  };
}
