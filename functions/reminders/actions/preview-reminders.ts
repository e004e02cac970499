import * as z from "zod";
import { commit } from "../../platform/commit.ts";
import type { TaskView } from "../../platform/contract.ts";
import type { Granted } from "../../platform/grant.ts";
import { DigestLine } from "../../platform/outbox.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { newTask, type Step, taskKind } from "../../platform/task.ts";
import { listEverySchool } from "../../roster/queries.ts";
import { fullName } from "../../roster/rules.ts";
import { walkMembers, WalkPlace } from "../../roster/walk-members.ts";
import { ReminderChoices, ReminderKindId, type ReminderPreview, SkipReason } from "../contract.ts";
import { decide } from "../decide.ts";
import { digestOf, kindsIn } from "../digest.ts";
import { sayNow } from "../entries.ts";
import { type Leaders, leadersIn, signalsFor } from "../hearers.ts";
import { findPolicy, readPersonNow, readReminderRows } from "../queries.ts";
import { newState } from "./remind-person.ts";
import { policyFrom } from "./save-policy.ts";
import type { Switches } from "../pending.ts";

const atOnce = 100;
const width = 12;
/** So many mails are shown as they would read; all are counted. */
const shown = 40;
/** Of what leaders would hear so many lines are kept for showing. */
const keptLines = 400;

/** Who would get a mail, with its lines while they are kept. */
const Found = z.object({ staffId: z.string(), lines: z.array(DigestLine) });
const Checkpoint = z.object({
  place: WalkPlace,
  /** People with something of their own to hear, who support nobody. */
  learners: z.number().int(),
  samples: z.array(Found),
  /** People who support others: whoever of them would get a mail, each once. */
  supporters: z.record(z.string(), z.array(DigestLine)),
  kept: z.number().int(),
  looked: z.number().int(),
  lines: z.partialRecord(ReminderKindId, z.number().int()),
  skipped: z.partialRecord(SkipReason, z.number().int()),
});
type Checkpoint = z.infer<typeof Checkpoint>;

const beginning: Checkpoint = {
  place: { school: 0 },
  learners: 0,
  samples: [],
  supporters: {},
  kept: 0,
  looked: 0,
  lines: {},
  skipped: {},
};

/** Works out what a policy would mail today, by the very decisions that mail; writes nothing but its own progress. */
export const previewOfDay = taskKind({
  name: "reminder-preview",
  job: "reminders",
  permission: "nudge:send",
  input: z.object({ choices: ReminderChoices }),
  checkpoint: Checkpoint,
  async step(ctx, { input: { choices }, checkpoint: at = beginning }): Promise<Step<Checkpoint, ReminderPreview>> {
    const policy = policyFrom(choices, await findPolicy(ctx), ctx.today);
    const schoolIds = (await listEverySchool(ctx)).map(({ id }) => id).toSorted();
    const { met, next } = await walkMembers(ctx, schoolIds, at.place, { limit: atOnce });
    const leaders = leadersIn(ctx);
    const sums = structuredClone(at);
    await sideBySide(met, width, ({ staffId }) => lookAt(ctx, staffId, policy, leaders, sums));
    if (next) return { checkpoint: { ...sums, place: next }, done: next.school, total: schoolIds.length };
    return { outcome: await outcomeOf(ctx, sums, policy) };
  },
});

/** Asks for a preview of what would be mailed today under choices that need not be saved. */
export async function askForPreview(ctx: Granted<"reminder:write">, choices: ReminderChoices): Promise<TaskView> {
  policyFrom(choices, undefined, ctx.today);
  const { write, view } = newTask(ctx, previewOfDay, { input: { choices } });
  return commit(ctx, { action: "reminders.previewed", subject: `district:${ctx.district.id}`, writes: [write], result: view });
}

async function lookAt(ctx: Granted<"nudge:send">, staffId: string, policy: Switches, leaders: Leaders, sums: Checkpoint): Promise<void> {
  const [person, { state, signals }] = await Promise.all([readPersonNow(ctx, staffId), readReminderRows(ctx, staffId)]);
  if (!person) return;
  sums.looked++;
  const known = { told: state?.told ?? {}, stopped: state?.stopped ?? [], signals };
  const { silence, lines, forOthers, turn } = decide(person, policy, known);
  const isSilent = silence !== undefined || state?.last?.day === ctx.today;
  if (isSilent && lines.length + forOthers.length > 0) {
    const why = silence ?? "mailedToday";
    sums.skipped[why] = (sums.skipped[why] ?? 0) + 1;
  }
  if (silence === "notWorking" || silence === "notTheirDay") return;
  for (const { recipientId, kind, item, cycle, step, staffId: about } of await signalsFor(person, forOthers, leaders))
    keep(sums, recipientId, [{ kind, item, cycle, step, ...(about !== undefined && { about }) }]);
  if (isSilent || lines.length === 0) return;
  if (turn === "second") return keep(sums, staffId, lines);
  sums.learners++;
  for (const kind of lines.map((line) => line.kind as ReminderKindId)) sums.lines[kind] = (sums.lines[kind] ?? 0) + 1;
  if (sums.samples.length < shown) sums.samples.push({ staffId, lines });
}

/** Notes what someone who supports others would hear; what is beyond keeping is counted all the same. */
function keep(sums: Checkpoint, staffId: string, lines: readonly DigestLine[]): void {
  const held = (sums.supporters[staffId] ??= []);
  for (const line of lines) {
    if (held.some(({ kind, item }) => kind === line.kind && item === line.item)) continue;
    const kind = line.kind as ReminderKindId;
    sums.lines[kind] = (sums.lines[kind] ?? 0) + 1;
    if (sums.kept >= keptLines) continue;
    sums.kept++;
    held.push(line);
  }
}

async function outcomeOf(ctx: Granted<"nudge:send">, sums: Checkpoint, policy: Switches): Promise<ReminderPreview> {
  const supporters = Object.entries(sums.supporters);
  const found = [...supporters.slice(0, shown / 2).map(([staffId, lines]) => ({ staffId, lines })), ...sums.samples].slice(0, shown);
  const samples = await Promise.all(found.map((one) => sampleOf(ctx, one, policy)));
  const { looked, lines, skipped } = sums;
  return {
    day: ctx.today,
    looked,
    mails: sums.learners + supporters.length,
    lines,
    skipped,
    samples: samples.flatMap((one) => (one ? [one] : [])).toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}

async function sampleOf(ctx: Granted<"nudge:send">, { staffId, lines }: z.infer<typeof Found>, policy: Switches) {
  const [person, { state }] = await Promise.all([readPersonNow(ctx, staffId), readReminderRows(ctx, staffId)]);
  if (!person) return undefined;
  const { occasions } = decide(person, policy, { told: {}, stopped: [], signals: [] });
  const said = await sayNow(ctx, person, lines, policy, occasions);
  // The link in a preview is nobody's: what opens their page is in their own mail alone.
  const letter = digestOf(ctx, person, said, {
    ...newState(staffId),
    ...(state?.language && { language: state.language }),
    stopToken: "…",
  });
  return letter && { staffId, name: fullName(person.staff), kinds: kindsIn(letter.lines), subject: letter.subject, body: letter.body };
}
