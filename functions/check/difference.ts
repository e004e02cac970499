import { isDeepStrictEqual } from "node:util";

const longest = 240;

/** Where two values differ, field by field, in the words of a finding; undefined where they say the same. */
export function difference(expected: object | undefined, found: object | undefined): { expected: string; found: string } | undefined {
  const [wanted, there] = [plain(expected), plain(found)];
  if (isDeepStrictEqual(wanted, there)) return undefined;
  if (wanted === undefined) return { expected: "no such row", found: "a row" };
  if (there === undefined) return { expected: "a row", found: "no such row" };
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(there)])].filter(
    (name) => !isDeepStrictEqual(wanted[name], there[name]),
  );
  return { expected: say(wanted, names), found: say(there, names) };
}

function plain(value: object | undefined): Record<string, unknown> | undefined {
  if (value === undefined) return undefined;
  const { version: _, ...rest } = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
  return rest;
}

function say(value: Record<string, unknown>, names: string[]): string {
  const text = names.map((name) => `${name} ${value[name] === undefined ? "absent" : JSON.stringify(value[name])}`).join("; ");
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}
