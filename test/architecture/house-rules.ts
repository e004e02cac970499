import { type Import, importsOf, type SourceTree, targetOf, withoutComments } from "./source-tree.ts";

/** A capability may import those before it. */
const capabilities = [
  "roster",
  "curriculum",
  "learning",
  "assignment",
  "portfolio",
  "credit",
  "certification",
  "badges",
  "engagement",
  "reminders",
  "retention",
];
/** The files that may hold the raw table: the one that makes it part of a context, the two ways to write, and the one counter. */
const rawTableFiles = new Set([
  "functions/platform/context.ts",
  "functions/platform/commit.ts",
  "functions/platform/derive.ts",
  "functions/platform/rate-limit.ts",
]);
const dynamoFiles = new Set(["functions/platform/table.ts", "functions/lambda/services.ts"]);
const clockFiles = new Set(["functions/platform/clock.ts", "functions/platform/log.ts"]);
/** What the browser shares with the server as values: schemas and constants, no code that reads or writes. */
const sharedWithBrowser = /^functions\/(\w+\/(\w+-)?contract|curriculum\/(content|reference-content|search|module-template))\.ts$/;

type Seen = { path: string; area: string; one: Import; target: string | undefined };
type Rule = (seen: Seen) => string | undefined;

/** How a badge is verified, which the browser does as the server does: it speaks to whatever it is handed, and to the Web's own cryptography. */
const runsInBrowser = /^functions\/badges\/verify\/[\w-]+\.ts$/;
const badgeWords = /^(jsonld|@digitalcredentials\/(credentials-v2|open-badges)-context)$/;

/** `functions/learning`, `functions/platform`, `web`, `infra/local`, `content/compile`, … */
function areaOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  if (first === "functions" || first === "content") return `${first}/${second}`;
  return first === "infra" && second === "local" ? "infra/local" : first;
}

const capabilityOf = (path: string): string | undefined => capabilities.find((name) => path.startsWith(`functions/${name}/`));

const platformKnowsNoCapability: Rule = ({ area, target }) =>
  area === "functions/platform" && target?.startsWith("functions/") && areaOf(target) !== "functions/platform"
    ? "the platform knows no capability; pass what it needs as a value, or move this to the capability"
    : undefined;

/** The one place where the functions take the content compiler, so that a district's own texts meet the build's own checks. */
const isCompilerPort = (path: string, target: string): boolean =>
  path === "functions/lambda/compiler.ts" && target === "content/compile/compile-one.ts";

const functionsStandAlone: Rule = ({ path, area, target }) =>
  area.startsWith("functions/") && target !== undefined && !target.startsWith("functions/") && !isCompilerPort(path, target)
    ? "functions know nothing of infra, web, content sources or tests; take it through Services"
    : undefined;

const capabilitiesLookLeft: Rule = ({ path, target }) => {
  const own = capabilityOf(path);
  const other = target === undefined ? undefined : capabilityOf(target);
  if (!own || !other || own === other) return undefined;
  return capabilities.indexOf(other) > capabilities.indexOf(own)
    ? `${own} may not import ${other}, which stands to its right (${capabilities.join(" ← ")}); let ${other} react in its events.ts, or ask it to pass the value`
    : undefined;
};

const neighboursKeepTheirRecords: Rule = ({ path, target, one }) => {
  const own = capabilityOf(path);
  const other = target === undefined ? undefined : capabilityOf(target);
  if (!own || !other || own === other || target === undefined) return undefined;
  if (/\/(routes|events)\.ts$/.test(target)) return `${other}'s routes and events are its own; use its contract, rules, queries or actions`;
  return target.endsWith("/records.ts") && !one.isType
    ? `${other}'s records are its own; use its queries, rules or actions (types are allowed)`
    : undefined;
};

const capabilitiesDoNotKnowTheirComposition: Rule = ({ path, target }) =>
  capabilityOf(path) && (target?.startsWith("functions/lambda/") || target?.startsWith("functions/check/"))
    ? "a capability does not know how it is composed or checked; lambda and check import it, not the other way"
    : undefined;

const contractsAreShared: Rule = ({ path, target, one }) =>
  sharedWithBrowser.test(path) && !(one.specifier === "zod" || (target !== undefined && sharedWithBrowser.test(target)))
    ? "a contract travels to the browser; it imports zod and other contracts alone"
    : undefined;

const verifierRunsAnywhere: Rule = ({ path, target, one }) =>
  runsInBrowser.test(path) && !(badgeWords.test(one.specifier) || (target !== undefined && runsInBrowser.test(target)))
    ? "the verifier travels to the browser; it imports its own folder and what gives badges' words their meaning"
    : undefined;

const rulesArePure: Rule = ({ path, target, one }) => {
  if (!capabilityOf(path) || !/\/(\w[\w-]*-)?rules\.ts$/.test(path) || one.isType) return undefined;
  const isPure =
    target !== undefined &&
    (sharedWithBrowser.test(target) || /rules\.ts$|^functions\/platform\/(dates|contract-days|errors|permissions)\.ts$/.test(target));
  const isDigest = target === "functions/platform/ids.ts" && one.names.every((name) => name === "idFrom" || name === "sha256");
  return isPure || isDigest
    ? undefined
    : "rules are pure: they import contracts, other rules and dates; a query or an action passes the rest in";
};

const onlyActionsWrite: Rule = ({ path, target, one }) => {
  if (!capabilityOf(path) || path.includes("/actions/")) return undefined;
  const writes =
    (target === "functions/platform/commit.ts" &&
      one.names.some((name) => ["commit", "commitTogether", "commitAdditions"].includes(name))) ||
    (target === "functions/platform/derive.ts" && one.names.includes("derive"));
  return writes ? "only actions write; move the use case to actions/<verb>.ts and call it from here" : undefined;
};

const rawTableIsListed: Rule = ({ path, one }) =>
  path.startsWith("functions/") && one.names.includes("rawTable") && !rawTableFiles.has(path)
    ? "the raw table is for commit and derive alone; write through them, read through ctx.table"
    : undefined;

const oneFileSpeaksToDynamo: Rule = ({ path, one }) =>
  path.startsWith("functions/") && /^@aws-sdk\/.*dynamodb/.test(one.specifier) && !dynamoFiles.has(path)
    ? "only functions/platform/table.ts speaks to DynamoDB"
    : undefined;

const nothingScansOrAdds: Rule = ({ path, one }) => {
  const banned = one.names.find((name) => /^(Scan|Update|BatchWrite)(Item)?Command$/.test(name));
  return path.startsWith("functions/") && banned
    ? `${banned} is not used here: nothing scans, and an update that adds is counted twice when it is retried`
    : undefined;
};

const webSharesContractsAlone: Rule = ({ area, target, one }) => {
  if (area !== "web" || !target || areaOf(target) === "web") return undefined;
  if (!target.startsWith("functions/")) return "the browser's code imports its own folder, contracts and `type Api`";
  const isApi = target === "functions/lambda/app.ts" && one.isType && one.names.every((name) => name === "Api");
  return sharedWithBrowser.test(target) || runsInBrowser.test(target) || isApi
    ? undefined
    : "the browser imports contracts and `type Api`; anything else would ship the server's code";
};

const webHasNoNode: Rule = ({ area, one }) =>
  area === "web" && one.specifier.startsWith("node:") ? "a browser has no node: modules" : undefined;

const infraTakesDefinitions: Rule = ({ area, target, one }) => {
  if (area !== "infra" || !target?.startsWith("functions/") || one.isType) return undefined;
  return /^functions\/(platform\/(table-definition|security)|lambda\/[\w-]*env[\w-]*)\.ts$/.test(target)
    ? undefined
    : "AWS infrastructure imports env types, the table's definition and the security headers; a handler is named by its path";
};

const contentTakesContracts: Rule = ({ area, target }) =>
  area === "content/compile" && target !== undefined && areaOf(target) !== "content/compile" && !sharedWithBrowser.test(target)
    ? "the content compiler imports contracts alone"
    : undefined;

const relativeImportsNameFiles: Rule = ({ one }) =>
  one.specifier.startsWith(".") && !/\.(tsx?|css|json)$/.test(one.specifier)
    ? "a relative import names its file with its ending: .ts, .tsx or .css"
    : undefined;

const zodIsANamespace: Rule = ({ one }) =>
  one.specifier === "zod" && !one.isType && !one.names.includes("*")
    ? 'write `import * as z from "zod"`: a named import brings the whole library into the bundle'
    : undefined;

const nothingIsReexported: Rule = ({ one }) => (one.isReexport ? "no barrels: whoever needs this imports it from where it is" : undefined);

const importRules: readonly Rule[] = [
  platformKnowsNoCapability,
  functionsStandAlone,
  capabilitiesLookLeft,
  neighboursKeepTheirRecords,
  capabilitiesDoNotKnowTheirComposition,
  contractsAreShared,
  verifierRunsAnywhere,
  rulesArePure,
  onlyActionsWrite,
  rawTableIsListed,
  oneFileSpeaksToDynamo,
  nothingScansOrAdds,
  webSharesContractsAlone,
  webHasNoNode,
  infraTakesDefinitions,
  contentTakesContracts,
  relativeImportsNameFiles,
  zodIsANamespace,
  nothingIsReexported,
];

/** Each breach of the house's rules as `path:line: what to do`. */
export function breaches(tree: SourceTree): string[] {
  const found: string[] = [];
  for (const [path, source] of tree) {
    for (const one of importsOf(source)) {
      const seen = { path, area: areaOf(path), one, target: targetOf(path, one.specifier) };
      for (const rule of importRules) {
        const message = rule(seen);
        if (message !== undefined) found.push(`${path}:${one.line}: imports ${one.specifier}: ${message}`);
      }
    }
    found.push(...textBreaches(path, source));
  }
  return [...found, ...cycles(tree)];
}

function textBreaches(path: string, source: string): string[] {
  const found: string[] = [];
  for (const [n, line] of withoutComments(source).split("\n").entries()) {
    const say = (message: string): void => void found.push(`${path}:${n + 1}: ${message}`);
    if (/^export default\b/.test(line) && !/(^|\/)[\w.-]+\.config\.ts$/.test(path))
      say("no default exports: name it, so that every import says the same word");
    if (!path.startsWith("functions/")) continue;
    if (/\bnew Date\(\s*\)|\bDate\.now\b|\bTemporal\.Now\b/.test(line) && !clockFiles.has(path))
      say("time is passed in: use ctx.now or ctx.today");
    if (/\bMath\.random\b/.test(line)) say("Math.random can be guessed: use ctx.newId, or node:crypto");
  }
  return found;
}

/** Each circle of imports once. Type imports leave nothing behind when the program runs, so they make no circle. */
function cycles(tree: SourceTree): string[] {
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      found.push(`${[...trail.slice(trail.indexOf(path)), path].join(" → ")}: a circle; move what both need to a third file`);
      return;
    }
    state.set(path, "open");
    for (const { specifier, isType } of importsOf(tree.get(path) ?? "")) {
      const target = isType ? undefined : targetOf(path, specifier);
      if (target !== undefined && tree.has(target)) visit(target, [...trail, path]);
    }
    state.set(path, "done");
  };
  for (const path of tree.keys()) visit(path, []);
  return found;
}
