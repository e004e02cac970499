import * as z from "zod";
import { record } from "../platform/record.ts";
import { KindSettings, ReminderKindId, ReminderRun, SendingWindow } from "./contract.ts";

/** What the district decided about reminders. Without the row nothing is on. */
export const ReminderPolicy = z.object({
  isPaused: z.boolean(),
  window: SendingWindow,
  kinds: z.partialRecord(ReminderKindId, KindSettings),
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
  /** The work that looks at everyone after the last change. */
  planningTaskId: z.string(),
});
export type ReminderPolicy = z.infer<typeof ReminderPolicy>;

/** The policy sorts after every run, so that the two an evaluation begins with are one query. */
export const policyKey = "Z#POLICY";
export const runPrefix = "RUN#";

export const reminderPolicies = record({
  type: "reminder-policy",
  kind: "fact",
  schema: ReminderPolicy,
  address: () => ({ of: "REMIND", at: policyKey }),
});

/** What a day's evaluation did; written once, when it is through, so that a half-failed one leaves no record of success. */
export const reminderRuns = record({
  type: "reminder-run",
  kind: "fact",
  schema: ReminderRun,
  address: ({ day }) => ({ of: "REMIND", at: `${runPrefix}${day}` }),
});

/** Of one thing about a person: which cycle and step they were last told, and when. */
const Told = z.object({ cycle: z.string(), step: z.number().int(), on: z.iso.date() });
export type Told = z.infer<typeof Told>;

/** What a person was told and what they want to be told. Its version is the fence: two workers cannot both tell. */
export const ReminderState = z.object({
  staffId: z.string(),
  /** `<kind>:<item>` → what was last told of it. */
  told: z.record(z.string(), Told),
  /** The last digest, and what had been told before it: should it never leave, that stands again. */
  last: z.object({ day: z.iso.date(), messageId: z.string(), before: z.record(z.string(), Told) }).optional(),
  stopped: z.array(ReminderKindId),
  /** In which language the person wants mail of every kind, where they said so. */
  language: z.enum(["en", "es"]).optional(),
  /** Unguessable: whoever has it may stop this person's reminders and turn them on again, and learns nothing by it. */
  stopToken: z.string(),
});
export type ReminderState = z.infer<typeof ReminderState>;

/** What the collections of each person's reminders begin with, and the place of what they were told in one. */
export const personPrefix = "REMIND#";
export const stateKey = "STATE";

export const reminderStates = record({
  type: "reminder-state",
  kind: "fact",
  schema: ReminderState,
  address: ({ staffId }) => ({ of: `${personPrefix}${staffId}`, at: stateKey }),
});

/** Finds the person behind a stop link; outside every district, because whoever follows it is signed in nowhere. */
export const stopLinks = record({
  type: "stop-link",
  kind: "fact",
  scope: "global",
  schema: z.object({ token: z.string(), districtId: z.string(), staffId: z.string() }),
  address: ({ token }) => stopLinkAddress(token),
});
export const stopLinkAddress = (token: string) => ({ of: `STOP#${token}`, at: "LINK" });

/** Learners are looked at first, those who support them after all of them, so that one digest gathers everything. */
export type Turn = "first" | "second";

/** The next day on which there may be something to remind a person of. Nobody without such a day is in the index. */
export const reminderPlans = record({
  type: "reminder-plan",
  kind: "derived",
  schema: z.object({ staffId: z.string(), turn: z.enum(["first", "second"]), nextOn: z.iso.date().optional() }),
  address: ({ staffId }) => ({ of: `${personPrefix}${staffId}`, at: "PLAN" }),
  index1: ({ staffId, turn, nextOn }) => (nextOn === undefined ? undefined : { of: `REMINDON#${turn}`, at: `${nextOn}#${staffId}` }),
});

const signalPrefix = "SIGNAL#";
const signalDays = 45;

/** That someone who supports a person is to hear of something about them. */
export const ReminderSignal = z.object({
  /** Who is to hear of it. */
  recipientId: z.string(),
  kind: z.enum(["reviewWaiting", "decisionWaiting", "peopleOverdue"]),
  /** What the state of the one who hears keeps it under. */
  item: z.string(),
  cycle: z.string(),
  step: z.number().int(),
  /** Whom it is about; for a district's leader the school alone. */
  staffId: z.string().optional(),
  schoolId: z.string().optional(),
  on: z.iso.date(),
});
export type ReminderSignal = z.infer<typeof ReminderSignal>;

export const reminderSignals = record({
  type: "reminder-signal",
  kind: "derived",
  schema: ReminderSignal,
  address: ({ recipientId, kind, item }) => ({ of: `${personPrefix}${recipientId}`, at: `${signalPrefix}${kind}#${item}` }),
  expiresAt: ({ on }) => Math.floor(Date.parse(`${on}T00:00:00Z`) / 1000) + signalDays * 86_400,
});
