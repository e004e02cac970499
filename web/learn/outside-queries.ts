import { queryOptions } from "@tanstack/react-query";
import { ask, client } from "../app/api.ts";

/** The badges of other issuers that one has, or that another person has. */
export const outsideBadgesQuery = (staffId?: string) =>
  queryOptions({
    queryKey: ["outside-badges", staffId ?? "mine"],
    queryFn: () =>
      staffId === undefined
        ? ask(client.api.my["outside-badges"].$get())
        : ask(client.api.staff[":staffId"]["outside-badges"].$get({ param: { staffId } })),
  });
