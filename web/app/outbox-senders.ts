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
    ask(module.attempts[":number"].submission.$post({ param: { moduleId, number: String(attempt) }, json: { answers } }, intent(key))),
  practice: ({ moduleId, text }, key) =>
    ask(module.practice.$post({ param: { moduleId }, json: { text, noStudentData: true } }, intent(key))),
};
