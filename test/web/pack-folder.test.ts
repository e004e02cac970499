import { strFromU8, strToU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readBundle } from "../../functions/roster/one-roster/read-bundle.ts";
import { folderNameOf, packFolder, rosterFilesIn } from "../../web/admin/pack-folder.ts";
import { goodBundle } from "../roster/bundles.ts";

const file = (path: string, text: string | Uint8Array = path) => ({
  path,
  read: async () => (typeof text === "string" ? strToU8(text) : text),
});

describe("a chosen folder", () => {
  test("gives up its roster files, wherever they are and however spelt, and no others", () => {
    const files = ["fall/users.csv", "fall/demographics.csv", "fall/in/Orgs.CSV", "fall/notes about orgs.csv.txt", "fall/manifest.csv"];
    expect(rosterFilesIn(files.map((path) => file(path))).map(({ path }) => path)).toEqual([
      "fall/in/Orgs.CSV",
      "fall/manifest.csv",
      "fall/users.csv",
    ]);
    expect(folderNameOf(files.map((path) => ({ path })))).toBe("fall");
    expect(rosterFilesIn([file("photos/one.jpg")])).toEqual([]);
  });

  test("packs to the same bytes each time, each file as it was", async () => {
    const files = [file("fall/orgs.csv", "sourcedId\r\né"), file("fall/users.csv", "x")];
    const zip = await packFolder(files);
    expect(await packFolder(files)).toEqual(zip);
    expect(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)])).toEqual([
      ["fall/orgs.csv", "sourcedId\r\né"],
      ["fall/users.csv", "x"],
    ]);
  });

  test("is read by the import just as its files are", async () => {
    const files = Object.entries(goodBundle()).map(([name, text]) => file(`fall/${name}`, text));
    expect(readBundle({ zip: await packFolder(rosterFilesIn(files)) })).toEqual(readBundle({ files: goodBundle() }));
  });
});
