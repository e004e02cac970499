import { dayNumber, localDate } from "../platform/dates.ts";
import type { Language } from "../platform/language.ts";
import type { CaseloadPage } from "./people-contract.ts";
import { needWords } from "./needs-words.ts";
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
  { day, zone, language, titleOf }: { day: number; zone: string; language: Language; titleOf: (moduleId: string) => string },
): NeedNow {
  const open = toDo(standing);
  const words = needWords[language];
  const say: Say = {
    words,
    title: (moduleId) => words.quoted(titleOf(moduleId)),
    date: (on) => spokenDate(on, day, language),
    days: (days) => spokenDays(days, language),
    more: (count) => (count > 1 ? words.more(count - 1) : ""),
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

type Say = {
  words: (typeof needWords)[Language];
  title(moduleId: string): string;
  date(on: number): string;
  days(days: number): string;
  /** How many more there are like the one that is named; empty when it is the only one. */
  more(count: number): string;
  dayOf(instant: string): number;
};

function onLeave(row: StaffSummary, day: number, say: Say): NeedNow | undefined {
  if (!isAway(row, day)) return undefined;
  const until = row.leave?.to === undefined ? undefined : say.date(row.leave.to);
  return { need: "onLeave", why: say.words.onLeave(until), since: 0 };
}

function review(row: StaffSummary, day: number, say: Say): NeedNow | undefined {
  const [first] = row.reviews.toSorted(([, , a], [, , b]) => a.localeCompare(b));
  if (!first) return undefined;
  const [moduleId, , submittedAt] = first;
  const on = say.dayOf(submittedAt);
  const waited = day - on < 1 ? undefined : { date: say.date(on), days: say.days(day - on) };
  return { need: "review", why: say.words.review(say.title(moduleId), waited, say.more(row.reviews.length)), since: on };
}

function overdue(items: Item[], day: number, say: Say): NeedNow | undefined {
  const [first] = items.toSorted((a, b) => a.dueOn - b.dueOn);
  if (!first) return undefined;
  const { moduleId, dueOn } = first;
  const why = say.words.overdue(say.title(moduleId), say.date(dueOn), say.days(day - dueOn), say.more(items.length));
  return { need: "overdue", why, since: dueOn };
}

function stall(modules: OpenModule[], day: number, say: Say): NeedNow | undefined {
  const [first] = modules.toSorted((a, b) => a.lastActivityOn - b.lastActivityOn);
  if (!first) return undefined;
  const { moduleId, lastActivityOn } = first;
  const why = say.words.stalled(say.title(moduleId), say.date(lastActivityOn), say.days(day - lastActivityOn), say.more(modules.length));
  return { need: "stalled", why, since: lastActivityOn };
}

function dueSoon(items: Item[], day: number, say: Say): NeedNow | undefined {
  const soon = items.filter(({ dueOn }) => dueOn >= day && dueOn - day <= soonDays).toSorted((a, b) => a.dueOn - b.dueOn);
  const [first] = soon;
  if (!first) return undefined;
  const { moduleId, dueOn } = first;
  const due = dueOn === day ? undefined : { date: say.date(dueOn), days: say.days(dueOn - day) };
  return { need: "dueSoon", why: say.words.dueSoon(say.title(moduleId), due, say.more(soon.length)), since: dueOn };
}

function onTrack(row: StaffSummary, { isInGrace, items }: Standing, open: Item[], say: Say): NeedNow {
  const [next] = open.toSorted((a, b) => a.dueOn - b.dueOn);
  const since = next?.dueOn ?? Number.MAX_SAFE_INTEGER;
  const track = (why: string): NeedNow => ({ need: "onTrack", why, since });
  if (isInGrace && next) return track(say.words.newHere(say.date(row.graceEndsOn)));
  if (next) return track(say.words.next(say.title(next.moduleId), say.date(next.dueOn)));
  return track(items.length > 0 ? say.words.allDone : say.words.nothing);
}
