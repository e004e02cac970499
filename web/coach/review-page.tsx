import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { EvidenceView, ReviewPage as Review } from "../../functions/learning/contract.ts";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { reviewWords } from "../strings/en-review.ts";
import { EvidenceExamples } from "../learn/evidence-examples.tsx";
import { foreignLang, LanguageNotice } from "../learn/language-notice.tsx";
import { ButtonAnchorLink } from "../ui/button.tsx";
import { ContentBody } from "../ui/content-body.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { reviewQuery } from "./queries.ts";
import { PurgeEvidence } from "./purge-evidence.tsx";
import { ReviewForm } from "./review-form.tsx";
import "./review-page.css";

const say = reviewWords;

/** One submission beside its task and its rubric: everything a reviewer needs, on one screen. */
export function ReviewPage() {
  const { staffId, moduleId, submission } = useParams({ from: "/signed-in/review/$staffId/$moduleId/$submission" });
  const { data: page } = useSuspenseQuery(reviewQuery(staffId, moduleId, submission));
  const { district, today, access, schools, staffId: ownId } = useSession();
  const { evidence } = page;
  const isEmptied = isEmpty(evidence);
  const lang = foreignLang(page.language);
  return (
    <Page
      key={evidence.id}
      title={evidence.practiceTitle}
      titleLang={lang}
      tabTitle={say.tabTitle(evidence.staffName, evidence.practiceTitle)}
      eyebrow={
        <nav className="row">
          {access.includes("coach") ? <Link to="/coach">{say.back}</Link> : <SchoolLink schools={schools} />}
          <Link to="/people/$staffId" params={{ staffId }}>
            {evidence.staffName}
          </Link>
        </nav>
      }
      lead={
        <>
          <span lang={lang}>{evidence.moduleTitle}</span> · {say.sent(localDateOf(evidence.submittedAt, district.zone), today, submission)}
        </>
      }
    >
      <LanguageNotice of={page.language} />
      <div className="review">
        <div className="stack review-work" data-gap="large">
          <Section title={say.evidence}>
            <Evidence evidence={evidence} />
            {!isEmptied && <Notice kind="warn">{say.students}</Notice>}
            {!isEmptied && evidence.staffId !== ownId && <PurgeEvidence evidence={evidence} version={page.version} />}
          </Section>
          <Task page={page} />
          <EvidenceExamples examples={page.examples} lang={lang} />
          <Earlier page={page} today={today} zone={district.zone} />
        </div>
        {(evidence.review || !evidence.purged) && (
          <Section title={evidence.review ? say.decided : say.form}>
            <Decision page={page} />
          </Section>
        )}
      </div>
    </Page>
  );
}

const isEmpty = ({ purged, expiredOn }: EvidenceView): boolean => purged !== undefined || expiredOn !== undefined;

/** For a leader who coaches nobody: back to what waits at the first school they lead. */
function SchoolLink({ schools }: { schools: readonly { id: string }[] }) {
  const [school] = schools;
  return school ? (
    <Link to="/school/$schoolId/reviews" params={{ schoolId: school.id }}>
      {say.backSchool}
    </Link>
  ) : null;
}

function Evidence({ evidence }: { evidence: EvidenceView }) {
  const { district, today } = useSession();
  const { staffId, moduleId, submission, text, file, purged } = evidence;
  if (evidence.expiredOn !== undefined) return <Notice kind="info">{say.expired(evidence.expiredOn, today)}</Notice>;
  if (purged)
    return (
      <Notice kind="info" title={say.purge.emptied(purged.byName, localDateOf(purged.at, district.zone), today)}>
        {purged.reason}
      </Notice>
    );
  return (
    <div className="card review-evidence">
      {text === "" ? <p className="quiet">{say.noText}</p> : <p className="review-text">{text}</p>}
      {file && (
        <ButtonAnchorLink
          icon="file"
          href={`/api/staff/${encodeURIComponent(staffId)}/evidence/${encodeURIComponent(moduleId)}/${submission}/file`}
          download={file.name}
        >
          {say.download} {say.file(file.name, file.bytes)}
        </ButtonAnchorLink>
      )}
    </div>
  );
}

function Task({ page }: { page: Review }) {
  return (
    <details className="review-details" open>
      <summary>{say.task}</summary>
      <div className="stack">
        <ContentBody nodes={page.task} language={page.language} />
        <h3>{say.asked}</h3>
        <ContentBody nodes={page.evidenceAsked} language={page.language} />
      </div>
    </details>
  );
}

function Earlier({ page, today, zone }: { page: Review; today: string; zone: string }) {
  if (page.earlier.length === 0) return null;
  return (
    <details className="review-details">
      <summary>{say.earlier(page.earlier.length)}</summary>
      <ol className="stack review-earlier">
        {page.earlier.map((evidence) => (
          <li key={evidence.id} className="stack" data-gap="small">
            <h3>{say.earlierTry(evidence.submission, localDateOf(evidence.submittedAt, zone), today)}</h3>
            <Evidence evidence={evidence} />
            {evidence.review && !isEmpty(evidence) && (
              <p className="review-text">
                <strong>{say.commentBy(evidence.review.reviewerName, localDateOf(evidence.review.reviewedAt, zone), today)}</strong>{" "}
                {evidence.review.comment}
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Decision({ page }: { page: Review }) {
  const { staffId: ownId, district, today } = useSession();
  const { evidence, rubric } = page;
  if (evidence.staffId === ownId && !evidence.review) return <Notice kind="info">{say.own}</Notice>;
  if (!evidence.review) return <ReviewForm page={page} />;
  const { reviewerName, reviewedAt, levels, comment } = evidence.review;
  const on = localDateOf(reviewedAt, district.zone);
  const isAccepted = evidence.state === "accepted";
  return (
    <div className="stack">
      <Notice
        kind={isAccepted ? "good" : "info"}
        title={isAccepted ? say.decidedAccepted(reviewerName, on, today) : say.decidedReturned(reviewerName, on, today)}
      >
        {comment || (isEmpty(evidence) ? say.commentEmptied : say.noComment)}
      </Notice>
      <dl className="review-levels">
        {rubric.map(({ id, criterion }) => {
          const level = levels[id];
          return (
            <div key={id}>
              <dt lang={foreignLang(page.language)}>{criterion}</dt>
              <dd>{level === undefined ? say.unrated : reviewWords.levels[level]}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
