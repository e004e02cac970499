import { useRouter } from "@tanstack/react-router";
import { type ReactNode, useContext, useId } from "react";
import { content } from "../strings/en-content.ts";
import { ContentContext, useOwnLang } from "./content-context.ts";

/**
 * A word of the glossary in its sentence: a quiet button that opens the browser's own popover with what the word means.
 * Where the page brings no explanation it stays a plain word.
 */
export function Term({ id, children }: { id: string | undefined; children: ReactNode }) {
  const { terms } = useContext(ContentContext);
  const popoverId = useId();
  const lang = useOwnLang();
  const router = useRouter({ warn: false }) as ReturnType<typeof useRouter> | undefined;
  const known = terms.find((one) => one.id === id);
  if (!known) return children;
  return (
    <>
      <button type="button" className="term" popoverTarget={popoverId}>
        {children}
      </button>
      <span
        id={popoverId}
        className="term-popover"
        popover="auto"
        role="dialog"
        aria-label={known.term}
        tabIndex={-1}
        // The browser gives the focus back to the word when it closes.
        onToggle={({ newState, currentTarget }) => newState === "open" && currentTarget.focus({ preventScroll: true })}
      >
        <span className="term-name">{known.term}</span>
        <span>{known.definition}</span>
        <a
          href={`/glossary#${known.id}`}
          lang={lang}
          onClick={(event) => {
            // Where authors preview a lesson there is no router; a new tab is the browser's own affair.
            if (!router || event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            void router.navigate({ to: "/glossary", hash: known.id });
          }}
        >
          {content.moreInGlossary}
        </a>
      </span>
    </>
  );
}
