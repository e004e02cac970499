import { count, words } from "./en.ts";
import { localized } from "./language.ts";

/** What is said of long work in the background. */
export const taskWords = localized("taskWords", {
  waiting: "Waiting to begin…",
  of: (done: number, total: number) => `${words.number(done)} of ${words.number(total)}`,
  rate: (perSecond: number) => `${words.number(perSecond)} a second`,
  left: (seconds: number) => {
    if (seconds < 60) return "less than a minute left";
    return `about ${count(Math.ceil(seconds / 60), "minute", "minutes")} left`;
  },
  mayLeave: "You can leave this page; the work goes on.",
  stopped: "It was stopped. What was done so far stands.",
  stop: "Stop",
  stopping: "Stopping…",
  resume: "Go on",
  resuming: "Going on…",
});
