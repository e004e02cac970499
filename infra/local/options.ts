import { parseArgs } from "node:util";
import { editDistance } from "../../functions/platform/edit-distance.ts";
import { demoSizes, type DemoSize } from "./demo/district.ts";

/** What a start was asked for; `size` only where one was named. */
export type StartOptions = { port: number; isFresh: boolean; size: DemoSize | undefined; folder: string; endpoint: string | undefined };

const known = { fresh: { type: "boolean" }, district: { type: "string" } } as const;

/** What `npm start` was asked for; throws a sentence that says what is allowed when it cannot be understood. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): StartOptions {
  const { values, tokens } = parseArgs({ args, options: known, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "option" && !Object.hasOwn(known, token.name)) throw new Error(unknownOption(token.rawName));
    if (token.kind === "positional") throw new Error(`"${token.value}" is not an option. ${allowed}`);
  }
  if (typeof values.fresh === "string") throw new Error(`--fresh takes no value. ${allowed}`);
  const size = values.district;
  const sizes = Object.keys(demoSizes).join(", ");
  if (size === true) throw new Error(`--district takes one of ${sizes}.`);
  if (typeof size === "string" && !Object.hasOwn(demoSizes, size)) throw new Error(`--district takes ${sizes}; "${size}" is none of them.`);
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT must be a whole number from 1 to 65535; it is "${env.PORT}".`);
  return {
    port,
    isFresh: values.fresh ?? false,
    size: size as DemoSize | undefined,
    folder: env.THROUGHLINE_FOLDER ?? ".throughline",
    endpoint: env.DYNAMODB_ENDPOINT,
  };
}

const allowed = "npm start takes --fresh and --district SIZE, after two dashes: npm start -- --fresh";

function unknownOption(given: string): string {
  const names = Object.keys(known).map((name) => `--${name}`);
  const [nearest] = names
    .map((name) => ({ name, distance: editDistance(given.toLowerCase(), name) }))
    .filter(({ distance }) => distance <= 3)
    .toSorted((a, b) => a.distance - b.distance);
  return nearest ? `There is no option ${given}. Did you mean ${nearest.name}?` : `There is no option ${given}. ${allowed}`;
}
