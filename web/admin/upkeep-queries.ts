import { queryOptions } from "@tanstack/react-query";
import type { CheckPage } from "../../functions/check/contract.ts";
import type { ApiKeyView } from "../../functions/platform/contract.ts";
import type { RetentionPage } from "../../functions/retention/contract.ts";
import { ask, client } from "../app/api.ts";

/** The keys of other programs. */
export const apiKeysQuery = queryOptions({
  queryKey: ["api-keys"],
  queryFn: (): Promise<ApiKeyView[]> => ask(client.api["api-keys"].$get()),
});

/** What the last self-check found, and the one under way. */
export const checkQuery = queryOptions({ queryKey: ["check"], queryFn: (): Promise<CheckPage> => ask(client.api.check.$get()) });

/** How long evidence is kept. */
export const retentionQuery = queryOptions({
  queryKey: ["retention"],
  queryFn: (): Promise<RetentionPage> => ask(client.api.retention.$get()),
});
