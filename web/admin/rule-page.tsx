import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { useSession } from "../app/session.ts";
import { ruleFormWords } from "../strings/en-rule-form.ts";
import { ruleWords } from "../strings/en-rules.ts";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { TaskProgress } from "../ui/task-progress.tsx";
import { ruleHistoryQuery, rulesQuery } from "./queries.ts";
import { RuleForm } from "./rule-form.tsx";
import { useRuleNames } from "./use-rule-names.ts";
import "./admin.css";

const say = ruleFormWords;
const { list: sayList } = ruleWords;

/** One rule: its words for those who read, its form for those who may change it, and how far its last version has come. */
export function RulePage() {
  const { ruleId } = useParams({ from: "/signed-in/admin/rules/$ruleId" });
  const { version } = useSearch({ from: "/signed-in/admin/rules/$ruleId" });
  const { data } = useSuspenseQuery(rulesQuery);
  const { access } = useSession();
  const queries = useQueryClient();
  const names = useRuleNames();
  const { data: history } = useQuery({ ...ruleHistoryQuery(ruleId), enabled: version !== undefined });
  const saved = data.rules.find(({ id }) => id === ruleId);
  if (!saved && ruleId !== "new") return <NotFoundPage />;
  const canWrite = access.includes("districtAdministrator");
  const from = history?.versions.find((one) => one.version === version);
  const isLoading = version !== undefined && !history;
  return (
    <Page
      title={saved ? say.editTitle(saved.name) : say.newTitle}
      width="narrow"
      eyebrow={<Link to="/admin/rules">{say.back}</Link>}
      {...(saved && {
        lead: (
          <>
            {sayList.version(saved.version)} ·{" "}
            <Link to="/admin/rules/$ruleId/history" params={{ ruleId: saved.id }}>
              {say.history}
            </Link>
          </>
        ),
      })}
    >
      {saved?.stopped && (
        <Notice kind="warn" title={ruleWords.troubles[saved.stopped.because](saved.stopped.what)}>
          <p>{ruleWords.stopped(saved.stopped.since)}</p>
        </Notice>
      )}
      {saved?.task && canWrite && (
        <TaskProgress taskId={saved.task.id} label={say.applyTask} onEnd={() => void queries.invalidateQueries(rulesQuery)} />
      )}
      {saved && !canWrite && (
        <div className="stack">
          <p>{ruleWords.audience(saved.audience, names)}</p>
          <p>{ruleWords.gives(saved)}</p>
          <Notice kind="info">{say.readOnly}</Notice>
        </div>
      )}
      {from && canWrite && <Notice kind="info">{say.fromVersion(from.version)}</Notice>}
      {/* Another version is another form: what was entered for the old one is not saved over it. */}
      {canWrite && !isLoading && (
        <RuleForm key={`${saved?.version ?? 0} ${from?.version ?? ""}`} saved={saved} from={from} certifications={data.certifications} />
      )}
    </Page>
  );
}
