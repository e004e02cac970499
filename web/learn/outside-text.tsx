import type { OutsideView } from "../../functions/credit/contract.ts";
import { creditWords } from "../strings/en-credit.ts";
import { ExternalLink } from "../ui/external-link.tsx";
import "./hours-page.css";

/** What shows that someone took part in a course, and what was said of it. */
export function OutsideText({ course: { evidence, link, standard, reviews } }: { course: OutsideView }) {
  return (
    <>
      {evidence !== "" && <p className="hours-text">{evidence}</p>}
      {link !== undefined && <ExternalLink href={link}>{creditWords.course.openLink}</ExternalLink>}
      {standard !== undefined && standard !== "" && (
        <p className="small">
          {creditWords.course.standard}: {standard}
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
