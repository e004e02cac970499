import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { RuleView } from "../../functions/assignment/rule-contract.ts";
import { useSession } from "../app/session.ts";
import { ruleWords } from "../strings/en-rules.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { ProgressBar } from "../ui/progress.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { rulesQuery } from "./queries.ts";
import { useRuleNames } from "./use-rule-names.ts";

const { list: say } = ruleWords;

/** Every rule in words: to whom it gives what, by when, and how it is doing. */
export function RulesPage() {
  const { data } = useSuspenseQuery(rulesQuery);
  const { access } = useSession();
  const newRule = (
    <ButtonLink to="/admin/rules/$ruleId" params={{ ruleId: "new" }} kind="primary">
      {say.new}
    </ButtonLink>
  );
  const canWrite = access.includes("districtAdministrator");
  return (
    <Page title={say.title} lead={say.lead} {...(canWrite && data.rules.length > 0 && { actions: newRule })}>
      <AdminNavigation />
      {data.rules.length === 0 ? (
        <EmptyState title={say.noneTitle} {...(canWrite && { action: newRule })}>
          {say.none}
        </EmptyState>
      ) : (
        <ul className="admin-rules">
          {data.rules
            .toSorted((a, b) => rankOf(a) - rankOf(b) || a.name.localeCompare(b.name))
            .map((rule) => (
              <Rule key={rule.id} rule={rule} />
            ))}
        </ul>
      )}
    </Page>
  );
}

const tones: Record<keyof typeof say.states, Tone> = { on: "good", off: "neutral", stopped: "now", applying: "wait" };

function stateOf({ stopped, task, isActive }: RuleView): keyof typeof say.states {
  if (stopped) return "stopped";
  if (task) return "applying";
  return isActive ? "on" : "off";
}

/** What needs someone or is under way stands first, what is switched off last. */
const rankOf = (rule: RuleView): number => ["stopped", "applying", "on", "off"].indexOf(stateOf(rule));

function Rule({ rule }: { rule: RuleView }) {
  const names = useRuleNames();
  const { id, name, audience, stopped, task, version } = rule;
  const state = stateOf(rule);
  const isHalted = task?.state === "failed" || task?.state === "stopped";
  return (
    <li className="card admin-rule">
      <div className="admin-rule-words">
        <h2 className="admin-rule-name">
          <Link to="/admin/rules/$ruleId" params={{ ruleId: id }}>
            {name}
          </Link>
        </h2>
        <p>{ruleWords.audience(audience, names)}</p>
        <p className="quiet">{ruleWords.gives(rule)}</p>
        <p className="quiet small">{say.version(version)}</p>
        {stopped && <p>{ruleWords.troubles[stopped.because](stopped.what)}</p>}
        {task && isHalted && <p>{say.halted}</p>}
        {task && !isHalted && <ProgressBar label={name} value={task.done} max={task.total} text={say.applying(task.done, task.total)} />}
      </div>
      <Badge tone={tones[state]}>{say.states[state]}</Badge>
    </li>
  );
}
