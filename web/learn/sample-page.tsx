import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useSession } from "../app/session.ts";
import { peerWords } from "../strings/en-peers.ts";
import { Page, Section } from "../ui/page.tsx";
import { sampleQuery } from "./peer-queries.ts";
import { SampleForm } from "./sample-form.tsx";
import { SampleResult } from "./sample-result.tsx";
import "./portfolio-page.css";

const { sample: say, calibration } = peerWords;

/** One sample: the task, what was handed in, and one's rating; then how far another agreed. */
export function SampleRatingPage() {
  const { sampleId } = useParams({ from: "/signed-in/portfolio/calibration/$sampleId" });
  const { data: sample } = useSuspenseQuery(sampleQuery(sampleId));
  const { today } = useSession();
  return (
    <Page
      title={sample.title}
      lead={calibration.made}
      width="narrow"
      eyebrow={<Link to="/portfolio/calibration">{say.back}</Link>}
      step={sample.mine?.ratedOn ?? "open"}
    >
      {sample.mine && <SampleResult sample={sample} mine={sample.mine} />}
      <Section title={say.asked}>
        <p>{sample.asked}</p>
      </Section>
      <Section title={say.text}>
        <div className="card stack">
          {sample.text.map((paragraph) => (
            <p key={paragraph} className="portfolio-text">
              {paragraph}
            </p>
          ))}
        </div>
      </Section>
      {sample.mayRate ? (
        <Section title={say.form}>
          <p className="quiet">{say.formHint}</p>
          <SampleForm sample={sample} />
        </Section>
      ) : (
        sample.againOn !== undefined && <p className="quiet">{calibration.again(sample.againOn, today)}</p>
      )}
    </Page>
  );
}
