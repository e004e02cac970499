import type { EffectKind, EffectPerson, EffectTotals } from "../../functions/assignment/effects-contract.ts";
import { count, list, words } from "./en.ts";
import { localized } from "./language.ts";

const people = (n: number) => count(n, "person", "people");
const on = (day: string): string => words.fullDate(day);

/** The kinds of mail that an import can bring about, by their code. */
const mailKinds: Record<string, string> = {
  certificate: "a certificate they earn by it",
  newlyAssigned: "something new to learn",
  dueSoon: "something that falls due soon",
  overdue: "something past its date",
  returned: "practice that came back",
  renewal: "a certificate to renew",
  leaderDigest: "the week's figures for leaders",
};

/** What the page of a roster file says of what follows from it. */
export const effectWords = localized("effectWords", {
  title: "What it asks people to learn",
  working: "Working out what it asks people to learn",
  notKnown: "This was not worked out for this file, or it is gone by now.",
  asOf: (day: string, instant: string) => `Worked out on ${instant}, by the rules as they were then. It counts from ${on(day)}.`,
  nothing: "Nobody is asked for anything new, for less, or by another date.",
  late: (n: number) => `For ${people(n)} something would be late from the first day`,
  lateHint:
    "Their dates are counted from the day they were hired or the rule began. If that is not meant, give their roles the day they begin, or change the rule to count from the day it reaches them.",
  mailTitle: "Mail",
  mailNone: ({ areRemindersOn }: EffectTotals["mails"]): string =>
    areRemindersOn ? "No mail follows from it by the reminders that are turned on." : "No mail follows from it: reminders are turned off.",
  mail: ({ people: n, kinds }: EffectTotals["mails"]) =>
    `${people(n)} ${n === 1 ? "gets" : "get"} a mail because of it, about ${list(
      Object.entries(kinds).map(([kind, some]) => `${mailKinds[kind] ?? kind} (${words.number(some)})`),
    )}.`,
  mailWhen: "Not at once: with the reminders of their next working day. Who earns a certificate hears of it within a day.",
  mailOff: "Reminders are turned off, so nothing else is mailed.",
  mailOthers: (n: number) => `Coaches and leaders hear of ${people(n)} who would be late for long.`,
  mailEnds: (n: number) => `${people(n)} who ${n === 1 ? "ends gets" : "end get"} no more mail.`,
  modules: "By module",
  moduleColumns: {
    module: "Module",
    assigned: "Newly asked",
    done: "Of these done already",
    removed: "No longer asked",
    redated: "Other date",
  },
  show: "Show",
  lists: { assigned: "Asked for something new", removed: "No longer asked", redated: "Asked by another date" } satisfies Record<
    EffectKind,
    string
  >,
  kindOption: (label: string, n: number) => `${label} (${words.number(n)})`,
  name: "Find by name",
  none: "Nobody here.",
  columns: { name: "Name", place: "Where", modules: "Modules" },
  severalModules: (modules: EffectPerson["modules"], kind: EffectKind): string => {
    const first = modules.find(({ isDone }) => !isDone);
    const many = count(modules.length, "module", "modules");
    return kind === "removed" || first === undefined ? many : `${many}, the first due ${on(first.dueOn)}`;
  },
  module: ({ title, dueOn, isDone, from }: EffectPerson["modules"][number], kind: EffectKind): string => {
    if (isDone) return `${title}: done already`;
    if (kind === "removed") return title;
    return from === undefined ? `${title}: due ${on(dueOn)}` : `${title}: ${on(from)} → ${on(dueOn)}`;
  },
});
