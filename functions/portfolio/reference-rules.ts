import type { LocalDate } from "../platform/dates.ts";
import type { Staff } from "../roster/records.ts";
import { isWorking, schoolsOn } from "../roster/rules.ts";
import { leastWords } from "./contract.ts";
import type { ReferenceAnswer, ReferenceForm } from "./reference-contract.ts";
import type { Reference } from "./records.ts";

/** So many recommendations may be asked for at a time: nobody writes to a whole school. */
export const mostAsked = 3;

/**
 * Why someone may not be asked for a recommendation, in words for who asks; undefined when they may. A colleague is someone
 * who works today at a school of theirs, or their own coach. Nobody recommends themselves, and nobody is asked by the person
 * who coaches them: they could not well say no. Whoever leads or coaches the asker may recommend them.
 */
export function refereeProblem(asker: Staff, referee: Staff, today: LocalDate): string | undefined {
  if (referee.id === asker.id) return "Ask a colleague: nobody recommends themselves.";
  if (referee.coachId === asker.id) return "You coach this person. Ask someone whom you do not coach.";
  if (!isWorking(referee, today)) return "This person is not at work at the moment. Ask someone else.";
  return undefined;
}

/** Whether two people are colleagues on a day: they share a school, or one coaches the other. */
export function areColleagues(asker: Staff, referee: Staff, today: LocalDate): boolean {
  const schools = schoolsOn(asker, today);
  return asker.coachId === referee.id || schoolsOn(referee, today).some((id) => schools.includes(id));
}

/** What keeps a recommendation from being given, by the field that has to be mended. */
export function referenceProblems(form: ReferenceForm, { formVersion, scores, comment, hasSeenWork }: ReferenceAnswer) {
  const ids = form.parts.flatMap(({ items }) => items.map(({ id }) => id));
  const problems: { path: string; message: string }[] = [];
  if (!hasSeenWork) problems.push({ path: "json.hasSeenWork", message: "Decline if you have not seen their work or have a stake in it." });
  if (formVersion !== form.version)
    problems.push({
      path: "json.formVersion",
      message: "The form has changed since you opened it. Reload the page to score it as it is now.",
    });
  else if (ids.some((id) => scores[id] === undefined) || Object.keys(scores).some((id) => !ids.includes(id)))
    problems.push({ path: "json.scores", message: "Score every item of the form." });
  if (comment.length < leastWords) problems.push({ path: "json.comment", message: "Say in a sentence or two what you have seen them do." });
  return problems;
}

/** The recommendations among these that were given, the latest first. */
export const given = (all: readonly Reference[]): Reference[] =>
  all.filter(({ state }) => state === "given").toSorted((a, b) => (b.answeredAt ?? "").localeCompare(a.answeredAt ?? ""));
