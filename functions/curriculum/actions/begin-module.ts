import { commit } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import type { AuthoringPage } from "../contract.ts";
import { nextLocalId } from "../edition-rules.ts";
import { moduleTemplate } from "../module-template.ts";
import { readEditionIndex } from "../queries.ts";
import { drafts, editionIndexes } from "../records.ts";
import { nameOf, newEntry, withModule } from "./save-draft.ts";

/** Begins a module of the district's own: a draft with every part named, and an id that no other module ever gets. */
export async function beginModule(ctx: Granted<"content:write">, input: { title: string }): Promise<AuthoringPage> {
  const index = await readEditionIndex(ctx);
  const moduleId = nextLocalId(index);
  const files = moduleTemplate(moduleId, input.title);
  const draft = { moduleId, files, savedAt: ctx.now.toISOString(), savedBy: nameOf(ctx) };
  const entry = { ...newEntry(input.title), hasDraft: true };
  return commit(ctx, {
    action: "module.begun",
    subject: `module:${moduleId}`,
    writes: [drafts.put({ ...draft, version: 0 }), editionIndexes.put({ ...withModule(index, moduleId, entry), version: index.version })],
    after: { title: input.title },
    result: { moduleId, isLocal: true, shipped: {}, current: {}, draft, version: 1, editions: [] },
  });
}
