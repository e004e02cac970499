import { notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { purgeReference } from "../../portfolio/actions/purge-reference.ts";
import type { PurgedReference } from "../../portfolio/reference-contract.ts";
import { readApplicationPage } from "../read-applications.ts";

/** Empties a recommendation that an application rests on, for whoever reads it there; `not-found` for anyone else. */
export async function purgeRecommendation(
  ctx: Granted<"application:review">,
  input: { staffId: string; certificationId: string; referenceId: string; reason: string },
): Promise<PurgedReference> {
  const { restsOn } = await readApplicationPage(ctx, input);
  if (restsOn?.recommendations.some(({ id }) => id === input.referenceId) !== true) throw notFound("recommendation");
  return purgeReference(ctx, input);
}
