import type { Context } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import type { Versioned } from "../platform/record.ts";
import type { FileBody } from "../platform/route.ts";
import type { LibraryView, OwnLibrary, ResourceView } from "./contract.ts";
import { libraryPartition, type LocalResource, localResources, resourceAddress, storedLibraryFileName } from "./records.ts";
import { Library } from "./reference-content.ts";

/** The on-demand library: what is shipped and what the district added, by title. */
export async function libraryView(ctx: Context): Promise<LibraryView> {
  const [shipped, local] = await Promise.all([
    ctx.content.readJson("library.json").then((json) => Library.parse(json)),
    ctx.table.list(localResources, libraryPartition, { prefix: "R#" }),
  ]);
  const resources = [
    ...shipped.resources.map((resource): ResourceView => ({ ...resource, isLocal: false })),
    ...local.filter(({ isRemoved }) => !isRemoved).map(resourceView),
  ];
  return { resources: resources.toSorted((a, b) => a.title.localeCompare(b.title)) };
}

/** The district's own entries, the newest first, those taken out included. */
export async function ownLibrary(ctx: Context): Promise<OwnLibrary> {
  const local = await ctx.table.list(localResources, libraryPartition, { prefix: "R#" });
  const newestFirst = local.toSorted((a, b) => b.addedAt.localeCompare(a.addedAt));
  return { resources: newestFirst.map((resource) => ({ ...resourceView(resource), isRemoved: resource.isRemoved })) };
}

/** A library entry of the district's own as staff see it. */
export function resourceView({ file, addedAt: _, isRemoved: __, ...resource }: LocalResource): ResourceView {
  return { ...resource, isLocal: true, ...(file && { file: { name: file.name, bytes: file.bytes } }) };
}

/** A library entry of the district's own; `not-found` when it has none of that id. */
export async function readResource(ctx: Context, resourceId: string): Promise<LocalResource & Versioned> {
  const resource = await ctx.table.get(localResources, resourceAddress(resourceId));
  if (!resource) throw notFound("library entry");
  return resource;
}

/** The file of a library entry. */
export async function libraryFile(ctx: Context, resourceId: string): Promise<FileBody> {
  const { file, isRemoved } = await readResource(ctx, resourceId);
  const bytes = file && !isRemoved ? await ctx.files.get(storedLibraryFileName(ctx.district.id, file.id)) : undefined;
  if (!file || !bytes) throw notFound("file");
  return { bytes: new Uint8Array(bytes), mediaType: file.mediaType, fileName: file.name };
}
