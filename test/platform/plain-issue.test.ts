import { expect, it } from "vitest";
import * as z from "zod";
import { invalidInput } from "../../functions/platform/problem.ts";
import { platformSpanish } from "../../functions/platform/spanish.ts";
import { sayIn } from "../../functions/platform/sentences.ts";

const said = (schema: z.ZodType, value: unknown): string => {
  const { error } = schema.safeParse(value);
  return error === undefined ? "" : (invalidInput(error, "json").fields[0]?.message ?? "");
};

it.each([
  [z.iso.date(), "", "Choose a date."],
  [z.email(), "ana at maple", "This is not an e-mail address."],
  [z.string().regex(/^a$/), "b", "This is not written in the way that is needed."],
  [z.string().min(1), "", "Fill this in: nothing was written."],
  [z.string().min(10), "short", "Write at least 10 characters."],
  [z.string().max(3), "long", "Write at most 3 characters."],
  [z.array(z.string()).min(1), [], "Choose at least 1."],
  [z.array(z.string()).max(1), ["a", "b"], "Choose at most 1."],
  [z.number().min(2), 1, "Give a number of at least 2."],
  [z.number().max(2), 3, "Give a number of at most 2."],
  [z.string(), undefined, "Something that is needed is missing."],
  [z.string(), 1, "This is not of the kind that is needed."],
  [z.enum(["a", "b"]), "c", "Choose one of the values there are."],
  [z.strictObject({}), { more: 1 }, "This cannot be used as it is."],
  [z.string().min(1, "Give the source a name."), "", "Give the source a name."],
])("what a schema refuses is said in plain words: %#", (schema, value, words) => {
  expect(said(schema, value)).toBe(words);
  if (words !== "Give the source a name.") expect(sayIn("es", words, platformSpanish)).not.toBe(words);
});
