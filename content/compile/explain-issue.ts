import * as z from "zod";

interface Explanation {
  path: readonly PropertyKey[];
  message: string;
  fix: string;
}

/** Says in an author's words what a schema issue means, where to point, and what to write. */
export function explainIssue(issue: z.core.$ZodIssue, data: unknown, schema: z.ZodType): Explanation[] {
  const { path } = issue;
  const name = nameOf(path);
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `\`${key}\` is not a known key`,
      fix: suggestKey(key, known),
    }));
  }
  const value = path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | undefined | null)?.[step], data);
  if (value === undefined || value === null) {
    return [{ path, message: `${name} is missing`, fix: `Add \`${String(path.at(-1) ?? "")}: …\` here.` }];
  }
  if (issue.code === "invalid_type") {
    return [
      {
        path,
        message: `${name} is ${kindOf(value)}, not ${article(issue.expected)}`,
        fix: typeFix(issue.expected, value),
      },
    ];
  }
  if (issue.code === "invalid_value") {
    const list = issue.values.map((allowed) => `\`${String(allowed)}\``).join(" or ");
    return [{ path, message: `${name} is \`${short(value)}\``, fix: `Write ${list}.` }];
  }
  // Text has a length too, so zod counts it although it is no list; every length in the schemas is a list's.
  if ((issue.code === "too_small" || issue.code === "too_big") && typeof value === "string") return [];
  if (Array.isArray(value)) {
    return [{ path, message: `${name} has ${value.length} ${value.length === 1 ? "entry" : "entries"}`, fix: issue.message }];
  }
  return [{ path, message: `${name} is \`${short(value)}\``, fix: issue.message }];
}

function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  if (last === undefined) return "the file";
  if (typeof last !== "number") return `\`${String(last)}\``;
  return `entry ${last + 1} of \`${String(path.at(-2))}\``;
}

function short(value: unknown): string {
  const text = typeof value === "string" ? value.replaceAll(/\s+/g, " ").trim() : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function kindOf(value: unknown): string {
  return article(Array.isArray(value) ? "array" : typeof value);
}

function article(type: string): string {
  const names: Record<string, string> = {
    array: "a list",
    object: "a group of keys",
    string: "text",
    boolean: "`true` or `false`",
    number: "a number",
    int: "a whole number",
  };
  return names[type] ?? type;
}

function typeFix(expected: string, value: unknown): string {
  if (expected === "string") {
    return typeof value === "object" ? "Write one text; if it holds `: `, put it in double quotes." : "Put it in double quotes.";
  }
  if (expected === "array") return "Write a list: `[a, b]`, or one `- ` line per entry.";
  if (expected === "object") return "Write `key: value` lines, indented below it.";
  if (expected === "boolean") return "Write `true` or leave the key out.";
  return "Write a whole number, without quotes or units.";
}

/** The keys that the schema knows at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let inner: unknown = schema;
  for (const step of path) {
    if (inner instanceof z.ZodObject) inner = (inner.shape as Record<PropertyKey, unknown>)[step];
    else if (inner instanceof z.ZodArray) inner = inner.element;
  }
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function suggestKey(key: string, known: readonly string[]): string {
  const nearest = known
    .map((candidate) => ({ candidate, distance: editDistance(key.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance)[0];
  if (nearest && nearest.distance <= 3 && nearest.distance < nearest.candidate.length) {
    return `Write \`${nearest.candidate}\`, or remove the key.`;
  }
  return `Remove it; the keys here are ${known.join(", ")}.`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
