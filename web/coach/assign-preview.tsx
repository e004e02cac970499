import type { AssignPreview as Preview } from "../../functions/assignment/contract.ts";
import { list, words } from "../strings/en.ts";
import { assignWords } from "../strings/en-assign.ts";
import { Table } from "../ui/table.tsx";

const say = assignWords;

type Effect = Preview["people"][number]["effect"];

/** For how many people it comes to what. */
export function effectCounts({ people }: Preview): Record<Effect, number> {
  const counts: Record<Effect, number> = { new: 0, earlier: 0, alreadyAssigned: 0, alreadyCompleted: 0, waived: 0 };
  for (const { effect } of people) counts[effect]++;
  return counts;
}

/** Who would get it and what would happen to each, then who is left out and why. */
export function AssignPreview({ preview, today, isOne }: { preview: Preview; today: string; isOne: boolean }) {
  const { people, total, leftOut, moved } = preview;
  const [only] = people;
  return (
    <div className="stack" role="status">
      <p className="assign-summary">
        {isOne && only
          ? say.previewOne(only.effect, only.dueOn, today)
          : people.length < total
            ? say.previewTotal(total)
            : say.previewSummary(effectCounts(preview), total)}
      </p>
      {moved && <p>{say.moved(moved.from, moved.to, moved.by, today, moved.upTo)}</p>}
      {total > 0 && <p className="quiet">{say.mailsNobody}</p>}
      {!isOne && people.length > 0 && (
        <Table
          caption={people.length < total ? say.shownFirst(people.length, total) : say.previewTitle}
          isCaptionHidden={people.length === total}
          rows={people}
          rowKey={({ id }) => id}
          columns={[
            { id: "name", header: say.columns.name, isRowHeader: true, cell: ({ name }) => name },
            { id: "school", header: say.columns.school, cell: ({ schoolNames }) => list(schoolNames) },
            { id: "effect", header: say.columns.effect, cell: ({ effect }) => say.effects[effect] },
            {
              id: "due",
              header: say.columns.due,
              cell: ({ dueOn, effect }) =>
                effect === "alreadyCompleted" || effect === "waived" ? "" : <span className="nowrap">{words.date(dueOn, today)}</span>,
            },
          ]}
        />
      )}
      {leftOut.length > 0 && (
        <div className="stack" data-gap="small">
          <h3>{say.leftOut(leftOut.length)}</h3>
          <ul className="assign-left-out">
            {leftOut.map(({ name, reason }) => (
              <li key={name + reason}>{say.leftOutLine(name, reason)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
