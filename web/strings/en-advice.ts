import { list, words } from "./en.ts";
import { lead } from "./en-lead.ts";
import { localized } from "./language.ts";

/** What level and gap across schools ask for; each answer also as it reads where lower is better. */
export const advice = localized("advice", {
  title: "What this asks for",
  keep: "High and even. Keep going, and write down why it works before the people who know it move on.",
  target: (schools: string[]) =>
    schools.length === 0
      ? "High on the whole, but not everywhere. Coaching where it is furthest behind raises what everyone can count on most."
      : `High on the whole, but not everywhere. Coaching at ${list(schools)} would raise what everyone can count on most. Ask there first what is in the way.`,
  targetMany: (n: number) =>
    `High on the whole, but not everywhere. Coaching at the ${words.number(n)} schools below the count-on-it score would raise what everyone can count on most. Ask there first what is in the way.`,
  keepLower: "Low and even, and low is good here. Keep going, and write down why it works before the people who know it move on.",
  targetLower: (schools: string[]) =>
    schools.length === 0
      ? "Low on the whole, which is good here, but not everywhere. Coaching where most has stalled helps everyone most."
      : `Low on the whole, which is good here, but not everywhere. Coaching at ${list(schools)} would help most. Ask there first what is in the way.`,
  targetManyLower: (n: number) =>
    `Low on the whole, which is good here, but not everywhere. Coaching at the ${words.number(n)} schools above the count-on-it score would help most. Ask there first what is in the way.`,
  districtLower:
    "High, where lower is better, and much the same everywhere. That points to the district rather than to any school: look at the model, the training and the time people are given.",
  reinstallLower:
    "High, where lower is better, and far apart. Asking for more of the same rarely helps here. Go back to the beginning with the schools: agree on the model, give it time, train again, and start where people are ready.",
  district:
    "Low, and much the same everywhere. That points to the district rather than to any school: look at the model, the training and the time people are given.",
  reinstall:
    "Low, and far apart. Asking for more of the same rarely helps here. Go back to the beginning with the schools: agree on the model, give it time, train again, and start where people are ready.",
  coaches: "See the coaches and their caseloads",
  convention: (high: number, large: number, isHigherBetter: boolean) =>
    `We speak of a ${isHigherBetter ? `high level from ${lead.percent(high)}` : `low level up to ${lead.percent(100 - high)}`}, and of a large gap from ${lead.score.gapValue(large)}. Both lines are conventions of ours: a start for a conversation, not a verdict on a school.`,
});
