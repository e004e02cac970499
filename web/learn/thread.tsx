import type { ReactNode } from "react";
import { Icon } from "../ui/icon.tsx";
import "./thread.css";

/** How a knot is tied: behind one, where one is, ahead, in someone else's hands, or what it all leads to. */
export type Knot = "done" | "now" | "open" | "wait" | "goal";

/** Steps on the one line that runs through them, in order; `label` names the list. */
export function Thread({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className="thread" aria-label={label}>
      {children}
    </ol>
  );
}

/** One step on the thread. The knot repeats in a drawing what the step says in words. */
export function ThreadStep({ knot, children }: { knot: Knot; children: ReactNode }) {
  return (
    <li className="thread-step" data-knot={knot}>
      <span className="thread-knot" aria-hidden="true">
        {knot === "done" && <Icon name="check" size={14} />}
      </span>
      <div className="thread-body">{children}</div>
    </li>
  );
}
