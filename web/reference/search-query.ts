import { queryOptions } from "@tanstack/react-query";
import type { SearchEntry } from "../../functions/curriculum/search.ts";
import { searchOptions } from "../../functions/curriculum/search.ts";
import { ask, client } from "../app/api.ts";
import { catalogQuery } from "../app/directory.ts";
import { queries } from "../app/query-client.ts";
import { libraryQuery } from "./queries.ts";
import { type SearchEngine, searchEngine } from "./search-engine.ts";

/** The search, ready to be asked: its library and its index are fetched when someone first searches. */
export const searchQuery = queryOptions({
  queryKey: ["search"],
  queryFn: async (): Promise<SearchEngine> => {
    const [{ default: MiniSearch }, index, catalog, library] = await Promise.all([
      import("minisearch"),
      ask(client.api["search-index"].$get()),
      queries.ensureQueryData(catalogQuery),
      queries.ensureQueryData(libraryQuery),
    ]);
    return searchEngine(MiniSearch.loadJS<SearchEntry>(index as never, searchOptions), catalog, library);
  },
  staleTime: 30 * 60_000,
});
