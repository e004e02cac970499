import { expect, test } from "vitest";
import { reminderKinds } from "../../functions/reminders/kinds/all.ts";
import { reminderWords as english } from "../../web/strings/en-reminders.ts";
import { reminderWords as spanish } from "../../web/strings/es/reminders.ts";
import { partsOf } from "../../web/ui/number-sentence.tsx";

test.each([
  ["English", english],
  ["Spanish", spanish],
])("each number of a reminder stands once in its %s sentence, and has a label that says what it counts", (_, words) => {
  for (const { id, numbers } of reminderKinds) {
    const named = partsOf(words.sentences[id] ?? "").filter((_part, i) => i % 2 === 1);
    expect(named.toSorted()).toEqual(Object.keys(numbers).toSorted());
    for (const name of named) expect(words.number(`${id}.${name}`, 1, 9)).toMatch(/^\p{Lu}.*: .*\(.*1.*9\)$/u);
  }
});

test("a sentence is told apart into its words and the names of its numbers, in turns", () => {
  expect(partsOf("Again every {every} days, {atMost} times")).toEqual(["Again every ", "every", " days, ", "atMost", " times"]);
  expect(partsOf("{first} days before")).toEqual(["", "first", " days before"]);
});
