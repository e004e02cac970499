import type * as z from "zod";

type Issue = z.core.$ZodIssue;

/** How the schema library begins what it says by itself; what a schema of ours says is said as it stands. */
const byItself = /^(Invalid |Too (small|big):|Unrecognized key)/;

/** What is wrong with a value, in words for whoever filled in the form. */
export function plainIssue(issue: Issue): string {
  return byItself.test(issue.message) ? wordsFor(issue) : issue.message;
}

function wordsFor(issue: Issue): string {
  switch (issue.code) {
    case "invalid_format":
      return formats[issue.format] ?? "This is not written in the way that is needed.";
    case "too_small":
      return tooSmall(issue.origin, Number(issue.minimum));
    case "too_big":
      return tooBig(issue.origin, Number(issue.maximum));
    case "invalid_type":
      return issue.message.endsWith("received undefined")
        ? "Something that is needed is missing."
        : "This is not of the kind that is needed.";
    case "invalid_value":
      return "Choose one of the values there are.";
    case "not_multiple_of":
    case "unrecognized_keys":
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return "This cannot be used as it is.";
  }
}

const formats: Partial<Record<string, string>> = {
  date: "Choose a date.",
  datetime: "Give a day and a time.",
  email: "This is not an e-mail address.",
  url: "This is not a web address.",
};

function tooSmall(of: string, least: number): string {
  if (of === "string") return least <= 1 ? "Fill this in: nothing was written." : `Write at least ${least} characters.`;
  return of === "array" ? `Choose at least ${least}.` : `Give a number of at least ${least}.`;
}

function tooBig(of: string, most: number): string {
  if (of === "string") return `Write at most ${most} characters.`;
  return of === "array" ? `Choose at most ${most}.` : `Give a number of at most ${most}.`;
}
