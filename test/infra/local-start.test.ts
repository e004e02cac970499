import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimFolder, emptyFolder } from "../../infra/local/claim-folder.ts";
import { checkSize, noteSize } from "../../infra/local/folder-size.ts";
import { readOptions } from "../../infra/local/options.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-claim-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that has claimed the folder. */
async function otherStart(port: number) {
  const module = pathToFileURL(join(process.cwd(), "infra/local/claim-folder.ts")).href;
  const code = `import { claimFolder } from ${JSON.stringify(module)};
    claimFolder(${JSON.stringify(folder)}, ${port});
    process.stdout.write("claimed");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return {
    async kill(): Promise<void> {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

describe("a folder on this machine", () => {
  it("serves one start at a time: a second is told where the first is, and takes over once that is gone", async () => {
    const first = await otherStart(3000);
    try {
      expect(() => claimFolder(folder, 3001)).toThrow(/already running: http:\/\/localhost:3000[^]*THROUGHLINE_FOLDER=.*-2 PORT=3001/);
      expect(() => claimFolder(folder, 3000)).toThrow(/PORT=3001/);
    } finally {
      // As a power cut would: the lock stays behind.
      await first.kill();
    }
    const letGo = claimFolder(folder, 3001);
    expect(JSON.parse(readFileSync(join(folder, "running.json"), "utf8"))).toMatchObject({ pid: process.pid, port: 3001 });
    letGo();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(existsSync("/proc/self/stat"))("is free when the number of the process that had it belongs to another by now", () => {
    writeFileSync(join(folder, "running.json"), JSON.stringify({ pid: process.ppid, port: 3000, startedAt: "1" }));
    expect(() => claimFolder(folder, 3001)).not.toThrow();
  });

  it("is free when its lock was cut short", () => {
    writeFileSync(join(folder, "running.json"), "{");
    expect(() => claimFolder(folder, 3001)).not.toThrow();
  });

  it("stays claimed when it is emptied", () => {
    claimFolder(folder, 3001);
    writeFileSync(join(folder, "table.db"), "");
    emptyFolder(folder);
    expect(readdirSync(folder)).toEqual(["running.json"]);
  });
});

describe("the size of the district", () => {
  it("is refused when the folder holds another, with the way to begin again", () => {
    writeFileSync(join(folder, "table.db"), "");
    noteSize(folder, "standard");
    expect(() => checkSize(folder, "small")).toThrow(`${folder} holds the standard district; add --fresh to begin again with small`);
  });

  it("is taken when it is the one in the folder, or none is named, or the folder holds no district yet", () => {
    noteSize(folder, "standard");
    expect(() => checkSize(folder, "small")).not.toThrow();
    writeFileSync(join(folder, "table.db"), "");
    expect(() => checkSize(folder, "standard")).not.toThrow();
    expect(() => checkSize(folder, undefined)).not.toThrow();
  });
});

describe("the options of npm start", () => {
  it("are read, and no size is made up", () => {
    expect(readOptions([], {})).toMatchObject({ isFresh: false, size: undefined, port: 3000, folder: ".throughline" });
    expect(readOptions(["--fresh", "--district", "small"], { PORT: "4000" })).toMatchObject({ isFresh: true, size: "small", port: 4000 });
    expect(readOptions(["--district=large"], {})).toMatchObject({ size: "large" });
  });

  it.each([
    [["--frsh"], "There is no option --frsh. Did you mean --fresh?"],
    [["--distrct", "small"], "There is no option --distrct. Did you mean --district?"],
    [["--verbose"], "There is no option --verbose. npm start takes --fresh and --district SIZE"],
    [["fresh"], '"fresh" is not an option.'],
    [["--district"], "--district takes one of tiny, small, standard, large."],
    [["--district", "huge"], '--district takes tiny, small, standard, large; "huge" is none of them.'],
    [["--fresh=no"], "--fresh takes no value."],
  ])("are refused with what is allowed: %j", (args, message) => {
    expect(() => readOptions(args, {})).toThrow(message);
  });
});
