import type { ReactNode } from "react";
import { t } from "../strings/en.ts";

/** A link to another site; it opens beside the lesson, and says so. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
      <span className="visually-hidden"> ({t.newTab})</span>
    </a>
  );
}
