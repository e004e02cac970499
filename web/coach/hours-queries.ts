import { queryOptions } from "@tanstack/react-query";
import type { CreditPage, OutsideQueue } from "../../functions/credit/contract.ts";
import { ask, client } from "../app/api.ts";

/** The courses that wait for the reader's approval. */
export const outsideQueueQuery = queryOptions({
  queryKey: ["hours", "queue"],
  queryFn: (): Promise<OutsideQueue> => ask(client.api.credit.outside.$get()),
});

/** Another person's hours. */
export const personHoursQuery = (staffId: string) =>
  queryOptions({
    queryKey: ["person", staffId, "hours"],
    queryFn: (): Promise<CreditPage> => ask(client.api.staff[":staffId"].credit.$get({ param: { staffId } })),
  });
