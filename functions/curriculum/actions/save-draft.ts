import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Context } from "../../platform/context.ts";
import type { Granted } from "../../platform/grant.ts";
import type { RecordWrite, Versioned } from "../../platform/record.ts";
import type { AuthoringPage, SourceFiles } from "../contract.ts";
import { authoringPage, readDraft } from "../authoring-queries.ts";
import { readEditionIndex } from "../queries.ts";
import { type Draft, drafts, type EditionIndex, editionIndexes } from "../records.ts";

const mostCharacters = 250_000;

/** Keeps what an administrator is writing, right or wrong. A version that is no longer the latest is a `conflict`. */
export async function saveDraft(
  ctx: Granted<"content:write">,
  input: { moduleId: string; files: SourceFiles; version: number },
): Promise<AuthoringPage> {
  const { moduleId, files } = input;
  const page = await authoringPage(ctx, moduleId);
  requireVersion(page.version, input.version);
  if (Object.values(files).reduce((sum, text) => sum + text.length, 0) > mostCharacters)
    throw new AppError("too-large", "The module's texts have more than 250,000 characters together. Split it into two modules.");
  const draft = { moduleId, files, savedAt: ctx.now.toISOString(), savedBy: nameOf(ctx), version: page.version };
  const { version: _, ...kept } = draft;
  return commit(ctx, {
    action: "edition-draft.saved",
    subject: `module:${moduleId}`,
    writes: [drafts.put(draft), ...(await draftFlag(ctx, moduleId, true))],
    after: { files: Object.keys(files) },
    result: { ...page, draft: kept, version: page.version + 1 },
  });
}

/** Throws the draft away; the editions stay as they are. */
export async function discardDraft(ctx: Granted<"content:write">, input: { moduleId: string; version: number }): Promise<AuthoringPage> {
  const { moduleId } = input;
  const [page, draft] = await Promise.all([authoringPage(ctx, moduleId), readDraft(ctx, moduleId)]);
  if (!draft || draft.isDone) return page;
  requireVersion(draft.version, input.version);
  const { draft: _, ...without } = page;
  return commit(ctx, {
    action: "edition-draft.discarded",
    subject: `module:${moduleId}`,
    writes: [emptied(draft), ...(await draftFlag(ctx, moduleId, false))],
    before: { files: draft.files },
    result: { ...without, version: draft.version + 1 },
  });
}

/** Empties a draft that was published or thrown away; its version goes on. */
export function emptied(draft: Draft & Versioned): RecordWrite<"fact"> {
  return drafts.put({ ...draft, files: {}, isDone: true });
}

/** Refuses what was written over another version of the draft than today's. */
export function requireVersion(current: number, seen: number): void {
  if (current === seen) return;
  throw new AppError(
    "conflict",
    "Someone saved this draft while you were writing. Copy your text, reload to see theirs, and put in what is missing.",
  );
}

/** The signed-in person's name, as editions and drafts show it. */
export function nameOf({ actor }: Context): string {
  return actor.name;
}

/** The index's mark that a draft exists; no write where it is right already. */
async function draftFlag(ctx: Context, moduleId: string, hasDraft: boolean): Promise<RecordWrite<"fact">[]> {
  const index = await readEditionIndex(ctx);
  const own = index.modules[moduleId];
  if ((own?.hasDraft ?? false) === hasDraft) return [];
  return [editionIndexes.put({ ...withModule(index, moduleId, { ...(own ?? newEntry("")), hasDraft }), version: index.version })];
}

/** A module's first entry in the index. */
export const newEntry = (title: string): EditionIndex["modules"][string] => ({ title, hasDraft: false, lastNumber: 0, editions: [] });

/** The index with one module's entry replaced. */
export function withModule(index: EditionIndex, moduleId: string, entry: EditionIndex["modules"][string]): EditionIndex {
  return { modules: { ...index.modules, [moduleId]: entry } };
}
