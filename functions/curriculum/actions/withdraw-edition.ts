import { commit } from "../../platform/commit.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { authoringPage } from "../authoring-queries.ts";
import type { AuthoringPage } from "../contract.ts";
import { readEditionIndex } from "../queries.ts";
import { editionIndexes } from "../records.ts";
import { withModule } from "./save-draft.ts";

/** Takes back an edition whose day has not come. Its text stays on record; its number is not used again. */
export async function withdrawEdition(ctx: Granted<"content:write">, input: { moduleId: string; number: number }): Promise<AuthoringPage> {
  const { moduleId, number } = input;
  const [index, page] = await Promise.all([readEditionIndex(ctx), authoringPage(ctx, moduleId)]);
  const own = index.modules[moduleId];
  const entry = own?.editions.find((one) => one.number === number);
  if (!own || !entry) throw notFound("edition");
  if (entry.publishOn <= ctx.today)
    throw new AppError("conflict", "This edition is in force already. Go back to an earlier one instead; nothing is lost by it.");
  const next = { ...own, editions: own.editions.filter((one) => one !== entry) };
  return commit(ctx, {
    action: "edition.withdrawn",
    subject: `module:${moduleId}`,
    writes: [editionIndexes.put({ ...withModule(index, moduleId, next), version: index.version })],
    before: { number, publishOn: entry.publishOn },
    result: { ...page, editions: page.editions.filter((one) => one.number !== number) },
  });
}
