import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Samples } from "../../functions/portfolio/calibration-contract.ts";
import { useSession } from "../app/session.ts";
import { peerWords } from "../strings/en-peers.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { samplesQuery } from "./peer-queries.ts";
import "./portfolio-page.css";

const say = peerWords.calibration;
const tones: Record<Samples["samples"][number]["state"], Tone> = { open: "neutral", waiting: "wait", compared: "good" };

/** The samples there are to rate, and how far one agrees with others. */
export function SamplesPage() {
  const { data } = useSuspenseQuery(samplesQuery);
  const { today } = useSession();
  const first = data.samples.find(({ state }) => state === "open");
  return (
    <Page title={say.title} lead={say.lead} width="narrow" eyebrow={<Link to="/portfolio">{say.back}</Link>}>
      <p className="quiet">{say.made}</p>
      <ul className="portfolio-list">
        {data.samples.map(({ id, title, state, percent, withName, againOn }) => (
          <li key={id} className="card stack" data-gap="small">
            <div className="row" data-justify="between">
              <h2>{title}</h2>
              <Badge tone={tones[state]}>{say.states[state]}</Badge>
            </div>
            {percent !== undefined && withName !== undefined && <p>{say.with(percent, withName)}</p>}
            {againOn !== undefined && <p className="quiet small">{say.again(againOn, today)}</p>}
            <div className="row">
              <ButtonLink to="/portfolio/calibration/$sampleId" params={{ sampleId: id }} kind={id === first?.id ? "primary" : "secondary"}>
                {state === "open" ? say.rate : say.see}
                <span className="visually-hidden">{say.of(title)}</span>
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </Page>
  );
}
