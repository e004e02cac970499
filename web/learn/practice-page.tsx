import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { EvidenceView, ModulePage } from "../../functions/learning/contract.ts";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { study } from "../strings/en-study.ts";
import { ButtonAnchorLink, ButtonLink } from "../ui/button.tsx";
import { ContentBody } from "../ui/content-body.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { EvidenceExamples } from "./evidence-examples.tsx";
import { EvidenceReview, SentEvidence } from "./evidence.tsx";
import { JobAidLink } from "./job-aid-link.tsx";
import { foreignLang, LanguageNotice } from "./language-notice.tsx";
import { PracticeForm } from "./practice-form.tsx";
import { pathQuery, practiceQuery } from "./queries.ts";
import { RubricTable } from "./rubric-table.tsx";
import { useModule } from "./use-module.ts";
import "./practice-page.css";

const p = study.practice;

/** The task on the job: what to do, what to send, what the coach looks for, and what they answered. */
export function PracticePage() {
  const { moduleId } = useParams({ from: "/signed-in/learn/$moduleId/practice" });
  const { module, enrollment } = useModule(moduleId);
  const { data: sent } = useSuspenseQuery(practiceQuery(moduleId));
  const [latest, ...earlier] = sent;
  const { practice } = module;
  const lang = foreignLang(module.language);
  return (
    <Page
      title={practice.title}
      titleLang={lang}
      step={sent.length}
      tabTitle={p.tabTitle(practice.title, module.title)}
      lead={p.minutes(practice.minutes)}
      eyebrow={
        <>
          <Link to="/learn/$moduleId" params={{ moduleId }} lang={lang}>
            {module.title}
          </Link>{" "}
          · {p.eyebrow}
        </>
      }
    >
      <LanguageNotice of={module.language} />
      <Standing module={module} enrollment={enrollment} latest={latest} />
      <div className="learn-practice">
        <Section title={p.task}>
          <ContentBody nodes={practice.task} language={module.language} />
        </Section>
        <Section title={p.evidence}>
          <div className="card">
            <ContentBody nodes={practice.evidence} language={module.language} />
          </div>
        </Section>
      </div>
      <Section title={p.rubric}>
        <p className="quiet">{p.rubricLead}</p>
        <RubricTable rubric={practice.rubric} lang={lang} {...(latest?.review && { levels: latest.review.levels })} />
        <EvidenceExamples examples={practice.examples} lang={lang} />
        <JobAidLink moduleId={moduleId} />
      </Section>
      {(latest === undefined || latest.state === "returned") && <PracticeForm module={module} isAgain={latest !== undefined} />}
      {latest?.state === "accepted" && enrollment.state === "completed" && (
        <details className="learn-earlier">
          <summary>{p.onceMore}</summary>
          <p>{p.onceMoreHint}</p>
          <PracticeForm module={module} isAgain isOnceMore />
        </details>
      )}
      {earlier.length > 0 && (
        <details className="learn-earlier">
          <summary>{p.earlier(earlier.length)}</summary>
          <div className="stack">
            {earlier.map((evidence) => (
              <SentEvidence key={evidence.id} evidence={evidence} isReviewShown />
            ))}
          </div>
        </details>
      )}
    </Page>
  );
}

/** What happened to what was sent, and what to do now. */
function Standing({ module, enrollment, latest }: ModulePage & { latest: EvidenceView | undefined }) {
  const { district, today } = useSession();
  // Who it waits for is said only once it is known.
  const { data: path } = useQuery(pathQuery);
  if (!latest) {
    return enrollment.state === "notStarted" || enrollment.state === "started" ? <Notice kind="info">{p.contentFirst}</Notice> : null;
  }
  const sentOn = localDateOf(latest.submittedAt, district.zone);
  if (latest.state === "submitted") {
    return (
      <>
        <Notice kind="info" title={path?.person.coach ? p.submittedTitle(sentOn, today) : p.sentTitle(sentOn, today)}>
          {path && !path.person.coach && <p>{p.noCoach}</p>}
          <p>{p.submitted}</p>
          <ButtonLink to="/">{p.toPath}</ButtonLink>
        </Notice>
        <SentEvidence evidence={latest} />
      </>
    );
  }
  const name = latest.review?.reviewerName;
  return (
    <>
      <EvidenceReview
        evidence={latest}
        title={
          latest.state === "returned" ? p.returnedTitle(name ?? "") : name === undefined ? p.acceptedNoReviewer : p.acceptedTitle(name)
        }
        rubric={module.practice.rubric}
      >
        {latest.state === "accepted" ? (
          <p>{p.accepted(enrollment.creditMinutes)}</p>
        ) : (
          <div className="row">
            <ButtonAnchorLink kind="primary" href="#send">
              {p.toForm}
            </ButtonAnchorLink>
          </div>
        )}
      </EvidenceReview>
      <SentEvidence evidence={latest} />
    </>
  );
}
