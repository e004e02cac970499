import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { focusFirstInvalid } from "../app/focus.ts";
import { useDraft } from "../app/use-draft.ts";
import { useSend } from "../app/use-send.ts";
import { PieceText } from "../learn/piece-text.tsx";
import { portfolioWords } from "../strings/en-portfolio.ts";
import type { PieceView } from "../../functions/portfolio/contract.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, TextArea } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { pieceQuery } from "./portfolio-queries.ts";
import { PurgeForm } from "./purge-form.tsx";

const say = portfolioWords.review;
const leastWords = 10;
const one = client.api.staff[":staffId"].pieces[":pieceId"];

/** One piece of a person's work: what it says, and the reviewer's word on it. */
export function PieceReviewPage() {
  const { staffId, pieceId } = useParams({ from: "/signed-in/portfolio/reviews/$staffId/$pieceId" });
  const { data: piece } = useSuspenseQuery(pieceQuery(staffId, pieceId));
  const kind = portfolioWords.pieceKinds[piece.kind];
  return (
    <Page
      title={piece.title === "" ? kind : piece.title}
      lead={say.lead(piece.staffName, kind)}
      eyebrow={<Link to="/portfolio/reviews">{say.back}</Link>}
    >
      <Section title={say.work}>
        <div className="card stack">
          <PieceText piece={piece} filesAt={`/api/staff/${staffId}/pieces/${pieceId}`} />
        </div>
      </Section>
      {piece.state === "submitted" ? (
        <Section title={say.form}>
          <ReviewForm piece={piece} />
        </Section>
      ) : (
        <Notice kind="info">{say.decided}</Notice>
      )}
      {piece.state !== "purged" && piece.expiredOn === undefined && <Purge piece={piece} />}
    </Page>
  );
}

/** Back to the queue, with what happened said. */
function useDone() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (outcome: string) => {
    toast(outcome);
    void navigate({ to: "/portfolio/reviews" }).then(() => queries.invalidateQueries({ queryKey: ["pieces"] }));
  };
}

function ReviewForm({ piece }: { piece: PieceView }) {
  const { id: pieceId, staffId, staffName, version, submission } = piece;
  const done = useDone();
  const form = useRef<HTMLDivElement>(null);
  const comment = useDraft(`piece-review.${pieceId}.${submission}`);
  const [hasNoConflict, setNoConflict] = useState(false);
  const [errors, setErrors] = useState<{ comment?: string; conflict?: string }>({});
  const sending = useSend({
    send: (json: { decision: "accept" | "return"; comment: string; version: number; hasNoConflict: boolean }, options) =>
      ask(one.review.$post({ param: { staffId, pieceId }, json }, options)),
    onDone: ({ isTold = false }, { decision }) => {
      comment.clear();
      done(decision === "accept" ? say.accepted(staffName, isTold) : say.returned(staffName, isTold));
    },
  });
  const decide = (decision: "accept" | "return") => {
    const text = comment.text.trim();
    const found = {
      ...(decision === "return" && text.length < leastWords && { comment: say.commentNeeded }),
      ...(!hasNoConflict && { conflict: say.noConflictNeeded }),
    };
    setErrors(found);
    if (Object.keys(found).length === 0) return sending.send({ decision, comment: text, version, hasNoConflict });
    setTimeout(() => focusFirstInvalid(form.current));
  };
  return (
    <div className="portfolio-form" ref={form}>
      <TextArea
        label={say.comment}
        hint={say.commentHint}
        maxLength={4_000}
        value={comment.text}
        onChange={({ target }) => comment.setText(target.value)}
        error={errors.comment}
      />
      <Checkbox
        label={say.noConflict}
        checked={hasNoConflict}
        onChange={({ target }) => setNoConflict(target.checked)}
        error={errors.conflict}
      />
      {sending.error && <ProblemNotice error={sending.error} />}
      <div className="row">
        <Button
          kind="primary"
          icon="check"
          isBusy={sending.isSending}
          busyLabel={portfolioWords.piece.sending}
          onClick={() => decide("accept")}
        >
          {say.accept}
        </Button>
        <Button onClick={() => decide("return")}>{say.return}</Button>
      </div>
    </div>
  );
}

function Purge({ piece: { id: pieceId, staffId, staffName, version } }: { piece: PieceView }) {
  const done = useDone();
  const sending = useSend({
    send: ({ reason }: { reason: string }, options) =>
      ask(one.purge.$post({ param: { staffId, pieceId }, json: { reason, version } }, options)),
    onDone: ({ isTold = false }) => done(say.purged(staffName, isTold)),
  });
  return <PurgeForm words={say.purge} sending={sending} />;
}
