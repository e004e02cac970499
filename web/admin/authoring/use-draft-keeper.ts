import { type QueryClient, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import type { AuthoringPage } from "../../../functions/curriculum/contract.ts";
import { ask, client } from "../../app/api.ts";
import { deviceStorage } from "../../app/device-storage.ts";
import { useSession } from "../../app/session.ts";
import { draftKey } from "../../app/use-draft.ts";
import { createDraftKeeper, type DraftKeeper, type KeeperState } from "./draft-keeper.ts";
import { authoringQuery } from "./queries.ts";

// One for each draft as long as the tab lives: its pages write, look at and publish the same text, and one may leave while it is saved.
const keepers = new Map<string, DraftKeeper>();

/** The draft of a module, kept on the device and on the server whatever page of it is open. */
export function useDraftKeeper(moduleId: string): { page: AuthoringPage; keeper: DraftKeeper; state: KeeperState } {
  const queries = useQueryClient();
  const { data: page } = useSuspenseQuery(authoringQuery(moduleId));
  const key = draftKey(useSession(), `authoring.${moduleId}`);
  const keeper = keepers.get(key) ?? openKeeper(queries, key, page);
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  useEffect(() => keeper.meet(page), [keeper, page]);
  useEffect(() => {
    const flush = () => void keeper.flush();
    addEventListener("online", flush);
    return () => {
      removeEventListener("online", flush);
      flush();
    };
  }, [keeper]);
  return { page, keeper, state };
}

function openKeeper(queries: QueryClient, key: string, page: AuthoringPage): DraftKeeper {
  const { moduleId } = page;
  const keeper = createDraftKeeper({
    page,
    storage: deviceStorage(),
    key,
    save: async (draft) => {
      const saved = await ask(client.api.authoring[":moduleId"].draft.$put({ param: { moduleId }, json: draft }));
      await showPage(queries, saved);
      return saved;
    },
    reload: () => queries.fetchQuery({ ...authoringQuery(moduleId), staleTime: 0 }),
  });
  keepers.set(key, keeper);
  return keeper;
}

/** Puts a module where its pages read it, as an answer brought it. What was asked before may not come after it. */
export async function showPage(queries: QueryClient, page: AuthoringPage): Promise<void> {
  const { queryKey } = authoringQuery(page.moduleId);
  await queries.cancelQueries({ queryKey, exact: true });
  queries.setQueryData<AuthoringPage>(queryKey, page);
  await queries.invalidateQueries({ queryKey: ["authoring"], exact: true, refetchType: "none" });
}
