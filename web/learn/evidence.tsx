import type { ReactNode } from "react";
import type { ModuleContent } from "../../functions/curriculum/content.ts";
import type { EvidenceView, RubricLevel } from "../../functions/learning/contract.ts";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { study } from "../strings/en-study.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Icon } from "../ui/icon.tsx";
import { FileLink } from "./file-link.tsx";
import "./evidence.css";

const p = study.practice;

/** What a person sent, as they wrote it, with its file. */
export function SentEvidence({ evidence, isReviewShown = false }: { evidence: EvidenceView; isReviewShown?: boolean }) {
  const { district, today } = useSession();
  const { submission, submittedAt, text, file, staffId, moduleId, purged, expiredOn, review } = evidence;
  return (
    <section
      className="learn-evidence card"
      aria-label={`${p.yours}: ${p.submission(submission, localDateOf(submittedAt, district.zone), today)}`}
    >
      <h2 className="learn-evidence-title">
        {p.yours} <span className="quiet small">{p.submission(submission, localDateOf(submittedAt, district.zone), today)}</span>
      </h2>
      {purged && <p>{p.purged(purged.byName, localDateOf(purged.at, district.zone), today, purged.reason)}</p>}
      {expiredOn !== undefined && <p>{p.expired(expiredOn, today)}</p>}
      {text !== "" && <p className="learn-evidence-text">{text}</p>}
      {file && <FileLink file={file} href={`/api/staff/${staffId}/evidence/${moduleId}/${submission}/file`} />}
      {isReviewShown && review && review.comment !== "" && (
        <div className="learn-comment">
          <p className="small quiet">{review.reviewerName}</p>
          <p className="learn-evidence-text">{review.comment}</p>
        </div>
      )}
    </section>
  );
}

const tones: Record<RubricLevel, Tone> = { notYet: "bad", developing: "warn", meets: "good", exemplary: "good" };

type EvidenceReviewProps = { evidence: EvidenceView; title: string; rubric: ModuleContent["practice"]["rubric"]; children?: ReactNode };

/** What the coach answered: their comment first, then how each line of the rubric was read. */
export function EvidenceReview({ evidence: { review, state }, title, rubric, children }: EvidenceReviewProps) {
  if (!review) return null;
  return (
    <section className="learn-answer" data-state={state} aria-labelledby="learn-answer-title">
      <h2 id="learn-answer-title">
        <Icon name="speech" size={24} />
        {title}
      </h2>
      {review.comment !== "" && <blockquote className="learn-evidence-text">{review.comment}</blockquote>}
      <dl className="learn-levels" aria-label={p.levels}>
        {rubric.map(({ id, criterion }) => {
          const level = review.levels[id];
          return (
            level && (
              <div key={id}>
                <dt>{criterion}</dt>
                <dd>
                  <Badge tone={tones[level]}>{study.rubricLevels[level]}</Badge>
                </dd>
              </div>
            )
          );
        })}
      </dl>
      {children}
    </section>
  );
}
