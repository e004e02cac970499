import { queryOptions } from "@tanstack/react-query";
import { ask, client } from "../app/api.ts";

const { imports } = client.api.roster;

/** The roster imports so far, the latest first. */
export const importsQuery = queryOptions({ queryKey: ["imports"], queryFn: () => ask(imports.$get()) });

/** What one import did, with the rows that need someone. */
export const importQuery = (id: string) =>
  queryOptions({ queryKey: ["imports", id], queryFn: () => ask(imports[":importId"].$get({ param: { importId: id } })) });

/** The district's assignment rules. */
export const rulesQuery = queryOptions({ queryKey: ["rules"], queryFn: () => ask(client.api.rules.$get()) });
