/** One file of a chosen folder: its path, which begins with the folder's name, and how to read it. */
export type FolderFile = { path: string; read(): Promise<Uint8Array> };

/** The files that an import reads. Nothing else of a folder is packed, so nothing else leaves the device. */
const wanted = new Set(["manifest.csv", "orgs.csv", "users.csv", "roles.csv"]);

/** The folder's roster files, wherever in it they are, in an order that does not depend on the device. */
export function rosterFilesIn(files: readonly FolderFile[]): FolderFile[] {
  return files
    .filter(({ path }) => wanted.has((path.split("/").at(-1) ?? "").toLowerCase()))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The name of the folder that was chosen. */
export function folderNameOf(files: readonly Pick<FolderFile, "path">[]): string {
  return files[0]?.path.split("/")[0] ?? "";
}

/** A zip of the files. The same files give the same bytes, so that sending them again is the same import. */
export async function packFolder(files: readonly FolderFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const { zipSync } = await import("fflate");
  const read = await Promise.all(files.map(async (file) => [file.path, await file.read()] as const));
  return zipSync(Object.fromEntries(read), { mtime: new Date(2000, 0, 1) });
}
