type Message = { id: number; text: string; isUrgent: boolean; isShown: boolean };

let message: Message | undefined;
let count = 0;
const listeners = new Set<() => void>();

function publish(text: string, options: { isUrgent: boolean; isShown: boolean }): void {
  message = { id: ++count, text, ...options };
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

/** The latest message; for the live region alone. */
export const messages = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  latest: (): Message | undefined => message,
};
