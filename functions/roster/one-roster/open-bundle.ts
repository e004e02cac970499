import { Unzip, UnzipInflate } from "fflate";
import { AppError } from "../../platform/errors.ts";

/** A bundle as it arrives: a zip, or its files already read. */
export type Bundle = { zip: Uint8Array } | { files: Record<string, string | Uint8Array> };

/** One file of a bundle that is read: `name` as the bundle spells it. */
export type BundleFile = { name: string; bytes: Uint8Array };

/** The files of a bundle that say anything about schools and staff. No other is ever unpacked. */
const wanted = new Set(["manifest.csv", "orgs.csv", "users.csv", "roles.csv"]);

const maxEntries = 40;
const maxBytes = 200_000_000;
const maxRatio = 200;
/** Below this an archive is harmless however well it is packed. */
const freeBytes = 10_000_000;

/**
 * The wanted files by their name in small letters, wherever in the bundle they are. An archive with too many entries,
 * or that grows too much while it is unpacked, is refused as soon as it does.
 */
export function openBundle(bundle: Bundle): Map<string, BundleFile> {
  const found = new Map<string, BundleFile>();
  const add = (name: string, bytes: Uint8Array): void => {
    const key = baseName(name);
    if (!wanted.has(key)) return;
    if (found.has(key)) throw unusable(`There are two files called ${key}. Leave one of them out.`);
    found.set(key, { name: name.split(/[/\\]/).at(-1) ?? key, bytes });
  };
  if ("files" in bundle) {
    for (const [name, content] of Object.entries(bundle.files))
      add(name, typeof content === "string" ? new TextEncoder().encode(content) : content);
  } else {
    for (const { name, bytes } of unzip(bundle.zip)) add(name, bytes);
  }
  return found;
}

function baseName(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? "").toLowerCase();
}

function unzip(zip: Uint8Array): BundleFile[] {
  if (zip[0] !== 0x50 || zip[1] !== 0x4b)
    throw unusable("This is not a zip file. Send the bundle as your student information system exports it.");
  const files: { name: string; parts: Uint8Array[]; isWhole: boolean }[] = [];
  let entries = 0;
  let inflated = 0;
  const reader = new Unzip((entry) => {
    entries++;
    if (entries > maxEntries) throw unusable(`The zip holds more than ${maxEntries} files. Send only the files of one OneRoster export.`);
    if (!wanted.has(baseName(entry.name))) return;
    const file = { name: entry.name, parts: [] as Uint8Array[], isWhole: false };
    files.push(file);
    entry.ondata = (error, part, isLast) => {
      if (error) throw error;
      inflated += part.length;
      if (inflated > maxBytes || inflated > Math.max(freeBytes, zip.length * maxRatio))
        throw unusable("The files in the zip are far larger than a roster can be. Nothing was imported.");
      file.parts.push(part);
      file.isWhole = isLast;
    };
    entry.start();
  });
  reader.register(UnzipInflate);
  try {
    pushInPieces(reader, zip);
  } catch (error) {
    throw error instanceof AppError ? error : unusable("The zip could not be opened. Export it again, without a password.", error);
  }
  if (files.some(({ isWhole }) => !isWhole))
    throw unusable("The zip breaks off in the middle. Export it again, or send it again if the upload was cut short.");
  return files.map(({ name, parts }) => ({ name, bytes: Buffer.concat(parts) }));
}

/** A little at a time, so that what grows is stopped while it grows. */
function pushInPieces(reader: Unzip, zip: Uint8Array): void {
  const piece = 65_536;
  for (let at = 0; at < zip.length; at += piece) reader.push(zip.subarray(at, at + piece), at + piece >= zip.length);
}

function unusable(detail: string, cause?: unknown): AppError {
  return new AppError("unsupported-file", detail, { cause });
}
