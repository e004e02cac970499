import { queryOptions } from "@tanstack/react-query";
import type { CreditRulesPage } from "../../functions/credit/rule-contract.ts";
import { ask, client } from "../app/api.ts";

/** What hours are counted for, with everyone who changed it. */
export const creditRulesQuery = queryOptions({
  queryKey: ["credit-rules"],
  queryFn: (): Promise<CreditRulesPage> => ask(client.api.credit.rules.$get()),
  // What is being written on is not exchanged under the writer's hands; the edition says if it went out of date.
  refetchOnWindowFocus: false,
});
