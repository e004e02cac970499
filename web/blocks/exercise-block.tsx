import type { BlockProps } from "../ui/lazy-block.tsx";
import { PlainBlock } from "../ui/plain-block.tsx";
import { scoreFrom, sortFrom, statementFrom } from "./exercises.ts";
import { OnPaper } from "./on-paper.tsx";
import { ScoreBlock } from "./score-block.tsx";
import { SortBlock } from "./sort-block.tsx";
import { StatementBlock } from "./statement-block.tsx";

/** A block that is tried: cards to sort, a statement to build or a session to score. On paper it is its plain tables. */
export function ExerciseBlock(props: BlockProps) {
  return <OnPaper plain={<PlainBlock {...props} />}>{live(props) ?? <PlainBlock {...props} />}</OnPaper>;
}

function live({ kind, title, nodes, render }: BlockProps) {
  if (kind === "sort") {
    const sort = sortFrom(nodes, title);
    return sort && <SortBlock sort={sort} title={title} render={render} />;
  }
  if (kind === "statement") {
    const statement = statementFrom(nodes, title);
    return statement && <StatementBlock statement={statement} title={title} render={render} />;
  }
  const score = scoreFrom(nodes);
  return score && <ScoreBlock score={score} title={title} render={render} />;
}
