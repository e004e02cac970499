import type { Language } from "../platform/language.ts";
import type { SamplePage } from "./calibration-contract.ts";
import { sampleRubric } from "./samples/rubric.ts";
import { samplesWithAdults } from "./samples/with-adults.ts";
import { samplesWithClasses } from "./samples/with-classes.ts";

type Sample = Pick<SamplePage, "id" | "title" | "asked" | "text" | "criteria">;

// A sample that was rated is never changed: a change is a new sample with an id of its own.
const samples = [...samplesWithClasses, ...samplesWithAdults];

/** The samples to rate, in a language, with the rubric that all of them share. */
export function samplesIn(language: Language): Sample[] {
  const criteria = sampleRubric.map(({ id, criterion, notYet, developing, meets, exemplary }) => ({
    id,
    criterion: criterion[language],
    notYet: notYet[language],
    developing: developing[language],
    meets: meets[language],
    exemplary: exemplary[language],
  }));
  return samples.map(({ id, title, asked, text }) => ({
    id,
    title: title[language],
    asked: asked[language],
    text: text.map((paragraph) => paragraph[language]),
    criteria,
  }));
}
