import { addDays, type LocalDate } from "../platform/dates.ts";
import type { DigestLine } from "../platform/outbox.ts";
import { accessOn } from "../roster/rules.ts";
import type { ReminderKindId, SkipReason } from "./contract.ts";
import type { Occasion, PersonNow } from "./kinds/kind.ts";
import type { ReminderSignal, Told, Turn } from "./records.ts";
import { nextWorkingDay, occasionsOf, pendingOn, silenceOn, type Switches, unheard } from "./pending.ts";

/** What is to happen about one person on one day, worked out from what is known of them; nothing is read or written. */
export type Decision = {
  occasions: Occasion[];
  /** Why they hear nothing today, if so. */
  silence: SkipReason | undefined;
  /** What they are to be told today. */
  lines: DigestLine[];
  /** What others are to hear about them. */
  forOthers: Occasion[];
  /** Whether they are to hear of others. */
  hasHeard: boolean;
  turn: Turn;
};

type Known = { told: Readonly<Record<string, Told>>; stopped: readonly ReminderKindId[]; signals: readonly ReminderSignal[] };

/** Decides about a person by the policy, what they were told and what they are to hear of others. */
export function decide(person: PersonNow, policy: Switches, { told, stopped, signals }: Known): Decision {
  const occasions = occasionsOf(person, policy, stopped);
  const { now } = pendingOn(person.today, occasions, told, person.calendar);
  const own = now.filter(({ hearer }) => hearer === "self").map(({ kind, item, cycle, step }) => ({ kind, item, cycle, step }));
  const heard = unheard(signals, told, person.today)
    .filter(({ kind }) => policy.kinds[kind]?.isOn && !stopped.includes(kind))
    .map(({ kind, item, cycle, step, staffId: about }) => ({ kind, item, cycle, step, ...(about !== undefined && { about }) }));
  const isSupporter = accessOn(person.staff, person.today).some(({ role }) => role !== "staff" && role !== "districtAdministrator");
  return {
    occasions,
    silence: silenceOn(person),
    lines: [...own, ...heard],
    hasHeard: heard.length > 0,
    forOthers: now.filter(({ hearer }) => hearer !== "self"),
    turn: isSupporter ? "second" : "first",
  };
}

/** The next day on which to look at a person; undefined while nothing can come of it without something changing. */
export function nextLookOn(
  person: PersonNow,
  decision: Decision,
  told: Readonly<Record<string, Told>>,
  isLookedAtToday: boolean,
): LocalDate | undefined {
  // Without an address there is nothing but what others are to hear.
  const occasions = decision.silence === "noAddress" ? decision.occasions.filter(({ hearer }) => hearer !== "self") : decision.occasions;
  const { now, laterOn } = pendingOn(person.today, occasions, told, person.calendar);
  const isWaiting = now.length > 0 || (decision.silence !== "noAddress" && decision.hasHeard);
  const tomorrow = addDays(person.today, 1);
  const from = isWaiting ? (isLookedAtToday ? tomorrow : person.today) : laterOn;
  return from === undefined ? undefined : nextWorkingDay(person, from);
}
