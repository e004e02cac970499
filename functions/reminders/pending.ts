import { addContractDays, isContractDay } from "../platform/contract-days.ts";
import { addDays, daysBetween, type LocalDate, localTime } from "../platform/dates.ts";
import { leavesOf, isWorking } from "../roster/rules.ts";
import type { KindSettings, ReminderKindId, SkipReason } from "./contract.ts";
import { reminderKinds } from "./kinds/all.ts";
import type { Occasion, PersonNow, ReminderKind } from "./kinds/kind.ts";
import type { ReminderPolicy, ReminderSignal, Told } from "./records.ts";

/** After a date was moved, the same thing is not told of again sooner than so many contract days after the last time. */
const restDays = 5;
/** What nobody has heard of by then is no news. */
const heardDays = 45;
/** What was told is remembered for so long after it has gone. */
const rememberedDays = 120;

/** A kind's numbers in a district: those it chose and the usual ones besides. */
export function numbersOf({ numbers }: ReminderKind, settings: Pick<KindSettings, "numbers"> | undefined): Record<string, number> {
  return Object.fromEntries(Object.entries(numbers).map(([name, { usual }]) => [name, settings?.numbers[name] ?? usual]));
}

/** The switches of a policy, whatever else it says. */
export type Switches = Pick<ReminderPolicy, "kinds">;

/** Everything there is and will be to tell about a person, of the kinds that are on and that they did not stop. */
export function occasionsOf(person: PersonNow, { kinds }: Switches, stopped: readonly ReminderKindId[]): Occasion[] {
  return reminderKinds.flatMap((kind) => {
    const settings = kinds[kind.id];
    if (!settings?.isOn) return [];
    const all = kind.occasions(person, numbersOf(kind, settings), settings.since ?? person.today);
    // What others hear about a person is not the person's to stop.
    return all.filter(({ hearer }) => hearer !== "self" || !stopped.includes(kind.id));
  });
}

const toldKey = ({ kind, item }: Pick<Occasion, "kind" | "item">): string => `${kind}:${item}`;

/** What there is to tell on a day, the latest step of each thing alone, and the first later day on which there is more. */
export function pendingOn(
  today: LocalDate,
  occasions: readonly Occasion[],
  told: Readonly<Record<string, Told>>,
  calendar: PersonNow["calendar"],
): { now: Occasion[]; laterOn: LocalDate | undefined } {
  const now: Occasion[] = [];
  let laterOn: LocalDate | undefined;
  for (const [key, group] of Map.groupBy(occasions, toldKey)) {
    const last = told[key];
    const restsUntil = last && addContractDays(last.on, restDays, calendar);
    let latest: Occasion | undefined;
    for (const one of group) {
      const isSameCycle = last?.cycle === one.cycle;
      if (last && isSameCycle && last.step >= one.step) continue;
      const on = restsUntil !== undefined && !isSameCycle && restsUntil > one.on ? restsUntil : one.on;
      if (on > today) laterOn = laterOn === undefined || on < laterOn ? on : laterOn;
      else if (!latest || latest.step < one.step) latest = one;
    }
    if (latest) now.push(latest);
  }
  return { now, laterOn };
}

/** Why a person hears nothing on a day, whatever there is to tell. */
export function silenceOn({ staff, calendar, today }: PersonNow): SkipReason | undefined {
  if (!isWorking(staff, today)) return "notWorking";
  if (!isContractDay(today, calendar)) return "notTheirDay";
  return staff.email === "" ? "noAddress" : undefined;
}

/** The first day from a date on which the person works: a contract day of theirs, not on leave, while they are here. */
export function nextWorkingDay({ staff, calendar }: Pick<PersonNow, "staff" | "calendar">, from: LocalDate): LocalDate | undefined {
  let day = addContractDays(from, 0, calendar);
  for (const leave of leavesOf(staff)) {
    if (day < leave.from || (leave.to !== undefined && leave.to < day)) continue;
    if (leave.to === undefined) return undefined;
    day = addContractDays(addDays(leave.to, 1), 0, calendar);
  }
  const isGone = staff.status !== "active" || (staff.lastDayOn !== undefined && staff.lastDayOn < day);
  return isGone || !isContractDay(day, calendar) ? undefined : day;
}

/** What was told, with what is told now; what has gone is forgotten in time. */
export function toldWith(
  told: Readonly<Record<string, Told>>,
  now: readonly { kind: ReminderKindId; item: string; cycle: string; step: number }[],
  { today, occasions }: { today: LocalDate; occasions: readonly Occasion[] },
): Record<string, Told> {
  const current = new Set(occasions.map(toldKey));
  const kept = Object.entries(told).filter(([key, { on }]) => current.has(key) || daysBetween(on, today) <= rememberedDays);
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(now.map((one) => [toldKey(one), { cycle: one.cycle, step: one.step, on: today }])),
  };
}

/** What a person who supports others has not heard yet, of the last weeks. */
export function unheard(signals: readonly ReminderSignal[], told: Readonly<Record<string, Told>>, today: LocalDate): ReminderSignal[] {
  return signals.filter((signal) => {
    if (daysBetween(signal.on, today) > heardDays) return false;
    const last = told[toldKey(signal)];
    return !last || last.cycle !== signal.cycle || last.step < signal.step;
  });
}

/** Whether mail may leave at an instant, by the clock on the wall of the district. */
export function isInWindow(now: Date, zone: string, { from, to }: ReminderPolicy["window"]): boolean {
  const time = localTime(now, zone);
  return from <= time && time < to;
}

/** Whether anything goes out at all. */
export function isOn(policy: Pick<ReminderPolicy, "isPaused" | "kinds"> | undefined): policy is ReminderPolicy {
  return policy !== undefined && !policy.isPaused && Object.values(policy.kinds).some((settings) => settings?.isOn);
}
