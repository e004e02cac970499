import { enrollmentsFrom } from "../learning/queries.ts";
import { readCatalog } from "../curriculum/queries.ts";
import { totalCreditMinutes } from "../learning/rules.ts";
import type { Context } from "../platform/context.ts";
import { localDate } from "../platform/dates.ts";
import { rowsOf } from "../platform/district-table.ts";
import { notFound } from "../platform/errors.ts";
import { messages, reminderKey } from "../platform/outbox.ts";
import type { Versioned } from "../platform/record.ts";
import type { Item } from "../platform/table.ts";
import { calendarOf } from "../roster/calendar-rules.ts";
import { findStaff, listEverySchool, personView, staffFrom } from "../roster/queries.ts";
import type { LastMailed, PathPage, RuleView } from "./contract.ts";
import { titleOf } from "./due-rules.ts";
import { type Rule, rules, type Source, sources } from "./records.ts";
import { assignmentsInForce, modulesToReadAgain, nextStep } from "./rules.ts";

/** The ledger among the rows of a person's partition: open lines and ended ones. */
export function assignmentsFrom(items: Item[], onBad?: (item: Item, error: unknown) => void): (Source & Versioned)[] {
  return rowsOf(sources, items, onBad);
}

/** A person's path: what is in force, why, by when, and the one next step. One query of their partition, one of the schools, their coach. */
export async function pathPage(ctx: Context, staffId: string): Promise<PathPage> {
  const items = await ctx.table.collection(`U#${staffId}`);
  return pathFrom(ctx, items, assignmentsFrom(items));
}

/** The path that the rows of a person's partition amount to, with the ledger as it is or as it is about to be. */
export async function pathFrom(ctx: Context, items: Item[], ledger: readonly Source[]): Promise<PathPage> {
  const staff = staffFrom(items);
  if (!staff) throw notFound("person");
  const findCoach = staff.coachId === undefined ? undefined : findStaff(ctx, staff.coachId);
  const [schools, catalog, coach] = await Promise.all([listEverySchool(ctx), readCatalog(ctx), findCoach]);
  const enrollments = enrollmentsFrom(items);
  const calendar = calendarOf(staff, ctx.district, ctx.today);
  const assignments = assignmentsInForce({ sources: ledger, catalog, enrollments, staff, calendar, today: ctx.today });
  return {
    person: personView(ctx, staff, schools, coach),
    today: ctx.today,
    next: nextStep(assignments),
    assignments,
    readAgain: modulesToReadAgain(catalog, enrollments),
    creditMinutes: totalCreditMinutes(enrollments),
    minutesLeft: assignments.reduce((sum, { minutesLeft }) => sum + minutesLeft, 0),
  };
}

const latestMails = 5;

/** When a person was last mailed, whatever about: one read of an index. */
export async function lastMailed(ctx: Context, staffId: string): Promise<LastMailed> {
  const { rows } = await ctx.table.page(messages, `OUTU#${staffId}`, { index: "index2", descending: true, limit: latestMails });
  const sentAt = rows.find((message) => message.sentAt !== undefined)?.sentAt;
  const isRemindedToday = rows.some(({ key }) => key === reminderKey(ctx.today));
  return { isRemindedToday, ...(sentAt !== undefined && { lastMailedOn: localDate(new Date(sentAt), ctx.district.zone) }) };
}

/** Every rule there is, switched off or not, by name. */
export async function listRules(ctx: Context): Promise<(Rule & Versioned)[]> {
  const all = await ctx.table.list(rules, "RULE");
  return all.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** A rule by id; `not-found` when there is none. */
export async function readRule(ctx: Context, ruleId: string): Promise<Rule & Versioned> {
  const rule = await ctx.table.get(rules, { of: "RULE", at: ruleId });
  if (!rule) throw notFound("rule");
  return rule;
}

/** The rules as the administrator sees them. */
export async function ruleViews(ctx: Context): Promise<RuleView[]> {
  const all = await listRules(ctx);
  return Promise.all(all.map((rule) => ruleView(ctx, rule)));
}

/** A rule as the administrator sees it. */
export async function ruleView(ctx: Context, rule: Rule & Versioned): Promise<RuleView> {
  const { id, version, name, audience, target, due, effectiveFrom, isActive } = rule;
  return { id, version, name, audience, target, due, effectiveFrom, isActive, targetTitle: titleOf(target, await readCatalog(ctx)) };
}
