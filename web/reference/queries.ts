import { queryOptions } from "@tanstack/react-query";
import type { LibraryView } from "../../functions/curriculum/contract.ts";
import type { CommonModel, Glossary } from "../../functions/curriculum/reference-content.ts";
import { ask, client } from "../app/api.ts";

/** What the product ships changes with a deployment, so one visit reads it once. */
const staleTime = 30 * 60_000;

/** The glossary, in the page's language. */
export const glossaryQuery = queryOptions({
  queryKey: ["glossary"],
  queryFn: (): Promise<Glossary> => ask(client.api.glossary.$get()),
  staleTime,
});

/** The Common Model's elements. */
export const modelQuery = queryOptions({
  queryKey: ["common-model"],
  queryFn: (): Promise<CommonModel> => ask(client.api["common-model"].$get()),
  staleTime,
});

/** The on-demand library. */
export const libraryQuery = queryOptions({
  queryKey: ["library"],
  queryFn: (): Promise<LibraryView> => ask(client.api.library.$get()),
  staleTime: 5 * 60_000,
});
