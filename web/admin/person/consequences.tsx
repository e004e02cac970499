import type { ChangePreview } from "../../../functions/assignment/person-contract.ts";
import { personWords as say } from "../../strings/en-person.ts";
import { Notice } from "../../ui/notice.tsx";

/** What a change would bring about, in words: nothing has been saved yet. */
export function Consequences({ preview }: { preview: ChangePreview }) {
  const { on, assigned, removed, redated, joins, leaves, completions, notes } = preview;
  const isSame = assigned.length === 0 && removed.length === 0 && redated.length === 0;
  return (
    <section className="stack" aria-live="polite">
      <h3>{say.follows(on)}</h3>
      <ul className="record-list">
        {joins.length > 0 && <li>{say.joins(joins)}</li>}
        {leaves.length > 0 && <li>{say.leaves(leaves)}</li>}
        {isSame && <li>{say.sameAssignments}</li>}
        <Modules intro={say.assigned(assigned.length)} lines={assigned.map(say.module)} />
        <Modules intro={say.removed(removed.length)} lines={removed.map(say.module)} />
        <Modules intro={say.redated(redated.length)} lines={redated.map(say.moved)} />
        {completions > 0 && <li>{say.completions(completions)}</li>}
      </ul>
      {notes.map((note) => (
        <Notice key={note} kind="warn">
          {say.notes(note, preview)}
        </Notice>
      ))}
    </section>
  );
}

function Modules({ intro, lines }: { intro: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <li>
      {intro}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </li>
  );
}
