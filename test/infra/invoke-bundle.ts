import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { functionFolder, type FunctionName } from "../../infra/bundle.ts";

/** What stands in for Lambda's own environment: a region and credentials that open nothing. */
const lambdaEnvironment = { AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "none", AWS_SECRET_ACCESS_KEY: "none", LOG_LEVEL: "warn" };

const script = `
const { handler } = await import(process.argv[1]);
const answers = [];
for (const event of JSON.parse(process.argv[2])) answers.push(await handler(event, { awsRequestId: "test", getRemainingTimeInMillis: () => 10_000 }));
process.stdout.write("\\n" + JSON.stringify(answers), () => process.exit(0));
`;

/** Loads a bundle in a process of its own that knows nothing but these variables, and hands it events one by one. */
export function invokeBundle<Answer>(name: FunctionName, environment: Record<string, string>, events: unknown[]): Answer[] {
  const file = join(functionFolder(name), "index.mjs");
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script, file, JSON.stringify(events)], {
    env: { ...lambdaEnvironment, ...environment },
    encoding: "utf8",
    timeout: 60_000,
    // The API's own description alone is above the megabyte that a process may say by default.
    maxBuffer: 16_000_000,
  });
  if (status !== 0) throw new Error(`the bundle of ${name} failed: ${stderr}${stdout}`);
  return JSON.parse(stdout.split("\n").at(-1) ?? "");
}

const loadAll = `
import { readdirSync } from "node:fs";
const folder = process.argv[1];
await import(folder + "/index.mjs");
const failed = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith(".mjs")))
  await import(folder + "/" + file).catch((error) => failed.push(file + ": " + error));
process.stdout.write(JSON.stringify(failed), () => process.exit(0));
`;

/** Loads every part of a bundle in a process of its own, and gives those that cannot be loaded, with why. */
export function partsThatFail(name: FunctionName, environment: Record<string, string>): string[] {
  const env = { ...lambdaEnvironment, ...environment };
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", loadAll, functionFolder(name)], {
    env,
    encoding: "utf8",
    timeout: 60_000,
  });
  if (status !== 0) throw new Error(`the bundle of ${name} failed: ${stderr}${stdout}`);
  return JSON.parse(stdout) as string[];
}

/** A request as API Gateway hands it to a function (payload 2.0). */
export function httpEvent(method: string, path: string, options: { headers?: Record<string, string>; body?: string } = {}) {
  const [rawPath = path, rawQueryString = ""] = path.split("?");
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath,
    rawQueryString,
    headers: { host: "abc.execute-api.us-east-1.amazonaws.com", ...options.headers },
    requestContext: {
      accountId: "none",
      apiId: "abc",
      domainName: "abc.execute-api.us-east-1.amazonaws.com",
      domainPrefix: "abc",
      http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
      requestId: "test",
      routeKey: "$default",
      stage: "$default",
      time: "02/Nov/2026:15:00:00 +0000",
      timeEpoch: 0,
    },
    ...(options.body !== undefined && { body: options.body }),
    isBase64Encoded: false,
  };
}
