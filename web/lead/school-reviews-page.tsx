import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { ReviewQueue } from "../coach/review-queue.tsx";
import { lead } from "../strings/en-lead.ts";
import { Page, Section } from "../ui/page.tsx";
import { schoolReviewsQuery } from "./queries.ts";
import "../coach/coach.css";

const { school: say } = lead;

/** What waits for a review at a school: first of people without a coach, for whom the school's leader is the only one to answer. */
export function SchoolReviewsPage() {
  const { schoolId } = useParams({ from: "/signed-in/school/$schoolId/reviews" });
  const { data } = useSuspenseQuery(schoolReviewsQuery(schoolId));
  const theirs = data.reviews.filter(({ hasCoach }) => hasCoach);
  const ours = data.reviews.filter(({ hasCoach }) => !hasCoach);
  return (
    <Page
      title={say.reviewsTitle}
      width="narrow"
      lead={say.reviewsLead(data.reviews.length)}
      eyebrow={
        <Link to="/school/$schoolId" params={{ schoolId }}>
          {data.school.name}
        </Link>
      }
    >
      {ours.length > 0 && (
        <Section title={say.reviewsNoCoach}>
          <ReviewQueue reviews={ours} />
        </Section>
      )}
      {theirs.length > 0 && (
        <Section title={say.reviewsWithCoach}>
          <p className="quiet">{say.reviewsWithCoachLead}</p>
          <ReviewQueue reviews={theirs} />
        </Section>
      )}
    </Page>
  );
}
