import { queryOptions } from "@tanstack/react-query";
import type { CreditPage } from "../../functions/credit/contract.ts";
import { ask, client } from "../app/api.ts";

/** The signed-in person's hours. */
export const hoursQuery = queryOptions({
  queryKey: ["hours"],
  queryFn: (): Promise<CreditPage> => ask(client.api.my.credit.$get()),
});
