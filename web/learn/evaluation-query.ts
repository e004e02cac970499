import { queryOptions } from "@tanstack/react-query";
import type { EvaluationPage } from "../../functions/learning/evaluation-contract.ts";
import { ask, client } from "../app/api.ts";

/** What one said of a module. */
export const evaluationQuery = (moduleId: string) =>
  queryOptions({
    queryKey: ["evaluation", moduleId],
    queryFn: (): Promise<EvaluationPage> => ask(client.api.modules[":moduleId"].evaluation.$get({ param: { moduleId } })),
  });
