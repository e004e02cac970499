import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { ResourceInput, ResourceView } from "../contract.ts";
import { resourceView } from "../library-queries.ts";
import { readCatalog, readCommonModel } from "../queries.ts";
import { libraryFileAddress, libraryFiles, localResources } from "../records.ts";

/** Adds a recording, guide, course or tool of the district's own to the library, by its address or as a file. */
export async function addResource(ctx: Granted<"content:write">, input: ResourceInput): Promise<ResourceView> {
  const { url, fileId, ...words } = input;
  await requireKnown(ctx, input);
  const upload = fileId === undefined ? undefined : await ctx.table.get(libraryFiles, libraryFileAddress(fileId));
  if (fileId !== undefined && !upload) throw invalid("fileId", "The file could not be found. Attach it again.");
  const id = ctx.newId("lib");
  const file = upload && { id: upload.id, name: upload.name, mediaType: upload.mediaType, bytes: upload.bytes };
  const resource = {
    ...words,
    id,
    url: url ?? `${ctx.origin}/api/library/${id}/file`,
    ...(file && { file }),
    addedAt: ctx.now.toISOString(),
    isRemoved: false,
  };
  return commit(ctx, {
    action: "library-entry.added",
    subject: `library-entry:${id}`,
    writes: [localResources.put({ ...resource, version: 0 })],
    after: resource,
    result: resourceView(resource),
  });
}

async function requireKnown(ctx: Granted<"content:write">, { modules, elements }: ResourceInput): Promise<void> {
  const [catalog, model] = await Promise.all([readCatalog(ctx), readCommonModel(ctx)]);
  if (modules.some((id) => !catalog.modules.some((module) => module.id === id)))
    throw invalid("modules", "Choose modules from the list; one of these is not in the catalogue.");
  if (elements.some((id) => !model.elements.some((element) => element.id === id)))
    throw invalid("elements", "Choose elements of the Common Model; one of these is not in it.");
}

function invalid(path: string, message: string): AppError {
  return new AppError("invalid-input", "Correct what is named and send it again. Nothing was saved.", {
    fields: [{ path: `json.${path}`, message }],
  });
}
