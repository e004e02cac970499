import { words } from "./en.ts";
import { localized } from "./language.ts";

const megabytes = (bytes: number): string => words.number(Math.round(bytes / 100_000) / 10);

/** What is said of a file while it is chosen and sent. */
export const uploadWords = localized("uploadWords", {
  hint: (mostMegabytes: number) =>
    `A PDF, a Word or PowerPoint file, or a photo of up to ${words.number(mostMegabytes)} MB. Check that no student is named or can be seen.`,
  tooLarge: (mostMegabytes: number) =>
    `This file is larger than ${words.number(mostMegabytes)} MB. Save it smaller, or send a photo of it.`,
  empty: "This file is empty. Choose another.",
  label: (name: string) => `Sending ${name}`,
  reading: "Getting the file ready…",
  sending: (sent: number, bytes: number) =>
    `${words.percent((100 * sent) / bytes)} sent: ${megabytes(sent)} of ${megabytes(bytes)} MB. Keep this page open.`,
  checking: "It has arrived and is being looked at…",
  percent: (percent: number) => `${words.percent(percent)} of the file is sent.`,
  stop: "Stop sending",
  stopped: "Sending was stopped and nothing was handed in. What you wrote and the file you chose are still here; you can send them again.",
  left: "You left before the file had arrived, so nothing was handed in. What you wrote is kept on this device.",
  unreadableTitle: "This file cannot be read",
  unreadable: "It may have been moved or changed since you chose it. Choose it again; what you wrote is kept.",
  refusedTitle: "The file could not be taken",
  refused: "It may have changed since you chose it. Choose it again and send it; what you wrote is kept.",
});
