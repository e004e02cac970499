import { isDeepStrictEqual } from "node:util";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { HrMapping } from "../mapping-contract.ts";
import { missingFields } from "../columns-contract.ts";
import { importMappings } from "../mapping-records.ts";

/** Keeps how files with these headers are read, so that the next one is read without asking. Saving it unchanged writes nothing. */
export async function saveMapping(ctx: Granted<"roster:write">, input: { signature: string; mapping: HrMapping }): Promise<HrMapping> {
  const { signature, mapping } = input;
  const missing = missingFields(mapping);
  if (missing.length > 0)
    throw new AppError("invalid-input", "Some columns are still to be chosen. The mapping was not saved.", {
      fields: missing.map((field) => ({ path: `json.columns.${field}`, message: "Choose a column." })),
    });
  return retryOnConflict(async () => {
    const before = await ctx.table.get(importMappings, { of: "IMPMAP", at: signature });
    if (before && isDeepStrictEqual(before.mapping, mapping)) return mapping;
    const after = {
      signature,
      mapping,
      savedBy: ctx.actor.kind === "person" ? ctx.actor.staffId : ctx.actor.name,
      savedAt: ctx.now.toISOString(),
    };
    return commit(ctx, {
      action: "mapping.saved",
      subject: `mapping:${signature}`,
      writes: [importMappings.put({ ...after, version: before?.version ?? 0 })],
      before: before?.mapping,
      after: mapping,
      result: mapping,
    });
  });
}
