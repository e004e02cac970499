import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ruleWords } from "../strings/en-rules.ts";
import { Notice } from "../ui/notice.tsx";
import { rulesQuery } from "./queries.ts";

const { list: say } = ruleWords;

/** Says on every page of administration which rules were stopped and why; nothing while all of them run. */
export function StoppedRules() {
  const { data } = useQuery(rulesQuery);
  const stopped = data?.rules.filter((rule) => rule.stopped) ?? [];
  if (stopped.length === 0) return null;
  return (
    <Notice kind="warn" title={say.stoppedTitle(stopped.length)}>
      <p>{say.stoppedText}</p>
      <ul>
        {stopped.map((rule) => (
          <li key={rule.id}>
            <Link to="/admin/rules/$ruleId" params={{ ruleId: rule.id }}>
              {say.stoppedOpen(rule.name)}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
