import { commit } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import type { ResourceView } from "../contract.ts";
import { readResource, resourceView } from "../library-queries.ts";
import { localResources } from "../records.ts";

/** Takes an entry of the district's own out of the library, or puts it back; its file and its history stay. */
export async function setResourceRemoved(
  ctx: Granted<"content:write">,
  input: { resourceId: string; isRemoved: boolean },
): Promise<ResourceView> {
  const resource = await readResource(ctx, input.resourceId);
  if (resource.isRemoved === input.isRemoved) return resourceView(resource);
  const next = { ...resource, isRemoved: input.isRemoved };
  return commit(ctx, {
    action: input.isRemoved ? "library-entry.removed" : "library-entry.restored",
    subject: `library-entry:${resource.id}`,
    writes: [localResources.put(next)],
    result: resourceView(next),
  });
}
