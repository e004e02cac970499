import { applyRulesTask } from "../../assignment/actions/bring-to-people.ts";
import { commit } from "../../platform/commit.ts";
import { districts } from "../../platform/district.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { GuardFailed } from "../../platform/table.ts";
import { newTask } from "../../platform/task.ts";
import type { CalendarSaved, CalendarSettings } from "../calendar-contract.ts";
import { districtCalendars, problemsOf } from "../calendar-rules.ts";
import { calendarTask } from "../calendar-task.ts";

/**
 * Saves the district's calendars, and with them the work that brings everyone's assignments and due dates up to them. A version that is
 * no longer the latest is a `conflict`, so that two people cannot save over each other.
 */
export async function saveCalendar(ctx: Granted<"calendar:write">, settings: CalendarSettings): Promise<CalendarSaved> {
  requireCalendars(settings);
  const before = await ctx.table.get(districts, { of: "", at: "META" });
  if (!before) throw notFound("district");
  const conflict = new AppError(
    "conflict",
    "Someone saved the calendar while you were editing it. Reload to see their version; what you entered is still on this page.",
  );
  if (before.version !== settings.version) throw conflict;
  const { calendar: _, employeeGroups: __, ...kept } = before;
  const calendars = districtCalendars(settings, ctx.today);
  const version = before.version + 1;
  const task = newTask(ctx, calendarTask, { input: { version } });
  // Rules may count from the first day of the school year.
  const rules = newTask(ctx, applyRulesTask, { input: { districtVersion: version } });
  try {
    return await commit(ctx, {
      action: "calendar.changed",
      subject: `district:${ctx.district.id}`,
      writes: [districts.put({ ...kept, ...calendars }), task.write, rules.write],
      before: { calendar: before.calendar, employeeGroups: before.employeeGroups },
      after: calendars,
      result: { version, taskId: task.view.id },
    });
  } catch (error) {
    if (error instanceof GuardFailed) throw conflict;
    throw error;
  }
}

/** Refuses calendars in which something cannot be: see the fields it names. */
export function requireCalendars(settings: Omit<CalendarSettings, "version">): void {
  const fields = problemsOf(settings);
  if (fields.length > 0) throw new AppError("invalid-input", "Correct the dates that are named. Nothing was saved.", { fields });
}
