import type { Findings } from "./findings.ts";
import type { BundleFile } from "./open-bundle.ts";
import { readRows } from "./read-rows.ts";

/** How a file is meant: the whole of it, what changed alone, or not there. */
export type Mode = "bulk" | "delta" | "absent";

export type Manifest = { version: "1.1" | "1.2" | undefined; modes: Map<string, Mode> };

/** The files whose mode matters here. */
const ours = new Set(["orgs.csv", "users.csv", "roles.csv"]);

/** Reads what a bundle says of itself. Without a manifest everything is taken to be the whole. */
export function readManifest(files: Map<string, BundleFile>, findings: Findings): Manifest {
  const manifest: Manifest = { version: undefined, modes: new Map() };
  const file = files.get("manifest.csv");
  if (!file) {
    findings.warning(
      "manifest.csv",
      1,
      undefined,
      "There is no manifest.csv; the files were taken to be the whole roster.",
      "Export the bundle with its manifest.",
    );
    return manifest;
  }
  for (const { line, cells } of readRows("manifest", file, findings).rows) {
    const property = cells.propertyName.toLowerCase();
    const value = cells.value.toLowerCase();
    if (property === "oneroster.version") manifest.version = value.startsWith("1.2") ? "1.2" : value.startsWith("1.1") ? "1.1" : undefined;
    const [, word] = /^file\.(\w+)$/.exec(property) ?? [];
    const name = `${word}.csv`;
    if (word === undefined || !ours.has(name)) continue;
    const mode = modeIn(value);
    if (mode) manifest.modes.set(name, mode);
    else
      findings.warning(
        file.name,
        line,
        "value",
        `"${cells.value.slice(0, 40)}" is none of bulk, delta and absent; ${name} was taken to be the whole.`,
        "Write bulk, delta or absent.",
      );
    if (mode === "absent" && files.delete(name))
      findings.warning(
        file.name,
        line,
        "value",
        `${name} is said to be absent and was left out, although there is such a file.`,
        "Write bulk or delta if the file counts.",
      );
  }
  return manifest;
}

function modeIn(value: string): Mode | undefined {
  if (value === "bulk" || value === "full") return "bulk";
  return value === "delta" || value === "absent" ? value : undefined;
}
