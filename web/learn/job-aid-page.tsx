import { Link, useParams } from "@tanstack/react-router";
import { study } from "../strings/en-study.ts";
import { Button } from "../ui/button.tsx";
import { ContentBody } from "../ui/content-body.tsx";
import { Page } from "../ui/page.tsx";
import { foreignLang, LanguageNotice } from "./language-notice.tsx";
import { useModule } from "./use-module.ts";
import "./job-aid-page.css";

const say = study.jobAid;

/** A module's job aid: one page to print and keep beside the work. */
export function JobAidPage() {
  const { moduleId } = useParams({ from: "/signed-in/learn/$moduleId/job-aid" });
  const { module } = useModule(moduleId);
  const { title, body } = module.jobAid;
  const lang = foreignLang(module.language);
  return (
    <div className="learn-job-aid">
      <Page
        title={title}
        titleLang={lang}
        width="narrow"
        tabTitle={say.tabTitle(title, module.title)}
        lead={<span className="no-print">{say.lead}</span>}
        eyebrow={
          <>
            <Link to="/learn/$moduleId" params={{ moduleId }} lang={lang}>
              {module.title}
            </Link>{" "}
            · {say.eyebrow}
          </>
        }
        actions={
          <Button kind="primary" icon="print" onClick={() => window.print()}>
            {say.print}
          </Button>
        }
      >
        <LanguageNotice of={module.language} />
        <article className="learn-job-aid-sheet">
          <ContentBody nodes={body} terms={module.terms} language={module.language} />
        </article>
      </Page>
    </div>
  );
}
