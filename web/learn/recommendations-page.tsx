import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReferenceState, ReferenceView } from "../../functions/portfolio/reference-contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { peerWords } from "../strings/en-peers.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { AskColleague } from "./ask-colleague.tsx";
import { myReferencesQuery } from "./peer-queries.ts";
import "./portfolio-page.css";

const say = peerWords.mine;
const tones: Record<ReferenceState, Tone> = { asked: "wait", given: "good", declined: "neutral", withdrawn: "neutral" };
/** As certificates ask (functions/certification/ladder-rules.ts). */
const enough = 80;

/** Whom one asked for a recommendation and what came of it; and asking another. */
export function RecommendationsPage() {
  const { data } = useSuspenseQuery(myReferencesQuery);
  return (
    <Page title={say.title} lead={say.lead} width="narrow" eyebrow={<Link to="/portfolio">{say.back}</Link>}>
      <Section title={say.ask}>
        <p className="quiet">{say.who}</p>
        <AskColleague />
      </Section>
      <Section title={say.list}>
        {data.references.length === 0 ? (
          <EmptyState title={say.none}>{say.noneHow}</EmptyState>
        ) : (
          <ul className="portfolio-list">
            {data.references.map((reference) => (
              <li key={reference.id}>
                <ReferenceCard reference={reference} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}

function ReferenceCard({ reference }: { reference: ReferenceView }) {
  const { today, district } = useSession();
  const { id, refereeName, state, askedAt, percent, comment, answeredOn, isPurged } = reference;
  const { send, isSending, error } = useSend({
    send: (_: null, options) => ask(client.api.my.references[":referenceId"].withdrawal.$post({ param: { referenceId: id } }, options)),
    refreshes: [["references"]],
    onDone: () => toast(say.takenBack),
  });
  return (
    <div className="card stack" data-gap="small">
      <div className="row" data-justify="between">
        <h3>{refereeName}</h3>
        <Badge tone={tones[state]}>
          {say.states[state]}
          {percent !== undefined && ` · ${say.percent(percent)}`}
        </Badge>
      </div>
      <p className="quiet small">
        {answeredOn === undefined ? say.asked(localDateOf(askedAt, district.zone), today) : say.answered(answeredOn, today)}
      </p>
      {isPurged === true && <p className="quiet">{say.purged}</p>}
      {comment !== undefined && isPurged !== true && <p className="portfolio-text">{comment}</p>}
      {percent !== undefined && <p className="quiet">{percent >= enough ? say.counts : say.countsNot}</p>}
      {state === "declined" && <p className="quiet">{say.declined}</p>}
      {error && <ProblemNotice error={error} />}
      {state === "asked" && (
        <div className="row">
          <Button kind="quiet" isBusy={isSending} busyLabel={say.sending} onClick={() => send(null)}>
            {say.takeBack}
            <span className="visually-hidden">: {refereeName}</span>
          </Button>
        </div>
      )}
    </div>
  );
}
