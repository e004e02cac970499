import { queryOptions } from "@tanstack/react-query";
import { ask, client } from "./api.ts";

/** Every module and path there is; what pickers offer. */
export const catalogQuery = queryOptions({ queryKey: ["catalog"], queryFn: () => ask(client.api.catalog.$get()), staleTime: 10 * 60_000 });

/** The district's schools, by name. */
export const schoolsQuery = queryOptions({
  queryKey: ["schools"],
  queryFn: () => ask(client.api.schools.$get()),
  staleTime: 10 * 60_000,
});

/** The district's coaches and how many people each has. */
export const coachesQuery = queryOptions({ queryKey: ["coaches"], queryFn: () => ask(client.api.coaches.$get()) });
