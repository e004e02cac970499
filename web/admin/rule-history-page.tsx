import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { RuleHistory } from "../../functions/assignment/rule-contract.ts";
import { useSession } from "../app/session.ts";
import { ruleWords } from "../strings/en-rules.ts";
import { Badge } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { ruleHistoryQuery } from "./queries.ts";
import { useRuleNames } from "./use-rule-names.ts";
import "./admin.css";

const { history: say, list: sayList } = ruleWords;

type Version = RuleHistory["versions"][number];
type Names = ReturnType<typeof useRuleNames>;

/** Every version of a rule: who saved it, when, what it changed; an old one is the beginning of a new one. */
export function RuleHistoryPage() {
  const { ruleId } = useParams({ from: "/signed-in/admin/rules/$ruleId/history" });
  const { data } = useSuspenseQuery(ruleHistoryQuery(ruleId));
  const { access, district } = useSession();
  const names = useRuleNames();
  const [latest] = data.versions;
  if (!latest) return null;
  return (
    <Page
      title={say.title(latest.name)}
      width="narrow"
      lead={say.lead}
      eyebrow={
        <Link to="/admin/rules/$ruleId" params={{ ruleId }}>
          {say.back(latest.name)}
        </Link>
      }
    >
      <ol className="admin-rules">
        {data.versions.map((version, i) => (
          <li key={version.version} className="card admin-rule">
            <div className="admin-rule-words">
              <h2 className="admin-rule-name">{sayList.version(version.version)}</h2>
              <p className="quiet small">{say.saved(version.savedByName, version.savedAt, district.zone)}</p>
              <Difference version={version} before={data.versions[i + 1]} names={names} />
              {i > 0 && access.includes("districtAdministrator") && (
                <div className="row">
                  <ButtonLink to="/admin/rules/$ruleId" params={{ ruleId }} search={{ version: version.version }}>
                    {say.restore}
                    <span className="visually-hidden"> {sayList.version(version.version)}</span>
                  </ButtonLink>
                </div>
              )}
            </div>
            {i === 0 && <Badge tone="good">{say.now}</Badge>}
          </li>
        ))}
      </ol>
    </Page>
  );
}

const partsOf = (one: Version, names: Names) => ({
  name: one.name,
  who: ruleWords.audience(one.audience, names),
  what: ruleWords.gives(one),
  active: one.isActive ? say.on : say.off,
});

/** What a version says, where it says something else than the one before it. */
function Difference({ version, before, names }: { version: Version; before: Version | undefined; names: Names }) {
  const now = partsOf(version, names);
  if (!before)
    return (
      <>
        <p>{now.who}</p>
        <p>{now.what}</p>
        <p className="quiet small">{say.first}</p>
      </>
    );
  const was = partsOf(before, names);
  const changed = (Object.keys(now) as (keyof typeof now)[]).filter((part) => now[part] !== was[part]);
  if (changed.length === 0) return <p>{say.same}</p>;
  return (
    <dl className="admin-difference">
      {changed.map((part) => (
        <div key={part}>
          <dt>{say.parts[part]}</dt>
          <dd>
            <span className="quiet">{say.was}:</span> {was[part]}
          </dd>
          <dd>
            <span className="quiet">{say.became}:</span> <strong>{now[part]}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}
