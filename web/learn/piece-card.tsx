import { useState } from "react";
import type { PieceState, PieceView } from "../../functions/portfolio/contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { portfolioWords } from "../strings/en-portfolio.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { PieceForm } from "./piece-form.tsx";
import { PieceText } from "./piece-text.tsx";

const say = portfolioWords.piece;
const tones: Record<PieceState, Tone> = { submitted: "neutral", returned: "warn", accepted: "good", withdrawn: "neutral", purged: "bad" };

/** One piece of one's own, how it stands, and what one can do about it. */
export function PieceCard({ piece }: { piece: PieceView }) {
  const { today } = useSession();
  const [isOpen, setOpen] = useState(false);
  const { id, staffId, kind, title, doneOn, state } = piece;
  const withdrawing = useSend({
    send: (_: null, options) => ask(client.api.my.pieces[":pieceId"].withdrawal.$post({ param: { pieceId: id } }, options)),
    refreshes: [["portfolio"]],
    onDone: () => toast(say.withdrawn),
  });
  return (
    <div className="card stack" data-gap="small">
      <div className="row" data-justify="between">
        <h3>{title === "" ? portfolioWords.pieceKinds[kind] : title}</h3>
        <Badge tone={tones[state]}>{portfolioWords.states[state]}</Badge>
      </div>
      <p className="quiet small">{say.done(portfolioWords.pieceKinds[kind], doneOn, today)}</p>
      <PieceText piece={piece} filesAt={`/api/staff/${staffId}/portfolio/${id}`} />
      {withdrawing.error && <ProblemNotice error={withdrawing.error} />}
      {isOpen && state === "returned" ? (
        <PieceForm piece={piece} onClose={() => setOpen(false)} />
      ) : (
        <div className="row">
          {state === "returned" && (
            <Button kind="primary" onClick={() => setOpen(true)}>
              {say.again}
              <span className="visually-hidden">: {title}</span>
            </Button>
          )}
          {(state === "submitted" || state === "returned") && (
            <Button kind="quiet" isBusy={withdrawing.isSending} busyLabel={say.sending} onClick={() => withdrawing.send(null)}>
              {say.withdraw}
              <span className="visually-hidden">: {title}</span>
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
