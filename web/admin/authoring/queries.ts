import { queryOptions } from "@tanstack/react-query";
import type { AuthoringModule, AuthoringPage, CompiledPreview, SourceFiles } from "../../../functions/curriculum/contract.ts";
import type { ModulePeople } from "../../../functions/engagement/people-contract.ts";
import { ask, client } from "../../app/api.ts";

const module = client.api.authoring[":moduleId"];

/** Every module that the district may adapt or has written. */
export const authoringListQuery = queryOptions({
  queryKey: ["authoring"],
  queryFn: async (): Promise<AuthoringModule[]> => (await ask(client.api.authoring.$get())).modules,
});

/** A module's texts, its draft and its editions. */
export const authoringQuery = (moduleId: string) =>
  queryOptions({
    queryKey: ["authoring", moduleId],
    queryFn: (): Promise<AuthoringPage> => ask(module.$get({ param: { moduleId } })),
  });

/** The texts of one edition; they never change. */
export const editionQuery = (moduleId: string, number: number) =>
  queryOptions({
    queryKey: ["edition", moduleId, number],
    queryFn: async (): Promise<SourceFiles> =>
      (await ask(module.editions[":number"].$get({ param: { moduleId, number: String(number) } }))).files,
    staleTime: Infinity,
  });

/** Whom a new edition of a module would meet. */
export const modulePeopleQuery = (moduleId: string) =>
  queryOptions({
    queryKey: ["module-people", moduleId],
    queryFn: (): Promise<ModulePeople> => ask(module.people.$get({ param: { moduleId } })),
  });

/** What texts make of a module, checked as the build checks them; nothing is kept. */
export async function compile(moduleId: string, files: SourceFiles): Promise<CompiledPreview> {
  // The client's type for JSON unrolls the recursive content nodes into something that no longer fits its own source.
  return (await ask(module.preview.$post({ param: { moduleId }, json: { files } }))) as unknown as CompiledPreview;
}

/** What a change of a module's text makes stale: what its authors see, and what everyone reads. */
export const touchedByPublishing = [["authoring"], ["catalog"], ["module"], ["path"], ["search"]];
