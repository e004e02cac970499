import { queryOptions } from "@tanstack/react-query";
import type { OwnLibrary } from "../../functions/curriculum/contract.ts";
import { ask, client } from "../app/api.ts";

/** The district's own library entries, those taken out included. */
export const ownLibraryQuery = queryOptions({
  queryKey: ["own-library"],
  queryFn: (): Promise<OwnLibrary> => ask(client.api.library.own.$get()),
});
