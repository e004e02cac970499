import { assignmentsFrom, decisionsFrom } from "../assignment/queries.ts";
import { assignmentsInForce } from "../assignment/rules.ts";
import { heldElsewhereFrom } from "../certification/elsewhere-queries.ts";
import { certificatesFrom } from "../certification/queries.ts";
import { openRefreshesFrom } from "../certification/renewal-queries.ts";
import { readCatalog, speaking } from "../curriculum/queries.ts";
import { enrollmentsFrom } from "../learning/queries.ts";
import type { Context } from "../platform/context.ts";
import { rowsOf } from "../platform/district-table.ts";
import type { Language } from "../platform/language.ts";
import { log } from "../platform/log.ts";
import type { Versioned } from "../platform/record.ts";
import type { Item } from "../platform/table.ts";
import { calendarOf } from "../roster/calendar-rules.ts";
import { staffFrom } from "../roster/queries.ts";
import type { PersonNow } from "./kinds/kind.ts";
import { readWaiting } from "./waiting-work.ts";
import {
  personPrefix,
  policyKey,
  reminderPlans,
  type ReminderPolicy,
  reminderPolicies,
  reminderRuns,
  type ReminderSignal,
  reminderSignals,
  type ReminderState,
  reminderStates,
  stateKey,
} from "./records.ts";

/** The district's policy, if anyone has decided anything. */
export function findPolicy(ctx: Context): Promise<(ReminderPolicy & Versioned) | undefined> {
  return ctx.table.get(reminderPolicies, { of: "REMIND", at: policyKey });
}

/** The policy and the latest run in one query, which is what an hour on which nothing is due costs. */
export async function readPolicyAndLastRun(ctx: Context) {
  const items = await ctx.table.collection("REMIND", { descending: true, limit: 2 });
  return { policy: rowsOf(reminderPolicies, items)[0], lastRun: rowsOf(reminderRuns, items)[0] };
}

/** All that reminders look at of a person, in one strongly consistent query; undefined when there is no such person. */
export async function readPersonNow(ctx: Context, staffId: string): Promise<PersonNow | undefined> {
  const [items, catalog] = await Promise.all([ctx.table.collection(`U#${staffId}`), readCatalog(ctx)]);
  const onBad = ({ SK }: Item): void =>
    log("warn", "a row cannot be read and is left out of the reminders", { districtId: ctx.district.id, row: `U#${staffId} / ${SK}` });
  const staff = staffFrom(items, onBad);
  if (!staff) return undefined;
  const sources = assignmentsFrom(items, onBad);
  const enrollments = enrollmentsFrom(items, onBad);
  const certificates = certificatesFrom(items, onBad);
  const calendar = calendarOf(staff, ctx.district, ctx.today);
  const decisions = decisionsFrom(items, onBad);
  const assignments = assignmentsInForce({ staff, sources, decisions, enrollments, catalog, calendar, today: ctx.today });
  return {
    staff,
    assignments,
    sources,
    enrollments,
    certificates,
    elsewhere: heldElsewhereFrom(items, onBad),
    refreshes: openRefreshesFrom(ctx, { staff, items, catalog }),
    waiting: await readWaiting(ctx, items, onBad),
    calendar,
    zone: ctx.district.zone,
    today: ctx.today,
  };
}

/** What the reminders keep of a person: the plan, what they were told, and what they are to hear of others. */
export type ReminderRows = {
  plan: { staffId: string; turn: "first" | "second"; nextOn?: string | undefined; version: number } | undefined;
  state: (ReminderState & Versioned) | undefined;
  signals: (ReminderSignal & Versioned)[];
};

/** One query; most people have nothing here. */
export async function readReminderRows(ctx: Context, staffId: string): Promise<ReminderRows> {
  const items = await ctx.table.collection(`${personPrefix}${staffId}`);
  return { plan: rowsOf(reminderPlans, items)[0], state: rowsOf(reminderStates, items)[0], signals: rowsOf(reminderSignals, items) };
}

/** The same context in the language in which a person wants mail: titles and dates in it are for them. */
export const forReader = <C extends Context>(ctx: C, state: Pick<ReminderState, "language"> | undefined): C =>
  speaking(ctx, state?.language ?? "en");

/** In which language a person wants mail; English where they never said. One read. */
export async function readMailLanguage(ctx: Context, { staffId }: { staffId: string }): Promise<Language> {
  const state = await ctx.table.get(reminderStates, { of: `${personPrefix}${staffId}`, at: stateKey });
  return state?.language ?? "en";
}
