import { commit } from "../../platform/commit.ts";
import { type LocalDate, startOfDay } from "../../platform/dates.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { CatalogModule, type ModuleAnswers, type ModuleContent } from "../content.ts";
import { authoringPage, compilePreview, readDraft, readEditionRow, shippedSources } from "../authoring-queries.ts";
import type { AuthoringPage, SourceFiles } from "../contract.ts";
import { changedFiles, isLocalModule } from "../edition-rules.ts";
import { readEditionIndex, shippedModule } from "../queries.ts";
import { editionIndexes, editions, type IndexEntry } from "../records.ts";
import { emptied, nameOf, newEntry, requireVersion, withModule } from "./save-draft.ts";

type Words = { note: string; again: string[] };

/**
 * Publishes the draft as the module's next edition, in force from `publishOn`. What compiles with an error is refused
 * and the draft stays. Whoever completed the module stays so; `again` asks those who had read a lesson to read it again.
 */
export async function publishEdition(
  ctx: Granted<"content:write">,
  input: Words & { moduleId: string; version: number; publishOn: LocalDate },
): Promise<AuthoringPage> {
  const { moduleId } = input;
  const draft = await readDraft(ctx, moduleId);
  if (!draft || draft.isDone) throw new AppError("not-ready", "There is no draft to publish. Write something first.");
  requireVersion(draft.version, input.version);
  if (input.publishOn < ctx.today) throw invalid("publishOn", "Choose today or a later day.");
  const compiled = await compiledOrRefused(ctx, moduleId, draft.files);
  return publish(ctx, { ...input, files: draft.files, compiled, emptied: emptied(draft), restores: undefined });
}

/**
 * Goes back to an earlier edition, or to the module as it was shipped, from today: a new edition with the old text, so
 * that nothing that was ever in force is lost.
 */
export async function restoreEdition(
  ctx: Granted<"content:write">,
  input: Words & { moduleId: string; number?: number | undefined },
): Promise<AuthoringPage> {
  const { moduleId, number } = input;
  if (number === undefined && isLocalModule(moduleId)) throw invalid("number", "Choose an edition: a local module has no shipped text.");
  const row = number === undefined ? undefined : await readEditionRow(ctx, moduleId, number);
  const files = row && { ...(await shippedSources(ctx, moduleId)), ...row.files };
  const isShippedAgain = row?.content === undefined;
  const compiled = isShippedAgain ? undefined : await compiledOrRefused(ctx, moduleId, files ?? {});
  return publish(ctx, {
    ...input,
    publishOn: ctx.today,
    files: isShippedAgain ? {} : (files ?? {}),
    compiled,
    emptied: undefined,
    restores: number ?? 0,
  });
}

async function compiledOrRefused(ctx: Granted<"content:write">, moduleId: string, files: SourceFiles) {
  const { module, answers, problems } = await compilePreview(ctx, moduleId, files);
  if (module && answers) return { module, answers };
  const fields = problems
    .filter(({ severity }) => severity === "error")
    .map(({ file, line, column, message, fix }) => ({ path: `${file}:${line}:${column}`, message: `${message}. ${fix}` }));
  throw new AppError("invalid-input", "The text has mistakes, so it was not published. The draft is kept.", { fields });
}

type Publication = Words & {
  moduleId: string;
  publishOn: LocalDate;
  files: SourceFiles;
  compiled: { module: ModuleContent; answers: ModuleAnswers } | undefined;
  emptied: ReturnType<typeof emptied> | undefined;
  restores: number | undefined;
};

async function publish(ctx: Granted<"content:write">, one: Publication): Promise<AuthoringPage> {
  const { moduleId, publishOn, files, compiled, note, again } = one;
  const [index, shipped, page] = await Promise.all([readEditionIndex(ctx), shippedSources(ctx, moduleId), authoringPage(ctx, moduleId)]);
  const lessons = compiled?.module.lessons ?? (await shippedModule({ content: ctx.content }, moduleId)).lessons;
  const unknown = again.find((id) => !lessons.some((lesson) => lesson.id === id));
  if (unknown !== undefined) throw invalid("again", `The module has no lesson "${unknown}".`);
  const own = index.modules[moduleId] ?? newEntry("");
  const number = own.lastNumber + 1;
  const entry: IndexEntry = {
    number,
    publishOn,
    ...(compiled && { module: CatalogModule.parse(compiled.module) }),
    again,
    // What begins today begins now; what begins later, with its day.
    againAt: publishOn === ctx.today ? ctx.now.toISOString() : startOfDay(publishOn, ctx.district.zone).toISOString(),
  };
  const edition = {
    moduleId,
    number,
    files: compiled ? changedFiles(files, shipped ?? {}) : {},
    ...(compiled && { content: JSON.stringify(compiled.module), answers: JSON.stringify(compiled.answers) }),
    publishedAt: ctx.now.toISOString(),
    publishedById: signedInStaffId(ctx),
    publishedBy: nameOf(ctx),
    note,
  };
  const title = compiled?.module.title ?? own.title;
  const next = { title, hasDraft: one.emptied ? false : own.hasDraft, lastNumber: number, editions: [...own.editions, entry] };
  const state = publishOn > ctx.today ? ("scheduled" as const) : ("inForce" as const);
  const view = {
    number,
    state,
    isOriginal: !compiled,
    publishOn,
    publishedAt: edition.publishedAt,
    publishedBy: edition.publishedBy,
    note,
    again,
  };
  const earlier =
    state === "inForce" ? page.editions.map((old) => (old.state === "inForce" ? { ...old, state: "past" as const } : old)) : page.editions;
  const { draft: _, ...kept } = page;
  return commit(ctx, {
    action: one.restores === undefined ? "edition.published" : "edition.restored",
    subject: `module:${moduleId}`,
    writes: [
      editions.put({ ...edition, version: 0 }),
      editionIndexes.put({ ...withModule(index, moduleId, next), version: index.version }),
      ...(one.emptied ? [one.emptied] : []),
    ],
    after: {
      number,
      publishOn,
      again,
      note,
      files: Object.keys(edition.files),
      ...(one.restores !== undefined && { restores: one.restores }),
    },
    result: {
      ...(one.emptied ? kept : page),
      version: one.emptied ? page.version + 1 : page.version,
      current: state === "inForce" ? { ...shipped, ...edition.files } : page.current,
      editions: [view, ...earlier],
    },
  });
}

function invalid(path: string, message: string): AppError {
  return new AppError("invalid-input", "Correct what is named and send it again. Nothing was published.", {
    fields: [{ path: `json.${path}`, message }],
  });
}
