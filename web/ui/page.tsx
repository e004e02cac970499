import { useMatch } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { announce } from "../app/announce.ts";
import { t } from "../strings/en.ts";
import "./page.css";

let shownPath: string | undefined;

type PageProps = {
  /** The page's name: its `h1`, its entry in the browser's tabs, and what is announced on arrival. */
  title: string;
  /** The title's own language, where it is not the page's. */
  titleLang?: string | undefined;
  /** For the tab, where the heading alone would not say enough. */
  tabTitle?: string;
  /** A line above the heading: where one is (a link back, "Module 3 of 8"). */
  eyebrow?: ReactNode;
  /** One or two sentences below the heading. */
  lead?: ReactNode;
  /** Buttons that belong to the whole page. */
  actions?: ReactNode;
  /** `narrow` for reading and forms, `wide` for tables. */
  width?: "narrow" | "normal" | "wide";
  /** What makes this another page although the address's path is the same: a step of a form, a result. */
  step?: string | number;
  /** Hides the heading from sight where the page's first block says the same; it stays for screen readers. */
  isTitleHidden?: boolean;
  /** Leaves the heading off paper, where what is printed has its own. */
  isPrintHidden?: boolean;
  children: ReactNode;
};

/**
 * The frame of every page: one `h1`, the document's title, and on arrival by a link the focus on the heading and its
 * announcement, so that nobody is left behind on the page before.
 */
export function Page({
  title,
  titleLang,
  tabTitle,
  eyebrow,
  lead,
  actions,
  width = "normal",
  isTitleHidden,
  isPrintHidden = false,
  step,
  children,
}: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The match's own address: the location's changes while the page before is still shown.
  const pathname = useMatch({ strict: false, select: (match) => match.pathname });
  const path = `${pathname}#${step ?? ""}`;
  const documentTitle = tabTitle ?? title;
  useEffect(() => {
    document.title = t.pageTitle(documentTitle);
  }, [documentTitle]);
  useEffect(() => {
    const isArrival = shownPath !== undefined && shownPath !== path;
    shownPath = path;
    if (!isArrival) return;
    heading.current?.focus({ preventScroll: true });
    announce(document.title);
  }, [path]);
  return (
    <div className="page" data-width={width}>
      <header className={isTitleHidden ? "visually-hidden" : isPrintHidden ? "page-header no-print" : "page-header"}>
        <div className="page-heading">
          {eyebrow !== undefined && <div className="page-eyebrow">{eyebrow}</div>}
          <h1 ref={heading} tabIndex={-1} lang={titleLang}>
            {title}
          </h1>
          {lead !== undefined && <div className="page-lead">{lead}</div>}
        </div>
        {actions !== undefined && <div className="row no-print">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A part of a page under its own heading, found by its name in a screen reader's list of regions. */
export function Section({ title, aside, children, id }: { title: string; aside?: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section className="section" aria-label={title} id={id}>
      <div className="section-header">
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
