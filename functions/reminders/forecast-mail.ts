import type { ChangedPerson, ExpectedMail, ForecastMail } from "../assignment/mail-forecast.ts";
import { assignmentsFrom, decisionsFrom } from "../assignment/queries.ts";
import type { Source } from "../assignment/records.ts";
import { assignmentsInForce } from "../assignment/rules.ts";
import { heldElsewhereFrom } from "../certification/elsewhere-queries.ts";
import type { CertificationDefinition } from "../certification/ladder-rules.ts";
import { candidateFrom, certificatesFrom, readyTermOn } from "../certification/queries.ts";
import { openRefreshesFrom } from "../certification/renewal-queries.ts";
import { readDefinitions } from "../certification/read-definitions.ts";
import type { Catalog } from "../curriculum/content.ts";
import { readCatalog } from "../curriculum/queries.ts";
import { enrollmentsFrom } from "../learning/queries.ts";
import type { Context } from "../platform/context.ts";
import { addDays, type LocalDate } from "../platform/dates.ts";
import type { Item } from "../platform/table.ts";
import { calendarOf } from "../roster/calendar-rules.ts";
import type { Staff } from "../roster/records.ts";
import { decide } from "./decide.ts";
import type { PersonNow } from "./kinds/kind.ts";
import { isOn, nextWorkingDay } from "./pending.ts";
import { findPolicy, readReminderRows } from "./queries.ts";
import type { ReminderPolicy } from "./records.ts";
import { toldBefore } from "./told.ts";
import { waitingFrom } from "./waiting-work.ts";

/**
 * What would be mailed because a person's record changes: a certificate that they are ready for by it, at once or in the
 * night, and what the reminders of their next working day would say that they would not say otherwise, by the very
 * decisions that mail.
 */
export const forecastMail: ForecastMail = async (ctx) => {
  const [policy, catalog, definitions] = await Promise.all([findPolicy(ctx), readCatalog(ctx), readDefinitions(ctx)]);
  const known = isOn(policy) ? policy : undefined;
  return {
    areRemindersOn: known !== undefined,
    async expect(person) {
      const isEarned = person.after.email !== "" && earnsCertificate(ctx, definitions, catalog, person);
      const reminded = known ? await reminders(ctx, known, catalog, person) : { kinds: [], isToldToOthers: false };
      return { ...reminded, kinds: [...(isEarned ? ["certificate"] : []), ...reminded.kinds] };
    },
  };
};

function earnsCertificate(
  ctx: Context,
  definitions: readonly CertificationDefinition[],
  catalog: Catalog,
  { items, after }: ChangedPerson,
): boolean {
  const candidate = candidateFrom(ctx, { staff: after, items, catalog });
  const days = [ctx.today, addDays(ctx.today, 1)];
  return definitions.some((definition) => days.some((on) => readyTermOn(ctx, candidate, definition, on) !== undefined));
}

async function reminders(
  ctx: Context,
  policy: ReminderPolicy,
  catalog: Catalog,
  { items, before, after, ledger }: ChangedPerson,
): Promise<ExpectedMail> {
  const day = nextWorkingDay({ staff: after, calendar: calendarOf(after, ctx.district, ctx.today) }, addDays(ctx.today, 1));
  if (day === undefined) return { kinds: [], isToldToOthers: false };
  const rows = before && (await readReminderRows(ctx, after.id));
  const told = await toldBefore(ctx, rows?.state);
  const look = (staff: Staff, sources: Source[]) =>
    decide(personOn(ctx, day, catalog, { staff, sources, items }), policy, { told, stopped: rows?.state?.stopped ?? [], signals: [] });
  const next = look(after, [...ledger]);
  const old = before && look(before, assignmentsFrom(items));
  // Whoever would have heard nothing hears all of it because of the change.
  const heard = new Set(old && old.silence === undefined ? old.lines.map(keyOf) : []);
  const lines = next.silence === undefined ? next.lines.filter((line) => !heard.has(keyOf(line))) : [];
  const known = new Set(old?.forOthers.map(keyOf));
  const isSilentOfOthers = next.silence === "notWorking" || next.silence === "notTheirDay";
  return {
    kinds: [...new Set(lines.map(({ kind }) => kind))],
    isToldToOthers: !isSilentOfOthers && next.forOthers.some((one) => !known.has(keyOf(one))),
  };
}

const keyOf = ({ kind, item, cycle, step }: { kind: string; item: string; cycle: string; step: number }): string =>
  [kind, item, cycle, step].join("\n");

function personOn(
  ctx: Context,
  today: LocalDate,
  catalog: Catalog,
  { staff, sources, items }: { staff: Staff; sources: Source[]; items: Item[] },
): PersonNow {
  const calendar = calendarOf(staff, ctx.district, today);
  const enrollments = enrollmentsFrom(items);
  const assignments = assignmentsInForce({ staff, sources, decisions: decisionsFrom(items), enrollments, catalog, calendar, today });
  return {
    staff,
    assignments,
    sources,
    enrollments,
    certificates: certificatesFrom(items),
    elsewhere: heldElsewhereFrom(items),
    refreshes: openRefreshesFrom(ctx, { staff, items, catalog }),
    waiting: waitingFrom(items),
    calendar,
    zone: ctx.district.zone,
    today,
  };
}
