import { join, matchesGlob } from "node:path";
import { describe, expect, it } from "vitest";
import { alone } from "../support/alone.ts";
import { breaches } from "./house-rules.ts";
import { importsOf, readSources, withoutComments } from "./source-tree.ts";

const root = join(import.meta.dirname, "../..");
const tree = readSources(root, ["functions", "web", "infra", "content/compile", "test"]);

describe("the house", () => {
  it("keeps every arrow of its plan", () => {
    expect(breaches(tree).join("\n")).toBe("");
  });

  it("was read whole: the scanner sees the imports that are known to be there", () => {
    expect(tree.size).toBeGreaterThan(60);
    const seen = importsOf(tree.get("functions/platform/commit.ts") ?? "");
    expect(seen.map(({ specifier }) => specifier)).toEqual(expect.arrayContaining(["zod", "./context.ts", "./grant.ts", "./table.ts"]));
    expect(seen.find(({ specifier }) => specifier === "./context.ts")).toMatchObject({ isType: false, names: ["rawTable"] });
    expect(seen.find(({ specifier }) => specifier === "./grant.ts")).toMatchObject({ isType: true });
  });
});

it("lets no test change a process that it shares with others", () => {
  const shared = [...tree].filter(([path]) => matchesGlob(path, "test/**/*.test.ts") && !alone.some((glob) => matchesGlob(path, glob)));
  expect(shared.length).toBeGreaterThan(60);
  const changes = /\bvi\.|\bmockClient\b|process\.(env|chdir|on)\b|globalThis\.\w+ =/;
  expect(shared.filter(([, source]) => changes.test(source)).map(([path]) => `${path}: add it to test/support/alone.ts`)).toEqual([]);
});

/** Each rule, broken once: a rule that cannot fail guards nothing. */
const broken: [rule: string, path: string, source: string, says: string][] = [
  [
    "the platform knows no capability",
    "functions/platform/a.ts",
    'import { x } from "../roster/rules.ts";',
    "pass what it needs as a value",
  ],
  [
    "the platform knows no capability's types either",
    "functions/platform/a.ts",
    'import type { X } from "../roster/contract.ts";',
    "knows no capability",
  ],
  [
    "functions do not know infrastructure",
    "functions/roster/a.ts",
    'import { x } from "../../infra/stages.ts";',
    "take it through Services",
  ],
  ["capabilities look left", "functions/learning/queries.ts", 'import type { X } from "../engagement/contract.ts";', "stands to its right"],
  [
    "a neighbour's records are its own",
    "functions/learning/queries.ts",
    'import { schools } from "../roster/records.ts";',
    "records are its own",
  ],
  [
    "one value among types is a value",
    "functions/learning/queries.ts",
    'import {\n  type Staff,\n  staffRecords,\n} from "../roster/records.ts";',
    "records are its own",
  ],
  [
    "a neighbour's routes are its own",
    "functions/learning/queries.ts",
    'import { rosterRoutes } from "../roster/routes.ts";',
    "routes and events are its own",
  ],
  [
    "a capability is composed, and does not compose",
    "functions/roster/a.ts",
    'import { createApp } from "../lambda/app.ts";',
    "how it is composed",
  ],
  [
    "a capability does not know its check",
    "functions/roster/a.ts",
    'import { checkRow } from "../check/check-row.ts";',
    "how it is composed or checked",
  ],
  [
    "contracts import contracts",
    "functions/roster/contract.ts",
    'import { localDate } from "../platform/dates.ts";',
    "travels to the browser",
  ],
  [
    "the verifier runs anywhere",
    "functions/badges/verify/a.ts",
    'import { createHash } from "node:crypto";',
    "the verifier travels to the browser",
  ],
  ["rules are pure", "functions/learning/check-rules.ts", 'import { readFile } from "node:fs/promises";', "rules are pure"],
  ["only actions write", "functions/learning/queries.ts", 'import { commit } from "../platform/commit.ts";', "only actions write"],
  [
    "the raw table is listed",
    "functions/learning/actions/a.ts",
    'import { rawTable } from "../../platform/context.ts";',
    "commit and derive alone",
  ],
  [
    "one file speaks to DynamoDB",
    "functions/learning/actions/a.ts",
    'import { GetCommand } from "@aws-sdk/lib-dynamodb";',
    "speaks to DynamoDB",
  ],
  ["nothing scans", "functions/platform/table.ts", 'import { ScanCommand } from "@aws-sdk/lib-dynamodb";', "nothing scans"],
  [
    "the browser gets no server code",
    "web/a.tsx",
    'import { rolesOn } from "../functions/roster/rules.ts";',
    "would ship the server's code",
  ],
  [
    "the browser gets the API as a type",
    "web/a.tsx",
    'import { createApp } from "../functions/lambda/app.ts";',
    "would ship the server's code",
  ],
  ["the browser has no node", "web/a.ts", 'import { join } from "node:path";', "no node: modules"],
  [
    "infrastructure takes definitions",
    "infra/stacks/a.ts",
    'import { createApp } from "../../functions/lambda/app.ts";',
    "a handler is named by its path",
  ],
  ["the compiler takes contracts", "content/compile/a.ts", 'import { x } from "../../functions/learning/rules.ts";', "contracts alone"],
  ["relative imports name files", "web/a.ts", 'import { x } from "./b";', "with its ending"],
  ["zod is a namespace", "functions/roster/contract.ts", 'import { z } from "zod";', "import * as z"],
  ["nothing is re-exported", "functions/roster/index.ts", 'export * from "./rules.ts";', "no barrels"],
  [
    "a dynamic import is an import",
    "functions/platform/a.ts",
    'const x = await import("../roster/rules.ts");',
    "pass what it needs as a value",
  ],
  ["no default exports", "functions/roster/a.ts", "export default function a() {}", "no default exports"],
  ["time is passed in", "functions/roster/a.ts", "const now = new Date();", "time is passed in"],
  ["nor is it asked of Date", "functions/roster/a.ts", "const now = Date.now();", "time is passed in"],
  ["chance is not guessable", "functions/roster/a.ts", "const x = Math.random();", "can be guessed"],
];

describe("each rule of the house can fail", () => {
  it.each(broken)("%s", (_, path, source, says) => {
    expect(breaches(new Map([[path, source]])).join("\n")).toContain(says);
  });

  it("circles are found", () => {
    const circle = new Map([
      ["functions/roster/a.ts", 'import { b } from "./b.ts";'],
      ["functions/roster/b.ts", 'import { c } from "./c.ts";'],
      ["functions/roster/c.ts", 'import { a } from "./a.ts";'],
    ]);
    expect(breaches(circle)).toEqual([
      expect.stringContaining("a.ts → functions/roster/b.ts → functions/roster/c.ts → functions/roster/a.ts"),
    ]);
    expect(breaches(new Map([...circle, ["functions/roster/c.ts", 'import type { A } from "./a.ts";']]))).toEqual([]);
  });

  it("what is allowed passes", () => {
    const fine = new Map([
      [
        "functions/learning/queries.ts",
        'import type { Staff } from "../roster/records.ts";\nimport { rolesOn } from "../roster/rules.ts";\nimport { readStaff } from "../roster/queries.ts";',
      ],
      [
        "functions/learning/actions/a.ts",
        'import { commit } from "../../platform/commit.ts";\nconst at = new Date(ctx.now.getTime() + 1);',
      ],
      [
        "web/main.tsx",
        'import type { Api } from "../functions/lambda/app.ts";\nimport { JobRole } from "../functions/roster/contract.ts";\nimport "./main.css";',
      ],
      ["vite.config.ts", "export default {};"],
    ]);
    expect(breaches(fine)).toEqual([]);
  });

  it("what a comment says is not code", () => {
    expect(
      breaches(new Map([["functions/roster/a.ts", "// never new Date() or Math.random()\n/* Date.now() */\nconst a = 1; // new Date()"]])),
    ).toEqual([]);
    expect(withoutComments('const url = "https://maple.example"; // gone')).toBe('const url = "https://maple.example";        ');
  });
});
