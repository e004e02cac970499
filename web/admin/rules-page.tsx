import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { RuleView } from "../../functions/assignment/contract.ts";
import { useSession } from "../app/session.ts";
import { admin } from "../strings/en-admin.ts";
import { Badge } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { rulesQuery } from "./queries.ts";

const { rules: say } = admin;

/** Every rule in words: to whom it gives what, and by when. */
export function RulesPage() {
  const { data: rules } = useSuspenseQuery(rulesQuery);
  const { access } = useSession();
  const newRule = (
    <ButtonLink to="/admin/rules/$ruleId" params={{ ruleId: "new" }} kind="primary">
      {say.new}
    </ButtonLink>
  );
  const canWrite = access.includes("districtAdministrator");
  return (
    <Page title={say.title} lead={say.lead} {...(canWrite && rules.length > 0 && { actions: newRule })}>
      <AdminNavigation />
      {rules.length === 0 ? (
        <EmptyState title={say.noneTitle} {...(canWrite && { action: newRule })}>
          {say.none}
        </EmptyState>
      ) : (
        <ul className="admin-rules">
          {rules
            .toSorted((a, b) => Number(b.isActive) - Number(a.isActive) || a.name.localeCompare(b.name))
            .map((rule) => (
              <Rule key={rule.id} rule={rule} />
            ))}
        </ul>
      )}
    </Page>
  );
}

function Rule({ rule }: { rule: RuleView }) {
  const { id, name, audience, isActive, people, version } = rule;
  return (
    <li className="card admin-rule">
      <div className="admin-rule-words">
        <h2 className="admin-rule-name">
          <Link to="/admin/rules/$ruleId" params={{ ruleId: id }}>
            {name}
          </Link>
        </h2>
        <p>{say.audience(audience)}</p>
        <p className="quiet">{say.gives(rule)}</p>
        <p className="quiet small">{[...(people === undefined ? [] : [say.people(people)]), say.version(version)].join(" · ")}</p>
      </div>
      <Badge tone={isActive ? "good" : "neutral"}>{isActive ? say.active : say.inactive}</Badge>
    </li>
  );
}
