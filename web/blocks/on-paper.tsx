import type { ReactNode } from "react";

/** One thing on the screen, another on paper, where nothing can be pressed. */
export function OnPaper({ plain, children }: { plain: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className="no-print">{children}</div>
      <div className="exercise-on-paper">{plain}</div>
    </>
  );
}
