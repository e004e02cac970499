import * as z from "zod";
import type { Catalog } from "../../curriculum/content.ts";
import { readCatalog } from "../../curriculum/queries.ts";
import { enrollmentsFrom } from "../../learning/queries.ts";
import type { Context } from "../../platform/context.ts";
import { addDays, type LocalDate } from "../../platform/dates.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { type Step, taskKind } from "../../platform/task.ts";
import type { Item } from "../../platform/table.ts";
import { calendarOf } from "../../roster/calendar-rules.ts";
import { type RosterEffect, staffAfter } from "../../roster/effect-rules.ts";
import { staffFrom } from "../../roster/queries.ts";
import { readEffects, readEffectsChunk, readImportRecord } from "../../roster/read-imports.ts";
import type { School, Staff } from "../../roster/records.ts";
import { statusOn } from "../../roster/rules.ts";
import type { AssignmentInForce } from "../contract.ts";
import { changesAnything, likeness, noEffects, type PathOutcome, type RunningTotals, withChunk } from "../effect-totals-rules.ts";
import { keepChunk, keepTotals, type KeptEffects } from "../effects-files.ts";
import { ledgerChanges } from "../membership-rules.ts";
import type { ExpectedMail, ForecastMail } from "../mail-forecast.ts";
import { pathChanges, withLines } from "../path-change-rules.ts";
import type { PreviewedModule } from "../person-contract.ts";
import { assignmentsFrom, decisionsFrom } from "../queries.ts";
import type { Source } from "../records.ts";
import { readRuleBook, type RuleBook } from "../rule-queries.ts";
import { assignmentsInForce } from "../rules.ts";
import { ruleFacts } from "./apply-rules-to-person.ts";

/** Reads alone, a few at a time. */
const width = 12;

const Input = z.object({ importId: z.string(), plannedAt: z.string() });
type Input = z.infer<typeof Input>;
type Checkpoint = { done: number; totals: RunningTotals };
type Outcome = { outcome: "workedOut" | "overtaken" };

const overtaken: Step<Checkpoint, Outcome> = { outcome: { outcome: "overtaken" } };

/**
 * Works out what an import asks people to learn and no longer asks, which dates move and what mail follows: by the rules as
 * they are and the very functions that apply them, some hundred people a step. It writes nothing but files of the import.
 * A preview that a person has acted on meanwhile is left: from then on people are no longer as they were.
 */
export const importEffectsTask = (forecastMail: ForecastMail) =>
  taskKind<"assignment", "assignment:write", Input, Checkpoint, Outcome>({
    name: "import-effects",
    job: "assignment",
    permission: "assignment:write",
    input: Input,
    checkpoint: z.custom<Checkpoint>(),
    step: async (ctx, { input, checkpoint }) => {
      const index = await readEffects(ctx, input.importId);
      if (!index || !(await isCurrent(ctx, input))) return overtaken;
      const mail = await forecastMail(ctx);
      const totals = checkpoint?.totals ?? noEffects(addDays(ctx.today, 1), mail.areRemindersOn);
      const chunk = totals.chunks.length;
      if (chunk >= index.chunks) {
        await keepTotals(ctx, input.importId, { ...totals, plannedAt: input.plannedAt, workedOutAt: ctx.now.toISOString() });
        return { outcome: { outcome: "workedOut" } };
      }
      const ground = await groundOf(ctx, index.schools, totals.on, mail.expect);
      const people = await readEffectsChunk(ctx, input.importId, chunk);
      const effects = await effectsOn(ctx, ground, people);
      // Asked once more, now that everyone was read: nobody had been changed by then.
      if (!(await isCurrent(ctx, input))) return overtaken;
      await keepChunk(ctx, input.importId, chunk, kept(effects));
      const done = (checkpoint?.done ?? 0) + people.length;
      return { checkpoint: { done, totals: withChunk(totals, effects) }, done, total: index.people };
    },
  });

async function isCurrent(ctx: Context, { importId, plannedAt }: Input): Promise<boolean> {
  const record = await readImportRecord(ctx, importId);
  return (record.state === "previewed" || record.state === "held") && record.plannedAt === plannedAt;
}

/** What all effects rest on beside the people. Roles that end with an import count until the evening: paths are compared on the day after. */
type Ground = {
  book: RuleBook;
  catalog: Catalog;
  today: LocalDate;
  on: LocalDate;
  expect: Awaited<ReturnType<ForecastMail>>["expect"];
};

async function groundOf(ctx: Context, schools: readonly School[], on: LocalDate, expect: Ground["expect"]): Promise<Ground> {
  const [book, catalog] = await Promise.all([readRuleBook(ctx, schools), readCatalog(ctx)]);
  return { book, catalog, today: addDays(on, -1), on, expect };
}

type Effect = { person: RosterEffect; outcome: PathOutcome; mail: ExpectedMail };

/** What follows for each of these people, in their order. Of newcomers who are alike one is worked out for all. */
async function effectsOn(ctx: Context, ground: Ground, people: readonly RosterEffect[]): Promise<Effect[]> {
  const effects = new Map<RosterEffect, Effect>();
  const alike = new Map<string, Promise<Omit<Effect, "person">>>();
  await sideBySide(people, width, async (person) => {
    if (!person.isNew) return void effects.set(person, { person, ...(await effectOn(ctx, ground, person, await rowsOf(ctx, person))) });
    const like = likeness(staffAfter(undefined, person), ground.book);
    const working = alike.get(like) ?? effectOn(ctx, ground, person, []);
    alike.set(like, working);
    effects.set(person, { person, ...(await working) });
  });
  return people.flatMap((person) => effects.get(person) ?? []);
}

const rowsOf = (ctx: Context, { staffId }: RosterEffect): Promise<Item[]> => ctx.table.collection(`U#${staffId}`);

async function effectOn(ctx: Context, ground: Ground, person: RosterEffect, items: Item[]): Promise<Omit<Effect, "person">> {
  const { book, today } = ground;
  const before = staffFrom(items);
  const after = staffAfter(before, person);
  const ledger = assignmentsFrom(items);
  const facts = ruleFacts(ctx, after, items);
  const input = { facts, rules: book.rules, ledger, schools: book.schools, today, at: ctx.now.toISOString() };
  // A rule that cannot be worked out asks for nothing, then as now.
  const next = withLines(
    ledger,
    ledgerChanges(input, () => {}),
  );
  const inForce = (staff: Staff | undefined, lines: readonly Source[]): AssignmentInForce[] => inForceOn(ctx, ground, staff, lines, items);
  const { assigned, removed, redated } = pathChanges(inForce(before, ledger), inForce(after, next));
  return {
    outcome: { assigned: assigned.map(untitled), removed: removed.map(untitled), redated: redated.map(untitled) },
    mail: await ground.expect({ items, before, after, ledger: next }),
  };
}

/** Of someone who works here no more, nothing is asked. */
function inForceOn(
  ctx: Context,
  { catalog, on }: Ground,
  staff: Staff | undefined,
  lines: readonly Source[],
  items: Item[],
): AssignmentInForce[] {
  if (!staff || statusOn(staff, on) === "left") return [];
  const calendar = calendarOf(staff, ctx.district, on);
  const known = { decisions: decisionsFrom(items), enrollments: enrollmentsFrom(items) };
  return assignmentsInForce({ sources: lines, ...known, catalog, staff, calendar, today: on });
}

const untitled = <Module extends PreviewedModule>({ title: _, ...module }: Module): Omit<Module, "title"> => module;

/** The people whose paths change, with each outcome once. */
function kept(effects: readonly Effect[]): KeptEffects {
  const outcomes: PathOutcome[] = [];
  const places = new Map<PathOutcome, number>();
  const people = effects.flatMap(({ person: { staffId, name, schools, roles }, outcome }) => {
    if (!changesAnything(outcome)) return [];
    const place = places.get(outcome) ?? outcomes.push(outcome) - 1;
    places.set(outcome, place);
    return [{ staffId, name, schools, roles, outcome: place }];
  });
  return { outcomes, people };
}
