import { Fragment, useMemo, useState } from "react";
import { authoring } from "../../strings/en-authoring.ts";
import { Button } from "../../ui/button.tsx";
import { type DiffRow, diffRows, type Piece, type Side } from "./line-diff.ts";
import "./diff-view.css";

const say = authoring.compare;
/** As many lines stay in sight around a change; longer stretches that are the same are folded. */
const around = 1;

export type DiffLook = "unified" | "split";
type Changed = Extract<DiffRow, { kind: "changed" }>;
type Block = { kind: "same"; rows: DiffRow[] } | { kind: "changed"; row: Changed };

/** What differs between two texts: what went out is a `del`, what came in an `ins`, each said in words for those who listen. */
export function DiffView({ from, to, view }: { from: string; to: string; view: DiffLook }) {
  const blocks = useMemo(() => blocksOf(diffRows(from, to)), [from, to]);
  return (
    <div className="admin-diff" data-view={view}>
      {view === "split" && (
        <p className="admin-diff-row admin-diff-head" aria-hidden="true">
          <span>{say.columns.from}</span>
          <span>{say.columns.to}</span>
        </p>
      )}
      {blocks.map((block, i) =>
        block.kind === "same" ? (
          <Same key={i} rows={block.rows} isFirst={i === 0} isLast={i === blocks.length - 1} />
        ) : (
          <div key={i} className="admin-diff-row">
            <Out side={block.row.from} />
            <In side={block.row.to} />
          </div>
        ),
      )}
    </div>
  );
}

function Out({ side }: { side: Side | undefined }) {
  if (!side) return <div className="admin-diff-none" />;
  return (
    <del className="admin-diff-line">
      <span className="visually-hidden">{say.removed} </span>
      <Pieces pieces={side.pieces} />
    </del>
  );
}

function In({ side }: { side: Side | undefined }) {
  if (!side) return <div className="admin-diff-none" />;
  return (
    <ins className="admin-diff-line">
      <span className="visually-hidden">{say.added} </span>
      <Pieces pieces={side.pieces} />
    </ins>
  );
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  const isWhole = pieces.every(({ isChanged }) => isChanged);
  if (pieces.every(({ text }) => text.trim() === "")) return <span className="quiet small">{say.emptyLine}</span>;
  return pieces.map(({ text, isChanged }, i) =>
    isChanged && !isWhole ? <mark key={i}>{text}</mark> : <Fragment key={i}>{text}</Fragment>,
  );
}

/** Lines that both texts have: those beside a change in sight, the rest behind a button that says how many they are. */
function Same({ rows, isFirst, isLast }: { rows: DiffRow[]; isFirst: boolean; isLast: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const head = isFirst ? 0 : around;
  const tail = isLast ? 0 : around;
  const folded = rows.length - head - tail;
  if (isOpen || folded <= 2) return <Lines rows={rows} />;
  return (
    <>
      <Lines rows={rows.slice(0, head)} />
      <div className="admin-diff-fold">
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {say.unchanged(folded)}
        </Button>
      </div>
      <Lines rows={rows.slice(rows.length - tail)} />
    </>
  );
}

function Lines({ rows }: { rows: DiffRow[] }) {
  return rows.map((row) => row.kind === "same" && <SameLine key={row.fromLine} text={row.text} />);
}

function SameLine({ text }: { text: string }) {
  return <p className="admin-diff-line admin-diff-same">{text === "" ? " " : text}</p>;
}

function blocksOf(rows: DiffRow[]): Block[] {
  const blocks: Block[] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (row.kind === "changed") blocks.push({ kind: "changed", row });
    else if (last?.kind === "same") last.rows.push(row);
    else blocks.push({ kind: "same", rows: [row] });
  }
  return blocks;
}
