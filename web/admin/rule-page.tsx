import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { useSession } from "../app/session.ts";
import { admin } from "../strings/en-admin.ts";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { rulesQuery } from "./queries.ts";
import { RuleForm } from "./rule-form.tsx";
import "./admin.css";

const { rule: say, rules: sayRules } = admin;

/** One rule: its words for those who read, its form for those who may change it. */
export function RulePage() {
  const { ruleId } = useParams({ from: "/signed-in/admin/rules/$ruleId" });
  const { data: rules } = useSuspenseQuery(rulesQuery);
  const { access } = useSession();
  const saved = rules.find(({ id }) => id === ruleId);
  if (!saved && ruleId !== "new") return <NotFoundPage />;
  const canWrite = access.includes("districtAdministrator");
  return (
    <Page
      title={saved ? say.editTitle(saved.name) : say.newTitle}
      width="narrow"
      eyebrow={<Link to="/admin/rules">{say.back}</Link>}
      {...(saved && { lead: sayRules.version(saved.version) })}
    >
      {saved && !canWrite && (
        <div className="stack">
          <p>{sayRules.audience(saved.audience)}</p>
          <p>{sayRules.gives(saved)}</p>
          <Notice kind="info">{say.readOnly}</Notice>
        </div>
      )}
      {/* Another version is another form: what was entered for the old one is not saved over it. */}
      {canWrite && <RuleForm key={saved?.version ?? 0} saved={saved} />}
    </Page>
  );
}
