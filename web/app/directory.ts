import { queryOptions } from "@tanstack/react-query";
import type { PeoplePage } from "../../functions/engagement/contract.ts";
import type { CatalogView } from "../../functions/learning/contract.ts";
import type { SchoolView } from "../../functions/roster/contract.ts";
import { getJson } from "./pending-api.ts";

/** Every module and path there is; what pickers offer. */
export const catalogQuery = queryOptions({ queryKey: ["catalog"], queryFn: () => getJson<CatalogView>("/api/catalog"), staleTime: 10 * 60_000 });

/** The district's schools, by name. */
export const schoolsQuery = queryOptions({ queryKey: ["schools"], queryFn: () => getJson<SchoolView[]>("/api/schools"), staleTime: 10 * 60_000 });

/** People of the district by name, a page at a time; `q` finds by a part of the name. */
export const peopleQuery = (q: string, after?: string) =>
  queryOptions({
    queryKey: ["people", q, after ?? ""],
    queryFn: () => getJson<PeoplePage>(`/api/people?${new URLSearchParams({ ...(q !== "" && { q }), ...(after !== undefined && { after }) })}`),
  });
