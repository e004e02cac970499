import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { ReadAgain } from "../../functions/assignment/contract.ts";
import type { ModulePage as ModuleView } from "../../functions/learning/contract.ts";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { learn } from "../strings/en-learn.ts";
import { study } from "../strings/en-study.ts";
import { ButtonLink } from "../ui/button.tsx";
import { ExternalLink } from "../ui/external-link.tsx";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { GoFurther } from "./go-further.tsx";
import { JobAidLink } from "./job-aid-link.tsx";
import { foreignLang, LanguageNotice } from "./language-notice.tsx";
import { ModuleSteps } from "./module-steps.tsx";
import { type NextStep, nextStepOf } from "./next-step.ts";
import { pathQuery } from "./queries.ts";
import { ReadAgainPanel } from "./read-again.tsx";
import { useModule } from "./use-module.ts";
import { WhyMe } from "./why-me.tsx";
import "./module-page.css";

const { myPath } = learn;
const m = study.module;

// For whoever completed the module alone; without a connection, what is kept of the page stands without it.
const EvaluateModule = lazy(() =>
  import("./evaluate-module.tsx").then(
    ({ EvaluateModule: Evaluate }) => ({ default: Evaluate }),
    () => ({ default: () => null }),
  ),
);

/** A module at a glance: what it is for, its steps and where one is, when it is due and why, and its sources. */
export function ModulePage() {
  const { moduleId } = useParams({ from: "/signed-in/learn/$moduleId" });
  const page = useModule(moduleId);
  const { module } = page;
  const lang = foreignLang(module.language);
  return (
    <Page
      title={module.title}
      titleLang={lang}
      lead={<span lang={lang}>{module.summary}</span>}
      eyebrow={
        <>
          <Link to="/">{m.back}</Link> · {m.eyebrow(module.minutes)}
        </>
      }
    >
      <div className="learn-module">
        <div className="stack" data-gap="large">
          <LanguageNotice of={module.language} />
          <Standing page={page} />
          <ReadAgainPanel modules={changedIn(page)} isModuleNamed={false} />
          <Section title={m.steps}>
            <ModuleSteps {...page} />
          </Section>
          {page.enrollment.completedAt !== undefined && (
            <Suspense>
              <EvaluateModule key={module.id} moduleId={module.id} />
            </Suspense>
          )}
        </div>
        <div className="learn-aim">
          <Section title={m.objectives}>
            <ul className="learn-objectives" lang={lang}>
              {module.objectives.map(({ id, text }) => (
                <li key={id}>
                  <Icon name="check" size={18} />
                  {text}
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
      <JobAidLink moduleId={module.id} />
      <GoFurther moduleId={module.id} />
      <Section title={m.references}>
        <ul className="learn-references">
          {module.references.map(({ url, title, publisher, supports }) => (
            <li key={url}>
              <ExternalLink href={url}>{title}</ExternalLink>
              <span className="quiet small" lang={lang}>
                {publisher}. {supports}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

/** What the district changed in this module since the person read it. */
function changedIn({ module: { id, title, lessons }, enrollment: { readAgain } }: ModuleView): ReadAgain[] {
  return [{ moduleId: id, title, lessons: lessons.filter((lesson) => readAgain.includes(lesson.id)) }];
}

/** Where one is, by when, why, and the button that goes on. */
function Standing({ page }: { page: ModuleView }) {
  const { district, today } = useSession();
  const { data: path } = useQuery(pathQuery);
  const { module, enrollment } = page;
  const assignment = path?.assignments.find(({ moduleId }) => moduleId === module.id);
  const next = nextStepOf(page);
  if (enrollment.completedAt !== undefined)
    return <Notice kind="good">{m.completed(localDateOf(enrollment.completedAt, district.zone), today, enrollment.creditMinutes)}</Notice>;
  return (
    <div className="stack">
      {enrollment.state === "practiceSubmitted" && <Notice kind="info">{m.waiting}</Notice>}
      {assignment && assignment.waitsFor.length > 0 && enrollment.state === "notStarted" && (
        <Notice kind="info">{m.prerequisites(assignment.waitsFor.map(({ title }) => title))}</Notice>
      )}
      {next.kind !== "overview" && (
        <div className="row">
          <ButtonLink kind="primary" to="/learn/$moduleId/next" params={{ moduleId: module.id }}>
            {actionWords(page, next)}
          </ButtonLink>
        </div>
      )}
      {assignment && (
        <div>
          <p>
            <strong>{myPath.due(assignment.dueOn, today)}</strong>
          </p>
          {assignment.isInGrace ? (
            <p className="quiet">{myPath.inGrace}</p>
          ) : (
            assignment.isOverdue && <p className="quiet">{myPath.overdue}</p>
          )}
          <WhyMe assignment={assignment} today={today} />
        </div>
      )}
    </div>
  );
}

function actionWords({ module, enrollment }: ModuleView, next: NextStep): string {
  if (next.kind === "check") return m.toCheck;
  if (next.kind !== "lesson") return enrollment.state === "practiceReturned" ? m.readComment : m.toPractice;
  if (enrollment.state === "notStarted") return m.begin;
  return m.continueLesson(next.number, module.lessons[next.number - 1]?.title ?? "");
}
