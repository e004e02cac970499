import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listDistricts } from "../../functions/platform/district.ts";
import { oneRosterBundle } from "../../infra/local/demo/bundle.ts";
import { demoDistricts, demoSizes } from "../../infra/local/demo/district.ts";
import { makeRoster } from "../../infra/local/demo/people.ts";
import { seededRandom } from "../../infra/local/demo/random.ts";
import { openTestStore, type TestStore } from "../support/store.ts";

let store: TestStore;
const folder = mkdtempSync(join(tmpdir(), "throughline-open-"));
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(...files: string[]) {
  const env = {
    ...process.env,
    TABLE_NAME: store.tableName,
    ORIGIN: "https://learn.example",
    CONTENT_FOLDER: "dist/content",
    FILES_FOLDER: folder,
    DYNAMODB_ENDPOINT: store.database.endpoint,
  };
  return spawnSync(process.execPath, ["functions/lambda/open-district.ts", ...files], { env, encoding: "utf8" });
}

describe("opening a district from the command line", () => {
  it("opens it with its first roster, once", async () => {
    const [settings] = demoDistricts("https://id.example");
    const files = oneRosterBundle(makeRoster(demoSizes.tiny, "Maple Valley Schools", "maple.example", seededRandom(3)));
    writeFileSync(join(folder, "settings.json"), JSON.stringify(settings));
    writeFileSync(
      join(folder, "roster.zip"),
      zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
    );
    const first = run(join(folder, "settings.json"), join(folder, "roster.zip"));
    expect(first.stderr).toBe("");
    expect(first.stdout).toMatch(/Maple Valley Schools is open[^]*People: \d+ added, 0 changed, 0 as before, 0 ended\./);
    const again = run(join(folder, "settings.json"), join(folder, "roster.zip"));
    expect(again.stdout).toMatch(/People: 0 added, 0 changed, \d+ as before, 0 ended\./);
    expect((await listDistricts(store.table)).map(({ slug }) => slug)).toContain("maple-valley");
  });

  it("says which setting to correct", () => {
    writeFileSync(join(folder, "wrong.json"), JSON.stringify({ slug: "x", name: "X" }));
    const { stderr, status } = run(join(folder, "wrong.json"));
    expect(status).toBe(1);
    expect(stderr).toContain("zone");
  });
});
