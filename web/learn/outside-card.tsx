import { useState } from "react";
import type { OutsideState, OutsideView } from "../../functions/credit/contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { creditWords } from "../strings/en-credit.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { OutsideForm } from "./outside-form.tsx";
import { OutsideText } from "./outside-text.tsx";
import { PlanForm } from "./plan-form.tsx";

const say = creditWords.course;
const tones: Record<OutsideState, Tone> = {
  asked: "neutral",
  agreed: "good",
  refused: "warn",
  submitted: "neutral",
  returned: "warn",
  approved: "good",
  withdrawn: "neutral",
};

/** One course of one's own, how it stands, and what one can do about it. */
export function OutsideCard({ course }: { course: OutsideView }) {
  const { today } = useSession();
  const [isOpen, setOpen] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const { id, title, provider, completedOn, minutes, state, plan, agreed } = course;
  const withdrawing = useSend({
    send: (_: null, options) => ask(client.api.my.credit.outside[":creditId"].withdrawal.$post({ param: { creditId: id } }, options)),
    refreshes: [["hours"]],
    onDone: () => toast(say.withdrawn),
  });
  // A question that was refused or taken back is asked anew while the course is still to come.
  const asksAnew = state === "refused" || (state === "withdrawn" && plan !== undefined && !agreed && completedOn > today);
  const mayGoAgain = state === "returned" || state === "agreed" || (state === "withdrawn" && !asksAnew);
  // Taking back what was approved loses the approval: it is asked for once more.
  const isApproved = state === "approved" || state === "agreed";
  const isDue = state === "agreed" && completedOn <= today;
  const isToCome = state === "asked" || state === "agreed" || asksAnew;
  return (
    <div className="card stack" data-gap="small">
      <div className="row" data-justify="between">
        <h3>{title}</h3>
        <Badge tone={tones[state]}>{creditWords.states[state]}</Badge>
      </div>
      <p className="quiet small">
        {isToCome ? say.planned(provider, completedOn, minutes) : say.about(provider, completedOn, today, minutes)}
      </p>
      <OutsideText course={course} />
      {state === "agreed" && <p>{say.agreedHow}</p>}
      {state === "refused" && <p className="small">{say.refusedHow}</p>}
      {withdrawing.error && <ProblemNotice error={withdrawing.error} />}
      {isLeaving && isApproved && (
        <Notice kind="warn" title={say.withdrawSure}>
          <p>{state === "agreed" ? say.withdrawAgreed : say.withdrawApproved}</p>
          <div className="row">
            <Button kind="danger" isBusy={withdrawing.isSending} busyLabel={say.sending} onClick={() => withdrawing.send(null)}>
              {say.withdraw}
              <span className="visually-hidden">: {title}</span>
            </Button>
            <Button kind="quiet" onClick={() => setLeaving(false)}>
              {say.cancel}
            </Button>
          </div>
        </Notice>
      )}
      {isOpen && mayGoAgain ? (
        <OutsideForm course={course} onClose={() => setOpen(false)} />
      ) : isOpen && asksAnew ? (
        <PlanForm course={course} onClose={() => setOpen(false)} />
      ) : (
        <div className="row">
          {(mayGoAgain || asksAnew) && (
            <Button kind={state === "returned" || isDue ? "primary" : "secondary"} onClick={() => setOpen(true)}>
              {state === "agreed" ? say.enter : asksAnew ? say.askAgain : say.again}
              <span className="visually-hidden">: {title}</span>
            </Button>
          )}
          {state !== "withdrawn" && state !== "refused" && !isLeaving && (
            <Button
              kind="quiet"
              isBusy={withdrawing.isSending}
              busyLabel={say.sending}
              onClick={() => (isApproved ? setLeaving(true) : withdrawing.send(null))}
            >
              {say.withdraw}
              <span className="visually-hidden">: {title}</span>
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
