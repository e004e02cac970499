import { commit } from "../../platform/commit.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { readCatalog } from "../../curriculum/queries.ts";
import type { DefinitionInput } from "../decision-contract.ts";
import { certificationOf } from "../ladder-rules.ts";
import { definitionProblems } from "../choice-rules.ts";
import { findDefinition } from "../read-definitions.ts";
import { definitionEditions } from "../records.ts";

/**
 * Saves the district's own choices for a certification as its next edition. Certificates keep the edition they were
 * earned by, with its dates; windows that are open stay open. Whoever read an older edition gets a `conflict`.
 */
export async function chooseDefinition(
  ctx: Granted<"certification:write">,
  { certificationId, version, choices, reason }: DefinitionInput & { certificationId: string },
): Promise<void> {
  const [before, catalog] = await Promise.all([findDefinition(ctx, certificationId), readCatalog(ctx)]);
  if (!before || !certificationOf(certificationId)) throw notFound("certification");
  if (before.version !== version)
    throw new AppError(
      "conflict",
      "Someone saved this certification since you opened it. Reload to see it; what you wrote is still on this page.",
    );
  const fields = definitionProblems(certificationId, choices, catalog);
  if (fields.length > 0) throw new AppError("invalid-input", "Put right what is marked and save again. Nothing was saved.", { fields });
  const { actor } = ctx;
  const edition = {
    certificationId,
    edition: version + 1,
    choices,
    savedBy: actor.kind === "person" ? actor.name : ctx.district.name,
    savedAt: ctx.now.toISOString(),
    reason,
  };
  await commit(ctx, {
    action: "certification.changed",
    subject: `certification:${certificationId}`,
    writes: [definitionEditions.put({ ...edition, version: 0 })],
    before: { version: before.version },
    after: edition,
    result: null,
  });
}
