import type { Context } from "../platform/context.ts";
import type { LocalDate } from "../platform/dates.ts";
import { notFound } from "../platform/errors.ts";
import type { Versioned } from "../platform/record.ts";
import { ModuleAnswers, ModuleContent } from "./content.ts";
import { type AuthoringModule, type AuthoringPage, type CompiledPreview, type EditionView, SourceFiles } from "./contract.ts";
import { editionInForce, isLocalModule } from "./edition-rules.ts";
import { readEditionIndex, readGlossary, shippedCatalog } from "./queries.ts";
import { type Draft, draftAddress, drafts, type Edition, editionAddress, editions, type EditionIndex, type IndexEntry } from "./records.ts";

/** Every module an administrator may adapt, shipped or local, and how the district's own text of it stands. */
export async function authoringList(ctx: Context): Promise<AuthoringModule[]> {
  const [{ modules: shipped }, index] = await Promise.all([shippedCatalog({ content: ctx.content }), readEditionIndex(ctx)]);
  const local = Object.keys(index.modules).filter(isLocalModule).toSorted();
  return [
    ...shipped.map(({ id, title, minutes }) => lineOf(ctx, index, { moduleId: id, title, minutes, isLocal: false })),
    ...local.map((id) => lineOf(ctx, index, { moduleId: id, title: index.modules[id]?.title ?? id, minutes: 0, isLocal: true })),
  ];
}

function lineOf(
  { today }: Context,
  index: EditionIndex,
  base: Pick<AuthoringModule, "moduleId" | "title" | "minutes" | "isLocal">,
): AuthoringModule {
  const own = index.modules[base.moduleId];
  const entries = own?.editions ?? [];
  const entry = editionInForce(entries, today);
  const scheduled = entries.filter(({ publishOn }) => publishOn > today).map(({ publishOn }) => publishOn);
  return {
    ...base,
    title: entry?.module?.title ?? base.title,
    minutes: entry?.module?.minutes ?? base.minutes,
    hasDraft: own?.hasDraft ?? false,
    edition: entry?.module && entry.number,
    scheduledOn: scheduled.toSorted()[0],
  };
}

/** All that an administrator needs to adapt a module; `not-found` for an id that is neither shipped nor the district's own. */
export async function authoringPage(ctx: Context, moduleId: string): Promise<AuthoringPage> {
  const [shipped, index, draft] = await Promise.all([shippedSources(ctx, moduleId), readEditionIndex(ctx), readDraft(ctx, moduleId)]);
  const entries = index.modules[moduleId]?.editions ?? [];
  if (!shipped && !index.modules[moduleId]) throw notFound("module");
  const inForce = editionInForce(entries, ctx.today);
  const [current, rows] = await Promise.all([
    inForce && readEditionRow(ctx, moduleId, inForce.number),
    Promise.all(entries.map(({ number }) => readEditionRow(ctx, moduleId, number))),
  ]);
  return {
    moduleId,
    isLocal: isLocalModule(moduleId),
    shipped: shipped ?? {},
    current: { ...shipped, ...current?.files },
    draft: draft && !draft.isDone ? { files: draft.files, savedAt: draft.savedAt, savedBy: draft.savedBy } : undefined,
    version: draft?.version ?? 0,
    editions: rows.map((row, i) => editionView(row, entries[i], inForce, ctx.today)).toReversed(),
  };
}

function editionView(row: Edition, entry: IndexEntry | undefined, inForce: IndexEntry | undefined, today: LocalDate): EditionView {
  const { number, publishedAt, publishedBy, note, content } = row;
  const publishOn = entry?.publishOn ?? today;
  const state = number === inForce?.number ? "inForce" : publishOn > today ? "scheduled" : "past";
  return { number, state, isOriginal: content === undefined, publishOn, publishedAt, publishedBy, note, again: entry?.again ?? [] };
}

/** One edition's row; `not-found` when there is none of that number. */
export async function readEditionRow(ctx: Context, moduleId: string, number: number): Promise<Edition & Versioned> {
  const edition = await ctx.table.get(editions, editionAddress(moduleId, number));
  if (!edition) throw notFound("edition");
  return edition;
}

/** The files of one edition, those it took over from the shipped module included. */
export async function editionTexts(ctx: Context, moduleId: string, number: number): Promise<{ number: number; files: SourceFiles }> {
  const { files } = await readEditionRow(ctx, moduleId, number);
  return { number, files: { ...(await shippedSources(ctx, moduleId)), ...files } };
}

/** A module's draft, or the empty row that the last one left. */
export async function readDraft(ctx: Context, moduleId: string): Promise<(Draft & Versioned) | undefined> {
  return ctx.table.get(drafts, draftAddress(moduleId));
}

/** The source files of a shipped module; undefined for a local one. */
export async function shippedSources(ctx: Context, moduleId: string): Promise<SourceFiles | undefined> {
  const { modules } = await shippedCatalog({ content: ctx.content });
  if (!modules.some(({ id }) => id === moduleId)) return undefined;
  return SourceFiles.parse(await ctx.content.readJson(`sources/${moduleId}.json`));
}

/** Compiles texts as the build does: what is wrong with them and, when nothing is, the module they make. */
export async function compilePreview(ctx: Context, moduleId: string, files: SourceFiles): Promise<CompiledPreview> {
  const [{ modules }, index, glossary] = await Promise.all([
    shippedCatalog({ content: ctx.content }),
    readEditionIndex(ctx),
    readGlossary({ content: ctx.content }),
  ]);
  const moduleIds = [...modules.map(({ id }) => id), ...Object.keys(index.modules)].filter((id) => id !== moduleId);
  const { content, answers, problems } = await ctx.compileModule(files, { moduleIds, terms: glossary.terms });
  const module = content === undefined ? undefined : ModuleContent.parse(content);
  if (module && module.id !== moduleId) {
    const message = `the module's id is \`${module.id}\``;
    return {
      problems: [{ file: "module.yaml", line: 1, column: 1, severity: "error", message, fix: `Write \`id: ${moduleId}\`.` }, ...problems],
    };
  }
  return { problems, module, answers: answers === undefined ? undefined : ModuleAnswers.parse(answers) };
}
