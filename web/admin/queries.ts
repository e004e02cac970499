import { queryOptions } from "@tanstack/react-query";
import type { ImportReport, ImportSummary } from "../../functions/roster/contract.ts";
import { ask, client } from "../app/api.ts";
import { getJson } from "../app/pending-api.ts";

/** The roster imports so far, the latest first. */
export const importsQuery = queryOptions({ queryKey: ["imports"], queryFn: () => getJson<ImportSummary[]>("/api/roster/imports") });

/** What one import did, with the rows that need someone. */
export const importQuery = (id: string) => queryOptions({ queryKey: ["imports", id], queryFn: () => getJson<ImportReport>(`/api/roster/imports/${encodeURIComponent(id)}`) });

/** The district's assignment rules. */
export const rulesQuery = queryOptions({ queryKey: ["rules"], queryFn: () => ask(client.api.rules.$get()) });
