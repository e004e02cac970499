import type { FieldError } from "../platform/errors.ts";
import type { ModuleContent } from "../curriculum/content.ts";
import type { ReviewDecision } from "./contract.ts";

/** The shortest comment that a returned submission may carry, in characters. */
const leastComment = 10;

/**
 * What a review still needs before it can be saved. Accepting takes a level on every criterion, none of them "not yet";
 * returning takes a comment that the next try can use.
 */
export function reviewProblems(
  rubric: ModuleContent["practice"]["rubric"],
  { decision, levels, comment }: Pick<ReviewDecision, "decision" | "levels" | "comment">,
): FieldError[] {
  const unknown = Object.keys(levels).filter((id) => rubric.every((criterion) => criterion.id !== id));
  const problems = unknown.map((id) => ({
    path: `json.levels.${id}`,
    message: "The rubric no longer has this criterion. Reload the page to rate it as it is now.",
  }));
  if (decision === "return") {
    const isTooShort = comment.trim().length < leastComment;
    const message = "Say in a sentence what would make it acceptable, so that the next try can succeed.";
    return isTooShort ? [...problems, { path: "json.comment", message }] : problems;
  }
  for (const { id, criterion } of rubric) {
    const level = levels[id];
    if (level === undefined) problems.push({ path: `json.levels.${id}`, message: `Rate "${criterion}" before you accept.` });
    if (level === "notYet")
      problems.push({
        path: `json.levels.${id}`,
        message: `"${criterion}" is rated not yet. Return it with a comment, or raise the level if it is met.`,
      });
  }
  return problems;
}
