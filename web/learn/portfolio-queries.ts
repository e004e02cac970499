import { queryOptions } from "@tanstack/react-query";
import type { PortfolioPage } from "../../functions/portfolio/contract.ts";
import { ask, client } from "../app/api.ts";

/** The signed-in person's portfolio. */
export const portfolioQuery = queryOptions({
  queryKey: ["portfolio"],
  queryFn: (): Promise<PortfolioPage> => ask(client.api.my.portfolio.$get()),
});
