import type { stepScores } from "../../functions/curriculum/content.ts";
import { count, list, quoted, words } from "./en.ts";
import { localized } from "./language.ts";

const scores: Record<(typeof stepScores)[number], string> = {
  done: "Done",
  partly: "Partly",
  notDone: "Not done",
  notApplicable: "Does not apply",
};

/** What the graphs in lessons and the blocks that are tried say. */
export const blocks = localized("blocks", {
  check: "Check my answers",
  checkOne: "Check this card",
  show: "Show the answers",
  hide: "Hide the answers",
  startOver: "Start over",
  cleared: "Everything is cleared. You can begin again.",
  shown: "The answers now stand below each question.",
  hidden: "The answers are hidden.",
  kept: "What you choose is kept on this device only. It is never sent, graded or shown to anyone.",
  nothingChosen: "Choose an answer first; then check it.",
  result: (right: number, checked: number, open: number) =>
    [
      right === checked
        ? checked === 1
          ? "Right."
          : `All ${words.number(checked)} right.`
        : `${words.number(right)} of ${words.number(checked)} right.`,
      ...(right < checked ? ["Read why below each, and change what you like."] : []),
      ...(open > 0 ? [`${count(open, "question is", "questions are")} still open.`] : []),
    ].join(" "),

  sort: {
    right: "Right:",
    other: "Better with:",
    answer: "Goes with:",
  },

  decide: {
    question: "Your decision",
    right: "This decision holds up",
    other: "Another decision holds up better",
    result: (isRight: boolean) =>
      `${isRight ? "This decision holds up." : "Another decision holds up better."} Read why below the choices.`,
    best: "The decision that holds up:",
    others: "Why not the others",
  },

  statement: {
    soFar: "Your statement so far",
    blank: "(not chosen yet)",
    right: "Precise",
    other: "Not precise yet",
    precise: "The precise words:",
    complete: "Every part is precise. Someone who was not there could check it.",
  },

  score: {
    scores,
    same: (score: string) => `Same as the sample: ${score}`,
    other: (score: string) => `The sample says: ${score}`,
    result: (same: number, scored: number, total: number) =>
      [
        `You agree with the sample on ${words.number(same)} of ${count(scored, "step", "steps")}.`,
        ...(scored < total ? [`${count(total - scored, "step has", "steps have")} no score yet.`] : []),
      ].join(" "),
    byYou: "Done, by your scores",
    bySample: "Done, by the sample",
    share: (done: number, applicable: number, percent: number) =>
      `${words.percent(percent)} (${words.number(done)} of ${words.number(applicable)})`,
    unknown: "Score every step first",
    noneApplies: "No step applied",
    rule: "The percent is the steps done out of the steps that applied. Partly counts as not done here; some checklists give half a point. Use one rule, and write it down.",
  },

  graph: {
    title: (series: string[], label: string) => `${list(series)}, by ${quoted(label)}`,
    from: (series: string, first: string, at: string, last: string, end: string) => `${series}: from ${first} (${at}) to ${last} (${end}).`,
    gaps: (n: number) => `${count(n, "place has", "places have")} no value and ${n === 1 ? "stays" : "stay"} empty.`,
    begins: (value: string) => `The scale begins at ${value}.`,
  },
});
