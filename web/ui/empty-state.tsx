import type { ReactNode } from "react";
import "./empty-state.css";

/** What stands where a list would be: why it is empty, and what would fill it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <svg className="empty-state-thread" viewBox="0 0 120 40" width="120" height="40" aria-hidden="true" fill="none">
        <path d="M2 20c20 0 24-14 38-14s16 28 30 28 14-14 24-14h24" />
        <circle cx="94" cy="20" r="5" />
      </svg>
      <p className="empty-state-title">{title}</p>
      {children !== undefined && <div className="quiet">{children}</div>}
      {action !== undefined && <div className="row">{action}</div>}
    </div>
  );
}
