import { ask, client, intent } from "./api.ts";
import type { Senders } from "./outbox.ts";

const module = client.api.modules[":moduleId"];

/** How each kind of progress reaches the server. */
export const senders: Senders = {
  lesson: ({ doneAt, ...param }, key) => ask(module.lessons[":lessonId"].completion.$post({ param, json: { doneAt } }, intent(key))),
  place: ({ moduleId, lessonId }, key) => ask(module.place.$put({ param: { moduleId }, json: { lessonId } }, intent(key))),
  answer: ({ moduleId, attempt, itemId, choiceId }, key) =>
    ask(
      module.attempts[":number"].answers.$put(
        { param: { moduleId, number: String(attempt) }, json: { answers: { [itemId]: choiceId } } },
        intent(key),
      ),
    ),
  check: ({ moduleId, attempt, answers }, key) =>
    withArrivals(
      ask(module.attempts[":number"].submission.$post({ param: { moduleId, number: String(attempt) }, json: { answers } }, intent(key))),
    ),
  practice: ({ moduleId, text }, key) =>
    withArrivals(ask(module.practice.$post({ param: { moduleId }, json: { text, noStudentData: true } }, intent(key)))),
};

/** An answer and what shows it. */
export type Arrived<T> = { answer: T; arrivals: typeof import("../learn/arrivals.ts") };

/** The answer with what shows it: fetched now, so that it is there the moment the entry is forgotten. */
async function withArrivals<T>(pending: Promise<T>): Promise<Arrived<T>> {
  const answer = await pending;
  return { answer, arrivals: await import("../learn/arrivals.ts") };
}
