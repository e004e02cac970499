import * as z from "zod";
import { MessageState } from "../platform/contract.ts";

/** What a reminder is about. The first five go to the person, the next three to those who support them or review their work, the last to leaders. */
export const ReminderKindId = z.enum([
  "newlyAssigned",
  "dueSoon",
  "overdue",
  "returned",
  "renewal",
  "reviewWaiting",
  "decisionWaiting",
  "peopleOverdue",
  "leaderDigest",
]);
export type ReminderKindId = z.infer<typeof ReminderKindId>;

/** One kind in a district: whether it is on, since when, and its numbers (contract days, unless the kind says otherwise). */
export const KindSettings = z.object({
  isOn: z.boolean(),
  /** The day from which what happens is told of; what happened before is only told as it stands. */
  since: z.iso.date().optional(),
  numbers: z.record(z.string(), z.number().int()),
});
export type KindSettings = z.infer<typeof KindSettings>;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Give a time as 07:00.");

/** When mail may leave, on the wall of the district's zone. */
export const SendingWindow = z.object({ from: clock, to: clock }).refine(({ from, to }) => from < to, {
  message: "The window has to end after it begins.",
});

/** What an administrator decides about reminders. */
export const ReminderChoices = z.object({
  isPaused: z.boolean(),
  window: SendingWindow,
  kinds: z.record(ReminderKindId, z.object({ isOn: z.boolean(), numbers: z.record(z.string(), z.number().int()) })),
});
export type ReminderChoices = z.infer<typeof ReminderChoices>;

/** Saved with the version that was seen, so that nobody saves over someone else. */
export const ReminderChange = ReminderChoices.extend({ version: z.number().int() });

const KindView = z.object({
  id: ReminderKindId,
  isOn: z.boolean(),
  since: z.iso.date().optional(),
  numbers: z.array(z.object({ id: z.string(), value: z.number().int(), least: z.number().int(), most: z.number().int() })),
});
export type KindView = z.infer<typeof KindView>;

/** Why someone with something due got no mail today. */
export const SkipReason = z.enum(["noAddress", "notWorking", "notTheirDay", "mailedToday", "stopped", "error"]);
export type SkipReason = z.infer<typeof SkipReason>;

/** What one day's evaluation did. */
export const ReminderRun = z.object({
  day: z.iso.date(),
  finishedAt: z.iso.datetime(),
  looked: z.number().int(),
  written: z.number().int(),
  skipped: z.partialRecord(SkipReason, z.number().int()),
  /** Lines by kind. */
  lines: z.partialRecord(ReminderKindId, z.number().int()),
  /** The sending window closed before everyone was looked at; the rest follow on the next contract day. */
  isCutOff: z.boolean(),
});
export type ReminderRun = z.infer<typeof ReminderRun>;

/** An address that gets no more mail, with the person who has it on the roster. */
const StoppedAddress = z.object({
  emailHash: z.string(),
  staffId: z.string(),
  name: z.string(),
  email: z.string(),
  why: z.enum(["bounced", "complained"]),
  reason: z.string(),
  at: z.iso.datetime(),
});

/** The administrator's page. */
export const RemindersPage = z.object({
  version: z.number().int(),
  isPaused: z.boolean(),
  window: z.object({ from: z.string(), to: z.string() }),
  zone: z.string(),
  kinds: z.array(KindView),
  changedBy: z.string().optional(),
  changedAt: z.iso.datetime().optional(),
  /** The latest first. */
  runs: z.array(ReminderRun),
  addresses: z.array(StoppedAddress),
  /** The work that looks at everyone after a change, while it is not finished. */
  planningTaskId: z.string().optional(),
});
export type RemindersPage = z.infer<typeof RemindersPage>;

/** What became of a day's mails; `troubles` are those that did not arrive, the first hundred. */
export const ReminderDay = z.object({
  day: z.iso.date(),
  states: z.partialRecord(MessageState, z.number().int()),
  /** Not all of a very large day were counted. */
  isPartial: z.boolean(),
  troubles: z.array(z.object({ staffId: z.string(), name: z.string(), state: MessageState, reason: z.string() })),
});
export type ReminderDay = z.infer<typeof ReminderDay>;

/** What would be mailed today, as a preview's outcome. */
export const ReminderPreview = z.object({
  day: z.iso.date(),
  looked: z.number().int(),
  mails: z.number().int(),
  lines: z.partialRecord(ReminderKindId, z.number().int()),
  skipped: z.partialRecord(SkipReason, z.number().int()),
  /** The first of them, by name, as they would read. */
  samples: z.array(
    z.object({ staffId: z.string(), name: z.string(), kinds: z.array(ReminderKindId), subject: z.string(), body: z.string() }),
  ),
});
export type ReminderPreview = z.infer<typeof ReminderPreview>;

/** Which reminders a person has stopped for themselves, and in which language they want mail; what is left out stays as it is. */
export const ReminderPreferences = z.object({
  stopped: z.array(ReminderKindId).optional(),
  language: z.enum(["en", "es"]).optional(),
});
export type ReminderPreferences = z.infer<typeof ReminderPreferences>;

/** What a person may choose about: the kinds that can reach them, and what they stopped. */
export const PreferencesView = ReminderPreferences.extend({ kinds: z.array(ReminderKindId), stopped: z.array(ReminderKindId) });
export type PreferencesView = z.infer<typeof PreferencesView>;

/** A reminder that someone writes to a person: about the step named, or their next one. */
export const Nudge = z.object({ moduleId: z.string().optional(), message: z.string().trim().min(1).max(1_000) });
export type Nudge = z.infer<typeof Nudge>;

/**
 * When a person last got mail from Throughline, if ever; when a reminder that is written now would leave, if not at once; and
 * whether the one reminder of that day is taken.
 */
export const LastMailed = z.object({ lastMailedOn: z.iso.date().optional(), goesAt: z.iso.datetime().optional(), isTaken: z.boolean() });
export type LastMailed = z.infer<typeof LastMailed>;

/** `alreadyToday`: someone, or the product itself, reminds them on the day on which it would leave, so no second mail goes out. */
export const NudgeResult = LastMailed.omit({ isTaken: true }).extend({
  outcome: z.enum(["queued", "alreadyToday"]),
  toName: z.string(),
  moduleId: z.string(),
  moduleTitle: z.string(),
});
export type NudgeResult = z.infer<typeof NudgeResult>;
