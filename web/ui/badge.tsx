import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import "./badge.css";

/** The feeling of a state: `now` asks for something, `wait` is out of the person's hands. */
export type Tone = "neutral" | "good" | "now" | "warn" | "bad" | "wait";

/** A state in a word or two. The word carries it; the colour only helps. */
export function Badge({ tone = "neutral", icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}
