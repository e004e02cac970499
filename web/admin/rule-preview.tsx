import type { RulePreview as Preview } from "../../functions/assignment/contract.ts";
import { useFocusOnArrival } from "../app/focus.ts";
import { admin } from "../strings/en-admin.ts";

const { rule: say } = admin;

/** Who a rule would add and remove, by name. */
export function RulePreview({ preview }: { preview: Preview }) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const { added, removed } = preview;
  return (
    <div className="stack" role="status">
      <h2 ref={heading} tabIndex={-1}>
        {say.previewTitle}
      </h2>
      <p>
        <strong>{say.previewSummary(preview)}</strong>
      </p>
      {added.total > 0 && <Names title={say.added(added.total)} group={added} />}
      {removed.total > 0 && (
        <>
          <Names title={say.removed(removed.total)} group={removed} />
          <p className="quiet small">{say.removedNote}</p>
        </>
      )}
    </div>
  );
}

function Names({ title, group: { people, total } }: { title: string; group: Preview["added"] }) {
  return (
    <details open={total <= 20}>
      <summary>{title}</summary>
      {/* Focusable because it scrolls and holds nothing that takes focus. */}
      <ul className="admin-names" tabIndex={0} aria-label={title}>
        {people.map(({ id, name, schoolNames }) => (
          <li key={id}>{say.personAt(name, schoolNames)}</li>
        ))}
        {total > people.length && <li>{say.more(total - people.length)}</li>}
      </ul>
    </details>
  );
}
