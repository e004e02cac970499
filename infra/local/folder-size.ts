import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DemoSize } from "./demo/district.ts";

type Contents = { size: DemoSize };

const fileIn = (folder: string): string => join(folder, "district.json");

/** Notes which size of district the folder's table holds. */
export function noteSize(folder: string, size: DemoSize): void {
  writeFileSync(fileIn(folder), JSON.stringify({ size } satisfies Contents));
}

/** Throws a sentence when a district of one size is asked for and the folder's table holds another. */
export function checkSize(folder: string, asked: DemoSize | undefined): void {
  // Without a table the district is yet to be entered, in the size that is asked for.
  if (asked === undefined || !existsSync(join(folder, "table.db")) || !existsSync(fileIn(folder))) return;
  const { size } = JSON.parse(readFileSync(fileIn(folder), "utf8")) as Contents;
  if (size !== asked)
    throw new Error(
      `${folder} holds the ${size} district; add --fresh to begin again with ${asked}: npm start -- --fresh --district ${asked}`,
    );
}
