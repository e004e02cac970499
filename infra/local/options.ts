import { parseArgs } from "node:util";
import { demoSizes, type DemoSize } from "./demo/district.ts";

export type StartOptions = { port: number; isFresh: boolean; size: DemoSize; folder: string; endpoint: string | undefined };

/** What `npm start` was asked for; throws a sentence that says what is allowed when it cannot be understood. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): StartOptions {
  const { values } = parseArgs({
    args,
    options: { fresh: { type: "boolean", default: false }, district: { type: "string", default: "standard" } },
  });
  const size = values.district;
  if (!Object.hasOwn(demoSizes, size)) throw new Error(`--district takes ${Object.keys(demoSizes).join(", ")}; "${size}" is none of them.`);
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT must be a whole number from 1 to 65535; it is "${env.PORT}".`);
  return {
    port,
    isFresh: values.fresh,
    size: size as DemoSize,
    folder: env.THROUGHLINE_FOLDER ?? ".throughline",
    endpoint: env.DYNAMODB_ENDPOINT,
  };
}
