import type { ContentSource, Context } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import type { Language } from "../platform/language.ts";
import { Catalog, ModuleAnswers, ModuleContent } from "./content.ts";
import type { CatalogView } from "./contract.ts";
import { changedLessons, editionInForce, modulesOfDistrict, withChanges } from "./edition-rules.ts";
import { type EditionIndex, editionAddress, editionIndexAddress, editionIndexes, editions } from "./records.ts";
import { CommonModel, Glossary } from "./reference-content.ts";

/** Where shipped content is read from, and in which language; English where none is named. */
type Reader = { content: ContentSource; language?: Language };

const read = new WeakMap<object, Map<string, Promise<unknown>>>();

/** What never changes while a process lives is read and parsed once: shipped files, and editions by their number. */
function once<T>(owner: object, name: string, load: () => Promise<T>): Promise<T> {
  let held = read.get(owner);
  if (!held) read.set(owner, (held = new Map()));
  let loaded = held.get(name);
  if (!loaded) {
    loaded = load();
    loaded.catch(() => held.delete(name));
    held.set(name, loaded);
  }
  return loaded as Promise<T>;
}

function shippedFile<T>({ content }: Reader, path: string, parse: (json: unknown) => T): Promise<T> {
  return once(content, path, async () => parse(await content.readJson(path)));
}

const folderOf = (language: Language | undefined): string => (language === undefined || language === "en" ? "" : `${language}/`);

/** Every module and path of this build, whatever a district made of them. */
export function shippedCatalog(reader: Reader): Promise<Catalog> {
  return shippedFile(reader, `${folderOf(reader.language)}catalog.json`, (json) => Catalog.parse(json));
}

/** A module as it was shipped, in the reader's language where it is translated; `not-found` for an id that was not shipped. */
export async function shippedModule(reader: Reader, moduleId: string): Promise<ModuleContent> {
  return shippedFile(reader, `${await folderOfModule(reader, moduleId)}modules/${moduleId}.json`, (json) => ModuleContent.parse(json));
}

/** The item bank of a shipped module with its keys; never sent to a learner's browser. */
export async function shippedAnswers(reader: Reader, moduleId: string): Promise<ModuleAnswers> {
  return shippedFile(reader, `${await folderOfModule(reader, moduleId)}answers/${moduleId}.json`, (json) => ModuleAnswers.parse(json));
}

async function folderOfModule(reader: Reader, moduleId: string): Promise<string> {
  const module = (await shippedCatalog(reader)).modules.find(({ id }) => id === moduleId);
  if (!module) throw notFound("module");
  return folderOf(module.language);
}

/** The district's editions: one small row, read at most once in a request. */
export async function readEditionIndex(ctx: Context): Promise<EditionIndex & { version: number }> {
  return once(ctx, "editions", async () => (await ctx.table.get(editionIndexes, editionIndexAddress)) ?? { modules: {}, version: 0 });
}

/** The same context for whoever reads in a language; the district's editions are not read again for it. */
export function speaking<C extends Context>(ctx: C, language: Language): C {
  if (ctx.language === language) return ctx;
  const other = { ...ctx, language };
  void once(other, "editions", () => readEditionIndex(ctx)).catch(() => undefined);
  return other;
}

/** The title of a module in each language, for what is written to somebody who may read in another than whoever acts. */
export async function readModuleTitles(ctx: Context, moduleId: string): Promise<Record<Language, string>> {
  const titleIn = async (language: Language): Promise<string> =>
    (await readCatalog(speaking(ctx, language))).modules.find(({ id }) => id === moduleId)?.title ?? noLongerThere[language];
  const [en, es] = await Promise.all([titleIn("en"), titleIn("es")]);
  return { en, es };
}

const noLongerThere: Record<Language, string> = { en: "a module that is no longer there", es: "un módulo que ya no está" };

/** Every module and path as the district has them today, in the person's language where it is translated. */
export async function readCatalog(ctx: Context): Promise<Catalog> {
  const [shipped, index] = await Promise.all([shippedCatalog(ctx), readEditionIndex(ctx)]);
  if (Object.keys(index.modules).length === 0) return shipped;
  return once(ctx, "catalog", async () => ({ ...shipped, modules: modulesOfDistrict(shipped.modules, index, ctx.today) }));
}

/** The readable whole of a module as the district has it today; `not-found` for an id the catalogue does not hold. */
export async function readModule(ctx: Context, moduleId: string): Promise<ModuleContent> {
  const { modules } = await readEditionIndex(ctx);
  const entries = modules[moduleId]?.editions ?? [];
  const entry = editionInForce(entries, ctx.today);
  const module = entry?.module ? (await readEdition(ctx, moduleId, entry.number)).content : await shippedModule(ctx, moduleId);
  return withChanges(module, changedLessons(entries, ctx.today));
}

/** The item bank with its keys; never sent to a learner's browser. */
export async function readAnswers(ctx: Context, moduleId: string): Promise<ModuleAnswers> {
  const { modules } = await readEditionIndex(ctx);
  const entry = editionInForce(modules[moduleId]?.editions ?? [], ctx.today);
  return entry?.module ? (await readEdition(ctx, moduleId, entry.number)).answers : shippedAnswers(ctx, moduleId);
}

/** What an edition compiled to. Its row never changes, so a process reads it once. */
function readEdition(ctx: Context, moduleId: string, number: number): Promise<{ content: ModuleContent; answers: ModuleAnswers }> {
  return once(ctx.content, `${ctx.district.id}/${moduleId}/${number}`, async () => {
    const edition = await ctx.table.get(editions, editionAddress(moduleId, number));
    if (edition?.content === undefined || edition.answers === undefined) throw new Error(`edition ${number} of ${moduleId} has no content`);
    return {
      content: { ...ModuleContent.parse(JSON.parse(edition.content)), edition: number },
      answers: ModuleAnswers.parse(JSON.parse(edition.answers)),
    };
  });
}

/** Every module and path, as pickers and lists show them. */
export async function catalogView(ctx: Context): Promise<CatalogView> {
  const { modules, paths } = await readCatalog(ctx);
  const minutesOf = new Map(modules.map(({ id, minutes }) => [id, minutes]));
  return {
    modules,
    paths: paths.map(({ id, title, role, summary, modules: steps }) => ({
      id,
      title,
      role,
      summary,
      minutes: steps.reduce((sum, step) => sum + (minutesOf.get(step.id) ?? 0), 0),
      modules: steps,
    })),
  };
}

/** The glossary in the person's language; a term that is not translated stands in English. */
export function readGlossary(ctx: Reader): Promise<Glossary> {
  return shippedFile(ctx, `${folderOf(ctx.language)}glossary.json`, (json) => Glossary.parse(json));
}

/** The Common Model as a district first finds it. */
export function readCommonModel(ctx: Reader): Promise<CommonModel> {
  return shippedFile(ctx, "model.json", (json) => CommonModel.parse(json));
}

/** The search index of shipped content, as MiniSearch serialized it. */
export function readSearchIndex(ctx: Reader): Promise<unknown> {
  return shippedFile(ctx, `${folderOf(ctx.language)}search.json`, (json) => json);
}
