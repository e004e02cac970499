import { useSession } from "../app/session.ts";
import { walletWords } from "../strings/en-wallet.ts";
import { Icon } from "../ui/icon.tsx";
import type { Rung } from "./ladder.ts";
import { wayId } from "./way-names.ts";
import "./ladder.css";

const say = walletWords.ladder;

/** The way may be folded: a link to it opens it. */
function unfold(id: string): void {
  document.getElementById(id)?.closest("details:not([open])")?.setAttribute("open", "");
}

/** The ladder drawn from its first level up. It is a list as well: each rung says in words what its drawing shows. */
export function LadderPicture({ rungs }: { rungs: Rung[] }) {
  return (
    <>
      <p className="quiet">{say.lead}</p>
      <ol className="learn-ladder" aria-label={say.title}>
        {rungs.map((rung) => (
          <RungStep key={rung.certificationId} rung={rung} />
        ))}
      </ol>
    </>
  );
}

function RungStep({ rung: { certificationId, title, level, state, expiresOn, met, total } }: { rung: Rung }) {
  const { today } = useSession();
  const isHeld = state === "held" || state === "renew";
  return (
    <li className="learn-rung" data-level={level} data-state={state}>
      <span className="learn-rung-mark" aria-hidden="true">
        {isHeld && <Icon name="check" size={16} />}
      </span>
      <span className="learn-rung-words">
        {total > 0 ? (
          <a className="learn-rung-title" href={`#${wayId(certificationId)}`} onClick={() => unfold(wayId(certificationId))}>
            {title}
          </a>
        ) : (
          <span className="learn-rung-title">{title}</span>
        )}
        <span className="small">
          <strong>{say.state[state]}</strong>
          {expiresOn !== undefined && ` ${say.until(expiresOn, today)}`}
          {!isHeld && total > 0 && <span className="quiet"> · {say.met(met, total)}</span>}
        </span>
      </span>
    </li>
  );
}
