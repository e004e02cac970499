import { dayNumber, localDate } from "../platform/dates.ts";
import type { CaseloadPage } from "./contract.ts";
import type { StaffSummary } from "./records.ts";
import { spokenDate, spokenDays } from "./spoken-date.ts";
import { overdueOn, toDo } from "./staff-rows.ts";
import { type Item, isAway, type OpenModule, type Standing } from "./standing.ts";

/** What falls due within this many days is worth a word now. */
const soonDays = 14;

type Need = CaseloadPage["people"][number]["need"];

/** Why a coach should look at someone, in plain words; `since` orders those with the same need, the longest first. */
export type NeedNow = { need: Need; why: string; since: number };

/** Who needs their coach first. */
export const needsInOrder: readonly Need[] = ["review", "overdue", "stalled", "dueSoon", "onTrack", "onLeave"];

/** The one thing that a person needs most on a day. */
export function needOn(
  row: StaffSummary,
  standing: Standing,
  { day, zone, titleOf }: { day: number; zone: string; titleOf: (moduleId: string) => string },
): NeedNow {
  const open = toDo(standing);
  const say: Say = {
    title: (moduleId) => `“${titleOf(moduleId)}”`,
    date: (on) => spokenDate(on, day),
    dayOf: (instant) => dayNumber(localDate(new Date(instant), zone)),
  };
  return (
    onLeave(row, day, say) ??
    review(row, day, say) ??
    overdue(overdueOn(standing, day), day, say) ??
    stall(standing.stalled, day, say) ??
    dueSoon(standing.isInGrace ? [] : open, day, say) ??
    onTrack(row, standing, open, say)
  );
}

type Say = { title(moduleId: string): string; date(on: number): string; dayOf(instant: string): number };

function onLeave(row: StaffSummary, day: number, say: Say): NeedNow | undefined {
  if (!isAway(row, day)) return undefined;
  const until = row.leave?.to === undefined ? "On leave" : `On leave until ${say.date(row.leave.to)}`;
  return { need: "onLeave", why: `${until}. Nothing is counted or sent while they are away.`, since: 0 };
}

function review(row: StaffSummary, day: number, say: Say): NeedNow | undefined {
  const [first] = row.reviews.toSorted(([, , a], [, , b]) => a.localeCompare(b));
  if (!first) return undefined;
  const [moduleId, , submittedAt] = first;
  const on = say.dayOf(submittedAt);
  const waited = day - on < 1 ? "today" : `since ${say.date(on)} (${spokenDays(day - on)})`;
  return {
    need: "review",
    why: `Evidence for ${say.title(moduleId)} waits for your review, ${waited}${andMore(row.reviews.length)}.`,
    since: on,
  };
}

function overdue(items: Item[], day: number, say: Say): NeedNow | undefined {
  const [first] = items.toSorted((a, b) => a.dueOn - b.dueOn);
  if (!first) return undefined;
  const late = spokenDays(day - first.dueOn);
  return {
    need: "overdue",
    why: `${say.title(first.moduleId)} was due on ${say.date(first.dueOn)}, ${late} ago${andMore(items.length)}.`,
    since: first.dueOn,
  };
}

function stall(modules: OpenModule[], day: number, say: Say): NeedNow | undefined {
  const [first] = modules.toSorted((a, b) => a.lastActivityOn - b.lastActivityOn);
  if (!first) return undefined;
  const quiet = spokenDays(day - first.lastActivityOn);
  return {
    need: "stalled",
    why: `Began ${say.title(first.moduleId)} and did nothing in it since ${say.date(first.lastActivityOn)} (${quiet})${andMore(modules.length)}.`,
    since: first.lastActivityOn,
  };
}

function dueSoon(items: Item[], day: number, say: Say): NeedNow | undefined {
  const soon = items.filter(({ dueOn }) => dueOn >= day && dueOn - day <= soonDays).toSorted((a, b) => a.dueOn - b.dueOn);
  const [first] = soon;
  if (!first) return undefined;
  const when = first.dueOn === day ? "today" : `on ${say.date(first.dueOn)}, in ${spokenDays(first.dueOn - day)}`;
  return { need: "dueSoon", why: `${say.title(first.moduleId)} is due ${when}${andMore(soon.length)}.`, since: first.dueOn };
}

function onTrack(row: StaffSummary, { isInGrace, items }: Standing, open: Item[], say: Say): NeedNow {
  const [next] = open.toSorted((a, b) => a.dueOn - b.dueOn);
  const since = next?.dueOn ?? Number.MAX_SAFE_INTEGER;
  const track = (why: string): NeedNow => ({ need: "onTrack", why, since });
  if (isInGrace && next) return track(`New here: nothing counts as due before ${say.date(row.graceEndsOn)}.`);
  if (next) return track(`Next is ${say.title(next.moduleId)}, due on ${say.date(next.dueOn)}.`);
  return track(items.length > 0 ? "Everything that is assigned is complete." : "Nothing is assigned.");
}

function andMore(count: number): string {
  return count > 1 ? `; ${count - 1} more like it` : "";
}
