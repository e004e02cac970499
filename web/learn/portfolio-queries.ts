import { queryOptions } from "@tanstack/react-query";
import type { PortfolioPage } from "../../functions/portfolio/contract.ts";
import type { ReferenceRequests } from "../../functions/portfolio/reference-contract.ts";
import { ask, client } from "../app/api.ts";

/** The signed-in person's portfolio. */
export const portfolioQuery = queryOptions({
  queryKey: ["portfolio"],
  queryFn: (): Promise<PortfolioPage> => ask(client.api.my.portfolio.$get()),
});

/** The recommendations that colleagues ask one for. */
export const requestsQuery = queryOptions({
  queryKey: ["reference-requests"],
  queryFn: (): Promise<ReferenceRequests> => ask(client.api.my["reference-requests"].$get()),
});
