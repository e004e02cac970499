/** Who may answer a request for more time, from the nearest on. */
export type Answerer = "coach" | "schoolLeader" | "districtLeader";

/** How many contract days each of them has before a request is the next one's to answer as well; a convention of ours. */
export const daysToAnswer = 3;

/**
 * After how many contract days of waiting a request is each one's to answer. Where nobody nearer could, it is theirs from
 * the first day; nobody loses it again because someone further away has it too.
 */
export function answerableAfter({ hasCoach, hasLeader }: { hasCoach: boolean; hasLeader: boolean }): Record<Answerer, number> {
  const schoolLeader = hasCoach ? daysToAnswer : 0;
  return { coach: 0, schoolLeader, districtLeader: schoolLeader + (hasLeader ? daysToAnswer : 0) };
}
