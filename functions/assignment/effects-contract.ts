import * as z from "zod";
import { JobRole } from "../roster/contract.ts";

/** What an import does to people's paths: something is asked anew, asked no more, or asked by another date. */
export const EffectKind = z.enum(["assigned", "removed", "redated"]);
export type EffectKind = z.infer<typeof EffectKind>;

const Counts = z.record(EffectKind, z.number().int());

/** A module, and how many people's paths it comes into, leaves, or stays on with another date. */
const ModuleEffect = z.object({ moduleId: z.string(), title: z.string(), counts: Counts, done: z.number().int() });

/** What Throughline would mail because of an import. */
const MailEffect = z.object({
  /** Whether this district has reminders on at all; without, only a certificate that someone earns by it is mailed. */
  areRemindersOn: z.boolean(),
  /** People who would get a mail of their own, each once. */
  people: z.number().int(),
  /** How many of them would hear of what: a kind of reminder, or `certificate`. */
  kinds: z.record(z.string(), z.number().int()),
  /** People about whom those who support them would hear. */
  aboutOthers: z.number().int(),
});

/** What an import asks of people and no longer asks, counted. */
export const EffectTotals = z.object({
  /** The day from which it is so; until the evening before, roles that end still count. */
  on: z.iso.date(),
  workedOutAt: z.iso.datetime(),
  /** People in each list; `all` are those in any. `done` modules are on a path and done already. */
  people: Counts,
  all: z.number().int(),
  /** People for whom something that is asked anew, or by another date, would be late from the first day. */
  late: z.number().int().default(0),
  modules: z.array(ModuleEffect),
  mails: MailEffect,
});
export type EffectTotals = z.infer<typeof EffectTotals>;

/**
 * What follows from an import. `working`: it is being worked out, by the task; `notKnown`: it was applied or put away before
 * that was done, or by an earlier version.
 */
export const ImportEffects = z.discriminatedUnion("state", [
  z.object({ state: z.literal("working"), taskId: z.string().optional() }),
  z.object({ state: z.literal("notKnown") }),
  EffectTotals.extend({ state: z.literal("ready") }),
]);
export type ImportEffects = z.infer<typeof ImportEffects>;

/** A person whose path an import changes, with the modules of one list. */
export const EffectPerson = z.object({
  staffId: z.string(),
  name: z.string(),
  schools: z.array(z.string()),
  roles: z.array(JobRole),
  modules: z.array(
    z.object({
      moduleId: z.string(),
      title: z.string(),
      dueOn: z.iso.date(),
      isDone: z.boolean(),
      /** The date it had, where it moves. */
      from: z.iso.date().optional(),
    }),
  ),
});
export type EffectPerson = z.infer<typeof EffectPerson>;

export const EffectsQuery = z.object({
  kind: EffectKind,
  name: z.string().trim().max(100).optional(),
  from: z.coerce.number().int().min(0).default(0),
});
export type EffectsQuery = z.infer<typeof EffectsQuery>;

/** A page of a list: which part of how many. */
export const EffectsPage = z.object({ people: z.array(EffectPerson), from: z.number(), total: z.number() });
export type EffectsPage = z.infer<typeof EffectsPage>;
