import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import type { SessionView } from "../../functions/roster/contract.ts";
import { ask, client } from "./api.ts";

/** What a person may open; navigation and pages are offered by it. The API checks it again, always. */
export type Access = SessionView["access"][number];

/** Who is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: (): Promise<SessionView> => ask(client.api.session.$get()),
  staleTime: 10 * 60_000,
});

/** The signed-in person; only for what is rendered inside the signed-in routes. */
export function useSession(): SessionView {
  return useSuspenseQuery(sessionQuery).data;
}
