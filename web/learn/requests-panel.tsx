import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { peerWords } from "../strings/en-peers.ts";
import { Icon } from "../ui/icon.tsx";
import { requestsQuery } from "./portfolio-queries.ts";
import "./read-again.css";

const say = peerWords.waiting;

/** Says that colleagues wait for one's recommendation, while any do. */
export function RequestsPanel() {
  const { data } = useQuery(requestsQuery);
  const count = data?.requests.length ?? 0;
  if (count === 0) return null;
  return (
    <section className="learn-again no-print" aria-labelledby="learn-requests-title">
      <h2 id="learn-requests-title">
        <Icon name="info" />
        {say.title(count)}
      </h2>
      <p>{say.text}</p>
      <Link to="/recommendations">{say.link}</Link>
    </section>
  );
}
