import type { RubricCriterion as Criterion } from "../../functions/curriculum/content.ts";
import type { RubricLevel } from "../../functions/learning/contract.ts";
import { useDraft } from "../app/use-draft.ts";
import type * as z from "zod";

export type Levels = Record<string, RubricLevel>;
type Rubric = z.infer<typeof Criterion>[];
type Draft = { levels: Levels; comment: string };

/** The order in which levels are offered: from the one that asks for most to the one that asks for nothing. */
export const rubricLevels = ["notYet", "developing", "meets", "exemplary"] as const satisfies RubricLevel[];

/** The shortest comment that can help a next try, in characters; the API asks for the same. */
const leastComment = 10;

/** What keeps a decision from being sent: the criteria to rate or to reconsider, and the comment. */
export type ReviewProblems = { unrated: string[]; notYet: string[]; isCommentMissing: boolean };

/** Accepting takes every criterion rated and none "not yet"; returning takes a comment the next try can use. */
export function problemsOf(decision: "accept" | "return", rubric: Rubric, { levels, comment }: Draft): ReviewProblems {
  if (decision === "return") return { unrated: [], notYet: [], isCommentMissing: comment.trim().length < leastComment };
  const idsWhere = (test: (level: RubricLevel | undefined) => boolean) => rubric.filter(({ id }) => test(levels[id])).map(({ id }) => id);
  return { unrated: idsWhere((level) => level === undefined), notYet: idsWhere((level) => level === "notYet"), isCommentMissing: false };
}

/** A review being written: kept on this device under the reviewer's name until it is sent. */
export function useReviewDraft(
  evidenceId: string,
): Draft & { change: (part: Partial<Draft>) => void; clear: () => void; wasKept: boolean } {
  const { text, setText, clear } = useDraft(`review.${evidenceId}`);
  const draft = parse(text);
  return { ...draft, change: (part) => setText(JSON.stringify({ ...draft, ...part })), clear, wasKept: text !== "" };
}

function parse(text: string): Draft {
  try {
    const kept = JSON.parse(text) as Partial<Draft> | null;
    return { levels: kept?.levels ?? {}, comment: kept?.comment ?? "" };
  } catch {
    return { levels: {}, comment: "" };
  }
}
