import { useState } from "react";
import type { ApplicationView, CertificationProgress } from "../../functions/certification/contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { useDraft } from "../app/use-draft.ts";
import { useSend } from "../app/use-send.ts";
import { certificateWords } from "../strings/en-certificates.ts";
import { walletWords } from "../strings/en-wallet.ts";
import { Button } from "../ui/button.tsx";
import { TextArea } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { AppealButton, AppealOutcome } from "./appeal.tsx";
import { mayAppeal, returnedAt } from "./ladder.ts";

const say = walletWords.handIn;
const applications = client.api.my.applications[":certificationId"];

/** Where handing in stands: what can be done now, what reviewers said, and what happens next. */
export function HandIn({ progress }: { progress: CertificationProgress }) {
  const { application, isReady, reviewers } = progress;
  if (reviewers === 0) return isReady ? <Notice kind="good">{certificateWords.certificates.ready}</Notice> : null;
  if (!application) return isReady ? <HandInForm progress={progress} lead={say.ready} /> : null;
  return (
    <div className="learn-hand-in">
      {application.state === "underReview" && <UnderReview application={application} />}
      {application.state === "accepted" && <Notice kind="good">{say.accepted}</Notice>}
      {application.state === "returned" && <Notice kind="warn">{say.returned}</Notice>}
      <Reviews application={application} />
      {application.appeal && <AppealOutcome appeal={application.appeal} />}
      {application.state === "returned" && <AppealOfReturn application={application} />}
      {(application.state === "returned" || application.state === "withdrawn") &&
        (isReady ? (
          <HandInForm progress={progress} lead={application.state === "withdrawn" ? say.wasWithdrawn : undefined} />
        ) : (
          <p>{say.missing}</p>
        ))}
    </div>
  );
}

function HandInForm({
  progress: { certificationId, application, reviewers },
  lead,
}: {
  progress: CertificationProgress;
  lead: string | undefined;
}) {
  const { text, setText, clear } = useDraft(`apply.${certificationId}`);
  // What was said the last time is there to be gone on with, not to be written anew.
  const [isChanged, setChanged] = useState(false);
  const statement = text === "" && !isChanged ? (application?.statement ?? "") : text;
  const { send, isSending, error } = useSend({
    send: (said: string, options) => ask(applications.$post({ param: { certificationId }, json: { statement: said } }, options)),
    refreshes: [["certificates"]],
    onDone: () => {
      clear();
      toast(say.done);
    },
  });
  return (
    <form
      className="learn-hand-in"
      onSubmit={(event) => {
        event.preventDefault();
        send(statement.trim());
      }}
    >
      {lead !== undefined && <Notice kind="good">{lead}</Notice>}
      <TextArea
        label={say.statement}
        hint={say.statementHint}
        isOptional
        rows={4}
        maxLength={4_000}
        value={statement}
        onChange={({ target }) => {
          setChanged(true);
          setText(target.value);
        }}
      />
      <p className="quiet small">{say.next(reviewers)}</p>
      {error && <ProblemNotice error={error} />}
      <div className="row">
        <Button kind="primary" type="submit" isBusy={isSending} busyLabel={say.sending}>
          {application ? say.again : say.handIn}
        </Button>
      </div>
    </form>
  );
}

function UnderReview({ application: { certificationId, submittedAt, stillNeeded } }: { application: ApplicationView }) {
  const { today, district } = useSession();
  const { send, isSending, error } = useSend({
    send: (_: null, options) => ask(applications.withdrawal.$post({ param: { certificationId } }, options)),
    refreshes: [["certificates"]],
    onDone: () => toast(say.withdrawn),
  });
  return (
    <>
      <Notice kind="info">{say.under(localDateOf(submittedAt, district.zone), today, stillNeeded)}</Notice>
      {error && <ProblemNotice error={error} />}
      <div className="row">
        <Button isBusy={isSending} onClick={() => send(null)}>
          {say.withdraw}
        </Button>
      </div>
    </>
  );
}

function Reviews({ application: { reviews } }: { application: ApplicationView }) {
  const { today, district } = useSession();
  if (reviews.length === 0) return null;
  return (
    <div>
      <h3>{say.reviews}</h3>
      <ul className="stack">
        {reviews.map(({ reviewerName, reviewedAt, decision, comment }) => (
          <li key={reviewedAt}>
            <p>
              <strong>{say[decision]}</strong>{" "}
              <span className="quiet small">{say.by(reviewerName, localDateOf(reviewedAt, district.zone), today)}</span>
            </p>
            <p className="learn-said">{comment === "" ? say.noComment : comment}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function AppealOfReturn({ application }: { application: ApplicationView }) {
  const { today } = useSession();
  const { certificationId, cycle, title, appealBy } = application;
  if (appealBy === undefined || !mayAppeal(application, { today, decidedAt: returnedAt(application) })) return null;
  return (
    <div className="row">
      <AppealButton of="return" certificationId={certificationId} cycle={cycle} title={title} until={appealBy} />
    </div>
  );
}
