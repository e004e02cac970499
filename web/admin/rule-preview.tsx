import type { RulePreview as Preview } from "../../functions/assignment/rule-contract.ts";
import { useFocusOnArrival } from "../app/focus.ts";
import { useSession } from "../app/session.ts";
import { ruleWords } from "../strings/en-rules.ts";
import { Notice } from "../ui/notice.tsx";

const { preview: say } = ruleWords;

/** Who a rule would add, remove and give another date, by name, and whom it would mail. */
export function RulePreview({ preview }: { preview: Preview }) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const { added, removed, redated, overdueAtOnce } = preview;
  return (
    <div className="stack" role="status">
      <h2 ref={heading} tabIndex={-1}>
        {say.title}
      </h2>
      <p>
        <strong>{say.summary(preview)}</strong>
      </p>
      <p>{say.mailed}</p>
      {overdueAtOnce > 0 && (
        <Notice kind="warn" title={say.overdue(overdueAtOnce)}>
          <p>{say.overdueHint}</p>
        </Notice>
      )}
      {added.total > 0 && <Names title={say.added(added.total)} group={added} />}
      {removed.total > 0 && (
        <>
          <Names title={say.removed(removed.total)} group={removed} />
          <p className="quiet small">{say.removedNote}</p>
        </>
      )}
      {redated.total > 0 && <Names title={say.redated(redated.total)} group={redated} />}
    </div>
  );
}

function Names({ title, group: { people, total } }: { title: string; group: Preview["added"] }) {
  const { today } = useSession();
  return (
    <details open={total <= 20}>
      <summary>{title}</summary>
      {/* Focusable because it scrolls and holds nothing that takes focus. */}
      <ul className="admin-names" tabIndex={0} aria-label={title}>
        {people.map((one) => (
          <li key={one.id}>
            {say.personAt(one.name, one.schoolNames)}
            <span className="quiet"> · {say.outcome(one, today)}</span>
          </li>
        ))}
        {total > people.length && <li>{say.more(total - people.length)}</li>}
      </ul>
    </details>
  );
}
