import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { PathPage } from "../../functions/assignment/contract.ts";
import type { CertificatesPage } from "../../functions/certification/contract.ts";
import type { AttemptPage, AttemptView, EvidenceView, ModulePage } from "../../functions/learning/contract.ts";
import { ask, client } from "../app/api.ts";

const module = client.api.modules[":moduleId"];

/** The signed-in person's path. */
export const pathQuery = queryOptions({ queryKey: ["path"], queryFn: (): Promise<PathPage> => ask(client.api.my.path.$get()) });

/** A module's whole text and where one is in it. */
export const moduleQuery = (moduleId: string) =>
  queryOptions({
    queryKey: ["module", moduleId],
    // The client's type for JSON unrolls the recursive content nodes into something that no longer fits its own source.
    queryFn: async () => (await ask(module.$get({ param: { moduleId } }))) as unknown as ModulePage,
    staleTime: 60_000,
    // Kept as long as the tab is: a module that was opened can be finished when the connection has gone.
    gcTime: Infinity,
  });

/** One attempt at a check: its questions while it is open, its result once it is submitted. */
export const attemptQuery = (moduleId: string, number: number) =>
  queryOptions({
    queryKey: ["attempt", moduleId, number],
    queryFn: (): Promise<AttemptPage> => ask(module.attempts[":number"].$get({ param: { moduleId, number: String(number) } })),
    // Answers change on this device first; nothing may be refetched over them.
    staleTime: Infinity,
    refetchOnReconnect: false,
    gcTime: Infinity,
  });

/** The open attempt that this device holds: the one to go on with when there is no connection. */
export function attemptAhead(queries: QueryClient, moduleId: string): AttemptView | undefined {
  const held = queries.getQueriesData<AttemptPage>({ queryKey: ["attempt", moduleId] });
  const open = held.flatMap(([, page]) => (page?.state === "open" ? [page.attempt] : []));
  return open.toSorted((a, b) => b.number - a.number)[0];
}

/** Puts an attempt where its pages read it, as the answer to opening or submitting it brought it. */
export function showAttempt(queries: QueryClient, moduleId: string, number: number, page: AttemptPage): void {
  queries.setQueryData<AttemptPage>(attemptQuery(moduleId, number).queryKey, page);
}

/** What one has sent for a module's practice, the latest first. */
export const practiceQuery = (moduleId: string) =>
  queryOptions({
    queryKey: ["practice", moduleId],
    queryFn: (): Promise<EvidenceView[]> => ask(module.practice.$get({ param: { moduleId } })),
    gcTime: Infinity,
  });

/** One's certificates and how far the next ones are. */
export const certificatesQuery = queryOptions({
  queryKey: ["certificates"],
  queryFn: (): Promise<CertificatesPage> => ask(client.api.my.certificates.$get()),
});
