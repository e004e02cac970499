/** Something said to people who listen to the page, and shown too where `isShown`. */
export type Message = { id: number; text: string; isUrgent: boolean; isShown: boolean };

let messages: readonly Message[] = [];
let count = 0;
const listeners = new Set<() => void>();

// The last few stay in the live region, so that two outcomes of one action are both read out.
const kept = 3;

function publish(text: string, options: { isUrgent: boolean; isShown: boolean }): void {
  messages = [...messages, { id: ++count, text, ...options }].slice(-kept);
  for (const listener of listeners) listener();
}

/** Says something to people who listen to the page; nothing is shown. Urgent interrupts, so it is for failures. */
export function announce(text: string, urgency: "polite" | "urgent" = "polite"): void {
  publish(text, { isUrgent: urgency === "urgent", isShown: false });
}

/** Shows a short word at the foot of the page for a few seconds, and says it too. For outcomes that need no answer. */
export function toast(text: string): void {
  publish(text, { isUrgent: false, isShown: true });
}

/** The latest messages, oldest first; for the live regions alone. */
export const announcements = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  latest: (): readonly Message[] => messages,
};
