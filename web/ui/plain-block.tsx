import type { BlockProps } from "./lazy-block.tsx";
import { content } from "../strings/en-content.ts";
import { useOwnLang } from "./content-context.ts";

const asked = new Set(["sort", "decide", "statement", "score"]);

/** A block as its plain text and tables: until its code is there, where that never comes, and on paper. Answers stand behind a line. */
export function PlainBlock({ kind, nodes, render }: Pick<BlockProps, "kind" | "nodes" | "render">) {
  const lang = useOwnLang();
  if (!asked.has(kind)) return render(nodes);
  return (
    <>
      {render(nodes.slice(0, -1))}
      <details className="block-answers">
        <summary lang={lang}>{content.answers}</summary>
        {render(nodes.slice(-1))}
      </details>
    </>
  );
}
