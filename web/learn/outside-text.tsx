import type { OutsideView } from "../../functions/credit/contract.ts";
import { creditWords } from "../strings/en-credit.ts";
import { ExternalLink } from "../ui/external-link.tsx";
import { aboutOf } from "./topics.ts";
import "./hours-page.css";

/** What shows that someone took part in a course, and what was said of it. */
export function OutsideText({ course: { evidence, link, standard, topics = [], plan, agreed, reviews } }: { course: OutsideView }) {
  return (
    <>
      {plan !== undefined && <p className="hours-text">{plan}</p>}
      {agreed && <p className="small">{creditWords.course.agreed(agreed.on, agreed.minutes)}</p>}
      {evidence !== "" && <p className="hours-text">{evidence}</p>}
      {link !== undefined && <ExternalLink href={link}>{creditWords.course.openLink}</ExternalLink>}
      {standard !== undefined && standard !== "" && (
        <p className="small">
          {creditWords.course.standard}: {standard}
        </p>
      )}
      {topics.length > 0 && (
        <p className="small">
          {creditWords.course.topics}: {aboutOf(topics)}
        </p>
      )}
      {reviews.map((review) => (
        <div key={review.reviewedAt}>
          <p className="quiet small">{creditWords.decisions[review.decision](review.reviewerName)}</p>
          {review.comment !== "" && <p className="hours-text">{review.comment}</p>}
        </div>
      ))}
    </>
  );
}
