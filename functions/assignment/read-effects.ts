import { readCatalog } from "../curriculum/queries.ts";
import type { Context } from "../platform/context.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import { findTask } from "../platform/task.ts";
import { readImportRecord } from "../roster/read-imports.ts";
import { effectsTaskId } from "./actions/ask-for-effects.ts";
import type { EffectPerson, EffectsPage, EffectsQuery, ImportEffects } from "./effects-contract.ts";
import { type KeptEffects, type KeptTotals, readChunk, readTotals } from "./effects-files.ts";

const inPage = 100;
const width = 16;

/** What an import asks people to learn and no longer asks, which dates move and what mail follows, counted. */
export async function readImportEffects(ctx: Context, importId: string): Promise<ImportEffects> {
  const { state, plannedAt } = await readImportRecord(ctx, importId);
  const totals = await totalsOf(ctx, importId, plannedAt);
  if (!totals) {
    const isToCome = state === "previewing" || ((state === "previewed" || state === "held") && plannedAt !== undefined);
    if (!isToCome) return { state: "notKnown" };
    const task = plannedAt === undefined ? undefined : await findTask(ctx, effectsTaskId(importId, plannedAt));
    return { state: "working", ...(task && { taskId: task.id }) };
  }
  const titles = await titlesIn(ctx);
  const { on, workedOutAt, people, all, late, mails } = totals;
  const modules = Object.entries(totals.modules).map(([moduleId, one]) => ({ moduleId, title: titles(moduleId), ...one }));
  modules.sort((a, b) => a.moduleId.localeCompare(b.moduleId));
  return { state: "ready", on, workedOutAt, people, all, late, mails, modules };
}

/** A page of the people whose paths an import changes in one way, by name. Without a name to look for it reads one file or two. */
export async function readEffectPeople(ctx: Context, importId: string, { kind, name = "", from }: EffectsQuery): Promise<EffectsPage> {
  const { plannedAt } = await readImportRecord(ctx, importId);
  const totals = await totalsOf(ctx, importId, plannedAt);
  if (!totals) return { people: [], from, total: 0 };
  const titles = await titlesIn(ctx);
  const inList = async (chunk: number): Promise<EffectPerson[]> => peopleIn(await readChunk(ctx, importId, chunk), kind, titles);
  if (name !== "") {
    const found = new Map<number, EffectPerson[]>();
    const wanted = name.toLowerCase();
    await sideBySide([...totals.chunks.keys()], width, async (chunk) => {
      const people = (await inList(chunk)).filter((one) => one.name.toLowerCase().includes(wanted));
      found.set(chunk, people);
    });
    const all = [...totals.chunks.keys()].flatMap((chunk) => found.get(chunk) ?? []);
    return { people: all.slice(from, from + inPage), from, total: all.length };
  }
  const people: EffectPerson[] = [];
  let before = 0;
  for (const [chunk, counts] of totals.chunks.entries()) {
    const after = before + counts[kind];
    const isAsked = after > from && before < from + inPage;
    if (isAsked) people.push(...(await inList(chunk)).slice(Math.max(0, from - before), from + inPage - before));
    before = after;
  }
  return { people, from, total: totals.people[kind] };
}

/** What was worked out of the preview that the import's page shows; of an earlier one it would be something else. */
async function totalsOf(ctx: Context, importId: string, plannedAt: string | undefined): Promise<KeptTotals | undefined> {
  const totals = plannedAt === undefined ? undefined : await readTotals(ctx, importId);
  return totals?.plannedAt === plannedAt ? totals : undefined;
}

async function titlesIn(ctx: Context): Promise<(moduleId: string) => string> {
  const titles = new Map((await readCatalog(ctx)).modules.map(({ id, title }) => [id, title]));
  return (moduleId) => titles.get(moduleId) ?? moduleId;
}

function peopleIn(chunk: KeptEffects | undefined, kind: EffectsQuery["kind"], titles: (moduleId: string) => string): EffectPerson[] {
  if (!chunk) return [];
  return chunk.people.flatMap(({ outcome, ...person }) => {
    const modules = chunk.outcomes[outcome]?.[kind] ?? [];
    return modules.length === 0 ? [] : [{ ...person, modules: modules.map((one) => ({ ...one, title: titles(one.moduleId) })) }];
  });
}
