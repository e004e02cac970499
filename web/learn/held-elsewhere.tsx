import type { HeldElsewhereView } from "../../functions/certification/contract.ts";
import { walletWords } from "../strings/en-wallet.ts";
import { Badge, type Tone } from "../ui/badge.tsx";

const say = walletWords.heldElsewhere;
const tones: Record<HeldElsewhereView["state"], Tone> = { counts: "good", over: "neutral", withdrawn: "bad" };

/** What one holds of other districts that counts as a certificate where one is asked for. */
export function HeldElsewhere({ certificates }: { certificates: HeldElsewhereView[] }) {
  return (
    <div className="stack">
      {certificates.map(({ id, title, issuer, countsAs, heldSince, until, state }) => (
        <article key={id} className="card stack" aria-label={`${title}: ${countsAs}`}>
          <div className="row" data-justify="between">
            <h3>{title}</h3>
            <Badge tone={tones[state]}>{say.state[state]}</Badge>
          </div>
          <p>{say.by(issuer, heldSince)}</p>
          <p>{say.text[state](countsAs, until)}</p>
        </article>
      ))}
    </div>
  );
}
