import type { Context } from "../platform/context.ts";
import { readModule } from "../curriculum/queries.ts";
import type { EvaluationPage } from "./evaluation-contract.ts";
import { changeableUntil, givenOn } from "./evaluation-rules.ts";
import { readEvaluation } from "./queries.ts";

/** What the person said of a module, for themselves alone. */
export async function evaluationPage(ctx: Context, staffId: string, moduleId: string): Promise<EvaluationPage> {
  const module = await readModule(ctx, moduleId);
  const evaluation = await readEvaluation(ctx, staffId, module.id);
  const page = { moduleId: module.id, changeableUntil: changeableUntil(ctx.today) };
  if (!evaluation) return page;
  const on = givenOn(evaluation, ctx.district.zone);
  const until = changeableUntil(on);
  return { ...page, given: { answers: evaluation.answers, on, changeableUntil: until, isClosed: ctx.today > until } };
}
